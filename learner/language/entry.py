"""The entry of a word: the lexicon's lexeme, or one built from a compound's head or a particle's verb.

Used alike for the words of an article, for cards and panel, and for looking a word up.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from learner.language.analysis import Entry, Occurrence
from learner.language.compounds import LINKS, split
from learner.language.draft import Draft
from learner.language.expressions import distinct, found_in
from learner.language.finite import auxiliary_verbs
from learner.language.senses import in_context
from learner.language.tables import column, mapping
from learner.language.wordbook import Wordbook, wordbook
from learner.lexicon.expressions import Expression, expressions
from learner.lexicon.glossary import SOURCE
from learner.lexicon.level import compound_level
from learner.lexicon.lexeme import LEVELS, Gender, Gloss, Level, Lexeme, Noun, Verb
from learner.lexicon.lexicon import Lexicon

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_NO_ENTRY_TAGS = frozenset({"TRUNC", "PROAV", "PWAV", "XY", "FM", "CARD", "PTKVZ", "KOKOM"})
_LONGEST_PARTICLE = 8
_SHORTEST_FIRST = 3
_SHORTEST_HEAD = 4


def entries(draft: Draft, lexicon: Lexicon) -> tuple[Entry, ...]:
    """One entry per content word of the article, in order of first occurrence; names and everyday adverbs left out."""
    book = wordbook(lexicon)
    found: list[Entry] = []
    for entry, places in _collected(draft, book):
        if _is_everyday(entry.lexeme):
            continue
        forms = dict.fromkeys(" ".join(draft.forms[token] for token in place.tokens) for place in places)
        explained = _with_added(entry, lexicon)
        lexeme = explained.lexeme if explained.parts_gloss else in_context(explained.lexeme, draft, places)
        found.append(msgspec.structs.replace(explained, lexeme=lexeme, occurrences=tuple(places), forms=tuple(forms)))
    return (*found, *_phrases(draft, book))


def _phrases(draft: Draft, book: Wordbook) -> Iterator[Entry]:
    """Entries of fixed expressions; they stand behind those of single words, whose tokens they share."""
    for expression, places in distinct(found_in(draft, book)):
        forms = dict.fromkeys(" ".join(draft.forms[token] for token in place.tokens) for place in places)
        yield Entry(phrase(expression, book), tuple(places), forms=tuple(forms))


def _collected(draft: Draft, book: Wordbook) -> Iterator[tuple[Entry, list[Occurrence]]]:
    """Entries with their places; `Verbündeter` and `Verbündete` are one."""
    found: dict[tuple[str, str], tuple[Entry, list[Occurrence]]] = {}
    for (lemma, pos), places in _occurrences(draft).items():
        entry = word_entry(lemma, pos, book)
        if entry is not None:
            lexeme = _of_two(entry.lexeme, draft, places, book) if pos == "VERB" else entry.lexeme
            entry = msgspec.structs.replace(entry, lexeme=lexeme)
            found.setdefault((lexeme.lemma, pos), (entry, []))[1].extend(places)
    for entry, places in found.values():
        yield entry, sorted(places, key=lambda place: place.tokens)


def lookup(word: str, lexicon: Lexicon) -> tuple[Entry, ...]:
    """Every entry a lemma or a form can belong to, the most frequent first; compounds the lexicon lacks included."""
    book = wordbook(lexicon)
    phrases = [Entry(phrase(one, book), ()) for one in expressions() if one.text == word]
    if phrases:
        return tuple(phrases)
    spellings = dict.fromkeys((word, word[:1].upper() + word[1:], word[:1].lower() + word[1:]))
    readings = [(lexeme.lemma, lexeme.pos) for spelling in spellings for lexeme in lexicon.lexemes(spelling)]
    readings += [(lemma, pos) for spelling in spellings for lemma, pos, _ in book.analyses(spelling)]
    if not readings:
        readings = [(spelling, pos) for spelling in spellings for pos in ("NOUN", "VERB", "ADJ")]
    found = (word_entry(lemma, pos, book) for lemma, pos in dict.fromkeys(readings))
    return tuple(_with_added(entry, lexicon) for entry in found if entry)


def _with_added(entry: Entry, lexicon: Lexicon) -> Entry:
    """A word our glossary lacks with the meanings of the dictionaries the person has added."""
    lexeme = entry.lexeme
    if lexeme.glosses and not entry.parts_gloss:
        return entry
    added = lexicon.added(lexeme.lemma, lexeme.pos)
    if not added:
        return entry
    return msgspec.structs.replace(entry, lexeme=msgspec.structs.replace(lexeme, glosses=added), parts_gloss=False)


def word_entry(lemma: str, pos: str, book: Wordbook) -> Entry | None:
    """The entry of a lemma without its places; None for what is no word."""
    parts = _merged(split(lemma, book), book) if pos == "NOUN" else ()
    lexeme = _known(lemma, pos, book)
    if lexeme and lexeme.pos != pos:  # adjectives and adverbs stand in for each other
        lexeme = msgspec.structs.replace(lexeme, pos=pos)
    if lexeme:
        level = compound_level(lexeme.level, _levels(parts, book))
        return Entry(msgspec.structs.replace(lexeme, level=level), (), compound=parts)
    built = _of_parts(lemma, parts, book) if parts else _derived(lemma, pos, book) or _of_head(lemma, pos, book)
    return Entry(built, (), compound=parts, parts_gloss=bool(built.glosses)) if built else None


def phrase(expression: Expression, book: Wordbook) -> Lexeme:
    """An expression as a word: principal parts of its verb, as hard as its hardest word."""
    words = [word for part in expression.parts for word in part]
    nouns = [noun for word in words if word[0].isupper() for noun in book.lemmas(word, "NOUN")[:1]]
    known = [book.lookup(noun, "NOUN") for noun in nouns]
    head = book.lookup(expression.verb, "VERB") if expression.verb else None
    levels = [lexeme.level for lexeme in (*known, head) if lexeme and lexeme.level]
    level = max(levels, key=LEVELS.index, default=None)
    verb = _spread(expression, head.verb) if head and head.verb else None
    return Lexeme(expression.text, "PHRASE", verb=verb, glosses=expression.senses, level=level)


def _spread(expression: Expression, verb: Verb) -> Verb:
    """`zieht in Erwägung`, `zog in Erwägung`, `in Erwägung gezogen`."""
    rest = expression.text.removesuffix(expression.verb).strip()
    finite = [part.partition(" ") for part in (verb.third, verb.preterite)]
    third, preterite = (" ".join(filter(None, (form, rest, particle))) for form, _, particle in finite)
    participle = f"{rest} {verb.participle}"
    reflexive = rest.split()[0] == "sich"
    return Verb(third, preterite, participle, verb.auxiliaries, reflexive=reflexive, government=expression.government)


def _of_two(lexeme: Lexeme, draft: Draft, places: Sequence[Occurrence], book: Wordbook) -> Lexeme:
    """Of two verbs with one spelling the one that stands here (fährt … um, umgefahren; sonst umfährt)."""
    twins = book.twins(lexeme.lemma, "VERB")
    if len(twins) < 2:
        return lexeme
    parted, whole = sorted(twins, key=lambda twin: twin.verb is None or not twin.verb.particle)
    votes = sum(_is_parted(parted, whole, draft, place) for place in places)
    return parted if votes > 0 else whole if votes < 0 else lexeme


def _is_parted(parted: Lexeme, whole: Lexeme, draft: Draft, place: Occurrence) -> int:
    """1 where particle and verb stand apart or a form has ge- or zu inside, -1 for forms of the other, else 0."""
    form = draft.forms[place.tokens[0]].lower()
    verb, other = parted.verb, whole.verb
    if verb is None or other is None or len(place.tokens) > 1:
        return 1
    if form == verb.participle or form.startswith(verb.particle + "zu"):
        return 1
    return -1 if form == other.participle and form != parted.lemma else 0


def _occurrences(draft: Draft) -> dict[tuple[str, str], list[Occurrence]]:
    units: dict[tuple[str, str], list[Occurrence]] = {}
    particles = {word.head: token for token, word in enumerate(draft.words) if word.head is not None}
    for number, tokens in enumerate(draft.sentences):
        for token in tokens:
            pos = _entry_pos(draft, token)
            if pos:
                unit = (token, particles[token]) if token in particles else (token,)
                units.setdefault((draft.words[token].lemma, pos), []).append(Occurrence(number, unit))
    return units


def _entry_pos(draft: Draft, token: int) -> str:
    """The part of speech under which a token is entered; empty for what is not."""
    word, form = draft.words[token], draft.forms[token]
    if word.head is not None or word.tag in _NO_ENTRY_TAGS or form in column("abbreviations.tsv"):
        return ""
    if word.lemma in column("no-entries.tsv") or len(word.lemma) < 2 or not word.lemma.replace("-", "").isalpha():
        return ""
    if word.pos == "PROPN":
        return "NOUN" if word.lemma in column("calendar.tsv") else ""
    return word.pos if word.pos in CONTENT and word.lemma not in auxiliary_verbs() else ""


def _is_everyday(lexeme: Lexeme) -> bool:
    return lexeme.pos == "ADV" and lexeme.level == "A1"


def _known(lemma: str, pos: str, book: Wordbook) -> Lexeme | None:
    """The lexicon's word; an adjectival noun under the form that stands with an article (der `Verbündete`)."""
    lexeme = book.lookup(lemma, pos)
    if pos != "NOUN":
        return lexeme
    masculine = lexeme if _is_adjectival(lexeme) and lemma.endswith("er") else book.lookup(lemma + "r", pos)
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


def _of_parts(lemma: str, parts: Sequence[str], book: Wordbook) -> Lexeme | None:
    """A compound the lexicon lacks: gender and plural of its head, the parts' meanings."""
    head = book.lookup(parts[-1], "NOUN")
    if head is None or head.noun is None:
        return None
    noun = _headed(lemma[: len(lemma) - len(parts[-1])], head.noun)
    words = [part for part in parts if part not in LINKS]
    return Lexeme(
        lemma, "NOUN", noun, glosses=_compound_glosses(words, book), level=compound_level(None, _levels(words, book))
    )


def _merged(parts: tuple[str, ...], book: Wordbook) -> tuple[str, ...]:
    """Parts that are one word of the glossary together stay together: Kultur + Standort, not Kultur + Stand + Ort."""
    for length in range(len(parts) - 1, 1, -1):
        for start in range(len(parts) - length + 1):
            piece = parts[start : start + length]
            word = "".join(piece).capitalize()
            known = None if {piece[0], piece[-1]} & set(LINKS) else book.lookup(word, "NOUN")
            if known and known.glosses:
                before, behind = parts[:start], parts[start + length :]
                return (*_merged(before, book), word, *_merged(behind, book))
    return parts


def _headed(first: str, head: Noun) -> Noun:
    """A compound's gender and forms: its head's, behind what stands in front."""
    lower = not first.endswith("-")
    genitive = _joined(first, head.genitive, lower) if head.genitive else None
    return Noun(
        head.genders, genitive, tuple(_joined(first, plural, lower) for plural in head.plurals), head.declension
    )


def _of_head(lemma: str, pos: str, book: Wordbook) -> Lexeme | None:
    """A noun whose first part is no word of the lexicon (`Rheinfähre`): gender, forms and meaning of its head."""
    found = book.head(lemma) if pos == "NOUN" and lemma.isalpha() else None
    if found is None or found[0] < _SHORTEST_FIRST or len(lemma) - found[0] < _SHORTEST_HEAD:
        return None
    head = book.lookup(found[1], "NOUN")
    if head is None or head.noun is None or found[1].lower() != lemma[found[0] :]:
        return None
    return Lexeme(lemma, "NOUN", _headed(lemma[: found[0]], head.noun), glosses=_parts_glosses([head]))


def _levels(parts: Iterable[str], book: Wordbook) -> list[Level | None]:
    """The levels of a compound's words, without its linking elements."""
    lexemes = (_any(part, book) for part in parts if part not in LINKS)
    return [lexeme.level if lexeme else None for lexeme in lexemes]


def _joined(first: str, head: str, lower: bool) -> str:
    return first + (head.lower() if lower else head)


def _any(word: str, book: Wordbook) -> Lexeme | None:
    return next((found for pos in ("NOUN", "ADJ", "VERB") if (found := book.lookup(word, pos))), None)


def _compound_glosses(words: Sequence[str], book: Wordbook) -> tuple[Gloss, ...]:
    """The first meaning of each part; a name or abbreviation in front (`FPÖ-Chef`) stands for itself."""
    known = [_any(word, book) for word in words]
    found: list[Gloss] = []
    for number, (word, lexeme) in enumerate(zip(words, known, strict=True)):
        if lexeme is not None and lexeme.glosses:
            found.append(msgspec.structs.replace(lexeme.glosses[0], hint=lexeme.lemma))
        elif number < len(words) - 1 and _is_name(word, lexeme):
            found.append(Gloss(word, SOURCE, word))
        else:
            return ()
    return tuple(found)


def _is_name(word: str, lexeme: Lexeme | None) -> bool:
    """Whether the first part of a compound is an abbreviation, or a capitalised word without any meaning of its own."""
    shortened = not word.islower() and not word.istitle()
    return shortened or (word[:1].isupper() and (lexeme is None or not lexeme.definitions))


def _parts_glosses(lexemes: Iterable[Lexeme | None]) -> tuple[Gloss, ...]:
    """The first meaning of each part, with the part as hint; none unless every part has one."""
    found: list[Gloss] = []
    for lexeme in lexemes:
        if lexeme is None or not lexeme.glosses:
            return ()
        found.append(msgspec.structs.replace(lexeme.glosses[0], hint=lexeme.lemma))
    return tuple(found)


def _derived(lemma: str, pos: str, book: Wordbook) -> Lexeme | None:
    """A word made from one the lexicon has: an infinitive or adjective as noun, a participle as adjective."""
    if pos == "NOUN":
        return _nominalised(lemma, book)
    if pos == "VERB":
        return _with_particle(lemma, book)
    if pos == "ADJ":
        return _participle(lemma, book) or _prefixed_adjective(lemma, book)
    return None


def _nominalised(lemma: str, book: Wordbook) -> Lexeme | None:
    verb = _known(lemma.lower(), "VERB", book)
    if verb:
        return Lexeme(lemma, "NOUN", Noun(("n",), lemma + "s"), glosses=_parts_glosses([verb]), level=verb.level)
    base = next(
        (found for pos in ("ADJ", "VERB") if lemma.endswith("e") for found in book.lemmas(lemma.lower(), pos)), None
    )
    lexeme = (book.lookup(base, "ADJ") or book.lookup(base, "VERB")) if base else None
    if lexeme is None:
        return None
    noun = Noun(("m", "f"), lemma + "n", (lemma + "n",), "adjectival")
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
            return Lexeme(lemma, "VERB", verb=verb, glosses=_parts_glosses([base]), level=base.level)
    return None


def _participle(lemma: str, book: Wordbook) -> Lexeme | None:
    """`schwerwiegend` stands in the lexicon, `vereint` comes from vereinen."""
    for found, pos, features in book.analyses(lemma):
        if pos == "VERB" and features.startswith("Part"):
            verb = book.lookup(found, "VERB")
            return Lexeme(lemma, "ADJ", glosses=_parts_glosses([verb]), zipf=None, level=verb.level if verb else None)
    return None


def _prefixed_adjective(lemma: str, book: Wordbook) -> Lexeme | None:
    """`prorussisch`, `umweltfreundlich`: the ending is an adjective of the lexicon."""
    for start in range(3, len(lemma) - 3):
        head = book.lookup(lemma[start:], "ADJ")
        if head and head.pos == "ADJ":
            return Lexeme(lemma, "ADJ", glosses=_parts_glosses([head]), level=head.level)
    return None
