"""Words of time and place that another sentence explains: `dort`, `bis dahin`, `in dem Jahr`."""

from collections.abc import Sequence

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_PLACES = frozenset({"hier", "dort"})
_APART = frozenset({("in", "dem"), ("an", "dem"), ("zu", "dem"), ("von", "dem")})
_OCCASIONS = wordclass("nouns.occasions")
_OF_TIMES = wordclass("prepositions.of-times")  # `nach der Wende` is no place


def is_that_time(material: Material, token: int) -> bool:
    """`In dem Jahr betrug …`: written apart it is the one told of before; not `in dem Jahr, in dem …`."""
    words = material.analysis.words
    if [one.tag for one in words[token : token + 3]] != ["APPR", "ART", "NN"]:
        return False
    apart = (material.analysis.form(token).lower(), material.analysis.form(token + 1)) in _APART
    known = words[token + 2].lemma in column("times.tsv") | _OCCASIONS
    return apart and known and material.analysis.form(token + 3) != ","


def is_there(material: Material, tokens: Sequence[int], token: int) -> bool:
    """`Dort …`, `der dortige Leiter` with no noun before it that says where."""
    there = material.analysis.form(token).lower() in _PLACES and material.analysis.words[token].tag == "ADV"
    if not there and material.analysis.words[token].lemma not in {"dortig", "hiesig"}:
        return False
    return not any(_is_place(material, one) for one in tokens if one < token)


def _is_place(material: Material, token: int) -> bool:
    """Whether a noun or name can say where: a name, or a noun behind a preposition."""
    words = material.analysis.words
    if words[token].tag in {"NE", "FM"}:
        return not extent.in_person(material.analysis, token)
    phrase = next(
        (one for one in noun_phrases(material, extent.sentence_of(material.analysis, token)) if one.head == token), None
    )
    if phrase is None or phrase.preposition is None:
        return False
    if words[token].lemma in column("times.tsv") | column("calendar.tsv") | {"Nacht"}:
        return False
    if words[token].lemma.endswith(tuple(wordclass("times.parts-of-days"))):  # `an einem Sonntagmorgen`
        return False
    return material.analysis.form(phrase.preposition).lower() not in _OF_TIMES


def says_till_then(material: Material, sentence: int) -> bool:
    """`Bis dahin wird um elf geschlossen` where no day stands in the sentence before: till when is told further up."""
    article = material.analysis.article
    own = article.tokens_of(article.sentences[sentence])
    before = article.tokens_of(article.sentences[sentence - 1]) if sentence else ()
    dated = {material.analysis.words[token].lemma for token in before} & (column("times.tsv") | column("calendar.tsv"))
    return not dated and any(is_till_then(material, token) for token in own[1:])


def is_till_then(material: Material, token: int) -> bool:
    """`hat bis dahin 212 Unterschriften gesammelt`: till when, the sentence before says."""
    return (material.analysis.form(token - 1).lower(), material.analysis.form(token)) == ("bis", "dahin")
