"""Damaged words of which nobody knows what else could stand there: article, degree or last part are open."""

import re

from learner.exercises import extent
from learner.exercises.ending import article_ending, readings_of
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.same_form import is_alike
from learner.exercises.wordlists import ordered
from learner.language.agreement import NounPhrase
from learner.language.clauses import clause_of
from learner.language.wordbook import wordbook
from learner.lexicon.lexicon import Lexicon
from learner.lexicon.wordclasses import wordclass

_BARE = 2  # tokens of a phrase without an adjective, which would show the number
_RARER = 1.0  # steps by which nobody thinks of the other word first
_HEARD_OF = 3.0  # Zipf of a compound that may come to mind
_JOINED = 4  # letters of a last part that is told apart by its frequency alone
_SPRINGS = frozenset({"Frühling", "Frühjahr"})
_NEAR = 7  # tokens before a relative pronoun in which the noun it means stands
_USUAL_HEAD = 4.3  # Zipf of a noun of three letters that ends compounds
_TWO_PARTS = 7  # letters
_TOLD_OF_HEAD = 2  # letters of the last part of a compound that tell which one it is
_WEAK_E = frozenset({("Nom", "m"), ("Nom", "f"), ("Nom", "n"), ("Acc", "f"), ("Acc", "n")})  # `die neue Halle`
_COMPARED = frozenset({"ADJ(A)", "NNA", "NN"})
_DEGREE = re.compile(r"(.{3,})(er|st)(e[nmrs]?)")
_TURNED = {"er": "st", "st": "er"}


def is_undecided(material: Material, token: int, whole: str) -> bool:
    """Whether no table says which words of the length of `whole` can stand for the token."""
    tag = material.analysis.words[token].tag
    pointing = tag == "PTKVZ" and whole.startswith(("her", "hin"))  # `herauf`, `herbei`
    verb = tag == "NN" and whole.islower()  # `wer klage, müsse …`: taken for a noun
    if pointing or verb or whole in _SPRINGS or _is_part_of_day(whole):
        return True
    open_ = _is_before_name(material, token) or _is_open_article(material, token)
    return open_ or _has_other_degree(material, token, whole)


def _is_before_name(material: Material, token: int) -> bool:
    """`I_ Kollnau`: nobody knows whether the place has an article."""
    words = material.analysis.words[token : token + 2]
    return len(words) > 1 and words[0].tag == "APPRART" and words[1].tag in {"NE", "FM"}


def _is_open_article(material: Material, token: int) -> bool:
    """`d__ Mitarbeiter` as subject or object, one or several; `der Berg Müll, d__ …`: which noun is meant is open."""
    word = material.analysis.words[token]
    sentence = extent.sentence_of(material.analysis, token)
    if word.tag == "PRELS":
        before = range(material.analysis.article.sentences[sentence].first, token)
        return sum(material.analysis.words[one].pos in {"NOUN", "PROPN"} for one in before[-_NEAR:]) > 1
    if word.tag != "ART":
        return False
    phrase = next((one for one in noun_phrases(material, sentence) if one.determiner == token), None)
    if phrase is None:  # `in d__ obersten lagen Platten`: of one or of several, no noun is there to tell
        return any(word.tag == "ADJ(A)" for word in material.analysis.words[token + 1 : token + 2])
    hidden = _is_of_two_genders(material, phrase) or _hides_number(material, phrase)
    if hidden or _acts_or_is_acted_on(material, sentence, phrase):
        return True
    if len(phrase.tokens) != _BARE or phrase.cases == ("Nom",) or "Nom" not in phrase.cases:
        return False
    readings = readings_of(material, phrase)
    return {"p"} < {gender for case, gender in readings if case in phrase.cases}


def _acts_or_is_acted_on(material: Material, sentence: int, phrase: NounPhrase) -> bool:
    """`Bekannt machte sie d__ Käse`: the cheese her, or she the cheese."""
    clause = clause_of(material.analysis, sentence, phrase.head)
    own = phrase.preposition is None and "m" in {gender for case, gender in readings_of(material, phrase)}
    if clause is None or not own or phrase.number != "Sing" or not {"Nom", "Acc"} & set(phrase.cases):
        return False
    pronouns = {material.analysis.form(one) for one in clause.tokens if material.analysis.words[one].tag == "PPER"}
    others = (one for one in noun_phrases(material, sentence) if one.head in clause.tokens and one != phrase)
    return bool(pronouns) and pronouns <= {"sie", "es"} and all(one.preposition is not None for one in others)


def _hides_number(material: Material, phrase: NounPhrase) -> bool:
    """`auf d__ Nutzer`, `d__ autonomen Autos`: the noun shows no number, nor do adjectives, which all end in -en."""
    inside = phrase.tokens[1:-1]
    weak = all(
        material.analysis.words[one].tag == "ADJ(A)" and material.analysis.form(one).endswith("en") for one in inside
    )
    fitting = [one for one in readings_of(material, phrase) if one[0] in phrase.cases]
    found = [one for one in fitting if not inside or one not in _WEAK_E]
    several = {article_ending("d", one) for one in found if one[1] == "p"}
    single = {article_ending("d", one) for one in found if one[1] != "p"}
    return weak and bool(several and single) and several != single


def _is_of_two_genders(material: Material, phrase: NounPhrase) -> bool:
    """`d__ Vorgesetzten`, `in d__ Keltischen See`: a man or a woman, the lake or the sea."""
    word = material.analysis.words[phrase.head]
    lexeme = wordbook(material.lexicon).lookup(word.lemma, "NOUN")
    noun = lexeme.noun if lexeme else None
    return word.tag == "NNA" or (noun is not None and (noun.declension == "adjectival" or len(noun.genders) > 1))


def _has_other_degree(material: Material, token: int, form: str) -> bool:
    """`die jüng____`: the younger ones or the youngest."""
    if material.analysis.words[token].tag not in _COMPARED:
        return False
    found = _DEGREE.fullmatch(form.lower())
    other = found and f"{found[1]}{_TURNED[found[2]]}{found[3]}"
    return other is not None and material.lexicon.is_word(other)


def hides_head(material: Material, token: int, form: str, kept: int) -> bool:
    """`Arbeit______`: of a compound the first noun is shown, and another noun of that length can follow."""
    head = wordbook(material.lexicon).head(form) if form[:1].isupper() else None
    if head is None or not _is_put_together(material.lexicon, form[: head[0]], head[1]):
        return False
    if kept < head[0] + _TOLD_OF_HEAD:  # `Rückzu_______`, `Parka______`: many a noun could follow, in the table or not
        return True
    found = material.lexicon.completions(form[:kept], range(len(form), len(form) + 1))
    own = material.lexicon.zipf(material.analysis.words[token].lemma, "NOUN") or _HEARD_OF
    others = (one for one in found if one.form != form and (one.zipf or 0.0) >= max(own - _RARER, _HEARD_OF))
    return any(is_alike(material, token, form, one) for one in others)


def _is_put_together(lexicon: Lexicon, first: str, last: str) -> bool:
    """Whether both parts are words people know: `Kilo` and `Meter`, not `Jah` and `Ren`, `Mate` and `Rial`.

    A long first part is put together itself (`Mehrweg`).
    """
    bare = {first, first.removesuffix("s"), first.removesuffix("en"), first.removesuffix("n"), f"{first}en"}  # `Miet-`
    begins = len(first) >= _TWO_PARTS or any(
        (lexicon.form_zipf(form) or 0.0) >= _HEARD_OF for one in bare for form in (one, one.lower())
    )
    least = _USUAL_HEAD if len(last) < _JOINED else _HEARD_OF
    whole = len(last) > _JOINED and lexicon.lookup(last, "NOUN") is not None  # `Bildner`
    return begins and (whole or (lexicon.zipf(last, "NOUN") or 0.0) >= least)


def _is_part_of_day(form: str) -> bool:
    """`Freitagabend`: the night of that day is as long."""
    day = next((one for one in ordered("calendar.txt")[0] if form.startswith(one) and form != one), "")
    return form.removeprefix(day) in wordclass("times.parts-of-days") if day else False
