"""Title and kicker of a pasted page."""

import re
from dataclasses import dataclass
from functools import cache

from learner.places import bundled_path
from learner.text.blocks import Block
from learner.text.characters import squeezed
from learner.text.markers import Marker, menu_words, stop_words

_LOOK_BACK = 12
_MOST_WORDS = 22
_MENU = 3  # words
_SHORTEST = 2  # words of a title
_PLAIN = re.compile(r"[\w -]+")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_GAP = re.compile(r"\S {2,}(?=\S)")
_JOINING = frozenset({"und"})
_SITE = re.compile(r"\s+(?:[|–—·»]|-)\s+[^|–—·»-]{2,40}$")


@dataclass(frozen=True, slots=True)
class Headline:
    """Title and kicker, and the indexes of the blocks they were taken from."""

    title: str | None
    kicker: str | None
    indexes: frozenset[int] = frozenset()


def headline(page: tuple[Block, ...], judged: list[Marker | None], start: int, given: str | None) -> Headline:
    """The headline above the block at `start`; `given` (a page's own title) wins where it is known."""
    if given:
        title = squeezed(_SITE.sub("", given)) or squeezed(given)
        same = frozenset(n for n in range(len(page)) if squeezed(page[n].text) in (title, squeezed(given)))
        return Headline(title, None, same)
    at = _title_index(page, judged, start)
    if at is None:
        return Headline(None, None)
    kicker, title = _parted(squeezed(page[at].text))
    twins = frozenset(n for n in range(start + 1) if n < len(page) and page[n].text == page[at].text)
    above = at - 1
    if kicker is None and above >= 0 and _is_kicker(page[above], judged[above]):
        return Headline(title, squeezed(page[above].text), twins | {above})
    return Headline(title, kicker, twins)


def _title_index(page: tuple[Block, ...], judged: list[Marker | None], start: int) -> int | None:
    """The longest title-like block shortly before the text, a marked heading first; else the line that opens it."""
    near = [n for n in range(max(0, start - _LOOK_BACK), start) if _is_title(page[n], judged[n])]
    marked = [n for n in near if page[n].heading]
    if marked:
        return marked[0]
    told = [n for n in near if not _is_furniture(page[n].text)]
    menu = max((n for n in range(max(0, start - _LOOK_BACK), start) if _is_menu(page[n].text)), default=-1)
    told = [n for n in told if n > menu] or told  # `Immer informiert mit dem Plus-Abo` stands above the menu
    if not told and (at := _opening(page, judged, start)) is not None:
        return at
    if not told and (at := _short_title(page, judged, start)) is not None:
        return at
    return max(told or near, key=lambda n: (min(page[n].words, 9), n), default=None)


def _opening(page: tuple[Block, ...], judged: list[Marker | None], start: int) -> int | None:
    """The first block of the text where it is a title (`Wem gehört das Bild?`): no statement, longer text below it."""
    if start >= len(page) or page[start].text.endswith(".") or page[start].words > _MOST_WORDS:
        return None
    below = next((n for n in range(start + 1, len(page)) if judged[n] is None), None)
    return start if below is not None and page[below].running and page[below].words > page[start].words else None


def _short_title(page: tuple[Block, ...], judged: list[Marker | None], start: int) -> int | None:
    """The line of two words right above the text (`Nur Heimspiele`)."""
    at = next((n for n in range(start - 1, -1, -1) if judged[n] is None), None)
    return at if at is not None and page[at].words == _SHORTEST and _PLAIN.fullmatch(page[at].text) else None


def _is_furniture(text: str) -> bool:
    """Whether a line names the paper, its author or its pages: a row of words in capitals may be a menu too."""
    line = squeezed(text)
    words = _WORD.findall(line)
    capitals = len(words) >= _MENU and all(word[0].isupper() or word in _JOINING for word in words)
    row = capitals and not re.search(r"[:,?!„“»«]", line)
    return row or _is_menu(text) or any(one.search(line) for one in _no_titles())


def _is_menu(text: str) -> bool:
    """Whether a line has three words of menus, or wide gaps between its words."""
    known = sum(word.lower() in menu_words() for word in _WORD.findall(text))
    return known >= _MENU or len(_GAP.findall(text)) >= _MENU


@cache
def _no_titles() -> tuple[re.Pattern[str], ...]:
    rows = bundled_path("assets", "text", "no_titles.txt").read_text(encoding="utf-8").splitlines()
    return tuple(re.compile(row) for row in rows if row and not row.startswith("#"))


def _is_title(entry: Block, marker: Marker | None) -> bool:
    if entry.heading:
        return marker is None and entry.words >= 1
    return (
        marker is None and not entry.bullet and 3 <= entry.words <= _MOST_WORDS and not entry.text.endswith((".", ":"))
    )


def _is_kicker(entry: Block, marker: Marker | None) -> bool:
    return marker is None and not entry.bullet and not entry.running and 1 <= entry.words <= 4 and not entry.final


def _parted(line: str) -> tuple[str | None, str]:
    """Kicker and title of one line (`Geldanlage Das Risiko …`): the kicker is a topic noun before a new beginning."""
    words = line.split(" ")
    for at in range(1, min(4, len(words) - 2)):
        before, after = words[at - 1], words[at]
        if before[-1:].isalpha() and before[:1].isupper() and after[:1].isupper() and _new_beginning(before, after):
            return " ".join(words[:at]), " ".join(words[at:])
    return None, line


def _new_beginning(before: str, after: str) -> bool:
    if before.lower() in stop_words():
        return False
    return after.lower() in stop_words() or before.lower().endswith(_topic_endings())


@cache
def _topic_endings() -> tuple[str, ...]:
    rows = bundled_path("assets", "text", "kicker_endings.txt").read_text(encoding="utf-8").splitlines()
    return tuple(word for row in rows if not row.startswith("#") for word in row.split())
