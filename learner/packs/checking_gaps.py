"""Gaps that a synonym would fill as well, asked of the word table where it has been built."""

from collections.abc import Iterable, Iterator

from learner.errors import LearnerError
from learner.exercises.item import Gap
from learner.exercises.passage import Slot, parse
from learner.lexicon.lexicon import Lexicon
from learner.lexicon.wordtable import table_path
from learner.packs.findings import Finding
from learner.packs.layout import ITEMS

_LONGEST = 30
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_MANY = 400


def check_gaps(item: Gap) -> Iterator[Finding]:
    """A note for the first gap of an author's item that another word of the same meaning and form fills too."""
    if item.generated or item.exercise == "c-test" or not table_path().exists():
        return
    try:
        slots = parse(item.passage).slots
    except LearnerError:
        return  # the item's other findings say so
    hints = (*item.hints, *[""] * len(slots))
    unaided = [slot for slot, hint in zip(slots, hints, strict=False) if not hint]
    lexicon = Lexicon.shared(table_path())
    rival = next(filter(None, (_rival(slot, item.bank, lexicon) for slot in unaided)), None)
    if rival is not None:
        yield Finding(ITEMS, 0, "gap-two-answers", "note", {"item": item.id, "word": rival})


def _rival(slot: Slot, bank: tuple[str, ...], lexicon: Lexicon) -> str | None:
    """A word of the bank, or one that the given letters begin, which shares a meaning and a form with the key."""
    own = set(_senses(slot.words[0], lexicon))
    rivals: Iterable[str] = bank or (_begun(slot.given, lexicon) if slot.given else ())
    return next((word for word in rivals if word not in slot.words and own & set(_senses(word, lexicon))), None)


def _begun(letters: str, lexicon: Lexicon) -> tuple[str, ...]:
    found = lexicon.completions(letters, range(len(letters) + 1, _LONGEST))
    return tuple(one.form for one in found[:_MANY])


def _senses(form: str, lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Every meaning of the form as a content word, with its part of speech and features."""
    for lemma, pos, features in lexicon.analyses(form):
        lexeme = lexicon.lookup(lemma, pos) if pos in _CONTENT else None
        for gloss in lexeme.glosses if lexeme else ():
            yield from ((pos, features, sense.strip()) for sense in gloss.text.split(","))
