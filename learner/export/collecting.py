"""Lessons and a choice -> decks of notes, with everything that was left out and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from learner.exercises.lesson import Lesson
from learner.export.choice import DeckChoice, LeftOut
from learner.export.notes import Note, WordNote, note_kind
from learner.export.questions import item_notes
from learner.export.sources import licence_line
from learner.export.tags import deck_name
from learner.export.vocabulary import word_notes
from learner.wording import say


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck: its name with `::` between the levels, its description in plain lines, its notes in order of study."""

    name: str
    description: tuple[str, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Collected:
    """The decks of an export, and what has no note."""

    decks: tuple[Deck, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes of all decks."""
        return tuple(note for deck in self.decks for note in deck.notes)


def collect(lessons: Sequence[Lesson], choice: DeckChoice) -> Collected:
    """The decks of the lessons, of each lesson the first that has its uid.

    A word with the same meaning gets one note, in the first lesson that has it.
    """
    decks: dict[str, Deck] = {}
    senses: set[tuple[str, str]] = set()
    first, again = _by_first_uid(lessons)
    left_out = [LeftOut(lesson.title, lesson.title, "anki.left-out.twice") for lesson in again]
    for lesson in first:
        notes, without = _of_lesson(lesson, choice, senses)
        left_out += without
        if notes:
            _add(decks, Deck(deck_name(lesson, choice), _description(lesson, notes, choice.language), tuple(notes)))
        else:
            left_out.append(LeftOut(lesson.title, lesson.title, "anki.left-out.empty"))
    return Collected(tuple(decks.values()), tuple(left_out))


def _by_first_uid(lessons: Sequence[Lesson]) -> tuple[list[Lesson], list[Lesson]]:
    """The lessons whose uid is new, and those whose uid was there before."""
    first: list[Lesson] = []
    again: list[Lesson] = []
    uids: set[str] = set()
    for lesson in lessons:
        (again if lesson.uid in uids else first).append(lesson)
        uids.add(lesson.uid)
    return first, again


def _of_lesson(lesson: Lesson, choice: DeckChoice, senses: set[tuple[str, str]]) -> tuple[list[Note], list[LeftOut]]:
    notes: list[Note] = []
    left_out: list[LeftOut] = []
    words: frozenset[str] = frozenset()
    if choice.words:
        found, without = word_notes(lesson, choice)
        words = frozenset(note.word for note in found)
        new, repeated = _new(found, senses)
        notes += new
        left_out += [*without, *(LeftOut(lesson.title, note.word, "anki.left-out.already") for note in repeated)]
    if choice.items:
        items, without = item_notes(lesson, choice, words)
        notes += items
        left_out += without
    return notes, left_out


def _new(found: list[WordNote], senses: set[tuple[str, str]]) -> tuple[list[WordNote], list[WordNote]]:
    """Notes whose word and meaning no earlier lesson has, and the others; remembers the new ones in `senses`."""
    new = [note for note in found if _sense(note) not in senses]
    repeated = [note for note in found if _sense(note) in senses]
    senses.update(_sense(note) for note in new)
    return new, repeated


def _sense(note: WordNote) -> tuple[str, str]:
    return note.key, (note.gloss or note.definition).casefold()


def _add(decks: dict[str, Deck], deck: Deck) -> None:
    """Put a lesson's deck among the others; into the one of the same name where there is one."""
    there = decks.get(deck.name)
    joined = Deck(deck.name, there.description + deck.description, there.notes + deck.notes) if there else deck
    decks[deck.name] = joined


def _description(lesson: Lesson, notes: Sequence[Note], language: str) -> tuple[str, ...]:
    counts = Counter(map(note_kind, notes))
    numbers = {"words": counts["vocabulary"], "gaps": counts["cloze"], "questions": counts["comprehension"]}
    origin = ", ".join(dict.fromkeys(filter(None, [lesson.origin.author, lesson.origin.source])))
    lines = [
        say("anki.description.title", language, title=lesson.title, level=lesson.level),
        say("anki.description.made", language, **numbers),
        say("anki.description.source", language, source=origin) if origin else "",
        say("anki.description.licence", language, licence=licence_line(lesson.origin, language)),
    ]
    return tuple(filter(None, lines))
