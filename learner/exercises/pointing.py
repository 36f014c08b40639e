"""Words by which a sentence points to the one before it: `Davon …`, `Das stammt …`, `Die andere war …`, `dort …`."""

from collections.abc import Sequence

from learner.exercises.material import Material
from learner.language.clauses import Clause, clauses
from learner.lexicon.wordclasses import wordclass

_PLACES = frozenset({"hier", "dort"})
_NOUNS = frozenset({"NN", "NNA", "NNI", "NE", "FM"})
_OF_PHRASES = _NOUNS | {"ADJ(A)", "ART", "PPOSAT", "PPER", "CARD"}
_NOW = wordclass("times.around-now")  # `in diesem Sommer`, but not `an diesem Abend`
_OTHER = ("andere", "letztere", "erstere", "beide")


def points_outside(material: Material, sentence: int) -> bool:
    """Whether a word of the sentence stands for something that only the one before it tells."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    told = first_clause(material, sentence)
    return any(
        _sums_up(material, token)
        or _joins_thing(material, sentence, tokens, token)
        or _is_another(material, token)
        or _is_there(material, tokens, token)
        for token in told
    )


def first_clause(material: Material, sentence: int) -> list[int]:
    """The words up to the end of the first clause: what stands behind may point back to it."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    first = next(iter(clauses(material.analysis, sentence)), None)
    last = max(first.tokens) if first else tokens[-1]
    return [token for token in tokens if token <= last]


def _sums_up(material: Material, token: int) -> bool:
    """`Das stammt …`, `soll diese …`, `in diesem Fall …`, but not `das, was …`, `dieses Jahr`."""
    if token + 1 == len(material.analysis.words):
        return False
    words = material.analysis.words
    tag, behind = words[token].tag, token + 1
    if tag == "PDAT":  # `zu jenen Plänen, auf die …`
        return material.analysis.form(token).lower().startswith("dies") and words[behind].lemma not in _NOW
    forms = [material.analysis.form(one) for one in range(behind, min(behind + 2, len(words)))]
    return tag == "PDS" and "," not in forms  # `das, was …`, `das gemacht, was …`


def _joins_thing(material: Material, sentence: int, tokens: range, token: int) -> bool:
    """`Davon …`, `dazu …` with no clause behind it that says what; `, darunter …` is of what is told."""
    form = material.analysis.form(token).lower()
    if form not in wordclass("adverbs.standing-for-things") or token + 1 == tokens.stop:
        return False
    found = clauses(material.analysis, sentence)
    if token == tokens.start:  # `Dazu, dass …`, `Damit du weißt, …`
        return material.analysis.form(token + 1) != "," and found[0].kind != "verb-last"
    if material.analysis.form(token - 1) == "," or material.analysis.form(token + 1) == "sein":  # `dabei sein`
        return False
    return found[0].kind != "main" or not any(_says_what(one, token) for one in found)


def _says_what(clause: Clause, token: int) -> bool:
    return clause.start_token > token and clause.kind in {"verb-last", "infinitive"}


def _is_another(material: Material, token: int) -> bool:
    """`Die andere war:`, `Letzteres ist …`, `Beide sagten …`: a word for a noun that stands elsewhere."""
    form = material.analysis.form(token).lower()
    if not form.startswith(_OTHER) or token + 1 == len(material.analysis.words):
        return False
    behind = material.analysis.words[token + 1].tag
    if form.startswith("beide"):
        return behind not in _OF_PHRASES
    return behind.startswith("V") or (behind.startswith("$") and form.startswith(("letzter", "erster")))


def _is_there(material: Material, tokens: Sequence[int], token: int) -> bool:
    """`Dort …` with no noun before it that says where."""
    if material.analysis.form(token).lower() not in _PLACES or material.analysis.words[token].tag != "ADV":
        return False
    return not any(one < token and material.analysis.words[one].tag in _NOUNS for one in tokens)
