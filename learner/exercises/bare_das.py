"""`das` by itself, which stands for what was said before: no article and no relative pronoun."""

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.pronouns import genders
from learner.exercises.wordlists import words
from learner.lexicon.wordclasses import wordclass

_BEHIND_COPULA = frozenset({"CARD", "ADV", "PTKNEG", "APPR", "KON"})
_HEADS = frozenset({"NN", "NE", "NNA", "NNI", "CARD"})
_ENDING = frozenset({"$.", "$,", "VV(FIN)", "VA(FIN)", "VM(FIN)"})
_ALONE = wordclass("pronouns.indefinite") - {"etwas"}  # `das etwas kleinere Haus`
_BEHIND_EITHER = frozenset({"ADV", "PIAT", "APPR", "APPRART", "PTKNEG", "PPER", "KOUS"})


def is_bare_das(material: Material, token: int) -> bool:
    """`Dem Rat ist das zu riskant`, `kommt das alles`, `habe das nichts zu tun`: certain, whatever the tag says."""
    analysis = material.analysis
    if not _is_das(material, token) or analysis.words[token].tag == "PRELS":
        return False
    tags = [word.tag for word in analysis.words[token + 1 : token + 3]]
    form = analysis.form(token + 1)
    denied = tags[:1] == ["PTKNEG"] and tags[1:] != [] and tags[1].startswith("$")
    rated = tags[:1] == ["PTKA"] and tags[1:] != ["ADJ(A)"]  # `ist das zu wenig`
    alone = form in _ALONE or form.startswith("kein") or tags[:1] in (["$."], ["ART"], ["KOKOM"], ["PTKVZ"])
    named = tags[:1] == ["NE"] and extent.in_person(analysis, token + 1)  # `In Apolda ist das Gerd Rothe`
    judged = tags[:1] == ["ADJ(D)"] and tags[1:] in (["$,"], ["$."])  # `nannte das verkraftbar`
    return (
        any((alone, denied, rated, named, judged))
        or _measures_no_neuter(material, token + 1)
        or _has_no_noun(material, token)
    )


def is_bare_dem(material: Material, token: int) -> bool:
    """`widersprach dem als Zeuge`, `hat dem mit Mühe zugestimmt`: no article and no relative pronoun."""
    words_ = material.analysis.words
    inside = 0 < token < len(words_) - 1 and material.analysis.form(token) == "dem"
    if not inside or material.analysis.form(token - 1) == "," or words_[token - 1].tag.startswith("APPR"):
        return False
    named = material.analysis.form(token + 1) == "als" or words_[token + 1].tag in {"$.", "PTKNEG"}
    return named or _has_no_noun(material, token)  # `hat dem mit Bauchschmerzen zugestimmt`


def is_subject_das(material: Material, token: int) -> bool:
    """`In Weiden wären das rund 3400 Stimmen`, but also `war das in Weiden bekannte Haus`."""
    before = material.analysis.words[token - 1]
    behind_copula = before.lemma == "sein" and before.tag == "VA(FIN)"
    return _is_das(material, token) and behind_copula and material.analysis.words[token + 1].tag in _BEHIND_COPULA


def may_be_bare_das(material: Material, token: int) -> bool:
    """Certain, or `das` before what may also stand between an article and its noun (`Für sie ist das kein Trost`)."""
    either = _is_das(material, token) and material.analysis.words[token + 1].tag in _BEHIND_EITHER
    return either or is_bare_das(material, token)


def _is_das(material: Material, token: int) -> bool:
    """Whether it is a `das` inside a sentence, not behind a comma."""
    inside = 0 < token < len(material.analysis.words) - 1
    return inside and material.analysis.form(token) == "das" and material.analysis.form(token - 1) != ","


def _has_no_noun(material: Material, token: int) -> bool:
    """`dass Kunden das beim Kauf nicht wissen`: a phrase stands behind it, but no adjective (`das im Mai neue Bad`)."""
    tagged = material.analysis.words
    sentence = material.analysis.article.sentences[extent.sentence_of(material.analysis, token)]
    if not tagged[token + 1].tag.startswith("APPR"):
        return False
    noun = next((one for one in range(token + 2, sentence.last) if tagged[one].tag in _HEADS), sentence.last)
    ends = (one for one in range(noun + 1, sentence.last) if tagged[one].tag in _ENDING)
    return noun == sentence.last or not any(
        tagged[one].tag == "ADJ(A)" for one in range(noun + 1, next(ends, sentence.last))
    )


def _measures_no_neuter(material: Material, behind: int) -> bool:
    """`koste das etwa 250 Euro`: a number and a measure that `das` is not the article of, nor of what stands behind."""
    tagged, counted = material.analysis.words, False
    while behind + 1 < len(tagged) and tagged[behind].tag in {"ADV", "CARD", "KON", "APPR"}:
        counted |= tagged[behind].tag == "CARD"
        behind += 1
    if not counted and tagged[behind].tag in {"NN", "NNI"} and _is_plural(material, behind):
        return True  # `Für den Verkehr hat das Folgen`
    measure = tagged[behind].tag == "NN" and tagged[behind].lemma in words("measures.txt")
    ends = behind + 1 == len(tagged) or tagged[behind + 1].tag not in {"ADJ(A)", "NN"}
    several = counted and tagged[behind].tag == "NN" and set(genders(material, behind)) == {"p"}  # `20 Arbeitsstunden`
    return (several and ends) or (measure and ((counted and ends) or "n" not in genders(material, behind)))


def _is_plural(material: Material, noun: int) -> bool:
    return set(genders(material, noun)) == {"p"}
