"""Fetches a public dictionary: progress, resume after a break, a limit on its size.

Nothing else on this floor uses the network.
"""

import contextlib
import http.client
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from learner.errors import LexiconError
from learner.lexicon.tables import rows

Progress = Callable[[float, str], None]
_CHUNK = 1 << 16
_TIMEOUT = 30  # seconds without a byte
_PARTIAL, _OUT_OF_RANGE = 206, 416


@dataclass(frozen=True, slots=True)
class Download:
    """A dictionary that can be fetched."""

    name: str
    address: str
    most: int
    licence: str


def downloads() -> dict[str, Download]:
    """The dictionaries that can be fetched, by name."""
    return {name: Download(name, address, int(most), licence) for name, address, most, licence in rows("downloads.tsv")}


def fetch(download: Download, folder: Path, progress: Progress) -> Path:
    """The file, fetched into the folder; what an earlier attempt left is continued. Raises LexiconError."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / Path(urlsplit(download.address).path).name
    part, mark = file.with_name(file.name + ".part"), file.with_name(file.name + ".mark")
    if urlsplit(download.address).scheme not in {"http", "https"}:
        raise LexiconError("only http and https addresses are fetched.", where=download.address)
    try:
        _fetch(download, part, mark, progress)
    except (URLError, OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        hint = "Check the connection and call the command again; it goes on where it stopped."
        raise LexiconError(f"the download broke off ({reason}).", where=download.address, hint=hint) from error
    part.replace(file)
    mark.unlink(missing_ok=True)
    return file


def _fetch(download: Download, part: Path, mark: Path, progress: Progress) -> None:
    have = part.stat().st_size if part.exists() and mark.exists() else 0
    headers = {"User-Agent": "learner"}
    if have:
        headers |= {"Range": f"bytes={have}-", "If-Range": mark.read_text(encoding="utf-8")}
    with _asked(download.address, headers) as answer:
        start = have if answer.status == _PARTIAL else 0
        total = start + int(answer.headers.get("Content-Length") or 0)
        _keep_mark(mark, answer.headers)
        if total > download.most:
            raise _too_large(download)
        _save(answer, part, start, total, download, progress)


def _asked(address: str, headers: dict[str, str]) -> http.client.HTTPResponse:
    """The server's answer; from the beginning where it no longer has the rest."""
    try:
        answer = urlopen(Request(address, headers=headers), timeout=_TIMEOUT)  # noqa: S310 (the scheme was checked)
    except HTTPError as error:
        if error.code != _OUT_OF_RANGE or "Range" not in headers:
            raise
        return _asked(address, {"User-Agent": headers["User-Agent"]})
    return cast(http.client.HTTPResponse, answer)


def _keep_mark(mark: Path, headers: http.client.HTTPMessage) -> None:
    """Remember the version, so that a later attempt continues this one and no other."""
    version = headers.get("ETag") or headers.get("Last-Modified")
    with contextlib.suppress(FileNotFoundError):
        mark.unlink()
    if version:
        mark.write_text(version, encoding="utf-8")


def _save(
    answer: http.client.HTTPResponse, part: Path, start: int, total: int, download: Download, progress: Progress
) -> None:
    read = start
    with part.open("r+b" if start else "wb") as target:
        target.seek(start)
        while chunk := answer.read(_CHUNK):
            read += len(chunk)
            if read > download.most:
                raise _too_large(download)
            target.write(chunk)
            progress(min(read / total, 0.99) if total else 0.0, download.name)
        target.truncate()
    if total and read < total:
        raise http.client.IncompleteRead(b"", total - read)


def _too_large(download: Download) -> LexiconError:
    what = f"the file is larger than {download.most // 1_000_000} million bytes."
    return LexiconError(
        what, where=download.address, hint="It is not the dictionary it should be; nothing was changed."
    )
