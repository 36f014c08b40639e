"""What words of somebody take from words said before them: `Vier davon …`, `Von fünf sind zwei geblieben`."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from learner.exercises import extent
from learner.exercises.counting import counts_of
from learner.exercises.material import Material
from learner.exercises.pointing import says_what
from learner.exercises.told_earlier import is_told_earlier
from learner.exercises.wordlists import grammar_words
from learner.language.clauses import clauses
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_ONES = wordclass("pronouns.one-of-several")
_PLACES = wordclass("adverbs.beside-things")
_THINGS = wordclass("adverbs.standing-for-things")
_NOUNS = frozenset({"NN", "NNA", "NNI", "NE"})
_OPENING = frozenset({"da", "dann"})
_YEARS = range(1000, 2100)


def leans_on_words_before(material: Material, tokens: Sequence[int]) -> bool:
    """Whether what was said before tells of whom, than what or where."""
    return any(leans(material, tokens) for leans in _LEANING) or is_told_earlier(material, tokens)


def _has_one(material: Material, tokens: Sequence[int]) -> bool:
    """`bevor mir jemand eine gebracht hat`: one of what, was said before."""
    words, form = material.analysis.words, material.analysis.form
    places = [place for place, token in enumerate(tokens[:-1]) if words[token].tag == "PIS" and form(token) in _ONES]
    return any(place > 0 and words[tokens[place + 1]].tag.startswith("V") for place in places)


def _leaves_noun_out(material: Material, tokens: Sequence[int]) -> bool:
    """`Wir entscheiden zwischen einer guten und gar keiner`: the noun was said before."""
    words = [material.analysis.words[token] for token in tokens]
    triples = zip(words, words[1:], words[2:], strict=False)
    return any(
        first.tag == "ART" and inner.tag == "ADJ(A)" and behind.tag in {"KON", "$.", "$,"}
        for first, inner, behind in triples
    )


def _tells_where(material: Material, tokens: Sequence[int]) -> bool:
    """`Bei uns steht ein Kreuz davor`: before what, was said before."""
    return any(material.analysis.form(token).lower() in _PLACES for token in tokens)


def _stands_for_thing(material: Material, tokens: Sequence[int]) -> bool:
    """`Ich habe davon aus der Zeitung erfahren`: of what; not `dafür, dass …`, nor behind a noun it can mean."""
    words, form = material.analysis.words, material.analysis.form
    found = clauses(material.analysis, extent.sentence_of(material.analysis, tokens[0]))
    for place, token in enumerate(tokens[:-1]):
        if form(token).lower() in _THINGS and form(token - 1) != ",":
            named = any(words[one].tag in {"NN", "NNI"} for one in tokens[:place])
            if not named and not any(says_what(material, one, token) for one in found):
                return True
    return False


def _counts_nothing(material: Material, tokens: Sequence[int]) -> bool:
    """`Von fünf sind zwei geblieben`, `Es gab genau vier, …`: five of what; a year counts itself."""
    words, form = material.analysis.words, material.analysis.form
    numbers = [token for token in tokens[:-1] if words[token].tag == "CARD" and words[token + 1].tag != "CARD"]
    bare = [token for token in numbers if words[token + 1].tag.startswith(("V", "$", "ADV", "PROAV", "KON"))]
    counted = [token for token in bare if not (form(token).isdigit() and int(form(token)) in _YEARS)]
    behind = {token for token in counted if words[token - 1].tag in _NOUNS or words[token - 1].tag == "KON"}
    named = any(words[token].tag in _NOUNS for token in tokens if token < min(counted, default=0))
    return bool(set(counted) - behind) and not named


def _takes_part_of_them(material: Material, tokens: Sequence[int]) -> bool:
    """`Einen Teil davon können wir übernehmen`: of what; not `Das Geld fehlt, ein Teil davon ist weg`."""
    places = (place for place, token in enumerate(tokens) if place and counts_of(material, token))
    return any(all(material.analysis.words[one].tag not in _NOUNS for one in tokens[: place - 1]) for place in places)


def _takes_part_of_something(material: Material, tokens: Sequence[int]) -> bool:
    """`Der Rest decke die Löhne`, `mit der Hälfte gerechnet`: of what; not `die Hälfte der Gäste`, `ein Teil davon`."""
    words = material.analysis.words
    amounts = grammar_words("amounts.txt") | {"Rest"}
    parts = (token for token in tokens[:-1] if words[token].lemma in amounts and words[token].tag == "NN")
    return any(
        words[token + 1].tag not in {"ART", "APPR", "APPRART", "PPOSAT", "PDAT", "PROAV", "NN"} for token in parts
    )


def _opens_with_time(material: Material, tokens: Sequence[int]) -> bool:
    """`Da darf kein Fehler passieren`, `Dann zahlen wir mehr`, `Jetzt wohnen da die Könige`: when, where."""
    words, form = material.analysis.words, material.analysis.form
    opened = form(tokens[0]).lower() in _OPENING and words[tokens[1]].tag.endswith("(FIN)")
    there = any(form(token) == "da" and words[token].tag == "ADV" for token in tokens[1:-1])
    named = any(words[token].tag in _NOUNS and words[token].lemma not in column("times.tsv") for token in tokens[:-1])
    return opened or (there and not named)


def _names_other(material: Material, tokens: Sequence[int]) -> bool:
    """`bis man sie neben die andere stellt`: the other one of what was said."""
    words = material.analysis.words
    return any(
        words[one].tag == "ART"
        and material.analysis.form(two).startswith("ander")
        and words[two + 1].tag.startswith(("V", "$"))
        for one, two in pairwise(tokens[:-1])
    )


_LEANING: tuple[Callable[[Material, Sequence[int]], bool], ...] = (
    _leaves_noun_out,
    _has_one,
    _tells_where,
    _stands_for_thing,
    _counts_nothing,
    _takes_part_of_something,
    _takes_part_of_them,
    _opens_with_time,
    _names_other,
)
