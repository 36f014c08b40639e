"""Takes compound nouns apart: `Sicherheitsgarantie` is Sicherheit + s + Garantie.

HanTa proposes, the lexicon disposes: every part must be a word, and a compound the lexicon knows must have its head's
gender. What HanTa takes for one piece is cut only if the lexicon does not know it.
"""

from collections.abc import Iterator, Sequence

from learner.language.tagging import Morpheme, tagger
from learner.language.wordbook import Wordbook

LINKS = ("s", "es", "n", "en", "er", "e", "ens")
_STEMS = frozenset({"NN", "NN_VAR", "NN_VAR_EL", "NN_IRR", "VV", "VVnp", "VV_VAR", "ADJ", "ADJ_INVAR", "NE", "ACR_NN"})
_DIRECTIONS = frozenset({"ost", "west", "nord", "süd"})
_SHORTEST_FIRST = 3
_SHORTEST_HEAD = 4


def split(noun: str, book: Wordbook) -> tuple[str, ...]:
    """The parts of a noun in the nominative with the linking elements between them; empty if it is not a compound."""
    stem, hyphen, last = noun.rpartition("-")
    if hyphen:
        return (*stem.split("-"), *(split(last, book) or (last,))) if book.is_noun(last) and stem else ()
    if not noun.isalpha() or _is_adjectival(noun, book):
        return ()
    parts = _parts(_stems(tagger().morphemes(noun)), noun, book)
    if not parts and not book.lookup(noun, "NOUN"):
        parts = _cut(noun, book)
    return parts if len(parts) > 1 and _agrees(noun, parts[-1], book) else ()


def _is_adjectival(noun: str, book: Wordbook) -> bool:
    lexeme = book.lookup(noun, "NOUN") or book.lookup(noun + "r", "NOUN")
    return bool(lexeme and lexeme.noun and lexeme.noun.declension == "adjectival")


def _stems(morphemes: Sequence[Morpheme]) -> list[list[Morpheme]]:
    """Stems, each with the linking element or ending behind it."""
    groups: list[list[Morpheme]] = []
    for morpheme in morphemes:
        if morpheme.kind in _STEMS or not groups:
            groups.append([morpheme])
        else:
            groups[-1].append(morpheme)
    return groups


def _parts(groups: Sequence[Sequence[Morpheme]], noun: str, book: Wordbook) -> tuple[str, ...]:
    if len(groups) < 2:
        return ()
    found: list[str] = []
    for group in groups[:-1]:
        stem = group[0].text
        link = "".join(piece.text for piece in group[1:] if piece.kind == "FUGE")
        if len(group) > 1 and not link:
            return ()
        part = _first_part(stem, link, book)
        if not part:
            return ()
        found += part
    head = noun[sum(len(piece.text) for group in groups[:-1] for piece in group) :].capitalize()
    return (*found, head) if book.lookup(head, "NOUN") else ()


def _first_part(stem: str, link: str, book: Wordbook) -> tuple[str, ...]:
    """What stands before the head as a word and its linking element; the plural decides between Not and Note."""
    for lemma in book.lemmas((stem + link).capitalize(), "NOUN"):
        if link and lemma.lower() != stem + link and lemma.lower().startswith(stem) and len(lemma) < len(stem + link):
            return lemma, (stem + link)[len(lemma) :]
    linked = (link,) if link else ()
    endings = ("", "e", "en") if stem in _DIRECTIONS else ("", "e")
    noun = next((stem + ending for ending in endings if book.lookup((stem + ending).capitalize(), "NOUN")), None)
    if noun:
        return (noun.capitalize(), *linked)
    if book.lookup(stem, "ADJ"):
        return stem, *linked
    verb = next((one for one in (stem + "en", stem + "n") if book.is_verb(one)), None)
    return (verb, *linked) if verb and link in {"", "e"} else ()


def _cut(noun: str, book: Wordbook) -> tuple[str, ...]:
    """Two parts the lexicon knows, the head as long as possible; HanTa saw none."""
    for start in range(_SHORTEST_FIRST, len(noun) - _SHORTEST_HEAD + 1):
        head = noun[start:].capitalize()
        if not book.lookup(head, "NOUN"):
            continue
        for stem, link in _before(noun[:start].lower()):
            part = _first_part(stem, link, book)
            if part:
                return (*part, *(split(head, book) or (head,)))
    return ()


def _before(first: str) -> Iterator[tuple[str, str]]:
    """The first part with every linking element it may end in, the bare one first."""
    yield first, ""
    for link in LINKS:
        if first.endswith(link) and len(first) - len(link) >= _SHORTEST_FIRST:
            yield first.removesuffix(link), link


def _agrees(noun: str, head: str, book: Wordbook) -> bool:
    """A compound has its head's gender."""
    whole, last = book.lookup(noun, "NOUN"), book.lookup(head, "NOUN")
    if whole is None or whole.noun is None or last is None or last.noun is None:
        return True
    return bool(set(whole.noun.genders) & set(last.noun.genders))
