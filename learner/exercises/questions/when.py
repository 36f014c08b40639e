"""`Wann`, `Seit wann`, `Bis wann`: a point in time that is told as one phrase."""

import re
from collections.abc import Iterator, Sequence

from learner.exercises.chunks import Chunk
from learner.exercises.edits.times import tells_who_said_it
from learner.exercises.material import Material
from learner.exercises.questions.frame import Frame, asked
from learner.exercises.questions.question import Question, distinct, said, stands_free, tells_alike
from learner.exercises.wordlists import ordered

_YEAR = re.compile(r"(19|20)\d\d")
_OPENINGS = {"um": "Um wie viel Uhr", "seit": "Seit wann", "bis": "Bis wann", "ab": "Ab wann"}
_DAYTIMES = "(?:vormittag|mittag|nachmittag|abend|morgen|früh)?"
_YEAR_STEPS = (-3, 2, -5, 4, -8, 6)
_HOUR_STEPS = (2, -3, 4, -1)


def when(material: Material, frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    """The question for the one point in time of the clause."""
    times = [piece for piece in (*one.front[:1], *one.middle) if _pattern(material, piece)]
    if len(times) != 1 or tells_who_said_it(material, one.statement, times[0].tokens[0]):
        return
    piece, pattern = times[0], _pattern(material, times[0])
    front = len(one.front) == 1 and piece == one.front[0]
    if not pattern or not (front or (piece in one.middle and _is_free(one, piece))):
        return
    key = said(material, one.statement, piece.tokens)
    opening = _OPENINGS.get(key.split()[0], "Wann")
    stem = asked(material, one, opening, without=None if front else piece)
    wrong = [*_of_article(material, frames, one, pattern), *_made(material, key, pattern)]
    yield Question(one.statement, "when", stem, key, distinct(wrong, key))


def tells_time(material: Material, piece: Chunk) -> bool:
    """Whether the piece is a point or span of time (`am Montag`, `im Jahr 1971`)."""
    return bool(_pattern(material, piece))


def _is_free(one: Frame, piece: Chunk) -> bool:
    """No attribute of a noun; a time behind the subject belongs to the verb."""
    place = list(one.middle).index(piece)
    return stands_free(one.middle, piece) or (place == 1 and one.middle[0] == one.subject)


def _pattern(material: Material, piece: Chunk) -> str:
    """How the phrase tells the time: `am #day`, `im #month #year`; empty for anything else."""
    if piece.kind not in {"prepositional", "noun"} or piece.joined:
        return ""
    forms = [material.analysis.form(token) for token in piece.tokens]
    shape = " ".join(
        [forms[0].lower() if not _symbol(forms[0]) else _symbol(forms[0]), *(_symbol(f) or f for f in forms[1:])]
    )
    return shape if shape in _SHAPES else ""


_SHAPES = frozenset(
    [f"{word} #{kind}" for word in ("seit", "bis", "ab") for kind in ("year", "month")]
    + ["am #day", "#year", "im #month", "im #month #year", "im Jahr #year", "ab #month #year", "seit dem Jahr #year"]
    + ["am #date #month", "am #date #month #year", "seit #month #year", "bis #month #year", "um #hour Uhr"]
)


def _symbol(form: str) -> str:
    days, months = ordered("calendar.txt")
    if re.fullmatch(f"({'|'.join(days)}){_DAYTIMES}", form):
        return "#day"
    if form in months:
        return "#month"
    if _YEAR.fullmatch(form):
        return "#year"
    if re.fullmatch(r"[1-3]?\d\.", form):
        return "#date"
    return "#hour" if re.fullmatch(r"\d{1,2}([.:]\d\d)?", form) else ""


def _of_article(material: Material, frames: Sequence[Frame], one: Frame, pattern: str) -> Iterator[str]:
    """Times of the same shape that the article gives for something else."""
    here = {material.analysis.form(token) for token in one.statement.tokens}
    for other in frames:
        for piece in (*other.front[:1], *other.middle):
            forms = {material.analysis.form(token) for token in piece.tokens if _symbol(material.analysis.form(token))}
            alike = tells_alike(material, one.statement, other.statement.sentence)
            if other != one and _pattern(material, piece) == pattern and not alike and not forms & here:
                yield said(material, other.statement, piece.tokens)


def _made(material: Material, key: str, pattern: str) -> Iterator[str]:
    """Times of the same shape of which the article says nothing."""
    text = material.analysis.article.text
    days, months = ordered("calendar.txt")
    rng = material.rng(f"when {key}")
    parts = key.split()
    for name, pool in (("#day", days), ("#month", months)):
        if name in pattern and "#date" not in pattern and "#year" not in pattern:
            place = pattern.split().index(name)
            old = next(one for one in pool if parts[place].startswith(one))
            free = [other for other in pool if other not in text]
            rng.shuffle(free)
            yield from (" ".join([*parts[:place], parts[place].replace(old, new), *parts[place + 1 :]]) for new in free)
    steps = {"#year": _YEAR_STEPS, "#hour": _HOUR_STEPS, "#date": (3, -2, 7, -5, 9)}
    for name, by in steps.items():
        if name in pattern:
            yield from _shifted(material, parts, pattern.split().index(name), by, name)
            return


def _shifted(material: Material, parts: Sequence[str], place: int, by: Sequence[int], name: str) -> Iterator[str]:
    digits, rest = re.fullmatch(r"(\d+)(.*)", parts[place]).groups()  # type: ignore[union-attr]
    number = int(digits)
    highest = {"#hour": 23, "#date": 28, "#year": 2099}[name]
    for step in by:
        new = f"{number + step}{rest}"
        if 1 <= number + step <= highest and (name != "#year" or new not in material.analysis.article.text):
            yield " ".join([*parts[:place], new, *parts[place + 1 :]])
