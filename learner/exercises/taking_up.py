"""Whether a statement takes up what an article told before: `Den Einwand kennt Weber`, `hört sich den Vorwurf an`."""

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.questions.nouns import is_role
from learner.exercises.statement import Statement
from learner.language.agreement import NounPhrase
from learner.lexicon.wordclasses import wordclass

_FAMILIES = wordclass("nouns.of-one-house")
_THERE = wordclass("verbs.to-a-place-told")
_BARE = 2  # article and noun


def points_back(material: Material, statement: Statement) -> bool:
    """Whether a noun that has nothing but its article takes up what is told before: `Den Einwand kennt …`.

    At the beginning any object does, elsewhere `den Vorwurf` or `das Ergebnis`, and `die 86-Jährige` somebody.
    """
    found = _definite(material, statement)
    opens = any(_is_bare(material, one) and _opens_with_known(material, statement, one) for one in found)
    return opens or takes_up_things(material, statement) or any(_is_somebody(material, one) for one in found)


def takes_up_things(material: Material, statement: Statement) -> bool:
    """Whether a noun with nothing but its article is something told before; persons are not looked at."""
    found = _definite(material, statement)
    return (
        any(_is_counted(material, phrase) for phrase in found)
        or _owns_what_was_said(material, statement)
        or _goes_there(material, statement)
        or any(_is_bare(material, one) and _sums_up(material, statement, one) for one in found)
    )


def _goes_there(material: Material, statement: Statement) -> bool:
    """`Uwe Kallweit will hingehen`: where to, another sentence says."""
    return any(material.analysis.words[token].lemma in _THERE for token in statement.tokens)


def _owns_what_was_said(material: Material, statement: Statement) -> bool:
    """`Monika Teschner weiß ihre Antwort schon`: to what, another sentence says."""
    return any(
        material.analysis.words[token].lemma in wordclass("nouns.of-what-was-said")
        and material.analysis.words[token - 1].tag == "PPOSAT"
        for token in statement.tokens[1:]
    )


def _definite(material: Material, statement: Statement) -> list[NounPhrase]:
    """Its noun phrases with a definite article and no name behind them."""
    definite = wordclass("determiners.definite")
    return [
        one
        for one in noun_phrases(material, statement.sentence)
        if one.determiner in statement.tokens
        and one.determiner is not None
        and material.analysis.form(one.determiner).lower() in definite
        and not extent.in_name(material.analysis, one.head + 1)
    ]


def _is_bare(material: Material, phrase: NounPhrase) -> bool:
    """Whether neither an adjective nor a genitive or a clause behind it says which."""
    behind = material.analysis.words[phrase.head + 1].tag
    return len(phrase.tokens) <= _BARE and behind not in {"ART", "PPOSAT", "CARD", "$,", "ADJ(A)"}


def _is_counted(material: Material, phrase: NounPhrase) -> bool:
    """`Für die fünf Fälle gab es einen Freispruch`, `in 17 der 41 Fälle`: of them another sentence tells."""
    words_ = material.analysis.words
    counted = [words_[token].tag for token in phrase.tokens] == ["ART", "CARD", "NN"]
    return counted and words_[phrase.head + 1].tag not in {"ART", "NE", "APPR", "$,"}


def _is_somebody(material: Material, phrase: NounPhrase) -> bool:
    """`der Monteur`, `der Angesprochene`, `die 86-jährige Bernerin`: who that is, another sentence says."""
    lemma = material.analysis.words[phrase.head].lemma
    if any("jährige" in material.analysis.form(token).lower() for token in phrase.tokens):
        return True
    if material.analysis.words[phrase.head].tag == "NNA":  # plurals end in -en, things have `das`
        return _is_bare(material, phrase) and material.analysis.form(phrase.head).endswith("e") and phrase.gender != "n"
    somebody = is_role(lemma) or lemma.endswith("in") or lemma in _FAMILIES
    return _is_bare(material, phrase) and phrase.number == "Sing" and somebody


def _sums_up(material: Material, statement: Statement, phrase: NounPhrase) -> bool:
    """`den Vorwurf`, `das Ergebnis`."""
    words_ = material.analysis.words
    judged = any(words_[token].lemma == "halten" for token in statement.tokens)  # `hält den Schritt für …`
    of_it = words_[phrase.head + 1].tag.startswith("APPR") and not judged
    if of_it and material.analysis.form(phrase.head + 1) in wordclass("prepositions.after-nouns") - {"an", "am"}:
        return False
    return words_[phrase.head].lemma in wordclass("nouns.of-what-was-said")


def _opens_with_known(material: Material, statement: Statement, phrase: NounPhrase) -> bool:
    """`Aus den Schwankungen errechnet …`, `Den Zuschlag erhielt …`: of it the sentence before tells."""
    first = statement.tokens[0]
    if phrase.tokens[0] == first:
        return material.analysis.words[first].tag == "ART" and "Nom" not in phrase.cases
    opens = phrase.tokens[0] == first + 1 and material.analysis.words[first].tag == "APPR"
    return opens and material.analysis.form(first).lower() in wordclass("prepositions.of-known-things")
