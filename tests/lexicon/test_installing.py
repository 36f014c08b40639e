"""Fetching a dictionary from a server of the test's own: progress, resume, limits, broken answers."""

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from learner.cli.dictionary import command
from learner.errors import LexiconError
from learner.lexicon.dictionaries.installing import Download, downloads, fetch
from learner.lexicon.store import Dictionaries

TEXT = "".join(f"Frobel{number} {{m}} :: frobble {number}\n" for number in range(9_000)).encode()
BODY = gzip.compress(TEXT, compresslevel=1)


class Server(ThreadingHTTPServer):
    """Serves one body; may break off after some bytes, change its version, or lie about its length."""

    body = BODY
    breaks_after = None
    version = '"one"'
    announced = None
    status = 200

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.ranges = []

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/de-en.txt.gz"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        server, wanted = self.server, self.headers.get("Range")
        server.ranges.append(wanted)
        start = 0
        if wanted and self.headers.get("If-Range") == server.version:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        if server.status != 200:
            self.send_error(server.status)
            return
        self.send_response(206 if start else 200)
        self.send_header("ETag", server.version)
        self.send_header("Content-Length", str(server.announced or len(server.body) - start))
        self.end_headers()
        self.wfile.write(server.body[start : server.breaks_after])

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    found = Server()
    thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield found
    found.shutdown()
    found.server_close()


def download(server, most=10_000_000):
    return Download("ding", server.address, most, "a licence")


def silent(_share, _doing):
    pass


def test_whole(server, tmp_path):
    shares = []
    file = fetch(download(server), tmp_path, lambda share, _: shares.append(share))
    assert file.read_bytes() == BODY
    assert shares == sorted(shares)
    assert shares
    assert [path.name for path in tmp_path.iterdir()] == ["de-en.txt.gz"]


def test_it_goes_on_where_it_broke_off(server, tmp_path):
    server.breaks_after = 20_000
    with pytest.raises(LexiconError, match="broke off"):
        fetch(download(server), tmp_path, silent)
    server.breaks_after = None
    assert fetch(download(server), tmp_path, silent).read_bytes() == BODY
    assert server.ranges == [None, "bytes=20000-"]


def test_another_version_is_fetched_from_the_start(server, tmp_path):
    server.breaks_after = 20_000
    with pytest.raises(LexiconError):
        fetch(download(server), tmp_path, silent)
    server.breaks_after, server.version, server.body = None, '"two"', gzip.compress(TEXT[::-1])
    assert fetch(download(server), tmp_path, silent).read_bytes() == server.body


def test_too_large_as_announced(server, tmp_path):
    with pytest.raises(LexiconError, match="larger than"):
        fetch(download(server, most=1000), tmp_path, silent)
    assert not (tmp_path / "de-en.txt.gz").exists()


def test_an_error_of_the_server(server, tmp_path):
    server.status = 404
    with pytest.raises(LexiconError, match="broke off"):
        fetch(download(server), tmp_path, silent)


def test_no_server(tmp_path):
    with pytest.raises(LexiconError, match="broke off"):
        fetch(Download("ding", "http://127.0.0.1:9/x.gz", 10, ""), tmp_path, silent)


def test_only_the_web(tmp_path):
    with pytest.raises(LexiconError, match="only http"):
        fetch(Download("ding", "file:///etc/passwd", 10, ""), tmp_path, silent)


def test_ding_is_known():
    assert downloads()["ding"].address.startswith("https://")


def test_the_command(server):
    result = CliRunner().invoke(command, ["install", "ding", "--from", server.address])
    assert result.exit_code == 0, result.output
    assert [meaning.text for meaning in Dictionaries().meanings("Frobel7")] == ["frobble 7"]
    listed = CliRunner().invoke(command, ["list"])
    assert "ding: ding, 9000" in listed.output
    assert CliRunner().invoke(command, ["remove", "ding"]).exit_code == 0
    assert Dictionaries().names() == ()


def test_what_is_fetched_is_no_dictionary(server):
    server.body = gzip.compress(b"<html>moved</html>")
    result = CliRunner().invoke(command, ["install", "ding", "--from", server.address])
    assert isinstance(result.exception, LexiconError)
    assert Dictionaries().names() == ()


def test_lookup(lexicon, tmp_path):
    file = tmp_path / "mine.tsv"
    file.write_text("Frobel\tfrobble\nDurchbruch\tcutting through\n", encoding="utf-8")
    assert CliRunner().invoke(command, ["add", str(file)]).exit_code == 0
    shown = CliRunner().invoke(command, ["lookup", "Durchbrüche"])
    assert "der Durchbruch" in shown.output
    assert "cutting through  [mine]" in shown.output
    assert "frobble  [mine]" in CliRunner().invoke(command, ["lookup", "Frobel"]).output
    expression = CliRunner().invoke(command, ["lookup", "in", "Erwägung", "ziehen"])
    assert "zieht in Erwägung" in expression.output
    unknown = CliRunner().invoke(command, ["lookup", "Xqzvwk"])
    assert isinstance(unknown.exception, LexiconError)
