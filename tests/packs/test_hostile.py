"""Hostile packs: refused with a clear sentence, and nothing is written outside their folder."""

import io
import struct
import zipfile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from learner.errors import PackError
from learner.packs import adding, library, unpacking
from learner.packs.building import archived
from learner.packs.pack import read_pack
from learner.packs.starting import start

MARKUP = "[red]rot[/] [@click=app.quit]x[/] <b>{{c1::a}}</b> \\(x\\) $HOME `rm`"


@pytest.fixture
def pack(tmp_path):
    """The example pack as name -> bytes."""
    start(tmp_path / "quelle", title="Paket", author="Ada", level="A2", uids=("a" * 16, "b" * 16))
    with zipfile.ZipFile(io.BytesIO(archived(read_pack(tmp_path / "quelle")))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files, **flags):
    """An archive with these files; `external_attr`, `compress_type` and the like for the last one."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number, (name, data) in enumerate(files.items(), start=1):
            entry = zipfile.ZipInfo(name)
            if number == len(files):
                for key, value in flags.items():
                    setattr(entry, key, value)
            archive.writestr(entry, data, flags.get("compress_type", zipfile.ZIP_STORED))
    return buffer.getvalue()


def snapshot(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize(
    "name",
    [
        "../evil.toml",
        "/etc/evil.toml",
        "erste-lektion/../../evil.toml",
        "erste-lektion\\..\\evil.toml",
        "C:/evil.toml",
        "erste-lektion/audio/../../../x.mp3",
        "erste-lektion/audio/deep/er/x.mp3",
        "erste-lektion/run.sh",
        "erste-lektion/analysis.json",
        ".hidden/lesson.toml",
        "erste-lektion/\x1b[31mx.md",
        "a/b/c/d/e/f/g/lesson.toml",
        "x" * 300 + "/lesson.toml",
        "erste-lektion/audio/\u202egpm.exe",
    ],
)
def test_names_with_no_place_in_a_pack_are_refused(pack, home, name):
    before = snapshot(home)
    with pytest.raises(PackError) as caught:
        adding.add_data(zipped(pack | {name: b"x"}), "böse.learnerpack")
    assert "\x1b" not in str(caught.value)
    assert set(snapshot(home)) - set(before) <= {"data", "data/packs", "data/lessons"}
    assert adding.installed() == ()
    assert list(library.packs_folder().iterdir()) == []


def test_links_are_refused(pack):
    data = zipped(pack | {"erste-lektion/audio/x.mp3": b"/etc/passwd"}, external_attr=0o120777 << 16)
    with pytest.raises(PackError, match="a link or a device"):
        adding.add_data(data, "x")


def test_a_bomb_is_refused_before_it_bursts(pack):
    data = zipped(pack | {"erste-lektion/audio/x.mp3": b"\0" * 130_000_000}, compress_type=zipfile.ZIP_DEFLATED)
    assert len(data) < 1_000_000
    with pytest.raises(PackError, match="unpacks to more"):
        adding.add_data(data, "x")


def test_a_header_that_lies_about_the_size_does_not_help(pack):
    bomb = zipped(pack | {"erste-lektion/text.md": b"a" * 30_000_000}, compress_type=zipfile.ZIP_DEFLATED)
    lied = bomb.replace(struct.pack("<L", 30_000_000), struct.pack("<L", 1_000))
    with pytest.raises(PackError):
        adding.add_data(lied, "x")
    assert adding.installed() == ()


def test_too_many_files_are_refused(pack):
    many = {f"erste-lektion/audio/{number}.mp3": b"x" for number in range(2_100)}
    with pytest.raises(PackError, match="more than 2,000 files"):
        adding.add_data(zipped(pack | many), "x")


def test_names_that_differ_only_in_case_are_refused(pack):
    with pytest.raises(PackError, match="same name"):
        adding.add_data(zipped(pack | {"erste-lektion/TEXT.md": b"x"}), "x")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a zip at all", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_archive_is_said(data):
    with pytest.raises(PackError):
        adding.add_data(data, "x")


def test_an_archive_too_large_is_not_opened(monkeypatch):
    monkeypatch.setattr(adding, "MOST_ARCHIVE", 10)
    with pytest.raises(PackError, match="larger than"):
        adding.add_data(b"PK" * 20, "x")


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("erste-lektion/items.toml", b"items = " + b"[" * 20_000),
        ("erste-lektion/lesson.toml", b"\xff\xfe\x00"),
        ("pack.toml", b"uid = 'kurz'\ntitle = 'x'\nauthors = ['y']"),
        ("pack.toml", b"format = 99\n"),
        ("pack.toml", b"uid = '" + b"a" * 16 + b"'\ntitle = ''\nauthors = []"),
        ("erste-lektion/text.md", b""),
    ],
)
def test_damaged_files_are_refused_in_a_sentence(pack, file, data):
    with pytest.raises(PackError):
        adding.add_data(zipped(pack | {file: data}), "x")
    assert adding.installed() == ()


def test_control_characters_in_a_title_are_refused(pack):
    lesson = pack["erste-lektion/lesson.toml"].replace(b"Ein Garten", b"Ein \\u001b[31m Garten")
    with pytest.raises(PackError, match="control-characters"):
        adding.add_data(zipped(pack | {"erste-lektion/lesson.toml": lesson}), "x")
    description = pack["pack.toml"].replace(b'title = "Paket"', b'title = "Pa\\u0007ket"')
    with pytest.raises(PackError, match="control-characters"):
        adding.add_data(zipped(pack | {"pack.toml": description}), "x")


def test_markup_stays_text(pack):
    lesson = pack["erste-lektion/lesson.toml"].replace(
        "Ein Garten für alle".encode(), MARKUP.replace("\\", "").encode()
    )
    added = adding.add_data(zipped(pack | {"erste-lektion/lesson.toml": lesson}), "x")
    assert [entry.title for entry in library.lessons() if entry.pack == "paket"] == [MARKUP.replace("\\", "")]
    assert added.lessons


def test_an_update_that_fails_leaves_the_earlier_version(pack):
    adding.add_data(zipped(pack), "x")
    with pytest.raises(PackError):
        adding.add_data(zipped(pack | {"erste-lektion/text.md": b""}), "x")
    assert adding.installed()[0].lessons[0].joinpath("text.md").stat().st_size > 100


@given(st.binary(max_size=300), st.integers(0, 2_000))
@example(bytes([0, 8, *[0] * 19, 2]), 6)  # flags say UTF-8, the name is not
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_damage_is_a_known_error(pack, tmp_path_factory, noise, place):
    data = bytearray(zipped(pack))
    data[place : place + len(noise)] = noise
    folder = tmp_path_factory.mktemp("auspacken")
    try:
        unpacking.unpack(bytes(data), folder, "x")
    except PackError as error:
        assert str(error).startswith("x: ")  # noqa: PT017  (damage may also leave a sound archive)
    assert all(folder in path.parents for path in folder.rglob("*"))
