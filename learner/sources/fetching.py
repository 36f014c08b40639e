"""Fetching a page: http and https only, with limits on time, size and redirects."""

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPMessage
from typing import IO
from urllib.parse import urlsplit
from urllib.request import Request

from learner import __version__
from learner.errors import SourceError

_SECONDS = 15  # without a byte
_MOST_SECONDS = 30  # for a page as a whole
_CHUNK = 65_536
_HINT = "Open the page in a browser, copy the article and paste it."


@dataclass(frozen=True, slots=True)
class Page:
    """What came back: bytes, the declared character set, the media type, and the address after redirects."""

    data: bytes
    charset: str | None
    content_type: str
    address: str


class _Redirects(urllib.request.HTTPRedirectHandler):
    """At most five redirects, and none to anything but http and https."""

    max_redirections = 5

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """The request for the new address; SourceError where it is no web address."""
        if urlsplit(newurl).scheme not in {"http", "https"}:
            raise SourceError("the page leads to an address that is no web page.", where=newurl, hint=_HINT)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str, *, most: int) -> Page:
    """The page at an address. Raises SourceError: not reachable, refused, too large, not text."""
    with _opened(address, "text/html, text/plain") as answer:
        kind = answer.headers.get_content_type()
        if not kind.startswith("text/") and "html" not in kind and "xml" not in kind:
            raise SourceError(f"this is {kind}, not a web page.", where=address, hint=_HINT)
        data = _body(answer, address, most)
        return Page(data, answer.headers.get_content_charset(), kind, answer.url or address)


def download(address: str, *, most: int) -> bytes:
    """The file at an address, of any kind. Raises SourceError: not reachable, refused, too large."""
    with _opened(address, "*/*") as answer:
        return _body(answer, address, most)


@contextmanager
def _opened(address: str, accept: str) -> Iterator[http.client.HTTPResponse]:
    """The answer of a server while it is read; what goes wrong is said in a sentence."""
    request = Request(  # noqa: S310  (the scheme was checked by the caller and is checked on redirects)
        address, headers={"User-Agent": f"learner/{__version__}", "Accept": accept}
    )
    try:
        with urllib.request.build_opener(_Redirects).open(request, timeout=_SECONDS) as answer:
            yield answer
    except urllib.error.HTTPError as error:
        raise SourceError(f"the server answered {error.code} {error.reason}.", where=address, hint=_HINT) from error
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise SourceError(f"the page cannot be reached ({reason}).", where=address, hint=_HINT) from error


def _body(answer: http.client.HTTPResponse, address: str, most: int) -> bytes:
    """All that is sent; a server that drips its page byte by byte is given up after a while."""
    data, started = bytearray(), time.monotonic()
    while chunk := answer.read1(_CHUNK):
        data += chunk
        if len(data) > most:
            raise SourceError(f"the page is larger than {most // 1_000_000} MB.", where=address, hint=_HINT)
        if time.monotonic() - started > _MOST_SECONDS:
            raise SourceError(f"the page took longer than {_MOST_SECONDS} seconds.", where=address, hint=_HINT)
    return bytes(data)
