"""The entry of a word: the lexicon's lexeme, or one built from a compound's head or a particle's verb.

Used alike for the words of an article, for cards and panel, and for looking a word up.
"""

from collections.abc import Iterator, Sequence

import msgspec

from learner.language.analysis import Entry, Occurrence
from learner.language.building import compound_glosses, derived, is_place, known, levels, merged, of_head, of_parts
from learner.language.compounds import split
from learner.language.draft import Draft
from learner.language.entered import occurrences
from learner.language.expressions import Found, distinct, found_in
from learner.language.readings import in_expressions, read
from learner.language.senses import in_context
from learner.language.surroundings import Surroundings
from learner.language.tables import column
from learner.language.wordbook import Wordbook, wordbook
from learner.lexicon.expressions import Expression, expressions
from learner.lexicon.level import by_frequency, compound_level, judged
from learner.lexicon.lexeme import LEVELS, Gloss, Lexeme, Verb
from learner.lexicon.lexicon import Lexicon


def entries(draft: Draft, lexicon: Lexicon) -> tuple[Entry, ...]:
    """One entry per content word of the article, in order of first occurrence; names and everyday adverbs left out."""
    book, surroundings = wordbook(lexicon), Surroundings(draft)
    phrases = found_in(draft, book)
    by_token = _by_token(phrases)
    found: list[Entry] = []
    for entry, places in _collected(draft, book):
        if _is_everyday(entry.lexeme, book):
            continue
        forms = dict.fromkeys(" ".join(draft.forms[token] for token in place.tokens) for place in places)
        explained = _with_added(entry, lexicon)
        lexeme = explained.lexeme
        lexeme, chosen = (lexeme, ()) if explained.parts_gloss else in_context(lexeme, surroundings, places)
        members = sorted({number for place in places for number in by_token.get(place.tokens[0], ())})
        whole = in_expressions(lexeme, places, [phrases[number] for number in members])
        found.append(read(msgspec.structs.replace(explained, lexeme=lexeme, forms=tuple(forms)), places, chosen, whole))
    return (*found, *_phrases(draft, phrases, book))


def _by_token(phrases: Sequence[Found]) -> dict[int, list[int]]:
    """By token the numbers of the expressions it is part of."""
    found: dict[int, list[int]] = {}
    for number, (_, place) in enumerate(phrases):
        for token in place.tokens:
            found.setdefault(token, []).append(number)
    return found


def _phrases(draft: Draft, phrases: Sequence[Found], book: Wordbook) -> Iterator[Entry]:
    """Entries of fixed expressions; they stand behind those of single words, whose tokens they share."""
    for expression, places in distinct(phrases):
        forms = dict.fromkeys(" ".join(draft.forms[token] for token in place.tokens) for place in places)
        yield Entry(phrase(expression, book), tuple(places), forms=tuple(forms))


def _collected(draft: Draft, book: Wordbook) -> Iterator[tuple[Entry, list[Occurrence]]]:
    """Entries with their places; `Verbündeter` and `Verbündete` are one."""
    found: dict[tuple[str, str], tuple[Entry, list[Occurrence]]] = {}
    for (lemma, pos), places in occurrences(draft, book).items():
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
    parts = merged(split(lemma, book), book) if pos == "NOUN" and not _of_participle(lemma, book) else ()
    lexeme = known(lemma, pos, book)
    if lexeme and lexeme.pos != pos:  # adjectives and adverbs stand in for each other
        compared = lexeme.comparison if pos == "ADJ" or lemma in column("compared-adverbs.tsv") else ()
        lexeme = msgspec.structs.replace(lexeme, pos=pos, comparison=compared)
    if lexeme and parts and not lexeme.glosses:
        lexeme = msgspec.structs.replace(lexeme, glosses=compound_glosses(parts, book))
        return Entry(lexeme, (), compound=parts, parts_gloss=bool(lexeme.glosses))
    if lexeme and not lexeme.glosses and (headed := of_head(lemma, pos, book)) and headed.glosses:  # Krimkrise
        return Entry(msgspec.structs.replace(lexeme, glosses=headed.glosses), (), parts_gloss=True)
    if lexeme:
        lexeme = _with_verb(lexeme, book)
        said = (lexeme.lemma, lexeme.pos) in judged()
        level = lexeme.level if said else compound_level(lexeme.level, levels(parts, book))
        return Entry(msgspec.structs.replace(lexeme, level=level), (), compound=parts)
    built = of_parts(lemma, parts, book) if parts else derived(lemma, pos, book) or of_head(lemma, pos, book)
    if built and not built.glosses and is_place(lemma.partition("-")[0]) and "-" in lemma:
        return None  # Wien-Wieden: a name
    return Entry(built, (), compound=parts, parts_gloss=bool(built.glosses)) if built else None


def _of_participle(lemma: str, book: Wordbook) -> bool:
    """Whether a noun is a present participle (die `Wartende` comes from warten, it has no Ende)."""
    stem = lemma.lower().removesuffix("r").removesuffix("e")
    return stem.endswith("nd") and any("Part|Pres" in features for _, _, features in book.analyses(stem))


def _with_verb(lexeme: Lexeme, book: Wordbook) -> Lexeme:
    """A participle used as an adjective without a meaning of its own, with those of its verb (`erhaltene Stimmen`)."""
    if lexeme.pos != "ADJ" or lexeme.glosses:
        return lexeme
    for lemma, pos, features in book.analyses(lexeme.lemma):
        verb = book.lookup(lemma, "VERB") if pos == "VERB" and "Part" in features.split(";") else None
        if verb and verb.glosses:
            glosses = tuple(Gloss(gloss.text, gloss.source, f"participle of {lemma}") for gloss in verb.glosses[:2])
            return msgspec.structs.replace(lexeme, glosses=glosses)
    return lexeme


def phrase(expression: Expression, book: Wordbook) -> Lexeme:
    """An expression as a word: principal parts of its verb, as hard as its hardest word."""
    words = [word for part in expression.parts for word in part]
    nouns = [noun for word in words if word[0].isupper() for noun in book.lemmas(word, "NOUN")[:1]]
    members = [book.lookup(noun, "NOUN") for noun in nouns]
    head = book.lookup(expression.verb, "VERB") if expression.verb else None
    found = [lexeme.level for lexeme in (*members, head) if lexeme and lexeme.level]
    level = max(found, key=LEVELS.index, default=None)
    verb = _spread(expression, head.verb) if head and head.verb else None
    return Lexeme(expression.text, "PHRASE", verb=verb, glosses=expression.senses, level=level)


def _spread(expression: Expression, verb: Verb) -> Verb:
    """`zieht in Erwägung`, `zog in Erwägung`, `in Erwägung gezogen`."""
    rest = expression.text.removesuffix(expression.verb).strip()
    verb = expression.fitted(verb)
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


def _is_everyday(lexeme: Lexeme, book: Wordbook) -> bool:
    """Whether the word is an adverb (no adjective that stands as one) that everyone has from the first lessons."""
    found = book.lookup(lexeme.lemma, "ADV") if lexeme.pos == "ADV" else None
    return found is not None and found.pos == "ADV" and by_frequency(found.zipf, found.lemma, found.pos) == "A1"
