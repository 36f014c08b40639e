"""Text files of one entry a line, plain or gzipped: read line by line, sizes watched."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from learner.lexicon.dictionaries.record import LARGEST_FILE, damaged, too_large, wrong_encoding

_LONGEST_LINE = 1 << 20


def lines(path: Path) -> Iterator[tuple[float, str]]:
    """Every line with the share of the file read so far. Raises LexiconError for what is no UTF-8 text."""
    size = max(path.stat().st_size, 1)
    if size > LARGEST_FILE:
        raise too_large(path)
    read = 0
    with path.open("rb") as packed, gzip.open(packed) if path.suffix in {".gz", ".dz"} else packed as unpacked:
        while line := _line(unpacked, path):
            read += len(line)
            if read > LARGEST_FILE:
                raise too_large(path)
            yield min(packed.tell() / size, 1.0), _decoded(line, path)


def _line(stream: object, path: Path) -> bytes:
    try:
        line: bytes = stream.readline(_LONGEST_LINE)  # type: ignore[attr-defined]
    except (OSError, EOFError, zlib.error) as error:
        raise damaged(path, f"it cannot be unpacked ({error})") from error
    if len(line) >= _LONGEST_LINE:
        raise damaged(path, "a line is longer than a million bytes")
    return line


def _decoded(line: bytes, path: Path) -> str:
    try:
        return line.decode("utf-8").lstrip("\ufeff").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise wrong_encoding(path) from error
