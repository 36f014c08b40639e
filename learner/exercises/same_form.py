"""Whether a word of the lexicon could stand in a sentence in the form that another one has there."""

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.wordlists import words
from learner.language.finite import auxiliary_verbs
from learner.language.wordbook import wordbook
from learner.lexicon.lexicon import Completion
from learner.lexicon.wordclasses import wordclass

_ENDINGS = ("en", "er", "es", "em", "e")
_HELPING = wordclass("verbs.auxiliary")
_SHOWING = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "APPRART", "ADJ(A)"})  # tags whose endings tell the gender
_OF_BOTH = ("m", "des", "nes", "ein")  # endings of articles that masculine and neuter share
_VERBAL = {"INF": "Inf", "PP": "Part", "IZU": "IZu"}


def is_alike(material: Material, token: int, form: str, found: Completion) -> bool:
    """Whether a form of the lexicon is of the word's class and could have its features."""
    word = material.analysis.words[token]
    if word.tag in {"NN", "NNA", "NNI"}:
        counted = (
            token > 0 and material.analysis.words[token - 1].tag == "CARD" and found.form not in words("measures.txt")
        )
        other = material.lexicon.is_word(found.form.lower())  # as frequent as another word only (die Weise, weise)
        return found.pos == "NOUN" and not counted and not other and _is_same_noun_form(material, token, form, found)
    if word.tag == "ADJ(A)":
        return found.pos == "ADJ" and found.lemma != word.lemma and _ending(form) == _ending(found.form)
    if word.tag == "ADJ(D)":
        return (found.pos == "ADJ" and found.form == found.lemma) or found.features == "Part"
    if word.tag == "VV(PP)" and found.form.endswith("nd"):
        return False
    helping = found.lemma in auxiliary_verbs()
    if word.tag == "VA(FIN)" and found.lemma not in _HELPING and not _has_infinitive(material, token):
        return False
    return helping == word.tag.startswith(("VA", "VM")) and _is_same_verb_form(word.tag, word.features, found.features)


def _has_infinitive(material: Material, token: int) -> bool:
    """Whether the sentence has an infinitive for a modal verb."""
    sentence = material.analysis.article.sentences[extent.sentence_of(material.analysis, token)]
    tokens = material.analysis.article.tokens_of(sentence)
    return any(material.analysis.words[one].tag in {"VV(INF)", "VA(INF)"} for one in tokens)


def _is_same_noun_form(material: Material, token: int, form: str, found: Completion) -> bool:
    """Whether both can be the same case and number, in the singular also of one gender where a word before shows it."""
    mine = {_reading(one.gender, one.case, one.number) for one in wordbook(material.lexicon).noun_readings(form)}
    theirs = {_reading(*one.split("|")) for one in found.features.split(";")}
    if token and material.analysis.words[token - 1].tag in _SHOWING:
        if material.analysis.form(token - 1).lower().endswith(_OF_BOTH):  # `im Frühling`, `im Frühjahr`
            mine, theirs = _without_neuter(mine), _without_neuter(theirs)
        return bool(mine & theirs)
    return bool({case for _, case in mine} & {case for _, case in theirs})


def _without_neuter(readings: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The readings with masculine and neuter as one."""
    return {("m" if gender == "n" else gender, case) for gender, case in readings}


def _reading(gender: str, case: str, number: str) -> tuple[str, str]:
    return ("" if number == "Plur" else gender, f"{case} {number}")


def _ending(form: str) -> str:
    return next((one for one in _ENDINGS if form.endswith(one)), "")


def _is_same_verb_form(tag: str, features: dict[str, str], found: str) -> bool:
    kind = tag.partition("(")[2].rstrip(")")
    if kind in _VERBAL:
        return any(one.startswith(_VERBAL[kind]) for one in found.split(";"))
    person, number = features.get("Person", "3"), features.get("Number", "")
    mood = features.get("Mood", "Ind")
    for one in found.split(";"):
        parts = one.split("|")
        if parts[0] != "Fin" or len(parts) < 5 or parts[1] == "Imp" or parts[3] != person or parts[4] != number:
            continue
        if parts[1] == mood:
            return True
    return False
