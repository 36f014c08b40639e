"""Words inside a sentence that only another one explains: `so ein Messgerät`, `halb so viele`, `hält man das für …`."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from learner.exercises.material import Material
from learner.exercises.pronouns import genders
from learner.language.dates import is_year
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_AN = wordclass("determiners.indefinite")
_TIMES_AS = wordclass("adverbs.times-as")
_MUCH = wordclass("pronouns.much-or-little")
_NEEDED = wordclass("adjectives.needed")
_THINGS = wordclass("adverbs.standing-for-things")
_WITH_DAZU = wordclass("verbs.of-answering")
_ON_CONDITION = wordclass("conjunctions.of-conditions")
_NOUNS = frozenset({"NN", "NE", "NNA", "NNI"})
_ENDS = frozenset({"KON", "$.", "$,"})
_BEHIND_DAS = frozenset({"APPR", "ADJ(D)", "ADV", "PTKNEG", "$.", "VV(INF)", "VV(PP)"})


def leaves_open(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """Whether a word of a sentence that has these tokens is explained by another sentence only."""
    return any(leaves(material, tokens, forms) for leaves in _LEAVING)


def _is_such_a(_material: Material, _tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`Aus dem Kabel wird so ein Messgerät`; not `so ein Wetter wie heute`, `so eine Hitze, dass …`."""
    return any(so == "so" and an in _AN for so, an in pairwise(forms)) and not {"wie", "dass"} & set(forms)


def _is_half_as_many(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`hat gerade einmal halb so viele und will …`: as who; not `halb so viele wie im Mai`."""
    places = (place for place in range(1, len(forms) - 2) if forms[place] == "so" and forms[place + 1] in _MUCH)
    return any(
        forms[place - 1] in _TIMES_AS
        and forms[place + 2] != "wie"
        and material.analysis.words[tokens[place + 2]].tag in _ENDS
        for place in places
    )


def _judges_that(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`hielt man das zunächst für einen Fehler`; not `will man das ganz neue Bad`."""
    tags = [material.analysis.words[token].tag for token in tokens]
    places = (place for place in range(1, len(forms) - 2) if forms[place] == "das" and forms[place - 1] == "man")
    return any(tags[place + 1] == "ADV" and tags[place + 2] in _BEHIND_DAS for place in places)


def _counts_what_is_needed(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`wären an dieser Stelle zwei nötig gewesen`: of what, no plural before tells."""
    for place, (token, form) in enumerate(zip(tokens[:-1], forms, strict=False)):
        needed = material.analysis.words[token].tag == "CARD" and forms[place + 1] in _NEEDED
        named = any("p" in genders(material, one) for one in tokens[:place] if _is_noun(material, one))
        named = named and forms[0] not in {"Nach", "Laut"}  # `nach den Regeln zwei`
        if needed and not is_year(form) and not named:
            return True
    return False


def _is_noun(material: Material, token: int) -> bool:
    return material.analysis.words[token].tag in _NOUNS


def _came_unnamed(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`Es kam um vier Uhr, dauerte sieben Sekunden`: what; not `Es kam zu einem Unfall`, `Es kamen Leute`."""
    if forms[0] != "Es" or material.analysis.words[tokens[1]].lemma != "kommen" or {"zu", "zum", "zur"} & set(forms):
        return False
    comma = forms.index(",") if "," in forms else 0
    goes_on = comma and comma + 1 < len(forms) and material.analysis.words[tokens[comma + 1]].tag == "VV(FIN)"
    return bool(goes_on)


def _names_others(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`Andere Eltern störten sich an der Haftung`: than whom."""
    return forms[0] == "Andere" and len(tokens) > 1 and _is_noun(material, tokens[1]) and "andere" not in forms


def _answers_with_then(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`Ein Mann rief, dann solle man aufhören`: on what condition; not `Wenn es regnet, dann …`."""
    if _ON_CONDITION & {form.lower() for form in forms} or (",", "dann") not in pairwise(forms):
        return False
    place = forms.index("dann", forms.index(","))
    words = material.analysis.words
    says = any(words[token].lemma in column("reporting.tsv") for token in tokens[:place])
    verb = words[tokens[place + 1]].features if place + 1 < len(tokens) else {}
    return says and verb.get("VerbForm") == "Fin" and verb.get("Mood") == "Sub"


def _asks_about_it(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`hat entschieden, wer dafür aufkommt`, `eine Frist, um sich dazu zu äußern`: for what, to what."""
    words = material.analysis.words
    for place in range(2, len(forms)):
        nouns = sum(_is_noun(material, token) for token in tokens[: place - 1])
        asked = forms[place] in _THINGS and words[tokens[place - 1]].tag == "PWS" and nouns < 2  # the subject alone
        said = forms[place - 1 : place + 1] == ["sich", "dazu"] and any(
            words[token].lemma in _WITH_DAZU for token in tokens
        )
        if asked or said:
            return True
    return False


_LEAVING: tuple[Callable[[Material, Sequence[int], Sequence[str]], bool], ...] = (
    _is_such_a,
    _is_half_as_many,
    _judges_that,
    _counts_what_is_needed,
    _came_unnamed,
    _names_others,
    _answers_with_then,
    _asks_about_it,
)
