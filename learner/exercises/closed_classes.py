"""Words of the small classes that can stand for each other in a gap: particles, prepositions, conjunctions."""

from collections.abc import Iterator

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.wordlists import grammar_table
from learner.lexicon.wordclasses import wordclass

_CASES = {"dat": {"Dat"}, "acc": {"Acc"}, "two": {"Dat", "Acc"}, "gen": {"Gen"}}
_FIXED = wordclass("prepositions.of-fixed-pairs")
_HEARD_OF = 3.0  # Zipf of a verb that may come to mind
BY_SENSE = "adverb"  # the class whose members say different things

TAGS = {
    **dict.fromkeys(_CASES, frozenset({"APPR"})),
    "question": frozenset({"PWS", "PWAV", "PWAT", "PRELS"}),
    "subjunction": frozenset({"KOUS"}),
    "pronominal": frozenset({"PROAV", "ADV"}),
    BY_SENSE: frozenset({"ADV", "PROAV", "KON", "PIS", "PIAT"}),
    "quantity": frozenset({"PIAT", "PIS", "ADJ(A)", "CARD", "PDAT"}),
}


def particles(material: Material, token: int, form: str, given: str) -> Iterator[str]:
    """Other particles that make a verb with the same base (`bot … an`, `bot … ab`)."""
    verb = material.analysis.words[token].head
    base = material.analysis.words[verb].lemma.removeprefix(form) if verb is not None else ""
    for _, listed in grammar_table("completions.tsv"):
        for one in listed.split():
            known = one.startswith(given) and len(one) == len(form) and one != form
            if known and base and (material.lexicon.zipf(one + base, "VERB") or 0.0) >= _HEARD_OF:
                yield one  # nobody thinks of `abkündigen` where `an___` is meant


def of_class(material: Material, token: int, form: str) -> Iterator[str]:
    """The other words of the closed classes the word belongs to."""
    tag = material.analysis.words[token].tag
    if f"{form} {material.analysis.form(token + 1)}" in _FIXED:
        return
    for name, listed in grammar_table("completions.tsv"):
        if form not in listed.split() or tag not in TAGS[name] or name == BY_SENSE:
            continue
        if name not in _CASES:
            yield from (one for one in listed.split() if not (one == "jede" and _counts_several(material, token)))
        elif not is_governed(material, token, form) or _opens(material, token):
            yield from _prepositions(material, token, name)


def _opens(material: Material, token: int) -> bool:
    """`A__ der freien Fläche soll … entstehen`: in front a phrase may as well tell where."""
    return material.analysis.article.sentences[extent.sentence_of(material.analysis, token)].first == token


def _counts_several(material: Material, token: int) -> bool:
    """Whether the noun behind the word is in the plural, which `jede` has not."""
    sentence = extent.sentence_of(material.analysis, token)
    phrase = next((one for one in noun_phrases(material, sentence) if token in one.tokens), None)
    return phrase is not None and phrase.number == "Plur"


def _prepositions(material: Material, token: int, name: str) -> Iterator[str]:
    """Prepositions that can stand before the phrase in its case."""
    sentence = extent.sentence_of(material.analysis, token)
    phrase = next((one for one in noun_phrases(material, sentence) if one.preposition == token), None)
    cases = (set(phrase.cases) if phrase else set()) & _CASES[name] or _CASES[name]
    names = {name, "dat", "two"} if "Dat" in cases and _opens(material, token) else {name}
    for other, listed in grammar_table("completions.tsv"):
        if other in names and cases:
            yield from listed.split()


def is_governed(material: Material, token: int, form: str) -> bool:
    """Whether a verb or noun of the sentence asks for this preposition, or it stands in `vor allem`."""
    if f"{form} {material.analysis.form(token + 1)}" in _FIXED:
        return True
    sentence = material.analysis.article.sentences[extent.sentence_of(material.analysis, token)]
    lemmas = {material.analysis.words[one].lemma for one in material.analysis.article.tokens_of(sentence)}
    return any(row[2] == form and row[0] in lemmas for row in grammar_table("government.tsv"))
