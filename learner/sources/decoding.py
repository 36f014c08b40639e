"""Bytes become text: byte order marks, declared encodings, UTF-8, and Windows-1252 where it gives German."""

import re

from learner.errors import SourceError

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive (or a .docx, .odt, .epub or .apkg file)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"SQLite format 3": "a database",
    b"\xd0\xcf\x11\xe0": "a Word document",
    b"{\\rtf": "a Word document",
}
_META = re.compile(rb"<meta[^>]{0,80}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype html|html|head|body|article)\b", re.IGNORECASE)
_TAGS = re.compile(r"<(?:p|div|h[1-6]|a|span|br)\b[^>]*>", re.IGNORECASE)
_UMLAUTS = set("äöüÄÖÜß„“”–»«’€§°é…")


def decode(data: bytes, where: str, *, declared: str | None = None) -> str:
    """The text in `data`. Raises SourceError for empty or binary data and for an encoding that cannot be told."""
    if not data.strip():
        raise SourceError("there is no text in it.", where=where, hint="Give a file with an article.")
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked is None:
        _must_be_text(data, where)
    for name in filter(None, (marked, declared, _meta_charset(data), "utf-8")):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _windows(data, where)


def looks_like_html(text: str) -> bool:
    """Whether text is an HTML page rather than an article that mentions a tag."""
    head = text[:4000]
    return bool(_HTML.search(head)) or len(_TAGS.findall(head)) >= 5


def _meta_charset(data: bytes) -> str | None:
    found = _META.search(data[:4000])
    return found[1].decode("ascii") if found else None


def _must_be_text(data: bytes, where: str) -> None:
    kind = next((name for signature, name in _SIGNATURES.items() if data.startswith(signature)), None)
    if kind is not None:
        raise SourceError(f"this is {kind}, not text.", where=where, hint="Copy the article's text and paste it.")
    controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in data[:8000])
    if b"\x00" in data[:8000] or controls > 0.02 * len(data[:8000]):
        raise SourceError("this is a binary file, not text.", where=where, hint="Give a text or HTML file.")


def _windows(data: bytes, where: str) -> str:
    """Windows-1252, if what is not ASCII in it then is German letters and quotation marks."""
    text = data.decode("cp1252", errors="replace")
    beyond = [character for character in text if ord(character) > 127]
    if sum(character in _UMLAUTS for character in beyond) < 0.8 * len(beyond):
        raise SourceError("the encoding of the text is not known.", where=where, hint="Save it as UTF-8.")
    return text
