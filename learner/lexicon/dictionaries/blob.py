"""The text file of dictd and StarDict dictionaries, plain or packed (.dz is gzip): pieces of it by offset."""

import gzip
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from learner.lexicon.dictionaries.record import LARGEST_FILE, damaged, too_large, wrong_encoding

_LARGEST_PIECE = 1 << 20
_CHUNK = 1 << 20


class Blob:
    """An open text file; `piece` reads from it."""

    def __init__(self, stream: BinaryIO, path: Path, size: int) -> None:
        self._stream, self._path, self._size = stream, path, size

    def piece(self, offset: int, length: int) -> str:
        """The text of so many bytes at an offset. Raises LexiconError where it lies outside or is no UTF-8."""
        if offset < 0 or not 0 <= length <= _LARGEST_PIECE or offset + length > self._size:
            raise damaged(self._path, "its index points outside the text")
        self._stream.seek(offset)
        try:
            return self._stream.read(length).decode("utf-8")
        except UnicodeDecodeError as error:
            raise wrong_encoding(self._path) from error


@contextmanager
def opened(path: Path) -> Iterator[Blob]:
    """The file for reading, unpacked into a temporary one first where it is packed."""
    if path.stat().st_size > LARGEST_FILE:
        raise too_large(path)
    if path.suffix not in {".dz", ".gz"}:
        with path.open("rb") as plain:
            yield Blob(plain, path, path.stat().st_size)
        return
    with tempfile.TemporaryFile() as unpacked:
        size = _unpack(path, unpacked)
        yield Blob(unpacked, path, size)


def _unpack(path: Path, target: object) -> int:
    size = 0
    try:
        with gzip.open(path) as packed:
            while chunk := packed.read(_CHUNK):
                size += len(chunk)
                if size > LARGEST_FILE:
                    raise too_large(path)
                target.write(chunk)  # type: ignore[attr-defined]
    except (OSError, EOFError, zlib.error) as error:
        if (
            isinstance(error, OSError)
            and error.errno is not None
            and shutil.disk_usage(tempfile.gettempdir()).free == 0
        ):
            raise
        raise damaged(path, f"it cannot be unpacked ({error})") from error
    return size
