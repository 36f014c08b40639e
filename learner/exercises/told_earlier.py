"""Words that take a reason, a time or a kind from a sentence before: `fordert deshalb`, `Drei Minuten danach`."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from learner.exercises.left_open import leaves_open
from learner.exercises.material import Material
from learner.exercises.wordlists import words as words_of
from learner.language.dates import is_year
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_REASONS = wordclass("adverbs.for-a-reason-told")
_AFTER = wordclass("adverbs.after-a-time-told")
_SOME = wordclass("pronouns.some-of-those-told")
_TAKEN_UP = frozenset({("wie", "zuvor"), ("bis", "dahin"), ("so", "weit")})  # `Dass es so weit kam`
_NOUNS = frozenset({"NN", "NNA", "NNI", "NE", "FM", "ADJ(A)", "CARD"})


def is_told_earlier(material: Material, tokens: Sequence[int]) -> bool:
    """Whether a sentence that has these tokens takes something up that another one tells."""
    forms = [material.analysis.form(token) for token in tokens]
    return leaves_open(material, tokens, forms) or any(tells(material, tokens, forms) for tells in _TELLING)


def _has_reason_before(_material: Material, _tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`Eibensteiner fordert deshalb eine Meldepflicht`; not `deshalb, weil …`, nor behind another clause."""
    found = [place for place, form in enumerate(forms) if form.lower() in _REASONS]
    return any(forms[place + 1 : place + 2] != [","] and not {",", ";", ":"} & set(forms[:place]) for place in found)


def _counts_from_then(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`Drei Minuten danach ging …`, `tauchte zwei Jahre später auf`: after what; a date before it says so."""
    times, dates = column("times.tsv"), column("calendar.tsv")
    lemmas = [material.analysis.words[token].lemma for token in tokens]
    for place, form in enumerate(forms):
        if form not in _AFTER or place == 0 or lemmas[place - 1] not in times or lemmas[place - 2] == "an":
            continue  # `am Abend zuvor` makes sense by itself
        dated = any(lemma in dates or lemma in times for lemma in lemmas[: place - 2])
        dated |= any(forms[at].isdigit() and len(forms[at]) > 3 for at in range(place))
        if not dated and not {",", "als"} & set(forms[: place - 1]) and forms[place + 1 : place + 2] != ["als"]:
            return True
    return False


def _opens_with_then(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`„Da dachte ich …“`, `„Genau dann heizen alle.“`, `So kamen 58 Euro zusammen`, `Umso größer …`: when, how."""
    words = [form for form in forms if form[0].isalnum()][:3]
    then = words[:1] in (["Da"], ["Dann"]) or words[:2] in (["Genau", "dann"], ["Was", "dann"])
    finite = any(material.analysis.words[token].tag.endswith("(FIN)") for token in tokens[:4])
    how = words[:1] == ["So"] and any(material.analysis.words[token].tag.endswith("(FIN)") for token in tokens[1:3])
    if (then and finite) or how or forms[0] == "Umso":
        return True
    inside = words[:1] in (["Drin"], ["Drinnen"], ["Vorausgegangen"])
    return inside or not _TAKEN_UP.isdisjoint(pairwise(forms))


def _is_of_that_kind(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`hängt so etwas an jedem Zaun`, `„So eine Gelegenheit …“`, `für so schmale Sprünge`; not `so etwas wie Glück`."""
    words = [form for form in forms if form[0].isalnum()]
    runs = zip(words, words[1:], [*words[2:], ""], strict=False)
    if any(so.lower() == "so" and some in {"etwas", "was"} and behind != "wie" for so, some, behind in runs):
        return True
    if words[:2] in (["So", "eine"], ["So", "einen"], ["So", "ein"]):
        return "wie" not in words
    tags = [material.analysis.words[token].tag for token in tokens]
    degree = any(
        form == "so" and tags[place + 1 : place + 3] == ["ADJ(A)", "NN"]
        for place, form in enumerate(forms)
    )  # fmt: skip
    return degree and not {"wie", "dass"} & set(words)


def _corresponds(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`einen entsprechenden Entwurf`: to what."""
    return any(
        form.startswith("entsprechende") and material.analysis.words[token].tag == "ADJ(A)"
        for token, form in zip(tokens, forms, strict=True)
    )


def _are_two_or_more_of_those(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`seien beide Materialien gleich`, `Vertreter beider Länder`, `alle drei`: which; not `beide Hände`."""
    joined = "und" in forms
    for place, (token, form) in enumerate(zip(tokens, forms, strict=True)):
        behind = material.analysis.words[token + 1] if token + 1 < len(material.analysis.words) else None
        both = form.lower() in {"beide", "beider"} and behind is not None and behind.tag in {"NN", "ADJ(A)"}
        three = form == "drei" and place and forms[place - 1] == "alle" and (behind is None or behind.tag not in _NOUNS)
        both |= (
            form == "beiden" and place > 0 and behind is not None and behind.tag == "NN" and _is_bare(material, token)
        )
        if (both and not joined and behind is not None and behind.lemma not in wordclass("nouns.in-pairs")) or three:
            return True
    return False


def _is_bare(material: Material, token: int) -> bool:
    """`mit beiden Unternehmen`: no article before it."""
    return material.analysis.words[token - 1].tag == "APPR"


def _counts_es(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`Letztes Jahr waren es 40.`, `schätzt, es seien etwa zwanzig`: of what; not `es sind 40 Leute`."""
    words = material.analysis.words
    for place, (token, form) in enumerate(zip(tokens, forms, strict=True)):
        beside = [at for at in (place - 1, place + 1) if 0 <= at < len(tokens) and words[tokens[at]].lemma == "sein"]
        if form.lower() != "es" or not beside or "," in forms[: place - 1]:
            continue
        behind = [one for one in range(token + 1, tokens[-1]) if words[one].tag not in {"ADV", "VA(FIN)", "APPR"}]
        if (
            behind
            and words[behind[0]].tag == "CARD"
            and (words[behind[0] + 1].tag != "NN" or _is_measure(material, behind[0] + 1))
        ):
            return True
    return False


def _is_measure(material: Material, token: int) -> bool:
    return material.analysis.words[token].lemma in words_of("measures.txt")


def _goes_into_nothing(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`könnten die Helfer hineingreifen`, `Grabow geht hin`, `5.000 Kilometer weiter östlich`: into, to, from what."""
    words = material.analysis.words
    inside = any(
        form.startswith("hinein") or (form == "hin" and words[token].tag == "PTKVZ")
        for token, form in zip(tokens, forms, strict=True)
    )
    from_there = any(pair[0] == "weiter" and pair[1] in _DIRECTIONS for pair in pairwise(forms))
    return from_there or (inside and not {"in", "ins", "In"} & set(forms))


def _goes_on_then(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`Jede Hebamme müsste dann 13.000 Euro zahlen`, `hat sie seither untersucht`: on what condition, since when."""
    for place, form in enumerate(forms):
        before = {one.lower() for one in forms[:place]}
        if form == "dann" and place and material.analysis.words[tokens[place - 1]].tag.endswith("(FIN)"):
            return not before & _LEADING_TO_THEN and forms[place + 1 : place + 2] != ["doch"]
        if form == "seither" and place:
            lemmas = {material.analysis.words[one].lemma for one in tokens[:place]}
            return not lemmas & (column("times.tsv") | column("calendar.tsv")) and not any(map(str.isdigit, before))
    return False


def _are_some_of_those(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`Manche gaben ein Gerät ab`, `„Keine einzige hat …“`, `33 sind derzeit vermietet`: of what, whom."""
    words = [place for place, form in enumerate(forms) if form[0].isalnum()][:3]
    if [forms[one] for one in words[:2]] == ["Die", "meisten"]:
        return material.analysis.words[tokens[words[-1]]].tag.endswith("(FIN)")
    if len(words) < 3 or not (forms[words[0]] in _SOME or _is_bare_number(material, tokens[words[0]])):
        return False
    second = words[2] if forms[words[1]] == "einzige" else words[1]
    return material.analysis.words[tokens[second]].tag.endswith("(FIN)")


def _is_bare_number(material: Material, token: int) -> bool:
    form = material.analysis.form(token)
    number = material.analysis.words[token].tag == "CARD" or form.lower() in column("number-words.tsv")
    return number and not is_year(form)


def _judges_more(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`Skeptischer ist Beat Furrer`, `„Besser wäre ein Regen“`, `Gut seien auch Suppen`: than who, good for what."""
    words = [place for place, form in enumerate(forms) if form[0].isalnum()][:2]
    first, *behind = (material.analysis.words[tokens[place]] for place in words)
    if first.tag != "ADJ(D)" or [word.tag for word in behind] != ["VA(FIN)"] or first.lemma in {"früh", "spät"}:
        return False
    compared = forms[words[0]].endswith("er") and not first.lemma.endswith("er")
    return "auch" in forms or (compared and not {"als", "je"} & set(forms))


def _owns_nothing_named(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`Brandstätter will ihren jedenfalls nicht wiederhaben`: her what; `…, so ihr Bericht`: whose."""
    own = zip(forms, tokens[1:], strict=False)
    if any(form == "so" and material.analysis.words[token].tag == "PPOSAT" for form, token in own):
        return True
    return any(
        form.startswith(("ihr", "sein")) and form.endswith(("en", "e", "em", "s"))
        and material.analysis.words[token].tag in {"PPOSAT", "PPOSS"}
        and token + 1 < len(material.analysis.words)
        and material.analysis.words[token + 1].tag in {"ADV", "PTKNEG", "VA(FIN)", "VV(FIN)"}
        for token, form in zip(tokens, forms, strict=True)
    )  # fmt: skip


def _are_the_others(material: Material, tokens: Sequence[int], forms: Sequence[str]) -> bool:
    """`was die anderen übrig lassen`, `Eine andere Rechnung …`: than who; `die einen …, die anderen` names both."""
    if forms[0] in {"Eine", "Ein", "Einen"} and forms[1].startswith("andere"):
        return True
    if forms[1:4] == ["der", "anderen", "Seite"] or forms[1:3] == ["anderen", "Ufer"]:
        return True
    if {"einen", "eine"} & set(forms):
        return False
    return any(
        form == "anderen"
        and place
        and forms[place - 1].lower() == "die"
        and (token + 1 == len(material.analysis.words) or material.analysis.words[token + 1].tag not in _NOUNS)
        for place, (token, form) in enumerate(zip(tokens, forms, strict=True))
    )


_DIRECTIONS = wordclass("adverbs.directions")
_LEADING_TO_THEN = wordclass("adverbs.in-turn", "adverbs.before-then") | {",", ":"}
_TELLING: tuple[Callable[[Material, Sequence[int], Sequence[str]], bool], ...] = (
    _has_reason_before,
    _counts_from_then,
    _opens_with_then,
    _is_of_that_kind,
    _corresponds,
    _are_two_or_more_of_those,
    _are_some_of_those,
    _judges_more,
    _owns_nothing_named,
    _are_the_others,
    _counts_es,
    _goes_into_nothing,
    _goes_on_then,
)
