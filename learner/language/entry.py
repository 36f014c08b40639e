"""The entry of a word: the lexicon's lexeme, or one built from a compound's head or a particle's verb.

Used alike for the words of an article, for cards and panel, and for looking a word up.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from learner.language.analysis import Entry, Occurrence
from learner.language.building import derived, known, levels, merged, of_head, of_parts
from learner.language.compounds import split
from learner.language.draft import Draft
from learner.language.expressions import Found, distinct, found_in
from learner.language.finite import auxiliary_verbs
from learner.language.senses import in_context
from learner.language.surroundings import Surroundings
from learner.language.tables import column, rows
from learner.language.wordbook import Wordbook, wordbook
from learner.lexicon.expressions import Expression, expressions
from learner.lexicon.level import compound_level
from learner.lexicon.lexeme import LEVELS, Gloss, Lexeme, Verb
from learner.lexicon.lexicon import Lexicon

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_OF_INFINITIVES = frozenset("das dem beim zum vom im am ins fürs durchs".split())
_NO_ENTRY_TAGS = frozenset({"TRUNC", "PROAV", "PWAV", "XY", "FM", "CARD", "PTKVZ", "KOKOM"})


def entries(draft: Draft, lexicon: Lexicon) -> tuple[Entry, ...]:
    """One entry per content word of the article, in order of first occurrence; names and everyday adverbs left out."""
    book, surroundings = wordbook(lexicon), Surroundings(draft)
    phrases = found_in(draft, book)
    by_token = _by_token(phrases)
    found: list[Entry] = []
    for entry, places in _collected(draft, book):
        if _is_everyday(entry.lexeme):
            continue
        forms = dict.fromkeys(" ".join(draft.forms[token] for token in place.tokens) for place in places)
        explained = _with_added(entry, lexicon)
        lexeme = explained.lexeme if explained.parts_gloss else in_context(explained.lexeme, surroundings, places)
        members = sorted({number for place in places for number in by_token.get(place.tokens[0], ())})
        lexeme = _in_expression(lexeme, places, [phrases[number] for number in members])
        found.append(msgspec.structs.replace(explained, lexeme=lexeme, occurrences=tuple(places), forms=tuple(forms)))
    return (*found, *_phrases(draft, phrases, book))


def _by_token(phrases: Sequence[Found]) -> dict[int, list[int]]:
    """By token the numbers of the expressions it is part of."""
    found: dict[int, list[int]] = {}
    for number, (_, place) in enumerate(phrases):
        for token in place.tokens:
            found.setdefault(token, []).append(number)
    return found


def _in_expression(lexeme: Lexeme, places: Sequence[Occurrence], phrases: Sequence[Found]) -> Lexeme:
    """A word that mostly stands in an expression here with the expression's meaning first (`stellt … in Frage`)."""
    tokens = {place.tokens[0] for place in places}
    shares = [(len(tokens & set(place.tokens)), one) for one, place in phrases if _means_all(one, lexeme)]
    counts: Counter[Expression] = Counter()
    for share, expression in shares:
        counts[expression] += share
    best = max(counts, key=counts.__getitem__, default=None)
    if best is None or 2 * counts[best] <= len(tokens):
        return lexeme
    whole = msgspec.structs.replace(best.senses[0], hint=best.text)
    others = (gloss for gloss in lexeme.glosses if gloss.text != whole.text)
    return msgspec.structs.replace(lexeme, glosses=(whole, *others))


def _means_all(expression: Expression, lexeme: Lexeme) -> bool:
    """Whether a member says little without the expression: its full verb, else any of its words."""
    if expression.verb in auxiliary_verbs() or not expression.verb:
        return lexeme.pos != "VERB"
    return lexeme.lemma == expression.verb


def _phrases(draft: Draft, phrases: Sequence[Found], book: Wordbook) -> Iterator[Entry]:
    """Entries of fixed expressions; they stand behind those of single words, whose tokens they share."""
    for expression, places in distinct(phrases):
        forms = dict.fromkeys(" ".join(draft.forms[token] for token in place.tokens) for place in places)
        yield Entry(phrase(expression, book), tuple(places), forms=tuple(forms))


def _collected(draft: Draft, book: Wordbook) -> Iterator[tuple[Entry, list[Occurrence]]]:
    """Entries with their places; `Verbündeter` and `Verbündete` are one."""
    found: dict[tuple[str, str], tuple[Entry, list[Occurrence]]] = {}
    for (lemma, pos), places in _occurrences(draft, book).items():
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
    parts = merged(split(lemma, book), book) if pos == "NOUN" else ()
    lexeme = known(lemma, pos, book)
    if lexeme and lexeme.pos != pos:  # adjectives and adverbs stand in for each other
        lexeme = msgspec.structs.replace(lexeme, pos=pos)
    if lexeme:
        lexeme = _with_verb(lexeme, book)
        level = compound_level(lexeme.level, levels(parts, book))
        return Entry(msgspec.structs.replace(lexeme, level=level), (), compound=parts)
    built = of_parts(lemma, parts, book) if parts else derived(lemma, pos, book) or of_head(lemma, pos, book)
    return Entry(built, (), compound=parts, parts_gloss=bool(built.glosses)) if built else None


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
    finite = [part.partition(" ") for part in (verb.third, verb.preterite)]
    third, preterite = (" ".join(filter(None, (form, rest, particle))) for form, _, particle in finite)
    participle = f"{rest} {verb.participle}"
    reflexive = rest.split()[0] == "sich"
    auxiliaries = expression.auxiliaries(verb)
    return Verb(third, preterite, participle, auxiliaries, reflexive=reflexive, government=expression.government)


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


def _occurrences(draft: Draft, book: Wordbook) -> dict[tuple[str, str], list[Occurrence]]:
    units: dict[tuple[str, str], list[Occurrence]] = {}
    particles = {word.head: token for token, word in enumerate(draft.words) if word.head is not None}
    for number, tokens in enumerate(draft.sentences):
        for token in tokens:
            lemma, pos = _entry_lemma(draft, token), _entry_pos(draft, token)
            if pos == "NOUN" and draft.forms[token].islower():
                lemma, pos = _no_noun(draft.forms[token], book)
            elif pos == "NOUN" and _is_infinitive(lemma, draft, token, book):
                lemma = draft.forms[token]
            if pos:
                unit = (token, particles[token]) if token in particles else (token,)
                units.setdefault((lemma, pos), []).append(Occurrence(number, unit))
    return units


def _no_noun(form: str, book: Wordbook) -> tuple[str, str]:
    """What a small word is that was taken for a noun (`Forscher orten die Wale`); empty where it is no verb."""
    verb = next((lemma for lemma, pos, _ in book.analyses(form) if pos == "VERB"), "")
    return (verb, "VERB") if verb else ("", "")


def _is_infinitive(lemma: str, draft: Draft, token: int, book: Wordbook) -> bool:
    """Whether a noun is an infinitive although its form is a plural too: beim `Spülen` is no matter of the Spüle."""
    form = draft.forms[token]
    if (
        form == lemma
        or not form.endswith("n")
        or not form.isalpha()
        or _determiner(draft, token) not in _OF_INFINITIVES
    ):
        return False
    entry = word_entry(lemma, "NOUN", book)
    if entry and entry.lexeme.noun and entry.lexeme.noun.genders[0] != "f":  # im Laden
        return False
    head = book.head(form)
    return book.is_verb(form.lower()) or (head is not None and book.is_verb(form[head[0] :]))


def _determiner(draft: Draft, token: int) -> str:
    """The word before a noun and its adjectives, in lower case."""
    before = token - 1
    while before >= 0 and draft.words[before].tag == "ADJ(A)":
        before -= 1
    return draft.forms[before].lower() if before >= 0 else ""


def _entry_lemma(draft: Draft, token: int) -> str:
    """The lemma under which a token is entered: its own, but `weiter` for `weitere Angriffe`."""
    word, form = draft.words[token], draft.forms[token].lower()
    if word.tag != "ADJ(A)":
        return word.lemma
    own = (entry for lemma, start, entry in rows("own-degrees.tsv") if lemma == word.lemma and form.startswith(start))
    return next(own, word.lemma)


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
