"""ending: of an article behind a preposition with one case, of an adjective; from B2 on of what is hard to decline."""

from collections.abc import Iterator
from functools import cache

from learner.exercises.blanks import standing, with_gaps
from learner.exercises.difficulty import at_least
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.material import Material, fingerprint
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.passage import Cut
from learner.exercises.upper_endings import Ending, upper_endings
from learner.exercises.wordlists import grammar_words
from learner.language.agreement import NounPhrase
from learner.language.clauses import clauses
from learner.language.tables import mapping, rows
from learner.language.wordbook import wordbook
from learner.lexicon.wordclasses import wordclass, wordrow

EXERCISE = "ending"
_FEWEST_ZIPF = 3.0
_CASES = {"Nom": "Nominativ", "Acc": "Akkusativ", "Dat": "Dativ", "Gen": "Genitiv"}
_GENDERS = {"m": "Maskulinum", "f": "Femininum", "n": "Neutrum"}
_DEFINITE = {"r": "er", "e": "ie", "s": "as", "n": "en", "m": "em", "es": "es"}
_STEMS = ("ein", "kein", "dies", "jed")
_WEAK = wordclass("determiners.definite")
_LIKE_EIN = wordrow("determiners.ein-stems")
_LIKE_DER = wordrow("determiners.der-stems")
Reading = tuple[str, str]  # case, and gender or `p` for the plural


def generate(material: Material) -> tuple[Item, ...]:
    """One item per noun phrase with one possible ending, in the order of the article; the same words are asked once."""
    found = (item for number in standing(material) for item in _items(material, number))
    return tuple({(item.feedback.values["key"], item.feedback.values["noun"]): item for item in found}.values())


def _items(material: Material, sentence: int) -> Iterator[Gap]:
    if at_least(material.level, "B2"):
        found = (one for one in upper_endings(material, sentence) if not _is_measured(material, one.phrase))
        known = (one for one in found if one.phrase.gender or one.phrase.number == "Plur")
        yield from (_item(material, sentence, one) for one in known)
        return
    purposes = {one.start_token for one in clauses(material.analysis, sentence) if one.kind == "infinitive"}
    for phrase in noun_phrases(material, sentence):
        if phrase.determiner is None or not phrase.gender or phrase.preposition in purposes:
            continue
        if (material.lexicon.zipf(material.analysis.words[phrase.head].lemma, "NOUN") or 0.0) < _FEWEST_ZIPF:
            continue  # `durch den Kordon`: nobody knows its gender
        if material.analysis.words[phrase.tokens[-1] + 1].tag == "KON":  # `der Zahlungsarten und -zielen`
            continue
        item = _adjective(material, sentence, phrase) if phrase.certain or _is_subject_or_object(phrase) else None
        item = item or (_article(material, sentence, phrase) if phrase.certain else None)
        if item:
            yield item


def _is_subject_or_object(phrase: NounPhrase) -> bool:
    """`die einzige Ärztin`: which of the two it is changes no ending."""
    return phrase.cases == ("Nom", "Acc") and bool(phrase.number)


def _is_measured(material: Material, phrase: NounPhrase) -> bool:
    """`Mengen hochproblematischer Abfälle`: behind an amount the case of the amount is as right."""
    return material.analysis.words[phrase.tokens[0] - 1].lemma in grammar_words("amounts.txt")


def _adjective(material: Material, sentence: int, phrase: NounPhrase) -> Gap | None:
    """`der neu[[en]] Brücke`: what the article leaves possible takes one ending."""
    inside = [token for token in phrase.tokens if token not in {phrase.determiner, phrase.head}]
    if len(inside) != 1 or phrase.determiner is None or material.analysis.words[inside[0]].tag != "ADJ(A)":
        return None
    if material.level in {"A1", "A2"} and not _is_plain(material, material.analysis.words[inside[0]].lemma):
        return None
    article = material.analysis.form(phrase.determiner).lower()
    form, lemma = material.analysis.form(inside[0]), material.analysis.words[inside[0]].lemma
    stem, ending = _stem_of(article), _adjective_ending(form, lemma)
    if not stem or not ending:
        return None
    kind = "mixed" if stem in _LIKE_EIN else "weak"
    possible = {_ending(kind, reading) for reading in _left(material, phrase, article)}
    found = Ending(inside[0], ending, phrase, " ".join(phrase.cases))
    return _item(material, sentence, found) if possible == {ending} else None


def _is_plain(material: Material, lemma: str) -> bool:
    """Whether beginners know the adjective."""
    lexeme = material.lexicon.lookup(lemma, "ADJ")
    return lexeme is not None and lexeme.level in {"A1", "A2"}


def _adjective_ending(form: str, lemma: str) -> str:
    """What the form adds to its lemma; empty where the stem changes."""
    stems = {lemma, lemma.removesuffix("e")}
    return next((one for one in ("em", "en", "er", "es", "e") if form.endswith(one) and form[: -len(one)] in stems), "")


def _article(material: Material, sentence: int, phrase: NounPhrase) -> Gap | None:
    """`mit d[[er]] Brücke`: the preposition has one case, the noun one gender."""
    assert phrase.determiner is not None
    if phrase.preposition is None or len(phrase.tokens) != 2:
        return None
    cases = mapping("government.tsv").get(material.analysis.form(phrase.preposition).lower(), "").split(",")
    form = material.analysis.form(phrase.determiner)
    stem = next((one for one in (*_STEMS, "d") if form.startswith(one)), "")
    ending = form[len(stem) :]
    if len(cases) != 1 or not stem or not ending:
        return None
    if at_least(material.level, "B1") and (ending in {"e", "ie"} or _is_first_noun(material, phrase)):
        return None  # `für eine`, `mit dem Bus`: the form everybody knows
    readings = {reading for reading in readings_of(material, phrase) if reading[0] == cases[0]}
    possible = {article_ending(stem, reading) for reading in readings}
    found = Ending(phrase.determiner, ending, phrase, cases[0])
    return _item(material, sentence, found) if possible == {ending} else None


def _is_first_noun(material: Material, phrase: NounPhrase) -> bool:
    """Whether beginners learn the noun with its article first."""
    lexeme = material.lexicon.lookup(material.analysis.words[phrase.head].lemma, "NOUN")
    return lexeme is not None and lexeme.level == "A1"


def _left(material: Material, phrase: NounPhrase, article: str) -> set[Reading]:
    """What noun, article and preposition leave possible."""
    found = readings_of(material, phrase)
    if phrase.preposition is not None:
        cases = mapping("government.tsv").get(material.analysis.form(phrase.preposition).lower(), "").split(",")
        found = {reading for reading in found if reading[0] in cases}
    stem = _stem_of(article)
    return {reading for reading in found if article_ending(stem, reading) == article[len(stem) :]}


def _stem_of(article: str) -> str:
    """`d` of `den`, `sein` of `seinem`, `jed` of `jeder`; empty where it is no article."""
    if article in _WEAK:
        return "d"
    return next((one for one in (*_LIKE_EIN, *_LIKE_DER) if article.startswith(one)), "")


def readings_of(material: Material, phrase: NounPhrase) -> set[Reading]:
    """Case, and gender or `p`, of every reading of the phrase's noun."""
    readings = wordbook(material.lexicon).noun_readings(material.analysis.form(phrase.head))
    return {(one.case, "p" if one.number == "Plur" else one.gender) for one in readings}


@cache
def _table(kind: str) -> dict[Reading, str]:
    """Reading -> ending of the articles or adjectives of a declension."""
    found: dict[Reading, str] = {}
    for name, ending, marks in rows("determiners.tsv"):
        if name == kind:
            for mark in marks.split(";"):
                case, gender = mark.split(" ")
                found[case, gender] = ending
    return found


def _ending(kind: str, reading: Reading) -> str:
    mark = _table(kind).get(reading, "?")
    return mark if mark in {"e", "?"} else f"e{mark}"


def article_ending(stem: str, reading: Reading) -> str:
    """The letters behind the stem (`d`, `ein`, `dies`); `?` where there is no such form."""
    if stem in _LIKE_EIN:
        if stem == "ein" and reading[1] == "p":
            return "?"
        mark = _table("ein").get(reading, "?")
        return "" if mark == "0" else mark if len(mark) == 2 or mark == "e" else "e" + mark
    mark = _table("der").get(reading, "?")
    if stem == "d":
        return _DEFINITE.get(mark, "?")
    return mark if mark in {"e", "es"} else f"e{mark}"


def _stem(material: Material, one: Ending) -> str:
    """What is to be completed: of `d____` the whole word is typed, of others the end."""
    if material.analysis.words[one.token].tag.startswith("PREL"):
        return "Ergänze das Relativpronomen."
    article = material.analysis.form(one.token).lower().startswith(("d", "ein")) and not _is_pointing(material, one)
    return "Ergänze den Artikel." if one.token == one.phrase.determiner and article else "Ergänze die Endung."


def _is_pointing(material: Material, one: Ending) -> bool:
    """`dies____`: no article, of which an ending is typed."""
    return material.analysis.form(one.token).lower().startswith("dies")


def _item(material: Material, sentence: int, one: Ending) -> Gap:
    phrase, token = one.phrase, one.token
    span = material.analysis.article.tokens[token]
    evidence = material.analysis.sentence_text(sentence)
    number = "Plural" if phrase.number == "Plur" else "Singular"
    values = {
        "key": material.analysis.form(token),
        "noun": material.analysis.form(phrase.head),
        "case": " oder ".join(_CASES[case] for case in one.case.split()),
        "gender": _GENDERS[phrase.gender] if number == "Singular" else "",
        "number": number,
    }
    return Gap(
        id=f"{EXERCISE}-{fingerprint(evidence, str(token - phrase.tokens[0]), values['noun'])}",
        exercise=EXERCISE,
        skill="grammar",
        level=material.level,
        stem=_stem(material, one),
        evidence=(evidence,),
        passage=with_gaps(material, sentence, [Cut(span.end - len(one.letters), span.end)]),
        feedback=Feedback(f"{EXERCISE}.right", values),
    )
