"""Every fault is found, with its file and line; a good lesson has none."""

from pathlib import Path

import pytest

from learner.packs.checking import check
from learner.packs.reading import read
from learner.wording import sentences

ROWS = [
    row.split("\t")
    for row in (Path(__file__).parent / "faults.tsv").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
]


OF_THE_ANALYSIS = {"text-level", "word-not-in-text", "hard-words"}


def unescaped(cell):
    return cell.replace("\\n", "\n")


def test_there_are_enough_bad_lessons():
    assert len(ROWS) >= 60


def test_a_good_lesson_has_no_finding(folder):
    assert check(folder) == ()


@pytest.mark.parametrize(("file", "there", "instead", "code", "line", "note"), ROWS, ids=[row[5] for row in ROWS])
def test_a_fault_is_found(folder, file, there, instead, code, line, note):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert unescaped(there) in text, note
    path.write_text(text.replace(unescaped(there), unescaped(instead), 1), encoding="utf-8")
    if note == "nothing but a sign":
        path.write_text("# \n", encoding="utf-8")
    if code in OF_THE_ANALYSIS:
        read(folder)
    findings = check(folder)
    assert code in {finding.code for finding in findings}
    found = next(finding for finding in findings if finding.code == code)
    assert Path(found.file).name == (file if code != "stale-analysis" else "analysis.json")
    assert int(line) in {0, found.line}


def test_a_misspelt_field_is_named_with_the_nearest(folder):
    path = folder / "items.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("evidence", "evidense"), encoding="utf-8")
    found = [finding for finding in check(folder) if finding.code == "unknown-field"]
    assert len(found) == 3
    assert {(finding.values["field"], finding.values["nearest"]) for finding in found} == {("evidense", "evidence")}


def test_every_code_has_its_sentences(folder):
    codes = {row[3] for row in ROWS}
    missing = [code for code in codes if not {f"check.{code}.what", f"check.{code}.mend"} <= sentences("en").keys()]
    assert missing == []


@pytest.mark.parametrize("missing", ["lesson.toml", "text.md"])
def test_a_missing_file_is_a_fault(folder, missing):
    (folder / missing).unlink()
    assert any(finding.severity == "fault" for finding in check(folder))


def test_items_left_out_are_generated_once(folder):
    (folder / "items.toml").unlink()
    assert [finding.code for finding in check(folder)] == ["generated-items"]
    made = read(folder).items
    assert made
    assert all(item.generated for item in made)
    assert read(folder).items == made
    assert check(folder) == ()


def test_an_authors_line_breaks_stay_when_items_are_made(folder):
    before = (folder / "text.md").read_text(encoding="utf-8")
    (folder / "items.toml").unlink()
    read(folder)
    assert (folder / "text.md").read_text(encoding="utf-8") == before


def test_a_silenced_note_is_not_found_and_a_fault_cannot_be_silenced(folder):
    lesson = folder / "lesson.toml"
    silence = '\n[[silence]]\ncode = "{}"\nitem = "wer-hat-ihn-angelegt"\nreason = "seen and meant"\n'
    items = folder / "items.toml"
    items.write_text(items.read_text(encoding="utf-8").replace("Dreißig Nachbarn waren es.", ""), encoding="utf-8")
    items.write_text(items.read_text(encoding="utf-8").replace(', feedback = {text = ""}', ""), encoding="utf-8")
    assert [finding.code for finding in check(folder)] == ["no-feedback"]
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text + silence.format("no-feedback"), encoding="utf-8")
    assert check(folder) == ()
    items.write_text(items.read_text(encoding="utf-8").replace("correct = true", "correct = false"), encoding="utf-8")
    lesson.write_text(text + silence.format("one-key"), encoding="utf-8")
    assert "one-key" in {finding.code for finding in check(folder)}


def test_all_keys_in_one_place_and_all_longest_are_noted(folder):
    path = folder / "items.toml"
    text = path.read_text(encoding="utf-8")
    first = text[text.index("[[items]]") : text.index("[[items]]", text.index("[[items]]") + 1)]
    first = first.replace('"die Nachbarn"', '"die Nachbarn am Bahnhof"')
    many = "".join(first.replace('id = "wer', f'id = "{number}-wer') for number in range(5))
    path.write_text(text + "\n" + many, encoding="utf-8")
    codes = {finding.code for finding in check(folder)}
    assert {"longest-key", "crowded-sentence"} <= codes


def test_a_folder_of_lessons_is_checked_whole(folder):
    assert check(folder.parent) == ()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00kaputt", b"[[[[", b"a = " + b"[" * 5000, b"\x00" * 50])
def test_hostile_files_are_findings_not_tracebacks(folder, content):
    (folder / "items.toml").write_bytes(content)
    assert any(finding.severity == "fault" for finding in check(folder))


def test_links_and_huge_files_are_refused(folder, tmp_path):
    outside = tmp_path / "outside.toml"
    outside.write_text("format = 1\n")
    (folder / "words.toml").unlink()
    (folder / "words.toml").symlink_to(outside)
    assert any(finding.code == "unreadable" for finding in check(folder))
    (folder / "words.toml").unlink()
    (folder / "words.toml").write_text("# " + "x" * 3_000_000)
    assert any(finding.code == "unreadable" for finding in check(folder))


def test_what_is_no_lesson_is_said(tmp_path):
    assert check(tmp_path)[0].code == "no-lesson"
    assert check(tmp_path / "nowhere")[0].code == "no-lesson"


def test_the_bundled_lessons_have_no_finding():
    from learner.places import bundled_path

    assert check(bundled_path("lessons")) == ()
