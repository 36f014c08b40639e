"""Words that take something as told: `solche Fälle`, `damals`, `nämlich`, `geht es ähnlich`, `widerspricht nicht`.

In the first clause of a sentence nothing of the sentence itself can be meant, so it leans on the one before.
"""

from collections.abc import Sequence
from itertools import pairwise

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.language.clauses import Clause, clauses
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_NOUNS = frozenset({"NN", "NNA", "NNI"})
_RELATIVE = frozenset({"PRELS", "PRELAT", "KOUS", "KOKOM"})
_OBJECTS = frozenset({"PPER", "PDS", "PIS", "PROAV", "PRF", "KOUS"})
_PHRASE = 4  # tokens of `Einen solchen jungen Boten`
_RESUMING = wordclass("adverbs.resuming")
_SETTING_BACK = wordclass("adverbs.for-what-was-told")
_AFTER = frozenset({"danach", "vorher", "zuvor"})
_COMPARING = wordclass("adverbs.before-never-before")
_ANSWERING = wordclass("verbs.answering-somebody")


def takes_as_told(material: Material, sentence: int) -> bool:
    """Whether the first clause holds a word for which another sentence must have given the reason, time or kind."""
    first = next(iter(clauses(material.analysis, sentence)), None)
    if first is None:
        return False
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    inside = [token for token in tokens if token <= max(first.tokens)]
    return (
        _resumes(material, tokens, first)
        or _answers(material, sentence, first)
        or any(_is_of_then(material, inside, token) or _is_of_rest(material, token) for token in inside)
        or _sums_up(material, tokens)
        or any(_is_alike(material, token) or _counts_it(material, inside, token) for token in inside)
    )


def _resumes(material: Material, tokens: range, first: Clause) -> bool:
    """`Dann kam …`, `Noch deutlicher fiel …`, `wird nämlich sonst behaupten`, in a main clause."""
    opening = tokens[material.analysis.words[tokens[0]].tag.startswith("$") :]  # behind a quotation mark
    if first.kind != "main" or len(opening) <= _PHRASE:
        return False
    inside = any(
        material.analysis.form(token) in _SETTING_BACK or _is_after_that(material, token) for token in first.tokens
    )
    later = _goes_on(material, opening) or _measures_against(material, opening)
    return inside or later or _replaces(material, tokens)


def _replaces(material: Material, tokens: range) -> bool:
    """`schlug vor, stattdessen die Brücke zu sanieren`: instead of what; not `geht nicht, sondern bleibt stattdessen`.

    Whatever is denied before it in the sentence is what it replaces.
    """
    forms = [material.analysis.form(token) for token in tokens]
    before = forms[: forms.index("stattdessen")] if "stattdessen" in forms else []
    return bool(before) and not any(form == "nicht" or form.startswith("kein") for form in before)


def _goes_on(material: Material, tokens: range) -> bool:
    """`Dann kam …`, `Fünf Minuten später …`, `So war es auch bei …`."""
    words, forms = material.analysis.words, [material.analysis.form(token).lower() for token in tokens[:3]]
    timed = words[tokens[0]].tag in {"CARD", "PIAT", "ART"} and words[tokens[1]].lemma in column("times.tsv")
    resumed = forms[0] in _RESUMING and words[tokens[1]].tag.endswith("(FIN)")
    since = forms == ["von", "da", "an"] or forms[0] == "oder"
    return resumed or since or (timed and forms[2] == "später") or (forms[0] == "so" and forms[2] == "es")


def _measures_against(material: Material, tokens: range) -> bool:
    """`So viel verlangt Frau L.`, `Mehr ist von dem Anbau nicht zu sehen`, `Noch deutlicher fiel …`."""
    words, forms = material.analysis.words, [material.analysis.form(token).lower() for token in tokens[:2]]
    if forms[0] == "so" and forms[1].startswith(("viel", "wenig")):
        return True
    if forms[0] in {"mehr", "weniger"} and words[tokens[1]].lemma == "sein":
        return True
    compared = forms[0] == "weniger" or (forms[0] in {"noch", "viel"} and forms[1].endswith("er"))
    return compared and words[tokens[1]].tag == "ADJ(D)" and words[tokens[2]].tag.endswith("(FIN)")


def _is_after_that(material: Material, token: int) -> bool:
    """`hieß es danach`, `rät, vorher zu fragen`: after what; not `danach, ob …`, `wie zuvor`, `am Tag zuvor`."""
    if material.analysis.form(token).lower() not in _AFTER or token + 1 == len(material.analysis.words):
        return False
    before, behind = material.analysis.form(token - 1).lower(), material.analysis.form(token + 1)
    dated = material.analysis.words[token - 1].lemma in column("times.tsv")
    return behind != "," and before not in _COMPARING and not dated


def _answers(material: Material, sentence: int, first: Clause) -> bool:
    """`Ehrenreich widerspricht nicht`: to what, another sentence says; `widerspricht dem Vorwurf` says it."""
    words = material.analysis.words
    if first.finite is None or words[first.finite].lemma not in _ANSWERING or first.kind != "main":
        return False
    own = [phrase for phrase in noun_phrases(material, sentence) if phrase.head in first.tokens]
    named = any(words[token].tag == "NE" for token in first.tokens)
    objects = {words[token].tag for token in first.tokens if token > first.finite} & _OBJECTS
    return not objects and len(own) + named <= 1


def takes_kind_as_told(material: Material, sentence: int) -> bool:
    """Whether something is meant of a kind that not even the sentence before tells for certain (`kennt solche Fälle`).

    `Solche Erlebnisse …` at the beginning takes up that sentence.
    """
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    if _is_somebodys_counsel(material, tokens[0]):
        return True
    return any(_is_such_a(material, token) or _are_both(material, token) for token in tokens[1:])


def _is_somebodys_counsel(material: Material, token: int) -> bool:
    """`Sein Verteidiger lenkte …`: whose, more than one before it may be, a judge among them."""
    owner, *behind = material.analysis.words[token : token + 2]
    nouns = (word.lemma.lower() for word in behind if owner.tag == "PPOSAT" and word.pos == "NOUN")
    return any(role in noun for noun in nouns for role in wordclass("roles.speaking-for-others"))


def _are_both(material: Material, token: int) -> bool:
    """`haben die beiden einen Kollegen eingestellt`: who, another sentence says, and not always the one before."""
    if material.analysis.form(token) != "beiden" or material.analysis.form(token - 1).lower() != "die":
        return False
    behind = material.analysis.words[token + 1 : token + 2]
    return not any(word.tag in _NOUNS | {"NE", "ADJ(A)", "CARD"} for word in behind)


def _sums_up(material: Material, tokens: range) -> bool:
    """`Das Ergebnis: Nach 18 Uhr fährt er nicht.`, `Die Garantie ist etwas anderes`: of what, than what."""
    forms = [material.analysis.form(token) for token in tokens]
    named = forms[2:3] == [":"] and material.analysis.words[tokens[0]].tag == "ART"
    other = ("etwas", "anderes") in pairwise(forms) and "als" not in forms
    return named or other


def _is_of_rest(material: Material, token: int) -> bool:
    """`in den übrigen 27`, `die restlichen Bäume`: of what, another sentence says."""
    word, behind = material.analysis.words[token], material.analysis.words[token + 1 : token + 3]
    rest = word.tag == "ADJ(A)" and word.lemma.startswith(("übrig", "restlich", "verbleibend", "verblieben"))
    return rest and len(behind) > 1 and behind[1].tag != "ART"


def _is_such_a(material: Material, token: int) -> bool:
    """`solche Fälle`, `eben jene Scheune`: of what kind, which one; not `solche Leute, die …`, `Tage wie solche`."""
    form = material.analysis.form(token).lower()
    if not form.startswith(("solche", "jene")) or material.analysis.words[token].tag == "PDS":
        return False
    words = material.analysis.words[token + 1 : token + 1 + _PHRASE]
    noun = next((place for place, word in enumerate(words) if word.tag in _NOUNS), None)
    if noun is None or any(word.tag not in {"ADJ(A)", "CARD"} for word in words[:noun]):
        return False
    sentence = material.analysis.article.sentences[extent.sentence_of(material.analysis, token)]
    behind = material.analysis.words[token + 2 + noun : sentence.last]
    related = any(word.tag in {"PRELS", "PRELAT"} for word in behind)  # `in jenem Haus gearbeitet, in dem …`
    return not related and not any(word.tag in _RELATIVE for word in behind[:3])


def _is_of_then(material: Material, inside: Sequence[int], token: int) -> bool:
    """`verließen damals die Region`: when, neither a year nor a time before it says."""
    form = material.analysis.form(token).lower()
    if form != "damals" and not form.startswith("damalige"):
        return False
    times = column("times.tsv") | column("calendar.tsv")
    before = [one for one in inside if one < token]
    return not any(
        material.analysis.words[one].lemma in times or material.analysis.words[one].tag == "CARD" for one in before
    )


def _is_alike(material: Material, token: int) -> bool:
    """`Dreyer geht es ähnlich`: like whom; not `ähnlich wie`, `sehen sich ähnlich`."""
    word, behind = material.analysis.words[token], material.analysis.words[token + 1 : token + 2]
    if word.tag != "ADJ(D)" or material.analysis.form(token) != "ähnlich" or not behind:
        return False
    near = {material.analysis.form(one) for one in range(max(token - 2, 0), token)}
    return behind[0].tag.startswith("$") and "es" in near


def _counts_it(material: Material, inside: Sequence[int], token: int) -> bool:
    """`Ab Januar sollen es 4,70 Euro sein`, `sind es bis zu 50`: of what; not `sind es drei Kilometer`."""
    words, form = material.analysis.words, material.analysis.form
    if form(token) != "es" or not words[token - 1].tag.endswith("(FIN)") or token == inside[0]:
        return False
    behind = [one for one in inside if one > token]
    being = "sein" in {words[one].lemma for one in (token - 1, *behind)}
    number = next((one for one in behind if words[one].tag == "CARD"), None)
    if (
        not being
        or number is None
        or form(number - 1) == "halb"
        or any(words[one].tag in {"PROAV", "KOUS"} for one in behind)
    ):
        return False
    counted = words[number + 1] if number + 1 < len(words) else None
    if counted is None or extent.sentence_of(material.analysis, number) != extent.sentence_of(material.analysis, token):
        return True
    plain = counted.tag in _NOUNS and counted.lemma not in wordclass("nouns.money")
    return not plain
