"""StarDict dictionaries: NAME.ifo with NAME.idx (or .idx.gz) and NAME.dict (or .dict.dz)."""

import gzip
import html
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from learner.errors import LexiconError
from learner.lexicon.dictionaries.blob import Blob, opened
from learner.lexicon.dictionaries.record import LARGEST_FILE, Record, cleaned, damaged, too_large

_MARKUP = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<(?:br|p|div|li|tr)\b[^>]*>", re.IGNORECASE)
_TEXT = frozenset("mltgxhyk")  # the types that hold text; the others are sounds and pictures
_MARKED = frozenset("gxhk")
_LONGEST_WORD = 256
_MOST_MEANINGS = 8


def read(ifo: Path) -> Iterator[tuple[float, Record]]:
    """Every record with the share of the index read so far."""
    about = information(ifo)
    index, text = _index(ifo), _beside(ifo, ".dict.dz", ".dict")
    width = 8 if about.get("idxoffsetbits") == "64" else 4
    kinds = about.get("sametypesequence", "")
    with opened(text) as blob:
        for share, word, offset, length in _entries(index, width, ifo):
            yield from ((share, record) for record in _records(word, blob, (offset, length), kinds))


def information(ifo: Path) -> dict[str, str]:
    """The keys and values of the .ifo file. Raises LexiconError where it is none."""
    if ifo.stat().st_size > 1 << 20:
        raise too_large(ifo)
    text = ifo.read_bytes().decode("utf-8", errors="replace")
    if not text.lstrip("\ufeff").startswith("StarDict's dict ifo file"):
        raise damaged(ifo, "its first line does not name StarDict")
    return {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in text.splitlines())}


def _beside(ifo: Path, *suffixes: str) -> Path:
    for suffix in suffixes:
        if (path := ifo.with_suffix(suffix)).exists():
            return path
    raise LexiconError(f"{ifo.stem}{suffixes[-1]} is missing.", where=str(ifo), hint="It belongs beside the .ifo file.")


def _index(ifo: Path) -> bytes:
    path = _beside(ifo, ".idx.gz", ".idx")
    if path.stat().st_size > LARGEST_FILE:
        raise too_large(path)
    try:
        if path.suffix != ".gz":
            return path.read_bytes()
        with gzip.open(path) as packed:
            unpacked = packed.read(LARGEST_FILE + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise damaged(path, f"it cannot be unpacked ({error})") from error
    if len(unpacked) > LARGEST_FILE:
        raise too_large(path)
    return unpacked


def _entries(index: bytes, width: int, ifo: Path) -> Iterator[tuple[float, str, int, int]]:
    place = 0
    while place < len(index):
        end = index.find(b"\0", place, place + _LONGEST_WORD + 1)
        numbers = index[end + 1 : end + 1 + width + 4]
        if end < 0 or len(numbers) < width + 4:
            raise damaged(ifo, "its index ends in the middle of an entry")
        word = index[place:end].decode("utf-8", errors="replace")
        yield end / len(index), word, int.from_bytes(numbers[:width], "big"), int.from_bytes(numbers[width:], "big")
        place = end + 1 + width + 4


def _records(word: str, blob: Blob, place: tuple[int, int], kinds: str) -> Iterator[Record]:
    text = blob.piece(*place)
    kind = kinds[:1] or text[:1]
    body = (text if kinds else text[1:]).partition("\0")[0]
    if kind not in _TEXT:
        return
    lines = _BREAK.sub("\n", body).splitlines() if kind in _MARKED else body.splitlines()
    plain = (cleaned(html.unescape(_MARKUP.sub("", line)) if kind in _MARKED else line) for line in lines)
    meanings = [line for line in plain if line and line.casefold() != word.casefold()]
    for rank, meaning in enumerate(meanings[:_MOST_MEANINGS]):
        yield Record(cleaned(word), meaning, "", rank)
