"""Whose words a report is: sentences in the subjunctive that do not say it, and sentences in which somebody speaks."""

from collections.abc import Iterator

from learner.exercises.cohesion.antecedents import NOUNS, is_somebody, is_source
from learner.exercises.cohesion.pointer import Pointer
from learner.exercises.extent import in_name
from learner.exercises.material import Material
from learner.language.clauses import clauses
from learner.language.tables import column

_SOURCED = ("Laut", "laut", "zufolge", "Nach", "so")
_BEHIND = 4  # tokens behind `nach` among which `Ansicht` stands


def reports(material: Material, sentence: int) -> Iterator[Pointer]:
    """The verb in the subjunctive of what somebody said, where the sentence does not say who."""
    main = [one.finite for one in clauses(material.analysis, sentence) if one.kind == "main" and one.finite is not None]
    features = [material.analysis.words[finite].features for finite in main]
    told = all(one.get("Mood") == "Sub" and one.get("Tense") == "Pres" for one in features)
    if main and told and not _names_speaker(material, sentence):
        yield Pointer("report", sentence, main[0], material.analysis.form(main[0]))


def speaks(material: Material, sentence: int) -> bool:
    """Whether somebody speaks or is cited in the sentence."""
    bounds = material.analysis.article.sentences[sentence]
    quoted = any(quote.start < bounds.end and bounds.start < quote.end for quote in material.analysis.quotes)
    return quoted or _names_speaker(material, sentence)


def _names_speaker(material: Material, sentence: int) -> bool:
    bounds = material.analysis.article.sentences[sentence]
    if any(quote.cue and bounds.start <= quote.cue.start < bounds.end for quote in material.analysis.quotes):
        return True
    return any(_cites(material, token) for token in material.analysis.article.tokens_of(bounds))


def _cites(material: Material, token: int) -> bool:
    """Whether a word shows that somebody speaks: `sagt`, `laut`, `nach Schätzungen`."""
    form = material.analysis.form(token)
    if material.analysis.words[token].lemma in column("reporting.tsv") or form in _SOURCED:
        return True
    behind = material.analysis.words[token + 1 : token + _BEHIND]
    return form == "nach" and any(is_source(word.lemma) for word in behind if word.tag == "NN")


def may_speak(material: Material, sentence: int) -> bool:
    """Whether the sentence has anybody whose words a report may be: a person, a body, a study, a noun nobody knows."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    return any(_may_be_speaker(material, token) for token in tokens)


def _may_be_speaker(material: Material, token: int) -> bool:
    word = material.analysis.words[token]
    if word.tag == "PIS" or (word.tag == "PPER" and material.analysis.form(token).lower() != "es"):
        return True
    if word.tag not in NOUNS:
        return False
    unknown = material.lexicon.lookup(word.lemma, "NOUN") is None
    return in_name(material.analysis, token) or unknown or is_source(word.lemma) or is_somebody(material, word.lemma)
