"""Pieces of information that an article gives in one place only: what its paragraphs report, a statement each."""

import re
from dataclasses import dataclass
from functools import lru_cache

from learner.exercises.bare_das import may_be_bare_das
from learner.exercises.cores import cores
from learner.exercises.fields import main_clause
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.paragraphs import prose, sentences_of
from learner.exercises.paraphrasing import paraphrased
from learner.exercises.statement import Statement
from learner.exercises.statements import statements
from learner.exercises.taking_up import points_back
from learner.exercises.told_fully import named_in, needs_nothing
from learner.exercises.told_once import content, told_elsewhere
from learner.exercises.wordlists import ordered, words
from learner.lexicon.wordclasses import wordclass

_LENGTH = range(6, 27)  # tokens
_MOST_SIGNS = 150
_FEWEST_TOLD = 3
_FEWEST_WORDS = 6  # with the full stop
_LARGE = frozenset({"Million", "Milliarde"})
_COUNTED = frozenset({"NN", "NNA", "NE", "ADJ(A)"})
_ADVERBS = frozenset({"PAV", "PROAV"})
_OPENERS = frozenset({"PWS", "PIS", "ADV", "PAV", "PROAV", "KON"})
_DATE = re.compile(r"\d{1,2}\.|(1[0-9]|20)\d\d|\d{1,2}[.:]\d\d")


@dataclass(frozen=True, slots=True)
class Point:
    """What is said, in which paragraph and where in it, and what sets it apart."""

    sentence: int
    paragraph: int
    text: str
    place: int
    copied: bool
    dated: bool
    once: bool
    telling: frozenset[str]


@lru_cache(maxsize=2)
def points(material: Material) -> tuple[Point, ...]:
    """Every statement that is understood by itself and told nowhere else, in the order of the article."""
    running = {number: sentences_of(material, number) for number in prose(material)}
    found: list[Point] = []
    for one in _statements(material):
        paragraph = material.analysis.article.sentences[one.sentence].paragraph
        if paragraph in running and _is_fit(material, one):
            said = paraphrased(material, one) or one
            place = one.sentence - running[paragraph][0]
            text = said.text(material.analysis)
            again, telling = told_elsewhere(material, one)
            dated = _is_dated(material, one)
            found.append(Point(one.sentence, paragraph, text, place, said is one, dated, not again, telling))
    return tuple(one for one in found if len(one.text) <= _MOST_SIGNS)


def _statements(material: Material) -> list[Statement]:
    """Whole sentences that stand alone, and of the others the main clauses that do."""
    whole = statements(material)
    numbers = {one.sentence for one in whole}
    parts = (one for one in cores(material) if one.sentence not in numbers)
    return sorted([*whole, *parts], key=lambda one: one.sentence)


def _is_fit(material: Material, statement: Statement) -> bool:
    """Whether it tells something of this article that needs no other sentence."""
    return (
        len(statement.tokens) in _LENGTH
        and needs_nothing(material, statement)
        and _says_enough(material, statement)
        and not _is_somebodys(material, statement)
        and not _is_vague(material, statement)
        and not points_back(material, statement)
        and not _is_unreal(material, statement)
    )


def _says_enough(material: Material, statement: Statement) -> bool:
    """Whether it names two things, or one of which it tells two more."""
    named = named_in(material, statement)
    forms = [material.analysis.form(token) for token in statement.tokens]
    if len(forms) <= _FEWEST_WORDS and not any(form[0].isdigit() for form in forms):
        return False  # `Der Verband reagierte empört.`
    return len(named) > 1 or (len(named) == 1 and len(content(material, statement.tokens)) >= _FEWEST_TOLD)


def _is_unreal(material: Material, statement: Statement) -> bool:
    """`Viele Menschen würden die Zeit falsch einschätzen`: who says so stands in another sentence."""
    finite = main_clause(material, statement).finite
    return finite is not None and material.analysis.words[finite].features.get("Mood") == "Sub"


def _is_somebodys(material: Material, statement: Statement) -> bool:
    """Whether `er` or `sie` stands in what is said or in the words that say whose it is."""
    sentence = material.analysis.article.sentences[statement.sentence]
    if not any(quote.start < sentence.end and quote.end > sentence.start for quote in material.analysis.quotes):
        return False
    words_ = material.analysis.words
    return any(words_[token].tag in {"PPER", "PPOSAT"} and token not in statement.instead for token in statement.tokens)


def _is_dated(material: Material, statement: Statement) -> bool:
    """A day, month, year or time of day."""
    forms = [material.analysis.form(token) for token in statement.tokens]
    days = tuple(frozenset[str]().union(*ordered("calendar.txt")))
    return any(_DATE.fullmatch(form) or form == "Uhr" or form.startswith(days) for form in forms)


def _is_vague(material: Material, statement: Statement) -> bool:
    """Whether it holds everywhere, only sets a scene, or leans on another sentence (`später`, `damit`, `das Ganze`)."""
    forms = {material.analysis.form(token).lower() for token in statement.tokens}
    leaning = forms & (words("scene_words.txt") | wordclass("adverbs.of-order"))
    pointing = any(_points(material, token) for token in statement.tokens)
    if leaning or pointing or _sets_scene(material, statement):
        return True
    unclear = _lacks_noun(material, statement) or _has_two_subjects(material, statement)
    return unclear or _opens_badly(material, statement) or _compares(material, statement)


def _lacks_noun(material: Material, statement: Statement) -> bool:
    """`… ist das neueste.`: of what, another sentence says; and what begins with a sign."""
    article, last = (material.analysis.form(token) for token in statement.tokens[-3:-1])
    sign = not material.analysis.form(statement.tokens[0])[0].isalnum()
    return sign or (article in wordclass("determiners.definite") and last.islower())


def _has_two_subjects(material: Material, statement: Statement) -> bool:
    """`Die fetten Eckern brauchen die Jungtiere`: both could do it."""
    found = [one for one in noun_phrases(material, statement.sentence) if set(one.tokens) <= set(statement.tokens)]
    able = [one for one in found if one.preposition is None and {"Nom", "Acc"} <= set(one.cases)]
    plural = [one for one in able if one.number == "Plur" and one.determiner is not None]
    return len(plural) > 1 and plural[0].tokens[0] == statement.tokens[0]


def _sets_scene(material: Material, statement: Statement) -> bool:
    """`Zwei Männer lehnen an der Heizung`; with a figure it tells more."""
    finite = main_clause(material, statement).finite
    forms = [material.analysis.form(token) for token in statement.tokens]
    figure = any(form[0].isdigit() for form in forms)
    scenes = wordclass("verbs.of-scenes")
    return finite is not None and material.analysis.words[finite].lemma in scenes and not figure


def _points(material: Material, token: int) -> bool:
    """A pronominal adverb, `das` alone, or an amount of something that is not named."""
    word = material.analysis.words[token]
    adverb = word.tag in _ADVERBS or (word.tag == "ADV" and material.analysis.form(token) == "weiter")
    return adverb or may_be_bare_das(material, token) or _lacks_counted(material, token)


def _opens_badly(material: Material, statement: Statement) -> bool:
    """Whether `Wer …`, an adverb or `49 Prozent` of something comes first; `Rund 640 …` and `Bisher …` may."""
    words_, first, second = material.analysis.words, *statement.tokens[:2]
    counts = words_[second].tag == "CARD" or material.analysis.form(second) in {"als", "zu"}
    rated = material.analysis.form(first) == "Als" and words_[second].tag == "NN"  # `Als Ursache galt …`
    share = words_[first].tag == "CARD" and words_[second].lemma == "Prozent"
    bare = share and words_[statement.tokens[2]].tag.startswith("V")
    alone = material.analysis.form(first).lower() in wordclass("adverbs.of-standing")
    return bare or rated or (words_[first].tag in _OPENERS and not counts and not alone)


def _compares(material: Material, statement: Statement) -> bool:
    """`bewerteten den Verlust höher`: than what, another sentence says."""
    forms = {material.analysis.form(token).lower() for token in statement.tokens}
    return not forms & {"als", "je"} and any(_is_comparative(material, token) for token in statement.tokens)


def _is_comparative(material: Material, token: int) -> bool:
    word, form = material.analysis.words[token], material.analysis.form(token)
    return word.tag == "ADJ(D)" and form.endswith("er") and word.lemma != form


def _lacks_counted(material: Material, token: int) -> bool:
    """`bis zu 880 Millionen` of what another sentence tells."""
    words_ = material.analysis.words
    assumed = words_[token].lemma == "Euro" and material.analysis.form(token + 1) == "aus"  # `gehen von 900 Euro aus`
    return assumed or (words_[token].lemma in _LARGE and words_[token + 1].tag not in _COUNTED)
