"""`Worauf bezieht sich „sie“ hier?`: the noun a pronoun stands for, among others of the sentences shown.

Every wrong noun is proved wrong by its gender or number, and its feedback says so.
"""

from collections.abc import Collection, Iterator, Sequence

from learner.exercises import extent
from learner.exercises.blanks import usable
from learner.exercises.cohesion.anaphors import Anaphor, anaphors
from learner.exercises.cohesion.antecedents import is_somebody
from learner.exercises.cohesion.candidates import Candidate, candidates, kind
from learner.exercises.cohesion.nominative import nominative
from learner.exercises.cohesion.resolving import is_worth, meant
from learner.exercises.contexts import shows
from learner.exercises.dangling import can_be_meant
from learner.exercises.difficulty import at_least
from learner.exercises.item import Feedback
from learner.exercises.leaning import leans
from learner.exercises.lost_quotes import doubtful
from learner.exercises.material import Material
from learner.exercises.passage import marked
from learner.exercises.questions.question import Question
from learner.exercises.statement import Statement
from learner.exercises.told_by import speaks_since
from learner.language.clauses import clause_of
from learner.lexicon.wordclasses import wordclass

_MOST = 3
_FEWEST_WRONG, _MOST_WRONG = 2, 3
_BESIDE = 2  # tokens; a comma stands between
_CONTEXT = 3  # sentences
_SUBJECTS = frozenset({"er", "sie", "es"})


def referents(material: Material, but: Collection[int]) -> tuple[Question, ...]:
    """A few questions, none that shows a sentence in `but` or one of another; none from B2 on, where forms tell all."""
    if at_least(material.level, "B2"):
        return ()
    found = list(_everyone(material))
    material.rng("referents").shuffle(found)
    shown, chosen = set(but), list[Question]()
    for question in found:
        own = {question.statement.sentence, *question.also}
        if len(chosen) < _MOST and not own & shown:
            chosen.append(question)
            shown |= own
    return tuple(sorted(chosen, key=lambda question: question.statement.sentence))


def _everyone(material: Material) -> Iterator[Question]:
    for sentence in usable(material):
        if sentence not in doubtful(material):
            for anaphor in anaphors(material, sentence):
                yield from _asked(material, sentence, anaphor)


def _acts(material: Material, sentence: int, anaphor: Anaphor) -> bool:
    """Whether the pronoun is the subject of its clause."""
    clause = clause_of(material.analysis, sentence, anaphor.token)
    if clause is None or clause.finite is None or material.analysis.form(anaphor.token).lower() not in _SUBJECTS:
        return False
    return anaphor.token in {clause.finite - 1, clause.finite + 1, clause.start_token, clause.start_token + 1}


def _asked(material: Material, sentence: int, anaphor: Anaphor) -> Iterator[Question]:
    key = meant(material, anaphor)
    if key is None or not can_be_meant(material, key.token):  # `Zwanzig Meter waren geflutet. Sie kehrten um`
        return
    if _is_plain(material, anaphor, key) or _may_be_more(material, anaphor, key):
        return
    done_to = anaphor.kind == "personal" and not _acts(material, sentence, anaphor)
    if done_to and is_somebody(material, key.lemma):  # `Die Lehrerin kam und fragte sie`: not who asked
        return
    shown = _shown(material, sentence, anaphor, key)
    if shown is None:
        return
    wrong = _wrong(material, shown, anaphor, key)[:_MOST_WRONG]
    article = material.analysis.article
    tokens = tuple(article.tokens_of(article.sentences[sentence]))
    yield Question(
        Statement(sentence, tokens),
        "referent",
        _stem(material, anaphor, [key, *wrong]),
        nominative(material, key)[0],
        tuple(nominative(material, one)[0] for one in wrong),
        _context(material, shown, anaphor),
        also=tuple(number for number in reversed(shown) if number != sentence),
        proof=extent.sentence_of(material.analysis, key.token),
        right=_feedback(material, anaphor, key, "right", key),
        reasons=tuple(_feedback(material, anaphor, key, _reason(material, anaphor, one), one) for one in wrong),
    )


def _may_be_more(material: Material, anaphor: Anaphor, key: Candidate) -> bool:
    """`Er saß mit Freunden zusammen. Sie ärgerten sich`: he and his friends."""
    sentence = material.analysis.article.sentences[extent.sentence_of(material.analysis, key.token)]
    forms = {material.analysis.form(token) for token in material.analysis.article.tokens_of(sentence)}
    return anaphor.wanted == "p" and bool(forms & wordclass("adverbs.of-company"))


def _is_plain(material: Material, anaphor: Anaphor, key: Candidate) -> bool:
    """Whether it is found at a glance: `ihr` of its own clause's noun."""
    here = extent.sentence_of(material.analysis, anaphor.token)
    there = extent.sentence_of(material.analysis, key.token)
    clause = clause_of(material.analysis, here, anaphor.token)
    if here == there and anaphor.token - key.token <= _BESIDE:  # `Nur der Saal, der war frei`
        return True
    return anaphor.kind == "own" and clause is not None and key.token in clause.tokens


def _shown(material: Material, sentence: int, anaphor: Anaphor, key: Candidate) -> range | None:
    """The sentences from the key's on, or one more where nouns are lacking; None where they cannot be shown."""
    there = extent.sentence_of(material.analysis, key.token)
    for first in (min(there, sentence - 1), there, there - 1, there - 2):
        shown = range(first, sentence + 1)
        if first < 0 or len(shown) > _CONTEXT or not all(_can_stand(material, sentence, one) for one in shown):
            continue
        if speaks_since(material, first) < first or leans(material, first):
            continue
        others = (one for one in range(first, sentence) if one < sentence - 1)
        clear = not any(
            one.fits(anaphor.wanted) and one.lemma != key.lemma
            for number in others
            for one in candidates(material, number)
        )
        if clear and len(_wrong(material, shown, anaphor, key)) >= _FEWEST_WRONG:
            return shown
    return None


def _can_stand(material: Material, sentence: int, other: int) -> bool:
    """Whether another sentence can be shown before this one: of the same paragraph, and whole."""
    sentences = material.analysis.article.sentences
    return shows(material, other) and sentences[other].paragraph == sentences[sentence].paragraph


def _wrong(material: Material, shown: range, anaphor: Anaphor, key: Candidate) -> list[Candidate]:
    """Nouns that do not agree, the nearest before the pronoun first.

    As many behind it at most as before it; none where they are several things where the pronoun is one: then no
    reading is needed.
    """
    found: dict[str, Candidate] = {}
    if anaphor.kind == "relative":  # it means nothing of another sentence, and nothing behind it
        shown = shown[-1:]
    everything = [one for number in shown for one in candidates(material, number) if one.token != anaphor.owned]
    everything = [one for one in everything if can_be_meant(material, one.token)]
    everything = [one for one in everything if not _is_called(material, one.token)]
    if anaphor.kind == "relative":
        everything = [one for one in everything if one.token < anaphor.token]
    for one in sorted(everything, key=lambda one: (one.token > anaphor.token, abs(one.token - anaphor.token))):
        text, gender = nominative(material, one)
        if text and gender not in anaphor.wanted and is_worth(material, one) and not _holds(one, key, *found.values()):
            found[text] = one
    before = [one for one in found.values() if one.token < anaphor.token]
    wrong = [*before, *(one for one in found.values() if one.token > anaphor.token)][: 2 * len(before)]
    single = anaphor.wanted == "p" or any(nominative(material, one)[1] != "p" for one in wrong)
    if not single or _is_sole_person(material, anaphor, key, wrong):
        return []
    alike = is_somebody(material, key.lemma)  # beside somebody, others first: what acts as people do is no thing
    own = clause_of(material.analysis, extent.sentence_of(material.analysis, anaphor.token), anaphor.token)
    behind = {token for token in (own.tokens if own else ()) if token > anaphor.token}  # no contract makes contracts
    return sorted(wrong, key=lambda one: (is_somebody(material, one.lemma) != alike, one.token in behind))


def _is_sole_person(material: Material, anaphor: Anaphor, key: Candidate, wrong: Sequence[Candidate]) -> bool:
    """`Dann verlangte er 389 Euro`: somebody does as people do, and all the others are things."""
    acts = anaphor.kind == "personal" and is_somebody(material, key.lemma)
    return acts and not any(is_somebody(material, one.lemma) for one in wrong)


def _holds(one: Candidate, *others: Candidate) -> bool:
    """Whether a noun is part of another one or has it in it, so that both are no two answers."""
    own = one.lemma.lower()
    return any(own in other.lemma.lower() or other.lemma.lower() in own for other in others)


def _is_called(material: Material, token: int) -> bool:
    """`des Ehepaars Löwenherz`: a name that looks like a noun."""
    words = material.analysis.words
    return token > 0 and words[token].tag == words[token - 1].tag == "NN"


def _context(material: Material, shown: range, anaphor: Anaphor) -> str:
    article = material.analysis.article
    start, end = article.sentences[shown.start].start, article.sentences[shown.stop - 1].end
    span = article.tokens[anaphor.token]
    return marked(article.text[start:end], start, [(span.start, span.end)])


def _stem(material: Material, anaphor: Anaphor, options: list[Candidate]) -> str:
    kinds = {kind(material, one.lemma) == "person" for one in options}
    asking = "Worauf" if kinds == {False} else "Auf wen" if kinds == {True} else "Auf wen oder worauf"
    return f"{asking} bezieht sich „{material.analysis.form(anaphor.token)}“ hier?"


def _reason(material: Material, anaphor: Anaphor, one: Candidate) -> str:
    """Why a noun is wrong: its number, where the pronoun shows its own, else its gender."""
    gender = nominative(material, one)[1]
    if anaphor.wanted == "p":
        return "singular"
    return {"m": "masculine", "f": "feminine", "n": "neuter", "p": "plural"}[gender]


def _feedback(material: Material, anaphor: Anaphor, key: Candidate, reason: str, said: Candidate) -> Feedback:
    word = material.analysis.form(anaphor.token)
    values = {"word": word, "said": nominative(material, said)[0], "key": nominative(material, key)[0]}
    if reason == "right":
        values["evidence"] = material.analysis.sentence_text(extent.sentence_of(material.analysis, key.token))
        values.pop("said")
    return Feedback(f"referent.{reason}", values)
