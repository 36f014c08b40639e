"""Quotations whose marks were lost on the way: what somebody said then reads as if the article told it."""

import re
from collections.abc import Mapping
from functools import lru_cache

from learner.exercises.material import Material
from learner.language.clauses import clause_of
from learner.language.sources import surely_saying
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_SMALL = frozenset("PPER PDS PPOSAT PDAT ADV PWAV PWS PWAT KOUS KON ART PTKNEG PROAV VV(FIN) VA(FIN) VM(FIN)".split())
_HEADING_GLUE = _SMALL - {"PPER", "PPOSAT"} | {"APPR", "APPRART", "KOKOM"}
_FIRST = wordclass("pronouns.first-person")
_MINE = wordclass("pronouns.first-person-alone")
_FEW, _ONE_IN = 2, 20  # sentences
_OURS = wordclass("pronouns.of-who-speaks")
_SAYS = re.compile(
    r"[,.?!] (?:sagt|sagte|sagten|erklärt|erklärte|meint|meinte|betont|betonte|schildert|berichtet|berichtete|erzählt|"
    r"warnte|warnt|kritisierte|forderte|fügte|ergänzte|so(?! dass)|hieß es) [^,]+\.$"
)
_NO_SPEAKER = re.compile(  # `lobt den Umfang, warnt jedoch vor Eile`, `Kehrt sie wieder, so gehören …`
    r", \w+ (?!(?:[A-ZÄÖÜ]|de[rs] |die |das |ein|er |sie |es |man |sein|ihr|unser|viele |mehrere ))[^,]+\.$"
)
_SUBORDINATE = ("KOU", "PW", "PREL")
_NEVER_SAY = wordclass("verbs.rarely-of-saying")
_NOBODY = ("APPR", "ADV", "PRF", "ADJ(D)")  # behind a verb: not who says it (`meldete am Freitag`)
_MARKS = frozenset('„“”"»«')
_REACH = 3  # sentences of the same paragraph that may belong to the same quotation


@lru_cache(maxsize=2)
def doubtful(material: Material) -> frozenset[int]:
    """The sentences that may be said by somebody although no quotation mark shows it."""
    article = material.analysis.article
    lost = [number for number in range(len(article.sentences)) if is_unmarked(material, number)]
    return frozenset(
        near
        for number in lost
        for near in range(max(0, number - _REACH), min(len(article.sentences), number + _REACH + 1))
        if article.sentences[near].paragraph == article.sentences[number].paragraph
    )


def is_unmarked(material: Material, sentence: int) -> bool:
    """Whether a speaker stands behind words that no quotation mark and no subjunctive shows to be his."""
    text = material.analysis.sentence_text(sentence)
    if _reports_and_quotes(material, sentence, text):
        return True
    if _MARKS & set(text):
        return False
    if _turns_to_speaker(material, sentence):
        return True
    if not (_ends_with_speaker(material, sentence, text) or _says_behind(material, sentence)):
        return False
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    return not any(material.analysis.words[token].features.get("Mood") == "Sub" for token in tokens)


def _reports_and_quotes(material: Material, sentence: int, text: str) -> bool:
    """`Man brauche Zeit: Das gehört geprüft.`: behind the colon somebody speaks, and no mark shows it."""
    reported, colon, said = text.partition(": ")
    if not colon or not said[:1].isupper() or _MARKS & set(text):
        return False
    end = material.analysis.article.sentences[sentence].start + len(reported)
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    before = [token for token in tokens if material.analysis.article.tokens[token].end <= end]
    behind = [token for token in tokens if token not in before]
    features = [material.analysis.words[token].features for token in before]
    told = any(_is_reported(one) for one in features) and "es sei denn" not in reported
    own = said.split()[0].lower() in _FIRST  # `… präsentiert sich: Ich bin …`
    says = any(_is_saying(material, one) for one in before)  # `Keller meinte: Es ist …`
    itself = _FIRST.intersection(reported.lower().split())  # `Ich fragte mich: War das alles?`
    goes_on = any(_is_reported(material.analysis.words[token].features) for token in behind)  # `…: Der Takt habe …`
    if not material.is_flat and (itself or goes_on):
        return False
    return (told or own or says) and any(material.analysis.words[token].tag.endswith("(FIN)") for token in behind)


def _is_reported(features: Mapping[str, str]) -> bool:
    return features.get("Mood") == "Sub" and features.get("Tense") == "Pres"


def _is_saying(material: Material, token: int) -> bool:
    """Whether it is the finite verb of somebody who says something, not of one who knows or thinks it.

    A page that has lost its paragraphs has lost its marks: there any verb that can introduce speech will do.
    """
    word = material.analysis.words[token]
    if material.is_flat:
        return word.lemma in column("reporting.tsv")
    return word.tag.endswith("(FIN)") and word.lemma in surely_saying() - _NEVER_SAY


def _says_behind(material: Material, sentence: int) -> bool:
    """`Besser so als gar nicht, riefen einige.`: words that are no clause before another, and who says them."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    commas = [token for token in tokens[1:-2] if material.analysis.form(token) == ","]
    if not commas:
        return False
    verb, who = material.analysis.words[commas[-1] + 1 : commas[-1] + 3]
    if not verb.tag.endswith("(FIN)") or not _is_saying(material, commas[-1] + 1):
        return False
    before = clause_of(material.analysis, sentence, commas[-1] - 1)
    kind = before.kind if before else "fragment"
    if material.is_flat:
        return kind in {"main", "fragment", "verb-first"}
    whole = any(material.analysis.words[one].tag.endswith("(FIN)") for one in tokens if one < commas[-1])
    return kind in {"main", "fragment"} and whole and not who.tag.startswith(_NOBODY)


def _ends_with_speaker(material: Material, sentence: int, text: str) -> bool:
    if not _SAYS.search(text):
        return False
    return material.is_flat or not (_NO_SPEAKER.search(text) or _opens_with_clause(material, sentence))


def _opens_with_clause(material: Material, sentence: int) -> bool:
    """`Wie das gelingt, erklärt unser Ratgeber.`: what is told is a clause of its sentence."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    commas = sum(material.analysis.form(token) == "," for token in tokens)
    return commas == 1 and material.analysis.words[tokens[0]].tag.startswith(_SUBORDINATE)


def _turns_to_speaker(material: Material, sentence: int) -> bool:
    """`Ich habe nicht den Eindruck, dass es eilt, ist er optimistisch.`: `ich` is told of as `er` behind a comma."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    forms = [material.analysis.form(token).lower() for token in tokens]
    last = max((place for place, form in enumerate(forms) if form == ","), default=0)
    if not _FIRST.intersection(forms[:last]) or forms[last + 2 : last + 3] not in (["er"], ["sie"]):
        return False
    return material.analysis.words[tokens[last + 1]].tag.endswith("(FIN)")


def speaks_unmarked(material: Material, sentence: int) -> bool:
    """`Unsere Staaten wollten das nie.` outside quotations, on a page that has lost marks elsewhere."""
    article = material.analysis.article
    quoted = [one for one in material.analysis.quotes if one.kind == "direct"]
    spans = (article.tokens[token] for token in article.tokens_of(article.sentences[sentence]))
    outside = (one for one in spans if not any(quote.start <= one.start < quote.end for quote in quoted))
    forms = {article.slice(one).lower() for one in outside}
    return bool(forms & _OURS and _has_lost_marks(material)) or bool(forms & _MINE and _has_other_teller(material))


@lru_cache(maxsize=2)
def _has_lost_marks(material: Material) -> bool:
    """Whether somebody speaks on the page and no mark shows it."""
    return any(is_unmarked(material, number) for number in range(len(material.analysis.article.sentences)))


@lru_cache(maxsize=2)
def _has_other_teller(material: Material) -> bool:
    """Whether hardly any sentence has `ich`: then the page is not told by who says so, and marks are lost."""
    article = material.analysis.article
    said = sum(
        any(material.analysis.form(token).lower() in _MINE for token in article.tokens_of(one))
        for one in article.sentences
        if not any(quote.start < one.end and one.start < quote.end for quote in material.analysis.quotes)
    )
    return said <= max(_FEW, len(article.sentences) // _ONE_IN)


def lost_quotation(material: Material, sentence: int) -> bool:
    """Whether a small word has a capital inside the sentence, or it ends inside: marks of a quotation are missing."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    forms = {material.analysis.form(token).lower() for token in tokens}
    told = any(material.analysis.words[token].features.get("Mood") == "Sub" for token in tokens)
    if forms & _FIRST or (not told and _SAYS.search(material.analysis.sentence_text(sentence))):
        return True
    return any(
        (material.analysis.words[token].tag in _SMALL and material.analysis.form(token)[0].isupper())
        or (material.analysis.form(token) in {"?", "!", "."} and token != tokens[-1])
        for token in tokens[1:]
    )


def is_glued(material: Material, sentence: int) -> bool:
    """Whether a small word has a capital in the middle (`Sparsamere Motoren Beim Absatz …`): a heading ran into it."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    return any(
        _has_small_word(material, token)
        and material.analysis.form(token)[0].isupper()
        and material.analysis.form(token)[1:].islower()
        and material.analysis.form(token - 1)[-1].isalnum()
        for token in tokens[1:]
    )


def _has_small_word(material: Material, token: int) -> bool:
    """Whether it is no noun nor part of a name; of adjectives the adverb behind a noun is none (`Frage Generell …`)."""
    tag = material.analysis.words[token].tag
    if tag != "ADJ(D)":
        return tag in _HEADING_GLUE
    known = material.lexicon.is_word(material.analysis.form(token).lower())
    return known and material.analysis.words[token - 1].tag == "NN"
