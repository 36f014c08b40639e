"""Packs: started, built, added, updated, removed; schemas; older formats."""

import json
import tomllib
import zipfile

import msgspec
import pytest
import tomlkit

from learner.errors import PackError
from learner.packs import adding, library
from learner.packs.building import build
from learner.packs.checking import check
from learner.packs.pack import read_pack
from learner.packs.reading import read
from learner.packs.schemas import FILES, schema
from learner.packs.starting import start
from learner.packs.upgrading import upgrade

UIDS = ("a" * 16, "b" * 16)


@pytest.fixture
def pack(tmp_path):
    """The example pack, finished: it has a description."""
    folder = tmp_path / "mein-paket"
    start(folder, title="Mein „Paket“", author="Ada Beispiel", level="A2", uids=UIDS)
    rewrite(folder / "pack.toml", description="Ein Beispiel.")
    return folder


def rewrite(file, **values):
    document = tomlkit.parse(file.read_text(encoding="utf-8"))
    document.update(values)
    file.write_text(tomlkit.dumps(document), encoding="utf-8")


def test_the_example_is_sound_under_strict(pack):
    read(pack / "erste-lektion")
    assert check(pack) == ()


def test_the_example_keeps_its_comments_and_takes_the_authors_words(pack):
    text = (pack / "pack.toml").read_text(encoding="utf-8")
    assert "# raise it when you share a change" in text
    assert read_pack(pack).file.authors == ("Ada Beispiel",)
    assert read_pack(pack).file.title == "Mein „Paket“"


def test_nothing_is_overwritten_at_the_start(pack):
    with pytest.raises(PackError, match="something stands there"):
        start(pack, title="x", author="y", level="A1", uids=UIDS)


def test_labels_of_paragraphs_are_read(pack):
    labels = [paragraph.label for paragraph in read(pack / "erste-lektion").analysis.article.paragraphs]
    assert labels == ["", "A", "B", "C"]


def test_two_builds_are_the_same_bytes(pack, tmp_path):
    first = build(pack, tmp_path / "1.learnerpack").read_bytes()
    read(pack / "erste-lektion")
    assert build(pack, tmp_path / "2.learnerpack").read_bytes() == first


def test_a_build_holds_the_authors_files_and_nothing_else(pack):
    read(pack / "erste-lektion")
    (pack / "erste-lektion" / "notes.txt").write_text("privat")
    (pack / "erste-lektion" / "audio").mkdir()
    (pack / "erste-lektion" / "audio" / "garten.mp3").write_bytes(b"ID3")
    file = build(pack)
    assert file.name == "mein-paket-1.0.0.learnerpack"
    with zipfile.ZipFile(file) as archive:
        assert archive.namelist() == [
            "pack.toml",
            "erste-lektion/items.toml",
            "erste-lektion/lesson.toml",
            "erste-lektion/text.md",
            "erste-lektion/words.toml",
            "erste-lektion/audio/garten.mp3",
        ]


@pytest.mark.parametrize(("key", "code"), [("licence", "no-licence"), ("source", "no-source")])
def test_a_pack_without_licence_or_source_is_not_built(pack, key, code):
    file = pack / "erste-lektion" / "lesson.toml"
    document = tomlkit.parse(file.read_text(encoding="utf-8"))
    document["origin"][key] = ""
    file.write_text(tomlkit.dumps(document), encoding="utf-8")
    with pytest.raises(PackError, match=code):
        build(pack)


def test_a_pack_with_a_fault_is_not_built(pack):
    items = pack / "erste-lektion" / "items.toml"
    items.write_text(items.read_text(encoding="utf-8").replace("correct = true, ", "", 1), encoding="utf-8")
    with pytest.raises(PackError, match="one-key"):
        build(pack)


def test_an_added_pack_is_read_without_language_tools(pack):
    added = adding.add(build(pack))
    lesson = added.lessons[0]
    assert (lesson / "analysis.json").exists()
    assert read(lesson).items == read(pack / "erste-lektion").items
    assert [entry.pack for entry in library.lessons() if entry.title == "Ein Garten für alle"] == ["mein-paket"]


def test_a_newer_version_takes_the_earlier_ones_place(pack):
    place = adding.add(build(pack)).folder
    rewrite(pack / "pack.toml", version="1.1.0")
    assert adding.add(build(pack)).folder == place
    assert [found.file.version for found in adding.installed()] == ["1.1.0"]


def test_a_pack_cannot_pretend_to_be_another(pack):
    adding.add(build(pack))
    rewrite(pack / "pack.toml", authors=["Eve"])
    with pytest.raises(PackError, match="not theirs"):
        adding.add(build(pack))
    assert adding.installed()[0].file.authors == ("Ada Beispiel",)


def test_a_pack_cannot_take_another_lessons_id(pack):
    adding.add(build(pack))
    rewrite(pack / "pack.toml", uid="c" * 16, title="Anderes")
    with pytest.raises(PackError, match="another lesson's id"):
        adding.add(build(pack))
    assert len(adding.installed()) == 1


def test_packs_of_one_title_stand_side_by_side(pack):
    adding.add(build(pack))
    rewrite(pack / "pack.toml", uid="c" * 16)
    rewrite(pack / "erste-lektion" / "lesson.toml", uid="d" * 16)
    adding.add(build(pack))
    assert [found.folder.name for found in adding.installed()] == ["mein-paket", "mein-paket-2"]


def test_a_pack_is_removed_by_name(pack):
    folder = adding.add(build(pack)).folder
    assert adding.remove("mein-paket").file.uid == UIDS[0]
    assert not folder.exists()
    with pytest.raises(PackError, match="no such pack"):
        adding.remove("mein-paket")


@pytest.mark.parametrize("name", FILES)
def test_schemas_know_every_field_and_refuse_others(name):
    found = schema(name)
    text = json.dumps(found)
    assert all(f'"{field}"' in text for field in FILES[name].__struct_encode_fields__)
    assert '"additionalProperties": false' in text


def test_the_examples_follow_the_schemas(pack):
    for file, name in ((pack / "pack.toml", "pack"), (pack / "erste-lektion" / "items.toml", "items")):
        values = tomllib.loads(file.read_text(encoding="utf-8"))
        assert msgspec.convert(values, FILES[name])


def test_an_older_format_is_read_and_upgraded_with_its_comments(folder):
    file = folder / "lesson.toml"
    file.write_text("# my lesson\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    before = read(folder)
    assert {path.name for path in upgrade(folder)} == {"lesson.toml", "words.toml", "items.toml"}
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# my lesson\n")
    assert "format = 2" in text
    assert read(folder) == before
    assert upgrade(folder) == ()


def test_words_to_include_and_to_leave_out(pack):
    entries = {entry.lexeme.lemma: entry for entry in read(pack / "erste-lektion").analysis.entries}
    assert entries["anlegen"].wanted
    assert [lemma for lemma, entry in entries.items() if entry.wanted] == ["anlegen"]
    assert "Schule" not in entries


def test_an_author_can_explain_a_word_that_has_no_entry(pack):
    words = pack / "erste-lektion" / "words.toml"
    before = {entry.lexeme.lemma for entry in read(pack / "erste-lektion").analysis.entries}
    assert "denn" not in before
    own = '\n[[words]]\nlemma = "denn"\ngloss = "because, for"\nnote = "Konjunktion, Position 0"\n'
    words.write_text(words.read_text(encoding="utf-8") + own, encoding="utf-8")
    entries = {entry.lexeme.lemma: entry for entry in read(pack / "erste-lektion").analysis.entries}
    assert entries["denn"].lexeme.glosses[0].text == "because, for"
    assert len(entries["denn"].occurrences) == 1
    assert check(pack) == ()
