"""Ding's text format: `German; German | further :: English; English | further`, tags in brackets.

Valency frames are read (`jdm. mit etw. drohen {vi}` is drohen with jdm. mit etw.); meanings of a special field or of a
narrower use come behind general ones, sub-entries behind the main one.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from learner.lexicon.dictionaries.lines import lines
from learner.lexicon.dictionaries.record import Record, cleaned, damaged
from learner.lexicon.wordclasses import wordclass

_GRAMMAR = re.compile(r"\{([^}]*)\}")
_FIELD = re.compile(r"\[([^\]]*)\]")
_REMARK = re.compile(r"\([^)]*\)")
_OTHER = re.compile(r"/[^/]*/|<[^>]*>")
_PLACEHOLDERS = frozenset(
    "jdm. jdn. jds. jmd. jdm jdn jmd jds etw. etw sich jdm./etw. jdn./etw. jds./etw. einer eines eine einen einem ein"
    " Sache (etw.)".split()
)
_PREPOSITIONS = wordclass("prepositions.of-verbs")
_NOUN = frozenset({"m", "f", "n", "pl", "m,f", "m,n", "f,n"})
_MOST_WORDS = 5
_REMARKED, _OF_A_FIELD, _FURTHER = 1, 2, 4


def read(path: Path) -> Iterator[tuple[float, Record]]:
    """Every record with the share read so far. Raises LexiconError where no line has Ding's form."""
    found = False
    for share, line in lines(path):
        german, mark, english = line.partition(" :: ")
        if line.startswith("#") or not mark:
            continue
        for record in entry(german, english):
            found = True
            yield share, record
    if not found:
        raise damaged(path, "no line reads `German :: English`")


def entry(german: str, english: str) -> Iterator[Record]:
    """The records of one line; parts behind ` | ` on both sides belong together."""
    pairs = zip(german.split(" | "), english.split(" | "), strict=False)
    for number, (one, other) in enumerate(pairs):
        meanings = list(dict.fromkeys(filter(None, (_bare(text) for text in other.split(";")))))
        for variant in one.split(";"):
            yield from _variant(variant, meanings, _fields(other), further=number > 0)


def _variant(text: str, meanings: list[str], fields: str, *, further: bool) -> Iterator[Record]:
    pos = _pos(_GRAMMAR.findall(text))
    words = _bare(text).split()
    frame, headword = _framed(words, pos)
    if not headword or len(headword.split()) > _MOST_WORDS or (further and _is_form(text, headword)):
        return
    field = _fields(text) or fields
    rank = _OF_A_FIELD * bool(field) + _REMARKED * bool(_REMARK.search(text)) + _FURTHER * further
    for meaning in meanings:
        yield Record(headword, meaning, pos, rank, frame, field)


def _is_form(text: str, headword: str) -> bool:
    """Whether a sub-entry only repeats the word in another form: a plural, a participle."""
    return "{pl}" in text or " " not in headword


def _bare(text: str) -> str:
    """The words alone, without grammar, fields, remarks and abbreviations."""
    for pattern in (_GRAMMAR, _FIELD, _REMARK, _OTHER):
        text = pattern.sub(" ", text)
    return cleaned(text).rstrip(" ,")


def _fields(text: str) -> str:
    return " ".join(_FIELD.findall(text))


def _pos(tags: list[str]) -> str:
    for tag in tags:
        names = {part.strip() for part in re.split(r"[;,]", tag)}
        if names & _NOUN:
            return "NOUN"
        if any(name in {"v", "vt", "vi", "vr", "vt,vi"} for name in names):
            return "VERB"
        for name, pos in (("adj", "ADJ"), ("adv", "ADV"), ("prp", "ADP"), ("conj", "CCONJ")):
            if name in names:
                return pos
    return ""


def _framed(words: list[str], pos: str) -> tuple[str, str]:
    """Frame and headword: placeholders and the prepositions before them, then the word itself."""
    frame: list[str] = []
    own: list[str] = []
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else ""
        governs = word in _PREPOSITIONS and (following in _PLACEHOLDERS or following == "jds.")
        target = frame if word in _PLACEHOLDERS and (pos == "VERB" or "." in word) else frame if governs else own
        target.append(word)
    return " ".join(frame), " ".join(own)
