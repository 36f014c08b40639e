"""Handing a package to Anki, against a small server that speaks AnkiConnect's protocol."""

import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from learner.errors import ExportError
from learner.export import anki
from learner.export.pushing import push
from tests.export.sample import LATER, NOW, lesson
from tests.export.test_anki import REGLOSSED


class AnkiConnect(BaseHTTPRequestHandler):
    """Answers importPackage as the add-on does; `server` holds the key, the learner and what was asked."""

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(request)
        body = self.server.answer(request)
        self.send_response(302 if body == b"elsewhere" else 200)
        if body == b"elsewhere":
            self.send_header("Location", "http://192.0.2.1/")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def connect():
    server = HTTPServer(("127.0.0.1", 0), AnkiConnect)
    server.asked = []
    server.answer = lambda request: json.dumps({"result": True, "error": None}).encode()
    server.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def deck(tmp_path):
    path = tmp_path / "deck.apkg"
    anki.write([lesson()], path, now=NOW)
    return path


def serve(connect, learner):
    """Let the server import into the learner's collection as the add-on does."""

    def answer(request):
        return json.dumps({"result": learner.take_like_ankiconnect(request["params"]["path"]), "error": None}).encode()

    connect.answer = answer


def test_the_package_is_imported_where_it_lies(connect, deck, learner):
    serve(connect, learner)
    push(deck, address=connect.address)
    assert connect.asked == [{"action": "importPackage", "version": 6, "params": {"path": str(deck)}}]
    assert learner.collection.note_count() == 9
    assert learner.is_sound()


def test_a_pushed_update_keeps_the_schedule(connect, learner, tmp_path):
    serve(connect, learner)
    path, folders = tmp_path / "deck.apkg", {lesson().uid: tmp_path}
    anki.write([lesson()], path, now=NOW, folders=folders)
    push(path, address=connect.address)
    learner.collection.decks.select(learner.collection.decks.id_for_name("German::B1::Ein Kraftwerk für Bergheim"))
    card = learner.collection.sched.getCard()
    card.start_timer()
    learner.collection.sched.answerCard(card, 3)
    anki.write([REGLOSSED], path, now=LATER, folders=folders)
    push(path, address=connect.address)
    assert learner.collection.note_count() == 9
    assert learner.collection.get_card(card.id).reps == 1
    assert "decisive success" in learner.notes("Word:Durchbruch")[0]["Gloss"]
    assert len([name for name in learner.collection.models.all_names() if "(learner)" in name]) == 3


def test_a_relative_path_is_made_absolute(connect, deck, monkeypatch):
    monkeypatch.chdir(deck.parent)
    push(deck.relative_to(deck.parent), address=connect.address)
    assert connect.asked[0]["params"]["path"] == str(deck)


def with_key(request):
    if request.get("key") != "geheim":
        return json.dumps({"result": None, "error": "valid api key must be provided"}).encode()
    return json.dumps({"result": True, "error": None}).encode()


def test_the_key_is_honoured(connect, deck):
    connect.answer = with_key
    push(deck, address=connect.address, key="geheim")
    with pytest.raises(ExportError, match="valid api key") as failure:
        push(deck, address=connect.address)
    assert "geheim" not in str(failure.value)


def test_anki_not_running_is_said_and_the_file_stays(deck):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(ExportError, match="cannot be reached") as failure:
        push(deck, address=address)
    assert "AnkiConnect" in failure.value.hint
    assert deck.exists()


@pytest.mark.parametrize(
    "answer", [b"", b"<html>", b"[]", b'{"result": true}', b"elsewhere", b'{"result": false, "error": null}']
)
def test_any_other_answer_is_a_clear_error(connect, deck, answer):
    connect.answer = lambda _: answer
    with pytest.raises(ExportError):
        push(deck, address=connect.address)


@pytest.mark.parametrize(
    "address",
    [
        "http://192.0.2.1:8765",
        "http://example.org",
        "https://127.0.0.1:1",
        "file:///etc/passwd",
        "",
        "http://127.0.0.1.example.org",
    ],
)
def test_only_this_machine_is_asked(deck, address):
    with pytest.raises(ExportError, match="not an address on this machine"):
        push(deck, address=address)


@pytest.mark.parametrize("proxy", ["http_proxy", "HTTP_PROXY"])
def test_no_proxy_is_used(connect, deck, monkeypatch, proxy):
    monkeypatch.setenv(proxy, "http://192.0.2.1:3128")
    push(deck, address=connect.address)
    assert len(connect.asked) == 1
