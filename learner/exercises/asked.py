"""What a lesson has asked: no word twice in one way, no sentence three times, no item that gives another one away."""

from collections import Counter
from collections.abc import Iterator

from learner.exercises.item import Choice, Gap, Item, Match, Order
from learner.exercises.passage import parse

_MOST_PER_SENTENCE = 2
_PASSAGES = frozenset({"c-test", "word-bank", "gapped-text"})
_PERSONS = "who-is-who"
_MEANINGS = "match-meanings"
_WAYS = {
    "article-plural": "forms",
    "principal-parts": "forms",
    "word-family": "family",
}  # of the others: the word itself
_OF_WORDS = frozenset({"principal-parts", "compound", "word-family"})  # ask of a word, and show no sentence
_NOUNS = "article-plural"  # shows a sentence where more than one noun is written so
_WITHOUT_PLACE = frozenset({"headings", "topic", _MEANINGS, "paragraph-order", _PERSONS})
_FACTS = frozenset({"w-question", "true-false", "who-said-it", "text-order"})
_QUOTED = "who-said-it"
_TOLD = "text-order"  # shows sentences of the article as its chunks
_SHORT = 3  # letters; shorter keys give nothing away


class Exclusions:
    """Which items cannot stand beside each other; every pair is looked at once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bool] = {}

    def between(self, item: Item, other: Item) -> bool:
        """Whether the two ask for one fact, or one gives the other away."""
        pair = (item.id, other.id)
        if pair not in self._known:
            self._known[pair] = self._known[pair[::-1]] = _exclude(item, other)
        return self._known[pair]


class Asked:
    """The items chosen so far, and whether another one may stand beside them."""

    def __init__(self, exclusions: Exclusions | None = None) -> None:
        self._exclusions = exclusions or Exclusions()
        self._lemmas: Counter[tuple[str, str]] = Counter()  # a word, and what of it is asked for
        self._sentences: Counter[str] = Counter()
        self._items: list[Item] = []

    def admits(self, item: Item) -> bool:
        """Whether the item asks something new and neither gives nor takes away an answer."""
        if any(self._lemmas[word] for word in _words_of(item)):
            return False
        if _is_placed(item) and any(self._sentences[sentence] >= _MOST_PER_SENTENCE for sentence in _asked_of(item)):
            return False
        return not any(self._exclusions.between(item, other) for other in self._items)

    def add(self, item: Item) -> None:
        """Remember an item."""
        self._lemmas.update(_words_of(item))
        if _is_placed(item):
            self._sentences.update(_asked_of(item))
        self._items.append(item)


def _exclude(item: Item, other: Item) -> bool:
    """Whether the items ask for one fact or tell who somebody is, or one shows the key of the other."""
    if _same_fact(item, other) or _tells_who(item, other) or _tells_who(other, item):
        return True
    return _share(item, other) and (reveals(item, other) or reveals(other, item))


def _is_placed(item: Item) -> bool:
    """Whether the item shows or asks about its sentence, of which there are not to be three."""
    alone = item.exercise == _NOUNS and not item.context
    return not alone and item.exercise not in _PASSAGES | _WITHOUT_PLACE | _OF_WORDS


def _words_of(item: Item) -> list[tuple[str, str]]:
    """The words an item asks for, those of a match without article and `sich`, and what of them."""
    way = _WAYS.get(item.exercise, "")
    if isinstance(item, Match) and item.exercise == _MEANINGS:
        return [(word.split()[-1], way) for word, _ in item.pairs]
    return [(item.lemma, way)] if item.lemma else []


def _same_fact(item: Item, other: Item) -> bool:
    """Whether another item asks what the same sentence tells."""
    return {item.exercise, other.exercise} <= _FACTS and bool(set(_asked_of(item)) & set(_asked_of(other)))


def _tells_who(item: Item, other: Item) -> bool:
    """Whether a question shows a person beside what she is, or asks about that in the same sentence."""
    if other.exercise != _PERSONS or not isinstance(other, Match) or item.exercise not in _FACTS:
        return False
    options = (option.text for option in item.options) if isinstance(item, Choice) else ()
    shown = " ".join([visible(item), *options]).lower()
    same = item.exercise != _QUOTED and bool(set(item.evidence) & set(other.evidence))
    return any(
        (same or name.split()[-1].lower() in shown) and any(noun in shown for noun in _nouns(said))
        for name, said in other.pairs
    )


def _nouns(said: str) -> list[str]:
    """The nouns of a description, lower case, without the ending of `Abgeordneter`."""
    return [word.lower().removesuffix("r") for word in said.split() if word[0].isupper()]


def _asked_of(item: Item) -> tuple[str, ...]:
    """The sentences the item asks about: of a quotation not the one before it, which only says who `er` is."""
    return item.evidence[-1:] if item.exercise == _QUOTED else item.evidence


def _share(one: Item, other: Item) -> bool:
    """Whether two items are about the same sentence; of a passage only what shows its sentences counts."""
    if {one.exercise, other.exercise} & _WITHOUT_PLACE:
        return False
    pair = (one, other)
    if {one.exercise, other.exercise} & _PASSAGES and not all(_shows(item) for item in pair):
        return False
    if any(mine in visible(other) for mine in one.evidence) or any(theirs in visible(one) for theirs in other.evidence):
        return True  # shown in front of the one asked about
    return any(mine in theirs or theirs in mine for mine in one.evidence for theirs in other.evidence)


def _shows(item: Item) -> bool:
    """Whether the learner sees whole sentences of the article."""
    return bool(item.context) or isinstance(item, Gap) or item.exercise == _TOLD


def reveals(item: Item, other: Item) -> bool:
    """Whether what the first item shows holds a key of the second."""
    shown = visible(item).lower()
    return any(key.lower() in shown for key in keys(other))


def visible(item: Item) -> str:
    """What the learner reads before answering, without the options."""
    parts = [item.stem, item.context.replace("[[", "").replace("]]", "")]
    if isinstance(item, Gap):
        parts.append(parse(item.passage).shown())
    if isinstance(item, Order):
        parts += item.chunks
    return " ".join(parts)


def keys(item: Item) -> Iterator[str]:
    """What has to be found, as far as it could be read elsewhere."""
    if isinstance(item, Gap):
        yield from (word for slot in parse(item.passage).slots for word in slot.words[:1] if len(word) > _SHORT)
    elif isinstance(item, Choice) and item.exercise not in {"true-false", "meaning", "article-plural"}:
        found = (option.text for option in item.options if option.correct and len(option.text) > _SHORT)
        yield from (text for text in found if not _is_in_sight(item, text))
    elif isinstance(item, Match):
        yield from (right for _, right in item.pairs)


def _is_in_sight(item: Choice, key: str) -> bool:
    """Whether the item itself shows the noun of its key, which is there to be chosen, not to be found."""
    return key.rsplit(maxsplit=1)[-1] in item.context
