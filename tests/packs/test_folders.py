"""Writing and reading lesson folders: nothing is lost, nothing of the author's is overwritten."""

import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learner.errors import PackError
from learner.exercises.content import content_hash
from learner.packs import library, markdown
from learner.packs.reading import read, read_items, read_lesson_file
from learner.packs.versions import available, read_version
from learner.packs.writing import write
from learner.places import bundled_path

ROOT = Path(__file__).resolve().parents[2]
BUNDLED = bundled_path("lessons", "genf", "gespraeche-in-genf-b2")


def stamped(lesson):
    """The lesson with items as a generator leaves them."""
    items = tuple(msgspec.structs.replace(item, generated=content_hash(item)) for item in lesson.items)
    return msgspec.structs.replace(lesson, items=items)


def test_read_gives_what_was_written(folder, tmp_path):
    lesson = read(folder)
    write(lesson, tmp_path / "copy")
    again = read(tmp_path / "copy")
    assert again == lesson


def test_the_bundled_lesson_survives_a_round_trip(tmp_path):
    lesson = read(BUNDLED)
    write(lesson, tmp_path / "copy")
    assert read(tmp_path / "copy") == lesson


def test_words_of_the_author_come_first(folder):
    entries = {entry.lexeme.lemma: entry for entry in read(folder).analysis.entries}
    assert "Zaun" not in entries
    assert (entries["Ernte"].lexeme.glosses[0].text, entries["Ernte"].lexeme.glosses[0].hint) == (
        "harvest",
        "auch: Erntezeit",
    )


def test_a_changed_text_is_analysed_anew(folder):
    path = folder / "text.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Dreißig", "Vierzig"), encoding="utf-8")
    assert "Vierzig Nachbarn" in read(folder).analysis.article.text


@pytest.mark.parametrize("damage", ["{", '{"format": 1}', "[]", '{"sources": 1}'])
def test_a_damaged_analysis_is_made_anew(folder, damage):
    before = read(folder)
    (folder / "analysis.json").write_text(damage)
    assert read(folder) == before


def test_offsets_outside_the_text_are_not_believed(folder):
    path = folder / "analysis.json"
    stored = msgspec.json.decode(path.read_bytes())
    stored["analysis"]["article"]["tokens"][0] = [0, 10**6]
    path.write_bytes(msgspec.json.encode(stored))
    assert read(folder).analysis.article.tokens[0].end < 100


def test_writing_refuses_what_is_no_lesson(folder, tmp_path):
    lesson = read(folder)
    other = tmp_path / "other"
    other.mkdir()
    (other / "notes.txt").write_text("mine")
    with pytest.raises(PackError, match="other files"):
        write(lesson, other, force=True)
    with pytest.raises(PackError, match="already"):
        write(lesson, folder)
    assert (other / "notes.txt").read_text() == "mine"


def test_made_anew_edited_items_stay_and_deleted_ones_do_not_come_back(folder, tmp_path):
    lesson = stamped(read(folder))
    place = tmp_path / "made"
    write(lesson, place)
    path = place / "items.toml"
    text = path.read_text(encoding="utf-8").replace(
        'stem = "Ergänze das Wort."', '# besser so\nstem = "Welches Wort fehlt?"'
    )
    start = text.index('[[items]]\nid = "satz"')
    path.write_text(text[:start], encoding="utf-8")
    write(lesson, place, force=True)
    items = {item.id: item for item in read_items(place).items}
    assert items["beete"].stem == "Welches Wort fehlt?"
    assert "satz" not in items
    assert "# besser so" in path.read_text(encoding="utf-8")
    assert len(items) == len(lesson.items) - 1
    write(lesson, place, force=True)
    assert "satz" not in {item.id for item in read_items(place).items}


def test_opening_a_finished_lesson_loads_no_language_tool():
    code = f"""
import sys
from pathlib import Path
from learner.packs.reading import read
read(Path({str(BUNDLED)!r}))
tools = {{"HanTa", "numpy", "somajo", "wordfreq", "trafilatura", "ablaut", "tomlkit"}}
sys.exit(bool(tools & set(sys.modules)))
"""
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_library_lists_own_lessons_first_and_replaces_the_same_article(folder):
    lesson = read(folder)
    first, second = library.add_own(lesson), library.add_own(lesson)
    assert first == second
    other = msgspec.structs.replace(lesson, uid="another")
    assert library.add_own(other).name == first.name + "-2"
    shelf = library.lessons()
    assert [entry.own for entry in shelf[:2]] == [True, True]
    assert shelf[0].title == lesson.title
    library.remove(first)
    assert not first.exists()
    with pytest.raises(PackError):
        library.remove(BUNDLED)


def test_a_damaged_lesson_does_not_hide_the_others(folder):
    place = library.add_own(read(folder))
    shutil.copytree(place, place.parent / "kaputt")
    (place.parent / "kaputt" / "lesson.toml").write_text("[[[")
    assert [entry.path for entry in library.lessons() if entry.own] == [place]


@pytest.mark.parametrize(
    ("title", "slug"), [("Über Äpfel & Öl!", "ueber-aepfel-oel"), ("…", "lesson"), ("../../etc", "etc")]
)
def test_titles_become_safe_names(title, slug):
    assert library.slug(title) == slug


@pytest.mark.parametrize("name", ["lesson.toml", "items.toml"])
def test_errors_name_the_file(folder, name):
    (folder / name).write_text("format = \n")
    with pytest.raises(PackError) as caught:
        read(folder)
    assert name in str(caught.value)


def test_a_later_format_is_refused(folder):
    path = folder / "lesson.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("format = 1", "format = 9"), encoding="utf-8")
    with pytest.raises(PackError, match="format 9"):
        read_lesson_file(folder)


lines = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=60).map(
    lambda text: " ".join(text.split())
)
blocks = st.tuples(lines.filter(bool), st.sampled_from(["body", "heading", "lead"]))


@given(st.lists(blocks, max_size=6))
@settings(max_examples=150, deadline=None)
def test_any_paragraph_survives_markdown(paragraphs):
    safe = [(text, kind) for text, kind in paragraphs if kind == "body" or text.strip("# *\\>") == text]
    text = markdown.Text("Titel", None, tuple(safe))
    assert markdown.read(markdown.write(text)) == text


SIMPLER = """# Der Garten

Am Bahnhof gibt es einen Garten. Die Nachbarn haben ihn gemacht. Die Stadt hat ihnen den Platz gegeben. Jeden Samstag
arbeiten sie dort zusammen und pflanzen Tomaten.
"""


def test_a_simpler_version_is_read_and_stored(folder):
    assert available(folder) == ()
    (folder / "text.a2.md").write_text(SIMPLER, encoding="utf-8")
    assert available(folder) == ("A2",)
    first = read_version(folder, "A2")
    assert first.article.title == "Der Garten"
    assert (folder / "analysis.a2.json").exists()
    assert read_version(folder, "A2") == first


def test_a_version_changed_later_is_analysed_anew(folder):
    (folder / "text.a2.md").write_text(SIMPLER, encoding="utf-8")
    read_version(folder, "A2")
    (folder / "text.a2.md").write_text(SIMPLER.replace("Tomaten", "Bohnen"), encoding="utf-8")
    assert "Bohnen" in read_version(folder, "A2").article.text


def test_a_damaged_stored_version_is_made_anew(folder):
    (folder / "text.a2.md").write_text(SIMPLER, encoding="utf-8")
    first = read_version(folder, "A2")
    (folder / "analysis.a2.json").write_bytes(b"{kaputt")
    assert read_version(folder, "A2") == first


@pytest.mark.parametrize("data", [b"\xff\xfe", b""])
def test_a_version_that_is_no_text_is_said(folder, data):
    (folder / "text.b2.md").write_bytes(data)
    with pytest.raises(PackError):
        read_version(folder, "B2")
