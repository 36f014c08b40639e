"""`Wann`, `Seit wann`, `Bis wann`: a point in time that is told as one phrase."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from learner.exercises import extent
from learner.exercises.chunks import Chunk
from learner.exercises.edits.times import tells_who_said_it
from learner.exercises.material import Material
from learner.exercises.questions.frame import Frame, asked
from learner.exercises.questions.question import Question, distinct, said, stands_free, tells_alike
from learner.exercises.wordlists import ordered
from learner.lexicon.wordclasses import wordclass, wordrow

_YEAR = re.compile(r"(19|20)\d\d")
_OPENINGS = {"um": "Um wie viel Uhr", "seit": "Seit wann", "bis": "Bis wann", "ab": "Ab wann"}
_DAYTIMES = "(?:vormittag|mittag|nachmittag|abend|morgen|früh)?"
_DAY = re.compile(rf"\b({'|'.join(ordered('calendar.txt')[0])}){_DAYTIMES}\b")
_FOCUSING = wordclass("adverbs.before-times")
_LENGTHS = wordclass("times.lengths")
_OF_DAYS = wordclass("times.parts-of-days") | {"uhr", "vormittag", "nachmittag"}
_AGE = 15  # years
_STATES = wordclass("verbs.measuring") | {"sein"}
_PLANNING = wordclass("verbs.of-what-comes")
_YEAR_STEPS, _STEPS_AHEAD = (-3, 2, -5, 4, -8, 6), (1, 2, -1, 3)
_HOUR_STEPS = (2, -3, 4, -1)


def when(material: Material, frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    """The question for the one point in time of the clause."""
    times = [piece for piece in (*one.front[:1], *one.middle) if _pattern(material, piece)]
    told = len(times) == 1 and not tells_who_said_it(material, one.statement, times[0].tokens[0])
    if not told or _tells_another_time(material, one, times[0]) or _is_dated_behind(material, times[0]):
        return
    if material.analysis.words[one.fields.finite].lemma in _STATES and not one.fields.bracket:
        return  # `Um wie viel Uhr war Schluss?`, `Wann kostet das Kabel 200 Euro?`
    piece, pattern = times[0], _pattern(material, times[0])
    front = len(one.front) == 1 and piece == one.front[0]
    if not pattern or not (front or (piece in one.middle and _is_free(one, piece))):
        return
    key = said(material, one.statement, piece.tokens)
    if key.split()[-1].lower() in wordclass("times.parts-of-days"):  # `am Morgen` is no other time than `am Vormittag`
        return
    opening = _opening(key, pattern)
    stem = asked(material, one, opening, without=None if front else piece)
    rivals = [time for time in _of_article(material, frames, one, pattern) if _is_of_the_age(time, key)]
    rivals = [time for time in rivals if _can_be_then(material, one, key, time)]
    wrong = [*rivals[:2], *_made(material, key, pattern, ahead=_is_ahead(material, one, key)), *rivals[2:]]
    apart = {_of_one_name(time): time for time in reversed(wrong) if _of_one_name(time) != _of_one_name(key)}
    yield Question(one.statement, "when", stem, key, distinct(reversed(apart.values()), key))


def _is_dated_behind(material: Material, piece: Chunk) -> bool:
    """`am Montag, 2. März 2026`: the day of the week alone is no answer."""
    comma = piece.tokens[-1] + 1
    forms = [material.analysis.form(token) for token in (comma, comma + 1) if token < len(material.analysis.words)]
    return len(forms) == 2 and forms[0] == "," and forms[1][0].isdigit()


def _tells_another_time(material: Material, one: Frame, piece: Chunk) -> bool:
    """Whether what is left tells an age, a length of time (`einen Tag vor Beginn`) or `schon`."""
    rest = [token for token in one.statement.tokens if token not in piece.tokens]
    forms = [material.analysis.form(token).lower() for token in one.statement.tokens]
    aged = any("jährig" in form for form in forms)  # nobody of eleven joined twelve years ago
    focused = not _FOCUSING.isdisjoint(forms)  # `Wann hatte es schon im Ausschuss ein Patt gegeben?`
    daily = any(material.analysis.form(token).lower() in _OF_DAYS for token in rest)  # `am frühen Morgen`
    return aged or focused or daily or any(material.analysis.words[token].lemma in _LENGTHS for token in rest)


def _of_one_name(time: str) -> str:
    """The time with one name for what has two (`Frühling`, `Frühjahr`), a day without its part (`Sonntagmorgen`)."""
    whole = _DAY.sub(r"\1", time)
    return whole.replace("Frühjahr", "Frühling").replace("Sonnabend", "Samstag")


def _opening(key: str, pattern: str) -> str:
    since = pattern.startswith("seit #number")
    return "Seit wann" if since else _OPENINGS.get(key.split(maxsplit=1)[0].lower(), "Wann")


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
    shape = _shape([material.analysis.form(token) for token in piece.tokens])
    return shape if shape in _SHAPES else ""


_NAMED = {
    "#season": wordrow("times.of-year"),
    "#part": wordrow("times.of-day"),
    "#number": wordrow("times.counts"),
    "#span": wordrow("times.spans"),
}
_DAY_SHAPES = frozenset({"am #part", "in der #part"})
_PARTS = wordrow("times.parts-of-day-phrases")
_BOUNDS = ("Anfang", "Mitte", "Ende")
_SHAPES = frozenset(
    [f"{word} #{kind}" for word in ("seit", "bis", "ab") for kind in ("year", "month")]
    + ["am #day", "#year", "im #month", "im #month #year", "im Jahr #year", "ab #month #year", "seit dem Jahr #year"]
    + [f"{word} #number #span" for word in ("vor", "seit")]
    + ["im #season", "im #season #year", "in der #part", "am #part"]
    + [f"{word} #month" for word in ("anfang", "mitte", "ende")]
    + [f"{word} #month #year" for word in ("anfang", "mitte", "ende")]
    + [f"{word} #year" for word in ("anfang", "mitte", "ende")]
    + ["am #date #month", "am #date #month #year", "seit #month #year", "bis #month #year", "um #hour Uhr"]
    + [
        f"{word} #date #month{year}"
        for word in ("seit", "seit dem", "bis zum", "ab dem", "ab")
        for year in ("", " #year")
    ]
    + [f"{word} {part} #{kind}" for word in ("seit", "bis", "ab") for part in _BOUNDS for kind in ("month", "year")]
)


@lru_cache(maxsize=4096)
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
    listed = next((symbol for symbol, names in _NAMED.items() if form in names), "")
    if listed:
        return listed
    return "#hour" if re.fullmatch(r"\d{1,2}([.:]\d\d)?", form) else ""


def _of_article(material: Material, frames: Sequence[Frame], one: Frame, pattern: str) -> Iterator[str]:
    """Times of the same shape that the article gives for something else."""
    here = {material.analysis.form(token) for token in one.statement.tokens}
    yield from _elsewhere(material, one, pattern, here)
    for other in frames:
        for piece in (*other.front[:1], *other.middle):
            forms = {material.analysis.form(token) for token in piece.tokens if _symbol(material.analysis.form(token))}
            alike = tells_alike(material, one.statement, other.statement.sentence)
            if other != one and _pattern(material, piece) == pattern and not alike and not forms & here:
                yield said(material, other.statement, piece.tokens)


def _is_of_the_age(time: str, key: str) -> bool:
    """Whether two years lie so near that neither is absurd for what is told."""
    years = [int(year) for text in (time, key) for year in re.findall(r"\b(?:19|20)\d\d\b", text)]
    return len(years) < 2 or abs(years[0] - years[-1]) <= _AGE


def _can_be_then(material: Material, one: Frame, key: str, time: str) -> bool:
    """Whether a year is no later than what is told of as past, nor earlier than what is still to come."""
    mine, other = _year(key), _year(time)
    if not mine or not other:
        return True
    if _is_past(material, (one.fields.finite, *one.fields.bracket)):
        return other <= _latest(material)
    planned = material.analysis.words[one.fields.finite].lemma in _PLANNING or key.startswith("bis ")
    return not planned or other >= mine - 1


def _year(time: str) -> int:
    found = _YEAR.search(time)
    return int(found[0]) if found else 0


def _is_past(material: Material, verbs: Sequence[int]) -> bool:
    """Whether verbs are in the past or the perfect."""
    words = [material.analysis.words[token] for token in verbs]
    perfect = words[0].lemma in {"haben", "sein"} and any(word.tag.endswith("(PP)") for word in words[1:])
    return perfect or words[0].features.get("Tense") == "Past"


def _latest(material: Material) -> int:
    """The latest year that stands in a sentence about the past; 9999 where none does."""
    return max(_past_years(material), default=9999)


@lru_cache(maxsize=2)
def _past_years(material: Material) -> tuple[int, ...]:
    """The years that stand in sentences about the past."""
    years: list[int] = []
    for sentence in material.analysis.article.sentences:
        tokens = material.analysis.article.tokens_of(sentence)
        if any(material.analysis.words[token].features.get("Tense") == "Past" for token in tokens):
            years += [year for token in tokens if (year := _year(material.analysis.form(token)))]
    return tuple(years)


def _elsewhere(material: Material, one: Frame, pattern: str, here: Collection[str]) -> Iterator[str]:
    """Times of the shape anywhere in the article, outside speech or in it, of which nothing alike is told."""
    forms = [material.analysis.form(token) for token in range(len(material.analysis.words))]
    for shape in (pattern, *(_DAY_SHAPES - {pattern} if pattern in _DAY_SHAPES else ())):
        size = len(shape.split())
        for start in range(len(forms) - size + 1):
            parts = forms[start : start + size]
            told = {part for part in parts if _symbol(part)}
            longer = start + size < len(forms) and bool(_symbol(forms[start + size]))
            if _shape(parts) != shape or longer or told <= set(here):
                continue
            if not tells_alike(material, one.statement, extent.sentence_of(material.analysis, start)):
                yield " ".join([parts[0] if _symbol(parts[0]) else parts[0].lower(), *parts[1:]])


def _shape(forms: Sequence[str]) -> str:
    return " ".join([_symbol(forms[0]) or forms[0].lower(), *(_symbol(form) or form for form in forms[1:])])


def _is_ahead(material: Material, one: Frame, key: str) -> bool:
    """`Der Vertrag läuft Ende 2026 aus`: a year that is still to come."""
    past = _is_past(material, (one.fields.finite, *one.fields.bracket))
    return not past and _year(key) > max(_past_years(material), default=0)


def _made(material: Material, key: str, pattern: str, *, ahead: bool) -> Iterator[str]:
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
    yield from _listed(material, parts, pattern)
    latest = max((int(year[0]) for year in _YEAR.finditer(text)), default=0)
    past = [step for step in _YEAR_STEPS if _year(key) + step <= latest] or _YEAR_STEPS  # none that is to come
    years = _STEPS_AHEAD if ahead else past
    steps = {"#year": years, "#hour": _HOUR_STEPS, "#date": (3, -2, 7, -5, 9)}
    for name, by in steps.items():
        if name in pattern:
            yield from _shifted(material, parts, pattern.split().index(name), by, name)
            return


def _listed(material: Material, parts: Sequence[str], pattern: str) -> Iterator[str]:
    """Other seasons, parts of the day and small numbers that the article does not have."""
    text, rng = material.analysis.article.text, material.rng(f"listed {parts}")
    if "#part" in pattern:
        yield from (phrase for phrase in _PARTS if phrase.split()[-1].lower() not in text.lower())
        return
    for symbol in ("#season", "#number"):
        if symbol in pattern:
            place = pattern.split().index(symbol)
            free = [name for name in _NAMED[symbol] if name not in text and name[:4] != parts[place][:4]]
            rng.shuffle(free)
            yield from (" ".join([*parts[:place], name, *parts[place + 1 :]]) for name in free)


def _shifted(material: Material, parts: Sequence[str], place: int, by: Sequence[int], name: str) -> Iterator[str]:
    digits, rest = re.fullmatch(r"(\d+)(.*)", parts[place]).groups()  # type: ignore[union-attr]
    number = int(digits)
    highest = {"#hour": 23, "#date": 28, "#year": 2099}[name]
    for step in by:
        new = f"{number + step}{rest}"
        if 1 <= number + step <= highest and (name != "#year" or new not in material.analysis.article.text):
            yield " ".join([*parts[:place], new, *parts[place + 1 :]])
