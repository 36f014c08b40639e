"""The classes of words: how they are read, and that code and files name the same ones."""

import re
import tomllib

import pytest

from learner.errors import LexiconError
from learner.lexicon import wordclasses
from learner.lexicon.wordclasses import wordclass, wordmap, wordrow
from learner.places import bundled_path

FOLDER = bundled_path("assets", "words")
READ = re.compile(r"\b(?:wordclass|wordrow|wordmap)\(([^()]*)\)")
NAMED = re.compile(r"\"([a-z-]+\.[a-z-]+)\"")


def in_files() -> dict[str, object]:
    """Every class by its full name."""
    read = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml")}
    return {f"{topic}.{name}": words for topic, classes in read.items() for name, words in classes.items()}


def in_code() -> set[str]:
    """Every class that the program names."""
    texts = (path.read_text(encoding="utf-8") for path in bundled_path("learner").rglob("*.py"))
    return {name for text in texts for names in READ.findall(text) for name in NAMED.findall(names)}


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A folder of classes of its own."""
    monkeypatch.setattr(wordclasses, "bundled_path", lambda *parts: tmp_path / parts[-1])
    readers = (wordclasses._topic, wordclass, wordrow, wordmap)
    for one in readers:
        one.cache_clear()
    yield tmp_path
    for one in readers:
        one.cache_clear()


def test_words_are_parted_by_blanks_or_stand_in_a_list_or_table(own):
    (own / "verbs.toml").write_text('a = """gehen\nstehen gehen"""\nb = ["vor allem", "auch"]\n[c]\nmich = "ich"\n')
    assert wordclass("verbs.a") == {"gehen", "stehen"}
    assert wordrow("verbs.a") == ("gehen", "stehen", "gehen")
    assert wordclass("verbs.a", "verbs.b") == {"gehen", "stehen", "vor allem", "auch"}
    assert wordclass("verbs.c") == {"mich"}
    assert wordmap("verbs.c") == {"mich": "ich"}


@pytest.mark.parametrize(
    ("text", "name"),
    [('a = "gehen"\n', "verbs.b"), ('b = ""\n', "verbs.b"), ("b = 3\n", "verbs.b"), ("b = \n", "verbs.b")],
)
def test_an_error_names_the_file(own, text, name):
    (own / "verbs.toml").write_text(text)
    with pytest.raises(LexiconError, match=r"verbs\.toml"):
        wordclass(name)


def test_an_error_names_the_class(own):
    (own / "verbs.toml").write_text('a = "gehen"\n')
    with pytest.raises(LexiconError, match="`b` is missing"):
        wordclass("verbs.b")
    with pytest.raises(LexiconError, match="`a` is no table"):
        wordmap("verbs.a")
    with pytest.raises(LexiconError, match=r"nouns\.toml"):
        wordclass("nouns.a")


def test_code_and_files_name_the_same_classes():
    assert in_code() == set(in_files())


def test_no_class_stands_twice():
    seen: dict[frozenset[str], str] = {}
    twice = []
    for name in sorted(name for name, words in in_files().items() if not isinstance(words, dict)):
        other = seen.setdefault(wordclass(name), name)
        twice += [(other, name)] if other != name else []
    assert twice == []


def test_no_word_stands_twice_in_a_class():
    assert [name for name in in_files() if len(wordrow(name)) != len(wordclass(name))] == []


def test_files_say_where_they_come_from():
    for path in FOLDER.glob("*.toml"):
        assert "CC BY 4.0" in path.read_text(encoding="utf-8").splitlines()[0]
