"""What a person wants in a deck, and what was left out of it."""

from dataclasses import dataclass

from learner.lexicon.lexeme import Level

DECK = "German"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckChoice:
    """Words, items, or both; whose level; which further directions; where the notes go and how they are tagged.

    `level` replaces the lesson's own. `lemmas` allows only these words, of any level, and items about them. `produce`
    adds a card from meaning to word, `typing` cards on which the answer is typed. With `subdecks` each lesson gets a
    deck of its own, `German::B2::Title`; without, all notes go into the deck `deck`. `language` is that of labels and
    explanations.
    """

    words: bool = True
    items: bool = True
    level: Level | None = None
    lemmas: frozenset[str] | None = None
    produce: bool = False
    typing: bool = False
    tags: tuple[str, ...] = ()
    deck: str = DECK
    subdecks: bool = True
    language: str = "en"


DEFAULT = DeckChoice()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that has no note: the lesson's title, the item's id or the word, the reason as a wording key."""

    lesson: str
    what: str
    why: str
