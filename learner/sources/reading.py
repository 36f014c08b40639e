"""Reading a file, an address or standard input as text, with time and size limits."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal
from urllib.parse import urlsplit

from learner.errors import SourceError
from learner.sources.decoding import decode, looks_like_html

MOST_BYTES = 10_000_000
_HTML = {".html", ".htm", ".xhtml"}


@dataclass(frozen=True, slots=True)
class Source:
    """Text as it came in: HTML or plain, a title if the source has one of its own, and where it came from."""

    text: str
    kind: Literal["html", "text"]
    title: str | None
    origin: str


def read(source: str, *, stdin: BinaryIO | None = None) -> Source:
    """The text behind a path, an http(s) address, or `-`. Raises SourceError: what, where, what to do."""
    if source == "-":
        return _from_stream(stdin)
    if urlsplit(source).scheme.lower() in {"http", "https"}:
        return _from_address(source)
    return _from_file(Path(source))


def from_text(text: str, origin: str = "") -> Source:
    """A source made of text that is already here, such as a paste."""
    return Source(text, "html" if looks_like_html(text) else "text", None, origin)


def _from_stream(stream: BinaryIO | None) -> Source:
    if stream is None:
        raise SourceError("there is nothing on standard input.", where="-", hint="Pipe an article in.")
    text = decode(_bounded(stream.read(MOST_BYTES + 1), "-"), "-")
    return from_text(text, "")


def _from_file(path: Path) -> Source:
    where = str(path)
    try:
        if path.is_dir():
            raise SourceError("this is a folder.", where=where, hint="Name the article's file.")
        with path.open("rb") as file:
            data = _bounded(file.read(MOST_BYTES + 1), where)
    except FileNotFoundError as error:
        raise SourceError("there is no such file.", where=where, hint="Check the path.") from error
    except (PermissionError, OSError, ValueError) as error:
        raise SourceError(f"the file cannot be read ({error}).", where=where) from error
    text = decode(data, where)
    html = path.suffix.lower() in _HTML or (path.suffix.lower() != ".md" and looks_like_html(text))
    return Source(text, "html" if html else "text", None, where)


def _from_address(address: str) -> Source:
    from learner.sources.fetching import fetch

    page = fetch(address, most=MOST_BYTES)
    text = decode(page.data, address, declared=page.charset)
    html = "html" in page.content_type or looks_like_html(text)
    return Source(text, "html" if html else "text", None, page.address)


def _bounded(data: bytes, where: str) -> bytes:
    if len(data) > MOST_BYTES:
        limit = MOST_BYTES // 1_000_000
        raise SourceError(f"this is larger than {limit} MB.", where=where, hint="Give one article, not a collection.")
    return data
