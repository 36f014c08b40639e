"""Words the lexicon lacks, built from those it has: compounds of their parts, nouns of verbs, verbs with particles."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from learner.language import gazetteer
from learner.language.compounds import LINKS
from learner.language.tables import mapping, rows
from learner.language.wordbook import Wordbook
from learner.lexicon.glossary import SOURCE
from learner.lexicon.level import compound_level
from learner.lexicon.lexeme import Gender, Gloss, Level, Lexeme, Noun, Verb

_LONGEST_PARTICLE = 8
_SHORTEST_FIRST = 3
_SHORTEST_HEAD = 4
_VERB_PREFIX = re.compile(r"(?:^|s|-)(?:ab|an|auf|aus|be|durch|ein|ent|er|ge|um|ver|zer|zu)$")


def known(lemma: str, pos: str, book: Wordbook) -> Lexeme | None:
    """The lexicon's word; an adjectival noun under the form that stands with an article (der `Verbündete`)."""
    lexeme = book.lookup(lemma, pos)
    if pos != "NOUN" or not lemma.endswith(("e", "er")):
        return lexeme
    masculine = lexeme if lemma.endswith("er") else book.lookup(lemma + "r", pos)
    if masculine is None or not _is_adjectival(masculine) or not (lexeme is None or _is_adjectival(lexeme)):
        return lexeme
    return _with_article(masculine, book)


def _is_adjectival(lexeme: Lexeme | None) -> bool:
    """Whether the noun is declined like an adjective (and not a noun of its own like the weak `Weise`)."""
    return lexeme is not None and lexeme.noun is not None and lexeme.noun.declension == "adjectival"


def _with_article(masculine: Lexeme, book: Wordbook) -> Lexeme:
    """Man and woman as one entry, der/die `Verbündete`; where she has a noun of her own (`Beamtin`) it is his alone."""
    assert masculine.noun is not None
    lemma = masculine.lemma.removesuffix("r")
    feminine = book.lookup(lemma, "NOUN")
    alone = book.lookup(lemma.removesuffix("e") + "in", "NOUN") is not None
    genders: tuple[Gender, ...] = masculine.noun.genders if alone else ("m", "f")
    meanings = feminine if feminine and not masculine.glosses and feminine.glosses else masculine
    return msgspec.structs.replace(
        masculine,
        lemma=lemma,
        noun=msgspec.structs.replace(masculine.noun, genders=genders),
        glosses=meanings.glosses,
    )


def of_parts(lemma: str, parts: Sequence[str], book: Wordbook) -> Lexeme | None:
    """A compound the lexicon lacks: gender and plural of its head, the parts' meanings."""
    head = known(parts[-1], "NOUN", book)
    if head is None or head.noun is None:
        return None
    noun = _headed(lemma[: len(lemma) - len(parts[-1])], head.noun)
    level = compound_level(None, levels(parts, book))
    return Lexeme(lemma, "NOUN", noun, glosses=compound_glosses(parts, book), level=level)


def compound_glosses(parts: Sequence[str], book: Wordbook) -> tuple[Gloss, ...]:
    """The meanings of a compound's parts, linking elements left out; none where a part has none."""
    return _compound_glosses([part for part in parts if part not in LINKS], book)


def merged(parts: tuple[str, ...], book: Wordbook) -> tuple[str, ...]:
    """Parts that are one word of the glossary together stay together: Kultur + Standort, not Kultur + Stand + Ort."""
    for length in range(len(parts) - 1, 1, -1):
        for start in range(len(parts) - length + 1):
            piece = parts[start : start + length]
            words = ("".join(piece).capitalize(), "-".join(piece))
            linked = {piece[0], piece[-1]} & set(LINKS)
            found = () if linked else tuple(filter(None, (book.lookup(word, "NOUN") for word in words)))
            if word := next((known.lemma for known in found if known.glosses), ""):
                before, behind = parts[:start], parts[start + length :]
                return (*merged(before, book), word, *merged(behind, book))
    return parts


def _headed(first: str, head: Noun) -> Noun:
    """A compound's gender and forms: its head's first ones, behind what stands in front."""
    lower = not first.endswith("-")
    adjectival = head.declension == "adjectival"
    genders, plurals = (head.genders, head.plurals) if adjectival else (head.genders[:1], head.plurals[:1])
    genitive = _joined(first, head.genitive, lower) if head.genitive else None
    return Noun(genders, genitive, tuple(_joined(first, plural, lower) for plural in plurals), head.declension)


def of_head(lemma: str, pos: str, book: Wordbook) -> Lexeme | None:
    """A noun whose first part is no word of the lexicon (`Rheinfähre`): gender, forms and meaning of its head."""
    found = book.head(lemma) if pos == "NOUN" and lemma.isalpha() else None
    if found is None or found[0] < _SHORTEST_FIRST or len(lemma) - found[0] < _SHORTEST_HEAD:
        return None
    last = lemma[found[0] :].capitalize()  # Krimkrise is no matter of a kris
    head = book.lookup(last, "NOUN")
    if head is None or head.noun is None or not (found[1] == last or head.glosses):
        return None
    first = lemma[: found[0]]
    if not book.is_first_part(first.lower()) and not mapping("prefixes.tsv").get(first.lower()) and not is_place(first):
        return None  # Rothschild is no sign
    derived = _VERB_PREFIX.search(first.lower()) is not None  # Abgeltung is no Geltung
    before = mapping("prefixes.tsv").get(first.lower()) or (in_english(first) if is_place(first) else "")
    glosses = (Gloss(before, SOURCE, first), *_compound_glosses([last], book)) if before and not derived else ()
    return Lexeme(lemma, "NOUN", _headed(first, head.noun), glosses=glosses)


def is_place(first: str) -> bool:
    """Whether what stands before a head is a listed name (`Rheinfähre`)."""
    return gazetteer.match([first]) is not None


def in_english(place: str) -> str:
    """A name in English where it is written otherwise there (Krim: Crimea)."""
    return mapping("place-names.tsv").get(place, place)


def levels(parts: Iterable[str], book: Wordbook) -> list[Level | None]:
    """The levels of a compound's words, without its linking elements."""
    lexemes = (_any(part, book) for part in parts if part not in LINKS)
    return [lexeme.level if lexeme else None for lexeme in lexemes]


def _joined(first: str, head: str, lower: bool) -> str:
    return first + (head.lower() if lower else head)


def _any(word: str, book: Wordbook) -> Lexeme | None:
    return next((found for pos in ("NOUN", "ADJ", "VERB") if (found := book.lookup(word, pos))), None)


def _glossed(word: str, book: Wordbook) -> Lexeme | None:
    """The word with meanings, an adjective written large too (Klein in Kleingewässer); else one without."""
    large = _any(word, book)
    if large and large.glosses:
        return large
    small = _any(word.lower(), book)
    return small if small and (small.glosses or not large) else large


def _compound_glosses(words: Sequence[str], book: Wordbook) -> tuple[Gloss, ...]:
    """The first meaning of each part; a name in front (`FPÖ-Chef`) stands for itself; none where one has none."""
    known = [_glossed(word, book) for word in words]
    found: list[Gloss] = []
    for number, (word, lexeme) in enumerate(zip(words, known, strict=True)):
        if lexeme is not None and lexeme.glosses:
            place = "head" if number == len(words) - 1 else "first"
            found.append(Gloss(_in_compounds(lexeme, place, words), lexeme.glosses[0].source, lexeme.lemma))
        elif number < len(words) - 1 and (prefix := mapping("prefixes.tsv").get(word.lower())):
            found.append(Gloss(prefix, SOURCE, word))
        elif number < len(words) - 1 and _is_name(word, lexeme):
            found.append(Gloss(in_english(word), SOURCE, word))
        else:
            return ()
    return tuple(found)


def _in_compounds(lexeme: Lexeme, place: str, words: Sequence[str]) -> str:
    """What a word means as the head or the first part of a compound: Geldhahn is a tap, Hauptsorge the main one."""
    meanings = _special().get((lexeme.lemma, place), ())
    beside = set(words)
    fitting = (text for text, partners in meanings if not partners or partners & beside)
    return next(fitting, lexeme.glosses[0].text)


@cache
def _special() -> dict[tuple[str, str], tuple[tuple[str, frozenset[str]], ...]]:
    """By word and place its meanings with the other parts they need (none: always), those that need some first."""
    found: dict[tuple[str, str], tuple[tuple[str, frozenset[str]], ...]] = {}
    for lemma, place, text, *partners in rows("compound-senses.tsv"):
        needed = frozenset(" ".join(partners).split())
        found[lemma, place] = (*found.get((lemma, place), ()), (text, needed))
    return found


def _is_name(word: str, lexeme: Lexeme | None) -> bool:
    """Whether the first part of a compound is an abbreviation, or a capitalised word without any meaning of its own."""
    shortened = not word.islower() and not word.istitle()
    return shortened or is_place(word) or (word[:1].isupper() and (lexeme is None or not lexeme.definitions))


def _parts_glosses(lexemes: Iterable[Lexeme | None]) -> tuple[Gloss, ...]:
    """The first meaning of each part, with the part as hint; none unless every part has one."""
    found: list[Gloss] = []
    for lexeme in lexemes:
        if lexeme is None or not lexeme.glosses:
            return ()
        found.append(msgspec.structs.replace(lexeme.glosses[0], hint=lexeme.lemma))
    return tuple(found)


def derived(lemma: str, pos: str, book: Wordbook) -> Lexeme | None:
    """A word made from one the lexicon has: an infinitive or adjective as noun, a participle as adjective."""
    if pos == "NOUN":
        return _nominalised(lemma, book)
    if pos == "VERB":
        return _with_particle(lemma, book)
    if pos == "ADJ":
        return _participle(lemma, book) or _prefixed_adjective(lemma, book)
    return None


def _nominalised(lemma: str, book: Wordbook) -> Lexeme | None:
    verb = known(lemma.lower(), "VERB", book)
    if verb:
        return Lexeme(lemma, "NOUN", Noun(("n",), lemma + "s"), glosses=_parts_glosses([verb]), level=verb.level)
    forms = (lemma.lower(), lemma.lower().removesuffix("e")) if lemma.endswith("e") else ()  # Wartende: wartend
    base = next((found for form in forms for pos in ("ADJ", "VERB") for found in book.lemmas(form, pos)), None)
    lexeme = (book.lookup(base, "ADJ") or book.lookup(base, "VERB")) if base else None
    if lexeme is None:
        return None
    noun = Noun(("m", "f"), lemma + "n", (lemma, lemma + "n"), "adjectival")
    return Lexeme(lemma, "NOUN", noun, glosses=_parts_glosses([lexeme]), level=lexeme.level)


def _with_particle(lemma: str, book: Wordbook) -> Lexeme | None:
    """A separable verb the lexicon lacks, conjugated like its simple verb."""
    for length in range(min(_LONGEST_PARTICLE, len(lemma) - 3), 1, -1):
        particle, simple = lemma[:length], lemma[length:]
        base = book.lookup(simple, "VERB") if particle in mapping("particles.tsv") else None
        if base and base.verb and not base.verb.particle:
            forms = base.verb
            verb = Verb(
                f"{forms.third} {particle}",
                f"{forms.preterite} {particle}",
                particle + forms.participle,
                forms.auxiliaries,
                particle,
            )
            glosses = _parts_glosses([book.lookup(particle, "ADV"), base])
            return Lexeme(lemma, "VERB", verb=verb, glosses=glosses, level=base.level)
    return None


def _participle(lemma: str, book: Wordbook) -> Lexeme | None:
    """`schwerwiegend` stands in the lexicon, `vereint` comes from vereinen."""
    for found, pos, features in book.analyses(lemma):
        if pos == "VERB" and any(one.startswith("Part") for one in features.split(";")):
            verb = book.lookup(found, "VERB")
            return Lexeme(lemma, "ADJ", glosses=_parts_glosses([verb]), zipf=None, level=verb.level if verb else None)
    return None


def _prefixed_adjective(lemma: str, book: Wordbook) -> Lexeme | None:
    """`prorussisch`, `umweltfreundlich`: the ending is an adjective of the lexicon."""
    for start in range(3, len(lemma) - 3):
        head = book.lookup(lemma[start:], "ADJ")
        if head and head.pos == "ADJ":
            return Lexeme(lemma, "ADJ", glosses=_both(lemma[:start], head, book), level=head.level)
    return None


def _both(first: str, head: Lexeme, book: Wordbook) -> tuple[Gloss, ...]:
    """The meanings of an adjective's parts (höhlen + lebend: cave, living); none where one has none."""
    prefix, hyphen, _ = first.partition("-")
    before = mapping("prefixes.tsv").get(prefix)
    if before and head.glosses:
        return (Gloss(before, SOURCE, f"{prefix}-"), *_parts_glosses([head]))
    if hyphen and prefix.lower() == "us":
        return (Gloss("US", SOURCE, "US"), *_parts_glosses([head]))
    first = prefix if hyphen else first
    stems = [first, *(first.removesuffix(link) for link in LINKS if first.endswith(link)), f"{first}e"]
    parts = (part for stem in stems for part in (stem.capitalize(), stem))
    part = next((known for one in parts if (known := _any(one, book)) and known.glosses), None)
    if part is None and hyphen and head.glosses:  # Tinder-ähnlich: a name stands for itself
        return (Gloss(prefix.capitalize(), SOURCE, prefix), *_parts_glosses([head]))
    return _parts_glosses([part, head])
