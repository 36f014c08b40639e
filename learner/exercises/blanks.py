"""A sentence of the article with one of its words missing, for choices."""

import re
from dataclasses import replace
from functools import lru_cache

from learner.exercises.contexts import shows
from learner.exercises.leaning import lead, stands
from learner.exercises.material import Material
from learner.exercises.misspelt import standard_spellings
from learner.exercises.passage import BLANK, Cut, gapped
from learner.exercises.readable import is_readable

_TELLING = 4  # letters; a shorter word beside its gap gives nothing away
_WORD = re.compile(r"\w+")


def blanked(material: Material, sentence: int, token: int, *, since: int | None = None) -> str:
    """The sentence with a blank in the place of a token, behind the one it leans on."""
    article = material.analysis.article
    span, start = article.tokens[token], article.sentences[sentence].start
    text = material.analysis.sentence_text(sentence)
    before = lead(material, sentence, since=since) or ""
    return before + text[: span.start - start] + BLANK + text[span.end - start :]


def with_gaps(material: Material, sentence: int, cuts: list[Cut]) -> str:
    """The sentence in the notation of passages, with a gap for every cut, behind the one it leans on."""
    start = material.analysis.article.sentences[sentence].start
    given_away = any(stands_before(material, sentence, _word_around(material, cut)) for cut in cuts)
    before = "" if given_away else lead(material, sentence) or ""
    return before + gapped(material.analysis.sentence_text(sentence), start, [_spelt(material, cut) for cut in cuts])


def _spelt(material: Material, cut: Cut) -> Cut:
    """With what is missing in the spelling of Germany as well, where a Swiss page has ss for ß."""
    token = next(one for one in material.analysis.article.tokens if one.end >= cut.end)
    given, form = material.analysis.article.text[token.start : cut.start], material.analysis.article.slice(token)
    others = (one for one in standard_spellings(material, form) if cut.end == token.end and one.startswith(given))
    return replace(cut, alternatives=(*cut.alternatives, *(one[len(given) :] for one in others)))


def stands_before(material: Material, sentence: int, form: str) -> bool:
    """Whether a word stands in what is shown before a sentence too."""
    return form.lower() in _WORD.findall((lead(material, sentence) or "").lower())


def _word_around(material: Material, cut: Cut) -> str:
    """The word a gap is made in, with the letters that are shown; empty for a short one, which gives nothing away."""
    token = next(one for one in material.analysis.article.tokens if one.end >= cut.end)
    word = material.analysis.article.slice(token).lower()
    return word if len(word) >= _TELLING else ""


@lru_cache(maxsize=2)
def usable(material: Material) -> tuple[int, ...]:
    """The sentences that can be shown and worked on: whole, of the running text, readable for the learner."""
    article = material.analysis.article
    return tuple(
        number
        for number, sentence in enumerate(article.sentences)
        if shows(material, number) and is_readable(material, article.tokens_of(sentence))
    )


@lru_cache(maxsize=2)
def standing(material: Material) -> tuple[int, ...]:
    """Those of them that are understood by themselves, or with the sentence before them."""
    return tuple(number for number in usable(material) if stands(material, number))


def cased(form: str, like: str) -> str:
    """A form with a capital letter where the word it stands for has one."""
    return form[:1].upper() + form[1:] if like[:1].isupper() else form
