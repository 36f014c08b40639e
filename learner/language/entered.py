"""Which words of an article are entered, and under which lemma and part of speech: as tagged, small repairs apart."""

from functools import cache

from learner.language.analysis import Occurrence
from learner.language.draft import Draft
from learner.language.finite import auxiliary_verbs
from learner.language.tables import column, rows
from learner.language.wordbook import Wordbook
from learner.lexicon.wordclasses import wordclass

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_NO_ENTRY_TAGS = frozenset({"TRUNC", "PROAV", "PWAV", "XY", "FM", "CARD", "PTKVZ", "KOKOM"})
_STATES = wordclass("verbs.linking", "verbs.seeming") - {"werden"}
_EVENTS = frozenset({"haben", "werden"})  # ist verletzt worden
_OF_INFINITIVES = wordclass("determiners.of-infinitives")


def occurrences(draft: Draft, book: Wordbook) -> dict[tuple[str, str], list[Occurrence]]:
    """Every place of a content word by lemma and part of speech."""
    units: dict[tuple[str, str], list[Occurrence]] = {}
    particles = {word.head: token for token, word in enumerate(draft.words) if word.head is not None}
    for number, tokens in enumerate(draft.sentences):
        for token in tokens:
            lemma, pos = _entry_lemma(draft, token), _entry_pos(draft, token)
            if pos == "NOUN" and draft.forms[token].islower():
                lemma, pos = _no_noun(draft.forms[token], book)
            elif pos == "NOUN" and _is_infinitive(lemma, draft, token, book):
                lemma = draft.forms[token]
            elif pos == "VERB" and _is_capitalised(lemma, draft, token):
                lemma, pos = draft.forms[token], "NOUN"
            elif pos == "VERB" and _is_state(lemma, draft, token, book):
                lemma, pos = draft.forms[token].lower(), "ADJ"
            elif pos == "ADJ" and draft.words[token].tag == "ADJ(A)":
                lemma, pos = _of_verb(lemma, book)
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
    head = book.head(form)
    noun = book.lookup(lemma, "NOUN") or (book.lookup(head[1], "NOUN") if head else None)
    if noun and noun.noun and (noun.noun.genders[0] != "f" or noun.noun.declension == "adjectival"):
        return False  # im Laden, im Grünen
    return book.is_verb(form.lower()) or (head is not None and book.is_verb(form[head[0] :]))


def _is_capitalised(lemma: str, draft: Draft, token: int) -> bool:
    """Whether an infinitive inside a sentence is written as a noun (`vier Aufeinandertreffen`)."""
    form = draft.forms[token]
    inside = token > draft.sentences[draft.sentence_of(token)].start and draft.forms[token - 1][-1:].isalpha()
    return inside and form[:1].isupper() and form[1:].islower() and form.lower() == lemma


def _is_state(lemma: str, draft: Draft, token: int, book: Wordbook) -> bool:
    """Whether a participle beside sein is an adjective with a meaning of its own (er ist `angeschlagen`)."""
    if draft.words[token].tag != "VV(PP)":
        return False
    state, verb = book.lookup(draft.forms[token].lower(), "ADJ"), book.lookup(lemma, "VERB")
    if not (state and state.glosses) or (verb and verb.verb and "ist" in verb.verb.auxiliaries):
        return False
    clause = next((one.tokens for one in reversed(draft.clauses[draft.sentence_of(token)]) if token in one.tokens), ())
    others = {draft.words[one].lemma for one in clause}
    return bool(others & _STATES) and not others & _EVENTS


def _of_verb(participle: str, book: Wordbook) -> tuple[str, str]:
    """The verb of an attribute without a meaning of its own (die erfolgte Zahlung), where it takes ist or sich.

    What the others do to something is said of the noun in another way (die erhaltenen Stimmen), they stay adjectives.
    """
    own = book.lookup(participle, "ADJ")
    if own and own.glosses:
        return participle, "ADJ"
    for lemma, pos, features in book.analyses(participle):
        found = book.lookup(lemma, "VERB") if pos == "VERB" and "Part" in features.split(";") else None
        if found and found.glosses and found.verb and (found.verb.auxiliaries == ("ist",) or found.verb.reflexive):
            return lemma, "VERB"
    return participle, "ADJ"


def _determiner(draft: Draft, token: int) -> str:
    """The word before a noun and its adjectives, in lower case."""
    before = token - 1
    while before >= 0 and draft.words[before].tag == "ADJ(A)":
        before -= 1
    return draft.forms[before].lower() if before >= 0 else ""


def _entry_lemma(draft: Draft, token: int) -> str:
    """The lemma under which a token is entered: its own, but `weiter` for `weitere Angriffe`."""
    word = draft.words[token]
    if word.lemma not in _degrees():
        return word.lemma
    form, before_noun = draft.forms[token].lower(), word.tag == "ADJ(A)"
    own = (
        entry
        for start, entry in _degrees()[word.lemma]
        if (form.startswith(start) if before_noun else form == entry)  # Das war früher anders: without an ending
    )
    return next(own, word.lemma)


@cache
def _degrees() -> dict[str, list[tuple[str, str]]]:
    """By lemma the beginnings of forms that are entered apart, and their entries."""
    found: dict[str, list[tuple[str, str]]] = {}
    for lemma, start, entry in rows("own-degrees.tsv"):
        found.setdefault(lemma, []).append((start, entry))
    return found


def _entry_pos(draft: Draft, token: int) -> str:
    """The part of speech under which a token is entered; empty for what is not."""
    word, form = draft.words[token], draft.forms[token]
    if word.head is not None or word.tag in _NO_ENTRY_TAGS or form in column("abbreviations.tsv"):
        return ""
    if word.lemma in column("no-entries.tsv") or len(word.lemma) < 2 or not word.lemma.replace("-", "").isalpha():
        return ""
    if word.pos == "PROPN":
        return "NOUN" if word.lemma in column("calendar.tsv") else ""
    if form.lower() == "top" and (draft.forms[token + 1 : token + 2] or [""])[0][:1].isdigit():
        return ""  # die Top 20: the ranking, no garment
    return word.pos if word.pos in CONTENT and word.lemma not in auxiliary_verbs() else ""
