"""Titles before names: `Dr.`, `Frau`, and what stands between a role and a name (`a. D.`, `im Ruhestand`, `med.`)."""

from functools import cache

from learner.language.draft import Draft
from learner.language.tables import column
from learner.lexicon.wordclasses import wordmap

TITLES = wordmap("names.titles") | wordmap("names.kin")

_NAMES = frozenset({"NE", "NNI", "FM"})


def behind_titles(draft: Draft, token: int, stop: int) -> int:
    """The first token from here on that is no title and nothing that only stands behind roles."""
    while token < stop:
        if draft.forms[token] in TITLES:
            token += 1
        elif length := _length(draft, token):
            token += length
        else:
            break
    return min(token, stop)


def behind_role(draft: Draft, token: int) -> int:
    """The first token behind `a. D.` and the like where a name follows there; else the token itself."""
    sentence = draft.sentences[draft.sentence_of(token)] if token < len(draft.words) else range(0)
    end = behind_titles(draft, token, sentence.stop)
    return end if token < end < sentence.stop and draft.tag(end) in _NAMES else token


def _length(draft: Draft, token: int) -> int:
    """How many tokens the longest such addition has that begins here."""
    known = _additions().get(draft.forms[token], ())
    return next((len(one) for one in known if draft.forms[token : token + len(one)] == one), 0)


@cache
def _additions() -> dict[str, list[list[str]]]:
    """The additions by their first word, the longest first."""
    found: dict[str, list[list[str]]] = {}
    for words in sorted((row.split() for row in column("behind-roles.tsv")), key=len, reverse=True):
        found.setdefault(words[0], []).append(words)
    return found
