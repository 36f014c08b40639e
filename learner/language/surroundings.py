"""What stands around a word at each of its places: its sentence and those near it, its clause, the words beside it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from learner.language.analysis import Occurrence
from learner.language.draft import Draft
from learner.language.objects import has_object
from learner.language.tables import column, mapping
from learner.lexicon.wordclasses import wordclass, wordmap

_FEMININE = wordclass("determiners.feminine")
_PHRASE = frozenset({"ADJ(A)", "CARD", "ART", "PPOSAT", "PDAT", "PIAT"})
_ONESELF = wordmap("pronouns.oneself")
_STATES = wordclass("verbs.linking", "verbs.seeming")
_WINDOW = 3  # sentences on either side
_FARTHEST = 40  # tokens of a clause on either side; longer ones are lists
_MOST_BEFORE = 5
_SHORTEST_END = 4


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a word and what stands around it, in lower case.

    `near` are the lemmas of its sentence, `near_ends` these with the words that compounds among them end in,
    `around_ends` the same of the sentences near; all others are lemmas and forms. `before` is its noun phrase up to it
    with the word before that; `use` is `a` for an attribute (die ganze Stadt), `p` for a predicate (sie ist praktisch),
    `d` for anything else; `valency` is `o` for a verb with an accusative object, `i` for one without, else empty.
    """

    near: frozenset[str]
    near_ends: frozenset[str]
    around_ends: frozenset[str]
    clause: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]
    own: frozenset[str]
    gender: str
    number: str
    use: str
    counted: bool
    valency: str


@dataclass(slots=True)
class Surroundings:
    """The places of an article's words; the lemmas of a sentence are gathered once."""

    draft: Draft
    _sentences: dict[int, frozenset[str]] = field(default_factory=dict)
    _clauses: dict[int, dict[int, Sequence[int]]] = field(default_factory=dict)
    _endings: dict[int, frozenset[str]] = field(default_factory=dict)
    _near: dict[int, frozenset[str]] = field(default_factory=dict)
    _spellings: dict[int, frozenset[str]] = field(default_factory=dict)

    def near(self, lemma: str, places: Sequence[Occurrence]) -> frozenset[str]:
        """The lemmas of the sentences in which a word stands, without its own."""
        return frozenset[str]().union(*(self._lemmas(place.sentence) for place in places)) - {lemma.lower()}

    def place(self, lemma: str, place: Occurrence) -> Place:
        """What stands around one place of a word."""
        token, own = place.tokens[0], {lemma.lower()}
        features = self.draft.words[token].features
        before = self._before(token)
        clause = self._clause(place)
        words = self._words(clause)
        if "lassen" in words:  # lässt sich decken: sich belongs to lassen
            words -= {"sich"}
        return Place(
            self._lemmas(place.sentence) - own,
            self._ends(place.sentence) - own,
            self._around(place.sentence) - own,
            words,
            self._words(before),
            self._words(self._behind(place)),
            frozenset(self.draft.forms[one].lower() for one in place.tokens),
            features.get("Gender") or self._by_article(token),
            features.get("Number", ""),
            self._use(token, clause),
            bool(token) and self.draft.words[token - 1].tag == "CARD",
            self._valency(token, clause),
        )

    def _valency(self, token: int, clause: Sequence[int]) -> str:
        if self.draft.words[token].pos != "VERB":
            return ""
        return "o" if has_object(self.draft, clause, token) else "i"

    def _lemmas(self, sentence: int) -> frozenset[str]:
        if sentence not in self._sentences:
            words = self.draft.words
            self._sentences[sentence] = frozenset(words[one].lemma.lower() for one in self.draft.sentences[sentence])
        return self._sentences[sentence]

    def _ends(self, sentence: int) -> frozenset[str]:
        """The lemmas of a sentence and whatever word a compound among them may end in."""
        if sentence not in self._endings:
            lemmas = self._lemmas(sentence)
            whole = (one for one in lemmas if one not in _by_chance())
            parts = (one[start:] for one in whole for start in range(1, len(one) - _SHORTEST_END + 1))
            self._endings[sentence] = lemmas | frozenset(parts)
        return self._endings[sentence]

    def _around(self, sentence: int) -> frozenset[str]:
        if sentence not in self._near:
            self._near[sentence] = frozenset[str]().union(*map(self._ends, self._neighbours(sentence)))
        return self._near[sentence]

    def _neighbours(self, sentence: int) -> Iterable[int]:
        """The sentence and those around it in its paragraph."""
        found = self.draft.article.sentences
        window = range(max(sentence - _WINDOW, 0), min(sentence + _WINDOW + 1, len(found)))
        return (near for near in window if found[near].paragraph == found[sentence].paragraph)

    def _clause(self, place: Occurrence) -> Sequence[int]:
        """The other tokens of the clause; of the sentence where no clause was found."""
        token = place.tokens[0]
        found = self._owners(place.sentence).get(token, self.draft.sentences[place.sentence])
        near = found[max(bisect_left(found, token) - _FARTHEST, 0) : bisect_left(found, token) + _FARTHEST]
        return [one for one in near if one not in place.tokens]

    def _owners(self, sentence: int) -> dict[int, Sequence[int]]:
        """The tokens of the clause that each token of a sentence stands in."""
        if sentence not in self._clauses:
            clauses = reversed(self.draft.clauses[sentence])
            self._clauses[sentence] = {token: one.tokens for one in clauses for token in one.tokens}
        return self._clauses[sentence]

    def _words(self, tokens: Sequence[int]) -> frozenset[str]:
        """Forms and lemmas, `zur` also as zu, reflexive pronouns of any person also as sich."""
        found = frozenset[str]().union(*map(self._word, tokens))
        if not found.isdisjoint(_ONESELF):
            forms = {self.draft.forms[token].lower() for token in tokens}
            if any(_ONESELF.get(form, "-") in forms for form in forms):
                found |= {"sich"}
        return found

    def _word(self, token: int) -> frozenset[str]:
        if token not in self._spellings:
            form, word = self.draft.forms[token].lower(), self.draft.words[token]
            found = {form, word.lemma.lower(), mapping("contractions.tsv").get(form, form)}
            self._spellings[token] = frozenset(found | {"sich"} if word.tag == "PRF" else found)
        return self._spellings[token]

    def _before(self, token: int) -> Sequence[int]:
        """`auf der anderen` before Seite: back to the first word outside of the phrase, that one included."""
        start = self.draft.sentences[self.draft.sentence_of(token)].start
        found: list[int] = []
        while token - 1 >= start and len(found) < _MOST_BEFORE:
            token -= 1
            found.append(token)
            if self.draft.words[token].tag not in _PHRASE:
                break
        return found

    def _behind(self, place: Occurrence) -> Sequence[int]:
        following = place.tokens[0] + 1
        return [following] if following < self.draft.sentences[place.sentence].stop else []

    def _by_article(self, token: int) -> str:
        """Feminine where an article says so that may be a plural's too (`die Leiter`): the singular is more usual."""
        return "Fem" if token and self.draft.forms[token - 1].lower() in _FEMININE else ""

    def _use(self, token: int, clause: Sequence[int]) -> str:
        words = self.draft.words
        if words[token].tag == "ADJ(A)":
            return "a"
        if token + 1 < len(words) and words[token].tag == "ADJ(D)" and words[token + 1].tag.startswith("ADJ"):
            return "d"  # praktisch unbekannt
        others = [self.draft.words[one] for one in clause]
        states = any(word.lemma in _STATES for word in others)
        return "p" if states and not any(word.tag.startswith("VV") for word in others) else "d"


@cache
def _by_chance() -> frozenset[str]:
    """Lemmas that are no compounds of the word they end in: Beispiel is no Spiel."""
    return frozenset(lemma.lower() for lemma in column("chance-endings.tsv"))
