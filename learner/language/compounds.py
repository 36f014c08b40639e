"""Takes compound nouns apart: `Sicherheitsgarantie` is Sicherheit + s + Garantie.

HanTa proposes, the lexicon disposes: every part must be a word, and a compound the lexicon knows must have its head's
gender. What HanTa takes for one piece is cut only if the lexicon does not know it.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from learner.language import gazetteer
from learner.language.tables import rows
from learner.language.tagging import Morpheme, tagger
from learner.language.wordbook import Wordbook
from learner.lexicon.wordclasses import wordclass

LINKS = ("s", "es", "n", "en", "er", "e", "ens")
_STEMS = frozenset({"NN", "NN_VAR", "NN_VAR_EL", "NN_IRR", "VV", "VVnp", "VV_VAR", "ADJ", "ADJ_INVAR", "NE", "ACR_NN"})
_DIRECTIONS = wordclass("nouns.directions")
_SHORTEST_FIRST = 4
_SHORTEST_HEAD = 4
_SHORTEST_PLACE = 5
_FREQUENT = 4.0  # Zipf


def split(noun: str, book: Wordbook) -> tuple[str, ...]:
    """The parts of a noun in the nominative with the linking elements between them; empty if it is not a compound."""
    if noun in _whole_words():
        return _whole_words()[noun]
    if "-" in noun:
        return _hyphenated(noun.split("-"), book)
    if not noun.isalpha() or _is_adjectival(noun, book) or _is_from_place(noun):
        return ()
    parts = _of_place(noun, book) or _parts(_stems(tagger().morphemes(noun)), noun, book)
    if not parts and not book.lookup(noun, "NOUN"):
        parts = _cut(noun, book)
    return parts if len(parts) > 1 and _agrees(noun, parts[-1], book) else ()


def _is_from_place(noun: str) -> bool:
    """`Salzburger`: somebody from Salzburg, whose place is whole in front of the ending."""
    place = gazetteer.match([noun.removesuffix("er")]) if noun.endswith("er") else None
    return place is not None and place.kind == "place"


def _of_place(noun: str, book: Wordbook) -> tuple[str, ...]:
    """`Deutschlandtakt` is Deutschland + Takt, no land of its own."""
    for start in range(len(noun) - _SHORTEST_HEAD, _SHORTEST_PLACE - 1, -1):
        known, head = gazetteer.match([noun[:start]]), noun[start:].capitalize()
        if known and known.kind == "place" and known.name == noun[:start] and book.lookup(head, "NOUN"):
            return known.name, *(split(head, book) or (head,))
    return ()


def _hyphenated(pieces: Sequence[str], book: Wordbook) -> tuple[str, ...]:
    """`Top-Diplomat`; a linking element before the hyphen is told apart (`Regierungs-Krise`)."""
    *before, last = pieces
    if not all(before) or not book.is_noun(last):
        return ()
    found: list[str] = []
    for piece in before:
        found += _linked(piece, book)
    return (*found, *(split(last, book) or (last,)))


def _linked(piece: str, book: Wordbook) -> tuple[str, ...]:
    """What stands before a hyphen: a word, or one with a linking element (`Regierungs-Krise`, `Tauben-Drama`)."""
    place = gazetteer.match([piece])
    if book.lookup(piece, "NOUN") or not piece.istitle() or (place and place.kind == "place"):
        return (piece,)
    if piece.endswith("s") and book.lookup(piece[:-1], "NOUN"):
        return piece[:-1], "s"
    plural = (one for one in book.lemmas(piece, "NOUN") if piece.startswith(one) and piece[len(one) :] in LINKS)
    lemma = next(plural, piece)
    return (lemma, piece[len(lemma) :]) if lemma != piece else (piece,)


def _is_adjectival(noun: str, book: Wordbook) -> bool:
    lexeme = book.lookup(noun, "NOUN") or (book.lookup(noun + "r", "NOUN") if noun.endswith("e") else None)
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
        part = _first_part(stem, link, book, verbal=group[0].kind.startswith("VV"))
        if not part:
            return ()
        found += part
    head = noun[sum(len(piece.text) for group in groups[:-1] for piece in group) :].capitalize()
    return (*found, head) if _is_head(head, book) else ()


def _is_head(word: str, book: Wordbook) -> bool:
    """A noun; a very short one only if it is frequent (Amt, Uhr, but not Ion in `Albion`)."""
    lexeme = book.lookup(word, "NOUN")
    return lexeme is not None and (len(word) >= _SHORTEST_HEAD or (lexeme.zipf or 0) >= _FREQUENT)


def _first_part(stem: str, link: str, book: Wordbook, *, verbal: bool = False) -> tuple[str, ...]:
    """What stands before the head as a word and its linking element; the plural decides between Not and Note."""
    listed = _listed().get(stem + link)
    if listed:
        return listed
    verb = next((one for one in (stem + "en", stem + "n") if book.is_verb(one) and link in {"", "e"}), None)
    linked = (link,) if link else ()
    if verbal and verb:
        return verb, *linked
    for lemma in book.lemmas((stem + link).capitalize(), "NOUN"):
        if link and lemma.lower() != stem + link and lemma.lower().startswith(stem) and len(lemma) < len(stem + link):
            return lemma, (stem + link)[len(lemma) :]
    endings = ("", "e", "en") if stem in _DIRECTIONS else ("", "e")
    noun = next((stem + ending for ending in endings if book.lookup((stem + ending).capitalize(), "NOUN")), None)
    if noun:
        return (noun.capitalize(), *linked)
    if book.lookup(stem, "ADJ"):
        return stem, *linked
    return (verb, *linked) if verb else ()


@cache
def _whole_words() -> dict[str, tuple[str, ...]]:
    """Words whose parts the table names; none for what must not be cut."""
    return {word: tuple(parts.split()) for word, parts in rows("compound-words.tsv")}


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    return {form: (word, link) if link else (word,) for form, word, link in rows("compound-parts.tsv")}


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
