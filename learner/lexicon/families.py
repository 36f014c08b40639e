"""Word families: which words are made from which, found by productive endings and a table, both members attested."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from learner.lexicon.tables import rows

Key = tuple[str, str]  # lemma and part of speech
KINDS = ("action", "agent", "feminine", "quality", "adjective", "able", "opposite")
_UMLAUTS = str.maketrans({"a": "ä", "o": "ö", "u": "ü"})
_RARE = 1.5  # Zipf; rarer words are no help to a learner and often made up
_ADJECTIVES_LEAST = 2.6  # -lich, -isch, -ig stand behind anything: below this chance wins
_SHORTEST_BASE = 3
_FIXED_PREFIXES = frozenset("be ent er ge miss ver zer über unter um durch wider hinter".split())


@dataclass(frozen=True, slots=True)
class Derivation:
    """One word made from another: `verhandeln` VERB, `Verhandlung` NOUN, kind `action`."""

    base: Key
    derived: Key
    kind: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the families are sought in: frequency of every word, particles of verbs, genders of nouns."""

    zipf: Mapping[Key, float | None]
    particles: Mapping[str, str]
    genders: Mapping[str, tuple[str, ...]]

    def holds(self, lemma: str, pos: str) -> bool:
        """Whether the word is attested and not rare."""
        frequency = self.zipf.get((lemma, pos))
        return frequency is not None and frequency >= _RARE

    def is_gender(self, noun: str, gender: str) -> bool:
        """Whether the noun is known with this gender."""
        return gender in self.genders.get(noun, ()) and self.holds(noun, "NOUN")


def derivations(words: Vocabulary) -> tuple[Derivation, ...]:
    """Every derivation among these words; pairs whose meanings have parted are left out."""
    strangers = {(base, derived) for base, derived in rows("strangers.tsv")}
    found = dict.fromkeys(one for rule in _RULES for one in rule(words))
    return tuple(one for one in found if (one.base[0], one.derived[0]) not in strangers)


def _of(words: Vocabulary, pos: str) -> Iterator[str]:
    return (lemma for lemma, kind in words.zipf if kind == pos and words.holds(lemma, kind))


def verb_stem(infinitive: str) -> str:
    """The stem before a noun's ending: verhandeln - verhandl-, ändern - änder-, regieren - regier-."""
    if infinitive.endswith("eln"):
        return infinitive[:-3] + "l"
    return infinitive.removesuffix("n") if infinitive.endswith("ern") else infinitive.removesuffix("en")


def _actions(words: Vocabulary) -> Iterator[Derivation]:
    """The noun in -ung, of foreign verbs in -ation."""
    for verb in _of(words, "VERB"):
        stem = verb_stem(verb)
        names = [stem + "ung"] + ([verb.removesuffix("ieren") + "ation"] if verb.endswith("ieren") else [])
        for name in names:
            if words.is_gender(name.capitalize(), "f"):
                yield Derivation((verb, "VERB"), (name.capitalize(), "NOUN"), "action")


def _listed(words: Vocabulary) -> Iterator[Derivation]:
    """The pairs of the table, and behind prefixes where verb and noun are both attested."""
    ends: dict[str, list[str]] = {}
    for verb in _of(words, "VERB"):
        for start in range(2, len(verb) - 2):
            if words.particles.get(verb) == verb[:start] or verb[:start] in _FIXED_PREFIXES:
                ends.setdefault(verb[start:], []).append(verb[:start])
    for verb, noun, prefixes in rows("families.tsv"):
        for prefix in ("", *(ends.get(verb, ()) if prefixes == "yes" else ())):
            name = (prefix + noun.lower()).capitalize()
            if words.holds(prefix + verb, "VERB") and words.holds(name, "NOUN"):
                yield Derivation((prefix + verb, "VERB"), (name, "NOUN"), "action")


def _agents(words: Vocabulary) -> Iterator[Derivation]:
    """Who does it: a masculine noun in -er that has a feminine in -erin (so no Wetter to wetten)."""
    for verb in _of(words, "VERB"):
        stem = verb_stem(verb)
        for name in {(stem + "er").capitalize(), (_umlauted(stem) + "er").capitalize()}:
            if words.is_gender(name, "m") and words.is_gender(name + "in", "f"):
                yield Derivation((verb, "VERB"), (name, "NOUN"), "agent")


def _feminines(words: Vocabulary) -> Iterator[Derivation]:
    """`Lehrerin`, `Kollegin`, `Ärztin`."""
    for noun in _of(words, "NOUN"):
        base = noun.removesuffix("e")
        for name in {base + "in", _umlauted(base) + "in"}:
            if words.is_gender(noun, "m") and words.is_gender(name, "f"):
                yield Derivation((noun, "NOUN"), (name, "NOUN"), "feminine")


def _qualities(words: Vocabulary) -> Iterator[Derivation]:
    """`Sicherheit`, `Möglichkeit`, `Arbeitslosigkeit`."""
    for adjective in _of(words, "ADJ"):
        for ending in ("heit", "keit", "igkeit"):
            if words.is_gender((adjective + ending).capitalize(), "f"):
                yield Derivation((adjective, "ADJ"), ((adjective + ending).capitalize(), "NOUN"), "quality")


def _adjectives(words: Vocabulary) -> Iterator[Derivation]:
    """`staatlich`, `gefährlich`, `politisch`, `mächtig`."""
    for noun in _of(words, "NOUN"):
        names = sorted(_adjective_names(noun.lower())) if len(noun) >= _SHORTEST_BASE else ()
        for name in names:
            if all((words.zipf.get(key) or 0) >= _ADJECTIVES_LEAST for key in ((noun, "NOUN"), (name, "ADJ"))):
                yield Derivation((noun, "NOUN"), (name, "ADJ"), "adjective")


def _adjective_names(noun: str) -> set[str]:
    short = noun.removesuffix("e")
    bases = {noun, short, _umlauted(short), noun.removesuffix("en")}
    names = {base + ending for base in bases for ending in ("lich", "isch", "ig") if len(base) >= _SHORTEST_BASE}
    return names | {noun.removesuffix(ending) + "isch" for ending in ("ik", "ie") if noun.endswith(ending)}


def _able(words: Vocabulary) -> Iterator[Derivation]:
    """`vermeidbar` from vermeiden."""
    for verb in _of(words, "VERB"):
        stem = verb.removesuffix("n") if verb.endswith(("eln", "ern")) else verb.removesuffix("en")
        if words.holds(stem + "bar", "ADJ"):
            yield Derivation((verb, "VERB"), (stem + "bar", "ADJ"), "able")


def _opposites(words: Vocabulary) -> Iterator[Derivation]:
    """`unsicher` to sicher, `Unsicherheit` to Sicherheit."""
    for adjective in _of(words, "ADJ"):
        if words.holds("un" + adjective, "ADJ"):
            yield Derivation((adjective, "ADJ"), ("un" + adjective, "ADJ"), "opposite")


@cache
def _umlauted(stem: str) -> str:
    """The stem with its last a, o, u (au: the a) umlauted; unchanged where it has none."""
    for position in range(len(stem) - 1, -1, -1):
        if stem[position].lower() in "aou":
            at = position - 1 if stem[position - 1 : position + 1].lower() == "au" else position
            letter = stem[at]
            changed = letter.lower().translate(_UMLAUTS)
            return stem[:at] + (changed.upper() if letter.isupper() else changed) + stem[at + 1 :]
    return stem


_RULES: tuple[Callable[[Vocabulary], Iterator[Derivation]], ...] = (
    _listed,
    _actions,
    _agents,
    _feminines,
    _qualities,
    _adjectives,
    _able,
    _opposites,
)
