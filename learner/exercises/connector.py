"""connector: weil, obwohl, deshalb, trotzdem …; the others need another word order than the clause has."""

from collections.abc import Iterator
from typing import cast

from learner.exercises.blanks import blanked, cased, usable
from learner.exercises.difficulty import at_least
from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.leaning import stands
from learner.exercises.material import Material, fingerprint
from learner.exercises.wordlists import grammar_table
from learner.language.clauses import Clause, clauses
from learner.lexicon.lexeme import LEVELS, Level
from learner.lexicon.wordclasses import wordclass, wordrow

EXERCISE = "connector"
_WRONG = 3
_CONCEDING = wordclass("conjunctions.conceding")
_ADDING = wordclass("adverbs.adding")
_CONTRASTING = wordclass("conjunctions.contrasting")
# Wrong answers by their word order, then those that beginners know.
_WRONG_SECOND = (wordrow("conjunctions.wrong-verb-last"), wordrow("conjunctions.wrong-verb-last-first-learnt"))
_WRONG_LAST = (wordrow("adverbs.wrong-verb-second"), wordrow("adverbs.wrong-verb-second-first-learnt"))


def generate(material: Material) -> tuple[Item, ...]:
    """One item per connector that stands where its clause's word order shows its kind."""
    found = (item for number in usable(material) for item in _items(material, number))
    once = {item.lemma: item for item in found}  # twice `weil` asks the same twice
    return tuple(once.values())


def _items(material: Material, sentence: int) -> Iterator[Choice]:
    table = {row[0]: row[1:] for row in grammar_table("connectors.tsv")}
    found = clauses(material.analysis, sentence)
    for clause in found:
        word = material.analysis.form(clause.start_token)
        if word.lower() not in table or not clause.certain:
            continue
        kind, level = table[word.lower()]
        if word.lower() in _CONCEDING and _says_but(material, sentence):  # `Obwohl … war ihr aber nicht …`
            continue
        joins = kind != "last" and _comes_first(material, sentence, clause.start_token)
        if not stands(material, sentence, since=sentence - joins):
            continue
        if joins and word.lower() in _ADDING and not _goes_on_with_it(material, sentence):
            continue
        if _is_of_level(material, level) and _fits(material, clause, kind):
            yield _item(material, sentence, clause.start_token, kind, joins=joins)


def _comes_first(material: Material, sentence: int, token: int) -> bool:
    """Whether a word opens its sentence, behind a quotation mark or not."""
    before = range(material.analysis.article.sentences[sentence].first, token)
    return not any(material.analysis.form(one).isalnum() for one in before)


def _goes_on_with_it(material: Material, sentence: int) -> bool:
    """Whether it names again what the sentence before names, or has a pronoun for it: what is added belongs to it."""
    article, words = material.analysis.article, material.analysis.words
    own, before = (article.tokens_of(article.sentences[number]) for number in (sentence, sentence - 1))
    named = [{words[token].lemma for token in run if words[token].pos in {"NOUN", "PROPN"}} for run in (own, before)]
    return not named[0].isdisjoint(named[1]) or any(words[token].tag in {"PPER", "PPOSAT", "PDAT"} for token in own)


def _says_but(material: Material, sentence: int) -> bool:
    """Whether the sentence has another word of contrast, which gives the connector away."""
    article = material.analysis.article
    forms = {material.analysis.form(token).lower() for token in article.tokens_of(article.sentences[sentence])}
    return not forms.isdisjoint(_CONTRASTING)


def _is_of_level(material: Material, level: str) -> bool:
    """Whether the connector is new to the learner, or up to B1 learnt of late."""
    below = LEVELS.index(material.level) - LEVELS.index(cast(Level, level))
    return 0 <= below <= (0 if at_least(material.level, "B2") else 1)


def _fits(material: Material, clause: Clause, kind: str) -> bool:
    """Verb-last behind a subjunction, with more than one phrase before the verb; verb right behind an adverb."""
    tag = material.analysis.words[clause.start_token].tag
    if kind == "last":
        return (
            tag == "KOUS"
            and clause.kind == "verb-last"
            and len(clause.tokens) >= 5
            and _ends_with_verb(material, clause)
            and (material.analysis.form(clause.start_token).lower() != "nachdem" or _is_before(material, clause))
        )
    return tag != "KOUS" and clause.kind == "main" and clause.finite == clause.start_token + 1


def _is_before(material: Material, clause: Clause) -> bool:
    """Whether what is told was over: the perfect or pluperfect that `nachdem` asks for."""
    finite = clause.finite is not None and material.analysis.words[clause.finite].lemma in {"haben", "sein", "werden"}
    return finite and any(material.analysis.words[token].tag.endswith("(PP)") for token in clause.tokens)


def _ends_with_verb(material: Material, clause: Clause) -> bool:
    """Whether its finite verb is the last word, or infinitives and participles only follow it."""
    behind = [token for token in clause.tokens if clause.finite is not None and token >= clause.finite]
    return bool(behind) and all(material.analysis.words[token].tag.startswith("V") for token in behind)


def _item(material: Material, sentence: int, token: int, kind: str, *, joins: bool) -> Choice:
    """`joins`: the word leans on the sentence before, which is shown too."""
    key = material.analysis.form(token).lower()
    first = material.level in {"A1", "A2"}
    pool = list((_WRONG_LAST if kind == "last" else _WRONG_SECOND)[first])
    pool = [one for one in pool if one != key]
    material.rng(f"{EXERCISE} {token}").shuffle(pool)
    evidence = material.analysis.sentence_text(sentence)
    values = {"key": key}
    written = material.analysis.form(token)
    options = [Option(written, True, Feedback(f"{EXERCISE}.{kind}", values))]
    options += [
        Option(cased(text, written), False, Feedback(f"{EXERCISE}.not-{kind}", {**values, "said": text}))
        for text in pool[:_WRONG]
    ]
    return Choice(
        id=f"{EXERCISE}-{fingerprint(evidence, key)}",
        exercise=EXERCISE,
        skill="grammar",
        level=material.level,
        stem="Welches Wort passt? Achte auf die Stellung des Verbs.",
        context=blanked(material, sentence, token, since=sentence - joins),
        evidence=(evidence,),
        lemma=key,
        options=tuple(sorted(options, key=lambda option: option.text)),
    )
