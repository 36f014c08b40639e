"""Dictionaries a person adds: four formats, damaged files, interrupted imports, what entries show."""

import gzip
import sqlite3
import struct

import pytest

from learner.errors import LexiconError
from learner.language.entry import lookup
from learner.lexicon.dictionaries import ding, finding
from learner.lexicon.dictionaries.dictd import number
from learner.lexicon.store import Dictionaries, default_name

DING = """# Version :: of this test
Frobel {m} [tech.] | Frobel {pl} :: frobble gear | frobble gears
Frobel {m} :: frobble; small frobble
Frobel {m} (an einem Damm) :: frobble stone (of a dike)
jdm. mit etw. frobeln {vi} | frobelnd | gefrobelt :: to frobble sb. with sth. | frobbling | frobbled
sich an etw. anfrobeln {vr} :: to frobble up to sth.
frobelig {adj} | am Abend frobelig sein :: frobbly | to be frobbly in the evening
in Frobel gehen [ugs.] :: to go frobbling [coll.]
"""


@pytest.fixture
def store(tmp_path):
    found = Dictionaries(tmp_path / "added")
    yield found
    found.close()


def written(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def texts(store, word, pos=""):
    return [meaning.text for meaning in store.meanings(word, pos)]


def base64(value):
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    found = digits[value % 64]
    while value := value // 64:
        found = digits[value % 64] + found
    return found


def dictd_files(tmp_path, *, packed):
    articles = [
        ("00-database-info", "A test"),
        ("frobel", "Frobel /ˈfʁoːbl̩/ <masc, n, sg>\n1. [tech.] frobble gear <n>\n2. frobble <n>\n   Synonym: {Knilch}"),
        ("frobeln", "frobeln <v>\nto frobble"),
    ]
    text, index = b"", ""
    for word, article in articles:
        piece = article.encode()
        index += f"{word}\t{base64(len(text))}\t{base64(len(piece))}\n"
        text += piece
    written(tmp_path, "probe.dict.dz" if packed else "probe.dict", gzip.compress(text) if packed else text)
    return written(tmp_path, "probe.index", index)


def stardict_files(tmp_path, kind="m"):
    articles = [
        ("Frobel", "<b>Frobel</b><br>frobble" if kind == "h" else "frobble\nsmall frobble"),
        ("frobeln", "to frobble"),
    ]
    text, index = b"", b""
    for word, article in articles:
        piece = article.encode()
        index += word.encode() + b"\0" + struct.pack(">II", len(text), len(piece))
        text += piece
    written(tmp_path, "star.dict", text)
    written(tmp_path, "star.idx", index)
    return written(
        tmp_path, "star.ifo", f"StarDict's dict ifo file\nversion=2.4.2\nwordcount=2\nsametypesequence={kind}\n"
    )


def test_ding(store, tmp_path):
    added = store.add(written(tmp_path, "de-en.txt", DING))
    assert (added.name, added.format) == ("de-en", "ding")
    assert texts(store, "Frobel", "NOUN") == ["frobble", "small frobble", "frobble stone", "frobble gear"]
    (meaning,) = store.meanings("frobeln", "VERB")
    assert (meaning.frame, meaning.text) == ("jdm. mit etw.", "to frobble sb. with sth.")
    assert store.meanings("anfrobeln")[0].frame == "sich an etw."
    assert texts(store, "in Frobel gehen") == ["to go frobbling"]
    assert texts(store, "am Abend frobelig sein") == ["to be frobbly in the evening"]
    assert texts(store, "gefrobelt") == []


@pytest.mark.parametrize(
    ("german", "headword", "frame", "pos"),
    [
        ("jdm. mit etw. drohen {vi}", "drohen", "jdm. mit etw.", "VERB"),
        ("jdn. an etw. erinnern {vt}", "erinnern", "jdn. an etw.", "VERB"),
        ("etw. annektieren {vt}", "annektieren", "etw.", "VERB"),
        ("auf jdn./etw. warten {vi}", "warten", "auf jdn./etw.", "VERB"),
        ("sich beeilen {vr}", "beeilen", "sich", "VERB"),
        ("etw. in Erwägung ziehen {vt}", "in Erwägung ziehen", "etw.", "VERB"),
        ("Durchbruch {m} (Mannschaftssport) [sport]", "Durchbruch", "", "NOUN"),
        ("Eltern {pl}", "Eltern", "", "NOUN"),
        ("schnell {adj}", "schnell", "", "ADJ"),
        ("oft {adv}", "oft", "", "ADV"),
        ("nach wie vor", "nach wie vor", "", ""),
    ],
)
def test_frames(german, headword, frame, pos):
    record = next(ding.entry(german, "english"))
    assert (record.headword, record.frame, record.pos) == (headword, frame, pos)


@pytest.mark.parametrize("packed", [True, False])
def test_dictd(store, tmp_path, packed):
    added = store.add(dictd_files(tmp_path, packed=packed))
    assert (added.name, added.format) == ("probe", "dictd")
    assert texts(store, "Frobel", "NOUN") == ["frobble", "frobble gear"]
    assert texts(store, "frobeln", "VERB") == ["to frobble"]
    assert texts(store, "Frobel", "VERB") == []


def test_dictd_is_found_by_its_text(store, tmp_path):
    dictd_files(tmp_path, packed=True)
    assert store.add(tmp_path / "probe.dict.dz").format == "dictd"


@pytest.mark.parametrize("kind", ["m", "h"])
def test_stardict(store, tmp_path, kind):
    added = store.add(stardict_files(tmp_path, kind))
    assert (added.name, added.format) == ("star", "stardict")
    assert texts(store, "Frobel")[0] == "frobble"
    assert texts(store, "frobeln") == ["to frobble"]


def test_tsv(store, tmp_path):
    file = written(tmp_path, "my words.tsv", "# mine\nFrobel\tfrobble\tnoun\nfrobeln\tto frobble\n")
    assert store.add(file).name == "my-words"
    assert texts(store, "Frobel", "NOUN") == ["frobble"]


def test_gzipped_text(store, tmp_path):
    file = written(tmp_path, "de-en.txt.gz", gzip.compress(DING.encode()))
    assert store.add(file).name == "de-en"
    assert texts(store, "anfrobeln") == ["to frobble up to sth."]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.txt", b"", "no dictionary in a known format"),
        ("a.txt", b"just some text\nwithout any form\n", "no dictionary in a known format"),
        ("a.tsv", "Größe\tsize\n".encode("latin1"), "not in UTF-8"),
        ("a.txt", DING.encode("utf-16"), "not in UTF-8"),
        ("a.txt.gz", gzip.compress(DING.encode())[:-20], "cannot be unpacked"),
        ("a.txt.gz", b"no gzip at all", "cannot be unpacked"),
        ("a.tsv", b"a" * (1 << 20) + b"\tb\n", "a line is longer"),
        ("a.index", b"word\tAA\n", "missing"),
        ("a.ifo", b"something else", "does not name StarDict"),
        ("a.tsv", b"\t\n\t\n", "no entry could be read"),
    ],
)
def test_damaged(store, tmp_path, name, content, sentence):
    file = written(tmp_path, name, content)
    with pytest.raises(LexiconError, match=sentence):
        store.add(file)
    assert store.names() == ()
    assert list((tmp_path / "added").glob("*")) == []


def test_no_such_file(store, tmp_path):
    with pytest.raises(LexiconError, match="no such file"):
        store.add(tmp_path / "nowhere.txt")


def test_dictd_index_beyond_its_text(store, tmp_path):
    file = dictd_files(tmp_path, packed=False)
    file.write_text("frobel\tA\t" + base64(10_000) + "\n")
    with pytest.raises(LexiconError, match="points outside"):
        store.add(file)
    file.write_text("frobel\t!\tA\n")
    with pytest.raises(LexiconError, match="no number"):
        store.add(file)


def test_stardict_index_cut_off(store, tmp_path):
    file = stardict_files(tmp_path)
    index = tmp_path / "star.idx"
    index.write_bytes(index.read_bytes()[:-3])
    with pytest.raises(LexiconError, match="in the middle of an entry"):
        store.add(file)
    index.unlink()
    with pytest.raises(LexiconError, match="missing"):
        store.add(file)


def test_a_huge_file(store, tmp_path):
    file = tmp_path / "huge.txt"
    with file.open("wb") as hole:
        hole.truncate(2 << 30)
    with pytest.raises(LexiconError, match="larger than 1 GB"):
        store.add(file)


def test_an_interrupted_import_keeps_what_was_there(store, tmp_path):
    store.add(written(tmp_path, "mine.tsv", "Frobel\told\n"))
    many = "".join(f"Wort{number}\tword {number}\n" for number in range(12_000))

    def stop(share, _name):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.add(written(tmp_path, "new.tsv", many), "mine", stop)
    assert texts(store, "Frobel") == ["old"]
    assert [path.name for path in (tmp_path / "added").iterdir()] == ["mine.sqlite"]


def test_a_broken_file_keeps_what_was_there(store, tmp_path):
    store.add(written(tmp_path, "mine.tsv", "Frobel\told\n"))
    with pytest.raises(LexiconError):
        store.add(written(tmp_path, "bad.tsv", b"Frobel\tnew\n" * 500 + b"\xff\xfe\tx\n"), "mine")
    assert texts(store, "Frobel") == ["old"]


def test_a_dictionary_is_replaced_and_removed(store, tmp_path):
    store.add(written(tmp_path, "mine.tsv", "Frobel\told\n"))
    assert texts(store, "Frobel") == ["old"]
    store.add(written(tmp_path, "mine.tsv", "Frobel\tnew\n"))
    assert texts(store, "Frobel") == ["new"]
    assert [one.entries for one in store.all()] == [1]
    store.remove("mine")
    assert store.names() == ()
    with pytest.raises(LexiconError, match="no dictionary of that name"):
        store.remove("mine")


def test_a_damaged_index_says_so(store, tmp_path):
    store.add(written(tmp_path, "mine.tsv", "Frobel\told\n"))
    (tmp_path / "added" / "mine.sqlite").write_bytes(b"SQLite format 3\0" + b"x" * 4096)
    with pytest.raises(LexiconError, match="cannot be read"):
        store.meanings("Frobel")


def test_names(store, tmp_path):
    assert default_name(tmp_path / "freedict-deu-eng.dict.dz") == "freedict-deu-eng"
    assert default_name(tmp_path / "a b?c.txt") == "a-b-c"
    with pytest.raises(LexiconError, match="name"):
        store.add(written(tmp_path, "mine.tsv", "Frobel\told\n"), "../elsewhere")


def test_progress_rises(store, tmp_path):
    shares = []
    many = "".join(f"Wort{number}\tword {number}\n" for number in range(12_000))
    store.add(written(tmp_path, "many.tsv", many), progress=lambda share, _: shares.append(share))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) >= 3


def test_numbers_of_dictd(tmp_path):
    for value in (0, 63, 64, 4097, 123_456_789):
        assert number(base64(value), tmp_path) == value


def test_debian_is_found(tmp_path, monkeypatch):
    file = written(tmp_path, "de-en", DING)
    monkeypatch.setattr(finding, "PLACES", (("ding", file), ("freedict", tmp_path / "none.index")))
    assert finding.found() == (finding.Found("ding", file),)


def test_entries_show_added_meanings_behind_our_own(home, lexicon, tmp_path):
    own = lookup("Regierung", lexicon)[0].lexeme.glosses
    Dictionaries().add(written(tmp_path, "mine.tsv", "Regierung\tfrobble\nRheinfähre\tRhine ferry\n"))
    lexicon._dictionaries = None
    try:
        assert lookup("Regierung", lexicon)[0].lexeme.glosses == own
        (gloss,) = lookup("Rheinfähre", lexicon)[0].lexeme.glosses
        assert (gloss.text, gloss.source) == ("Rhine ferry", "mine")
    finally:
        lexicon._dictionaries.close()
        lexicon._dictionaries = None


def test_an_index_is_plain_sqlite(store, tmp_path):
    path = store.add(written(tmp_path, "mine.tsv", "Frobel\told\n")).path
    with sqlite3.connect(path) as table:
        assert table.execute("SELECT count(*) FROM entry").fetchone() == (1,)
