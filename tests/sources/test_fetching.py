"""Addresses, against a server of the test's own on the loopback."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from learner.errors import SourceError
from learner.sources import fetching
from learner.sources.reading import read

PAGE = "<html><head><title>Größe</title></head><body><p>Die Brücke ist größer.</p></body></html>"


class Handler(BaseHTTPRequestHandler):
    """Answers by path; `stop` lets the slow answer end with the test."""

    stop = threading.Event()

    def do_GET(self):
        getattr(self, "get_" + self.path.strip("/").replace("-", "_").split("?")[0], self.get_missing)()

    def send(self, data, kind="text/html; charset=utf-8", code=200, **headers):
        self.send_response(code)
        for name, value in ({"Content-Type": kind} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def get_page(self):
        self.send(PAGE.encode())

    def get_latin(self):
        self.send(PAGE.encode("iso-8859-1"), "text/html; charset=iso-8859-1")

    def get_plain(self):
        self.send("Nur Text über Brücken.".encode(), "text/plain; charset=utf-8")

    def get_moved(self):
        self.send(b"", code=302, Location="/page")

    def get_loop(self):
        self.send(b"", code=302, Location="/loop")

    def get_to_file(self):
        self.send(b"", code=302, Location="file:///etc/hostname")

    def get_to_ftp(self):
        self.send(b"", code=302, Location="ftp://127.0.0.1/page")

    def get_dripping(self):
        self.send(b"<p>")
        while not self.stop.wait(0.05):
            try:
                self.wfile.write(b"a")
            except OSError:
                return

    def get_picture(self):
        self.send(b"\x89PNG", "image/png")

    def get_huge(self):
        self.send(b"a" * 200_000)

    def get_slow(self):
        self.stop.wait(5)
        self.send(PAGE.encode())

    def get_missing(self):
        self.send(b"weg", code=404)

    def log_message(self, *args):
        pass


@pytest.fixture
def server():
    Handler.stop.clear()
    found = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{found.server_port}"
    Handler.stop.set()
    found.shutdown()
    found.server_close()


@pytest.mark.parametrize("path", ["page", "latin", "moved"])
def test_pages_are_read_in_their_encoding_and_behind_redirects(server, path):
    found = read(f"{server}/{path}")
    assert found.kind == "html"
    assert "Die Brücke ist größer." in found.text
    assert found.origin == f"{server}/{'page' if path == 'moved' else path}"


def test_plain_text_stays_plain(server):
    assert read(f"{server}/plain").kind == "text"


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("missing", "404"),
        ("loop", "redirect|302"),
        ("to-file", "not allowed"),
        ("to-ftp", "no web page"),
        ("picture", "image/png"),
    ],
)
def test_bad_answers_are_said(server, path, what):
    with pytest.raises(SourceError, match=what) as caught:
        read(f"{server}/{path}")
    assert "paste" in caught.value.hint


def test_a_page_may_not_be_endless(server, monkeypatch):
    monkeypatch.setattr("learner.sources.reading.MOST_BYTES", 100_000)
    with pytest.raises(SourceError, match="larger than"):
        read(f"{server}/huge")


def test_a_server_may_not_keep_us_waiting(server, monkeypatch):
    monkeypatch.setattr(fetching, "_SECONDS", 0.2)
    with pytest.raises(SourceError, match="cannot be reached"):
        read(f"{server}/slow")


def test_a_server_may_not_drip_for_ever(server, monkeypatch):
    monkeypatch.setattr(fetching, "_MOST_SECONDS", 0.3)
    with pytest.raises(SourceError, match="took longer"):
        read(f"{server}/dripping")


def test_nobody_there_is_said():
    with pytest.raises(SourceError, match="cannot be reached"):
        read("http://127.0.0.1:9/")
