"""The clean-up of pasted pages: which blocks are the article, what was left out and why.

The article is the run of blocks with the greatest sum of scores (running text counts for it, page furniture against
it; the idea of Pasternack and Roth's maximum subsequence, WWW 2009). Inside the run, furniture is dropped by markers
and by structure, and what resumes after a teaser block is kept.
"""

from dataclasses import dataclass, field

from learner.text.article import ParagraphKind
from learner.text.blocks import Block, blocks, main_depth
from learner.text.characters import squeezed
from learner.text.headline import Headline, headline
from learner.text.markers import Marker, marker_of

_MOST_PER_BLOCK = 90
_TEASER_WORDS = 60
_ENOUGH_BEFORE_END = 100
_ENOUGH_BEFORE_TEASERS = 150
_TEASER_PAIRS = 3
_HEADING_WORDS = 14
_DEPTH_REACH = 2
_AWAY = 0.4
_PER_BLOCK = 4
_LEAD_REACH = 5
_LEAD_WORDS = 15
_SHORT_AWAY = 30
_BESIDE_AUTHORS = frozenset({"share", "date", "author"})


@dataclass(frozen=True, slots=True)
class Left:
    """A block left out: its text, the wording key of the reason, and how many kept blocks stand before it."""

    text: str
    reason: str
    after: int


@dataclass(slots=True)
class Cleaned:
    """The article's blocks in order, its headline, and what was left out."""

    headline: Headline
    kept: list[tuple[str, ParagraphKind]] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


def clean(text: str, title: str | None = None) -> Cleaned:
    """The article in normalised text; every block is either kept or left out with a reason."""
    page = blocks(text)
    judged = [marker_of(entry.text) if entry.words <= _TEASER_WORDS else None for entry in page]
    depth = main_depth(page)
    start, end = _main_run(page, judged, depth)
    start = _with_lead(page, judged, start)
    end = _before_teasers(page, judged, start, end)
    end = _with_last_line(page, judged, end, depth)
    found = headline(page, judged, start, title)
    cleaned = Cleaned(found)
    for index, entry in enumerate(page[:start]):
        if index not in found.indexes:
            _leave(cleaned, entry, _reason(judged[index], "navigation"))
    _Sorter(page, judged, found, cleaned, depth).sort(start, end)
    for index in range(end, len(page)):
        _leave(cleaned, page[index], _reason(judged[index], "after"))
    return cleaned


def _near(entry: Block, depth: int | None) -> bool:
    """Whether a block stands where the article's text stands; true on pages without indentation."""
    return depth is None or abs(entry.depth - depth) <= _DEPTH_REACH


def _score(entry: Block, marker: Marker | None, depth: int | None) -> float:
    near = _near(entry, depth)
    if marker is not None:
        return -30.0 if marker.reach == "end" else -4.0
    if entry.running:
        worth = min(entry.words, _MOST_PER_BLOCK) - _PER_BLOCK
        return worth * (1.0 if near else _AWAY)
    if depth is not None and near:
        return -1.5
    return -5.0 if entry.bullet else -3.0


def _main_run(page: tuple[Block, ...], judged: list[Marker | None], depth: int | None) -> tuple[int, int]:
    """The half-open range of blocks with the greatest sum of scores."""
    best, best_range = 0.0, (0, 0)
    total, start = 0.0, 0
    for index, entry in enumerate(page):
        if total <= 0:
            total, start = 0.0, index
        total += _score(entry, judged[index], depth)
        if total > best:
            best, best_range = total, (start, index + 1)
    return best_range


def _with_lead(page: tuple[Block, ...], judged: list[Marker | None], start: int) -> int:
    """The run with a lead that short furniture (an author's line, a date) parts from it."""
    for index in range(start - 1, max(-1, start - 1 - 3 * _LEAD_REACH), -1):
        entry = page[index]
        reach = _LEAD_REACH if entry.words < _LEAD_WORDS else 3 * _LEAD_REACH
        leads = entry.final and not entry.bullet and entry.words >= 4 and entry.stop_share >= 0.2
        if judged[index] is None and leads and start - index <= reach:
            return index
    return start


def _before_teasers(page: tuple[Block, ...], judged: list[Marker | None], start: int, end: int) -> int:
    """The end of the run without a tail of teasers: three or more headlines, each above one short paragraph."""
    cut, pairs, index = end, 0, end
    while index - 2 > start:
        body = page[index - 1]
        head = page[index - 2]
        teaser = body.running and body.words <= _TEASER_WORDS and judged[index - 2] is None
        if teaser and not head.running and head.words >= 4 and not head.bullet:
            pairs, index = pairs + 1, index - 2
            cut = index
        elif not body.running and index == cut:
            index -= 1
            cut = index if pairs else cut
        else:
            break
    enough = sum(entry.words for entry in page[start:cut] if entry.running) >= _ENOUGH_BEFORE_TEASERS
    return cut if pairs >= _TEASER_PAIRS and enough else end


def _with_last_line(page: tuple[Block, ...], judged: list[Marker | None], end: int, depth: int | None) -> int:
    """The run with a short last line of the article's own depth (a greeting, `Das Papier finden Sie hier:`)."""
    if depth is None or not 0 < end < len(page):
        return end
    entry = page[end]
    fits = judged[end] is None and entry.depth == page[end - 1].depth and not entry.bullet
    return end + 1 if fits and entry.words >= 3 and entry.stop_share > 0 and page[end - 1].running else end


def _reason(marker: Marker | None, otherwise: str) -> str:
    return f"dropped.{marker.reason if marker else otherwise}"


def _leave(cleaned: Cleaned, entry: Block, reason: str) -> None:
    cleaned.left.append(Left(entry.text, reason, len(cleaned.kept)))


class _Sorter:
    """Goes through the main run once and sorts its blocks into kept and left."""

    def __init__(
        self, page: tuple[Block, ...], judged: list[Marker | None], found: Headline, cleaned: Cleaned, depth: int | None
    ) -> None:
        self._page = page
        self._judged = judged
        self._found = found
        self._cleaned = cleaned
        self._depth = depth
        self._teasers = False
        self._words = 0

    def sort(self, start: int, end: int) -> None:
        """Sort the blocks of the half-open range."""
        index = start
        while index < end:
            if self._ends_here(index):
                for rest in range(index, end):
                    _leave(self._cleaned, self._page[rest], _reason(self._judged[rest], "comments"))
                return
            index += self._step(index, end)

    def _ends_here(self, index: int) -> bool:
        marker = self._judged[index]
        return marker is not None and marker.reach == "end" and self._words >= _ENOUGH_BEFORE_END

    def _step(self, index: int, end: int) -> int:
        """Sort the block at `index` (and a teaser's paragraph with its headline); returns how many were sorted."""
        entry, marker = self._page[index], self._judged[index]
        if index in self._found.indexes or squeezed(entry.text) == self._found.title:
            return 1
        if marker is not None:
            self._teasers = self._teasers or marker.reach == "teaser"
            _leave(self._cleaned, entry, _reason(marker, "related"))
            return 1
        if self._teasers and self._teaser_at(index, end):
            _leave(self._cleaned, entry, "dropped.teaser")
            _leave(self._cleaned, self._page[index + 1], "dropped.teaser")
            return 2
        if self._teasers and not entry.running:
            _leave(self._cleaned, entry, "dropped.teaser")
            return 1
        away = not _near(entry, self._depth) and entry.words < _SHORT_AWAY
        told = entry.bullet and entry.running and entry.final
        if away and self._cleaned.kept and not told and not self._is_quoted(index, end):
            _leave(self._cleaned, entry, "dropped.fragment")
            return 1
        if entry.running:
            self._teasers = False
            self._keep(entry, self._kind(index))
        elif self._is_heading(index, end):
            self._keep(entry, "body" if _is_spoken(entry.text) else "heading")
        elif self._is_list_entry(index, end):
            self._keep(entry, "body")
        else:
            _leave(self._cleaned, entry, "dropped.fragment")
        return 1

    def _is_quoted(self, index: int, end: int) -> bool:
        """A block set off inside the article, such as a quotation: whole sentences between paragraphs of the text."""
        before = index > 0 and self._page[index - 1].running and _near(self._page[index - 1], self._depth)
        after = index + 1 < end and self._page[index + 1].running and _near(self._page[index + 1], self._depth)
        return self._page[index].running and before and after

    def _keep(self, entry: Block, kind: ParagraphKind) -> None:
        self._cleaned.kept.append((squeezed(entry.text), kind))
        self._words += entry.words

    def _teaser_at(self, index: int, end: int) -> bool:
        """A kicker and headline without a full stop (a question, perhaps), then one short paragraph."""
        if index + 1 >= end:
            return False
        head, body = self._page[index], self._page[index + 1]
        return not _is_stopped(head.text) and head.words <= 20 and body.running and body.words <= _TEASER_WORDS

    def _kind(self, index: int) -> ParagraphKind:
        """The first paragraph is the lead where page furniture parts it from the rest."""
        first = not self._cleaned.kept
        parted = index + 1 < len(self._page) and self._judged[index + 1] is not None
        return "lead" if first and parted and self._page[index].words <= _TEASER_WORDS else "body"

    def _is_heading(self, index: int, end: int) -> bool:
        entry = self._page[index]
        numbered = entry.text[:1].isdigit()
        if (
            not 1 <= entry.words <= _HEADING_WORDS
            or (entry.bullet and not numbered)
            or entry.text.endswith((".", ",", ";"))
        ):
            return False
        following = next((n for n in range(index + 1, end) if self._judged[n] is None), end)
        beside = self._judged[index + 1] if index + 1 < end else None
        if beside is not None and beside.reason in _BESIDE_AUTHORS:
            return False  # a name above the date, the paper above its tools
        return following < end and self._page[following].running and bool(self._cleaned.kept)

    def _between_bullets(self, index: int, end: int) -> bool:
        """Whether most blocks around a short list entry are running text or entries of the same list."""
        around = self._page[max(0, index - 3) : index] + self._page[index + 1 : min(end, index + 4)]
        return any(entry.running for entry in around) and all(entry.running or entry.bullet for entry in around)

    def _is_list_entry(self, index: int, end: int) -> bool:
        """An entry of a list inside the article: text before it and after it, and words enough to say something."""
        entry = self._page[index]
        if not self._cleaned.kept and entry.final and entry.words >= 4:
            return True
        if index == end - 1 and self._cleaned.kept and entry.words >= 3 and entry.stop_share > 0 and not entry.bullet:
            return True
        inside = bool(self._cleaned.kept) and any(self._page[n].running for n in range(index + 1, min(end, index + 8)))
        numbered = (
            entry.bullet and self._depth is not None and (entry.text[:1].isdigit() or self._between_bullets(index, end))
        )
        return inside and (numbered or (entry.words >= 4 and (entry.bullet or entry.final) and entry.stop_share > 0))


def _is_spoken(text: str) -> bool:
    """`„Wir?“`: an answer in a dialogue; headings that quote somebody have no full stop inside."""
    return text[:1] in "„»«“" and text[-1:] in "“”«»" and text[-2:-1] in ".?!"


def _is_stopped(text: str) -> bool:
    return text.rstrip("\"“”»«’‘').").endswith("…") or text.rstrip("\"“”»«’‘'").endswith(".")
