"""Exam sets: the shapes of known exams, filled with the items an article carries; what it cannot carry is named."""

from functools import cache

import msgspec

from learner.errors import LessonError
from learner.exercises.asked import Asked
from learner.exercises.balance import balanced
from learner.exercises.content import stamped
from learner.exercises.item import Choice, Gap, Item, Match
from learner.exercises.lesson import ExamPart, ExamSet
from learner.exercises.material import Material
from learner.exercises.passage import parse
from learner.exercises.ranking import preferred
from learner.places import bundled_path


class PartShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One part of an exam: what it asks, how often, how long, for how many points each; no exercises: never made.

    `options` is the number of options a choice has there; `counts_gaps` says that a passage's gaps are the items.
    """

    name: str
    count: int
    minutes: int
    exercises: tuple[str, ...] = ()
    points: float = 1.0
    options: int = 0
    counts_gaps: bool = False


class ExamShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An exam's reading paper: time, pass mark in per cent (0: none of its own), parts, where the shape is told."""

    title: str
    minutes: int
    pass_percent: int
    source: str
    parts: tuple[PartShape, ...]


@cache
def exams() -> tuple[str, ...]:
    """The ids of all exam sets, in alphabetical order."""
    folder = bundled_path("assets", "exercises", "exams")
    return tuple(sorted(file.stem for file in folder.glob("*.toml")))


@cache
def shape(exam: str) -> ExamShape:
    """The shape of an exam. Raises LessonError for one that is not known."""
    if exam not in exams():
        raise LessonError(f"there is no exam set “{exam}”.", hint=f"Known are: {', '.join(exams())}.")
    return msgspec.toml.decode(
        bundled_path("assets", "exercises", "exams", f"{exam}.toml").read_bytes(), type=ExamShape
    )


def compose_exam(material: Material, exam: str) -> tuple[tuple[Item, ...], ExamSet]:
    """The items of an exam set part by part, and the set with what is missing."""
    wanted = shape(exam)
    asked = Asked()
    items: list[Item] = []
    parts: list[ExamPart] = []
    missing: list[str] = []
    for part in wanted.parts:
        found = _filled(material, part, asked)
        count = sum(_size(part, item) for item in found)
        if count < part.count:
            missing.append(f"{part.name}: {part.count - count} von {part.count}")
        if found:
            parts.append(ExamPart(part.name, tuple(item.id for item in found), part.count, part.minutes, part.points))
            items += found
    done = tuple(stamped(item) for item in balanced(items, material.rng(f"exam {exam}")))
    return done, ExamSet(exam, wanted.title, wanted.minutes, wanted.pass_percent, tuple(parts), tuple(missing))


def _filled(material: Material, part: PartShape, asked: Asked) -> list[Item]:
    """As many items of the part's exercises as it has, in the shape it has."""
    found: list[Item] = []
    for exercise in part.exercises:
        for item in preferred(exercise, material):
            room = part.count - sum(_size(part, one) for one in found)
            shaped = _shaped(item, part)
            if room > 0 and shaped is not None and asked.admits(shaped):
                found.append(shaped)
                asked.add(shaped)
    return found


def _size(part: PartShape, item: Item) -> int:
    if not part.counts_gaps:
        return 1
    if isinstance(item, Gap):
        return len(parse(item.passage).slots)
    return len(item.pairs) if isinstance(item, Match) else 1


def _shaped(item: Item, part: PartShape) -> Item | None:
    """The item with as many options as the exam has; None where it has fewer."""
    if not part.options or not isinstance(item, Choice):
        return item
    if len(item.options) < part.options:
        return None
    wrong = [option for option in item.options if not option.correct][: part.options - 1]
    return msgspec.structs.replace(
        item, options=tuple(option for option in item.options if option.correct or option in wrong)
    )
