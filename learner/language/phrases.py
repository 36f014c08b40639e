"""Noun phrases that begin or end at a token, wherever they stand in their clause."""

from learner.language.draft import Draft
from learner.language.subjects import Phrase, is_age
from learner.language.titles import behind_role
from learner.lexicon.wordclasses import wordclass

_PHRASE = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "ADJ(A)", "CARD", "NN", "NE", "NNA", "NNI", "FM", "TRUNC"})
_NOUNS = frozenset({"NN", "NE", "NNA", "NNI", "FM"})
_CLOSER = wordclass("prepositions.belonging") - {"bei", "beim"} | {"des", "der"}


def phrase_from(draft: Draft, token: int) -> Phrase | None:
    """The noun phrase that begins at a token."""
    last, seen = token - 1, False
    while last + 1 < len(draft.words):
        if not seen and is_age(draft, last + 1):
            last += 2
            continue
        tag = draft.tag(last + 1)
        if tag == "KON" and seen and draft.words[last].tag == "TRUNC":  # `Zoo- und Parkdirektor`
            last += 1
            continue
        if seen and (behind := behind_role(draft, last + 1)) > last + 1:  # `Oberst a. D. Paul Roth`
            last = behind - 1
            continue
        if tag not in _PHRASE or (seen and tag not in _NOUNS):
            break
        seen = seen or tag in _NOUNS
        last += 1
    return Phrase(token, last) if seen else None


def phrase_to(draft: Draft, token: int) -> Phrase | None:
    """The noun phrase that ends at a token."""
    first = token
    if token < 0 or draft.words[token].tag not in _NOUNS:
        return None
    while first > 0 and draft.words[first - 1].tag in _PHRASE and draft.words[first].tag not in {"ART", "PPOSAT"}:
        first -= 1
    return Phrase(first, token)


def has_attribute(draft: Draft, token: int) -> bool:
    """`der Chef von Siemens`, `die Sprecherin der Grünen`: what begins at a token describes a noun more closely."""
    if token >= len(draft.words):
        return False
    form, tag = draft.forms[token].lower(), draft.words[token].tag
    return form in _CLOSER or tag in {"NE", "NN"}
