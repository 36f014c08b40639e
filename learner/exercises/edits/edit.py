"""One edit, and what the article says that could make its result true after all."""

from collections.abc import Iterable
from dataclasses import dataclass

from learner.exercises.material import Material
from learner.exercises.statement import Statement
from learner.exercises.wordlists import grammar_words

_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
_STATES = frozenset({"haben", "sein"})


@dataclass(frozen=True, slots=True)
class Edit:
    """A changed statement, the kind of change, what it says now and what the article says."""

    statement: Statement
    kind: str
    said: str
    right: str


def content(material: Material, tokens: Iterable[int]) -> frozenset[str]:
    """The lemmas of the content words among the tokens; names do not count."""
    found = (material.analysis.words[token] for token in tokens)
    return frozenset(word.lemma for word in found if word.pos in _CONTENT)


def common(material: Material, statement: Statement, sentence: int) -> int:
    """How many content words the statement shares with another sentence; 0 with its own."""
    if sentence == statement.sentence:
        return 0
    other = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    return len(content(material, statement.tokens) & content(material, other))


def told_with(material: Material, statement: Statement, form: str, *, least: int = 2) -> bool:
    """Whether a sentence with this word shares so many content words that it could tell the same of it."""
    wanted = form.lower()
    return any(
        common(material, statement, number) >= least
        for number, sentence in enumerate(material.analysis.article.sentences)
        if any(
            material.analysis.form(token).lower() == wanted or material.analysis.words[token].lemma.lower() == wanted
            for token in material.analysis.article.tokens_of(sentence)
        )
    )


def happened(material: Material, statement: Statement) -> bool:
    """Whether a past event is told: of what there was, is, or one had (`gab es`, `hatte neun Mann`) more is true."""
    words = [material.analysis.words[token] for token in statement.tokens]
    forms = {material.analysis.form(token) for token in statement.tokens}
    if "es" in forms and "geben" in {word.lemma for word in words}:
        return False
    past = (word for word in words if word.features.get("Tense") == "Past" and word.lemma not in _STATES)
    is_so = any(word.lemma == "sein" and word.features.get("Tense") == "Pres" for word in words)
    done = [word.lemma for word in words if word.tag in {"VV(PP)", "VA(PP)"}]
    return any(past) or (bool(done) and (not is_so or not grammar_words("with-sein.txt").isdisjoint(done)))


def is_planned(material: Material, statement: Statement) -> bool:
    """Whether it tells what somebody will, shall or wants to do."""
    return any(material.analysis.words[token].lemma in {"werden", "sollen", "wollen"} for token in statement.tokens)
