"""`learner pack …`, as an author and a learner use it."""

import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
import tomlkit


@pytest.fixture
def pack(learner, tmp_path):
    """A pack that may be built."""
    folder = tmp_path / "mein-paket"
    assert learner("pack", "new", folder, "--title", "Mein Paket", "--author", "Ada").exit_code == 0
    document = tomlkit.parse((folder / "pack.toml").read_text(encoding="utf-8"))
    document["description"] = "Ein Beispiel."
    (folder / "pack.toml").write_text(tomlkit.dumps(document), encoding="utf-8")
    return folder


def test_an_author_starts_checks_and_builds(learner, pack):
    checked = learner("check", pack)
    assert checked.exit_code == 0, checked.output
    built = learner("pack", "build", pack)
    assert built.stdout.strip().endswith("mein-paket-1.0.0.learnerpack")


def test_a_learner_adds_lists_and_removes(learner, pack, tmp_path):
    file = tmp_path / "x.learnerpack"
    learner("pack", "build", pack, "-o", file)
    assert learner("pack", "add", file).exit_code == 0
    assert learner("pack", "list").stdout == "mein-paket\t1.0.0\t1\tMein Paket\n"
    assert learner("pack", "remove", "Mein Paket").exit_code == 0
    assert learner("pack", "list").stdout == ""
    assert "no such pack" in learner("pack", "remove", "Mein Paket").sentence


def test_a_pack_comes_from_an_address(learner, pack, tmp_path):
    learner("pack", "build", pack, "-o", tmp_path / "x.learnerpack")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}"
        assert learner("pack", "add", f"{address}/x.learnerpack").exit_code == 0
        assert "404" in learner("pack", "add", f"{address}/y.learnerpack").sentence
    finally:
        server.shutdown()
        server.server_close()


def test_schemas_are_printed_and_written(learner, tmp_path):
    assert json.loads(learner("pack", "schema", "lesson").stdout)["title"] == "lesson.toml"
    learner("pack", "schema", "-o", tmp_path / "schemas")
    assert sorted(file.name for file in (tmp_path / "schemas").iterdir()) == [
        "items.json",
        "lesson.json",
        "pack.json",
        "words.json",
    ]


@pytest.mark.parametrize("words", [("add", "nichts.learnerpack"), ("build", "."), ("upgrade", "."), ("new", ".")])
def test_bad_input_is_a_sentence(learner, tmp_path, monkeypatch, words):
    (tmp_path / "da.txt").write_text("da")
    monkeypatch.chdir(tmp_path)
    assert learner("pack", *words).sentence
