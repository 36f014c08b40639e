"""word-bank: a paragraph with gaps and a bank of its words, two too many."""

from dataclasses import dataclass

from learner.exercises.correct import is_correct
from learner.exercises.difficulty import at_least, is_practised
from learner.exercises.distractors import apart
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.leaning import tells_all
from learner.exercises.material import Material, fingerprint
from learner.exercises.passage import safe
from learner.exercises.readable import is_easy_passage, is_readable
from learner.exercises.slots import Slot, slot_of, spare_slot
from learner.exercises.usage import is_common, is_sensitive
from learner.language.analysis import Entry, Occurrence
from learner.language.tables import column
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import Lexeme

EXERCISE = "word-bank"
_GAPS = range(4, 8)
_SPARE = 2
_POS = ("NOUN", "VERB", "ADJ")
_FEWEST_SPARE_ZIPF = 3.3


@dataclass(frozen=True, slots=True)
class _Choice:
    """A word of the paragraph with its place and what its gap asks for."""

    entry: Entry
    place: Occurrence
    slot: Slot


def generate(material: Material) -> tuple[Item, ...]:
    """At most two items, from the paragraphs with the most gaps that have one fitting word each."""
    article = material.analysis.article
    made = [item for number in range(len(article.paragraphs)) if (item := _item(material, number)) is not None]
    return tuple(sorted(made, key=lambda item: -len(item.bank))[:2])


def _item(material: Material, paragraph: int) -> Gap | None:
    article = material.analysis.article
    text = article.slice(article.paragraphs[paragraph])
    if article.paragraphs[paragraph].kind != "body" or not safe(text) or not 35 <= len(text.split()) <= 130:
        return None
    if not _is_readable(material, paragraph):
        return None
    chosen = _chosen(material, paragraph)
    spare = _spare(material, paragraph, chosen)
    if len(chosen) < _GAPS.start or len(spare) < _SPARE or not any(one.slot.pos == "NOUN" for one in chosen):
        return None  # where no gap takes a noun, two of them would be left over at a glance
    bank = [material.analysis.form(one.place.tokens[0]) for one in chosen] + spare
    material.rng(f"{EXERCISE} {paragraph}").shuffle(bank)
    return Gap(
        id=f"{EXERCISE}-{fingerprint(text)}",
        exercise=EXERCISE,
        skill="vocabulary",
        level=material.level,
        stem="Welches Wort passt in welche Lücke? Zwei Wörter bleiben übrig.",
        evidence=(text,),
        passage=_passage(material, paragraph, [one.place for one in chosen]),
        bank=tuple(bank),
        feedback=Feedback(f"{EXERCISE}.right", {}),
    )


def _is_readable(material: Material, paragraph: int) -> bool:
    """Whether all sentences of the paragraph are, for others than beginners but one at most, and all are correct."""
    article = material.analysis.article
    here = {number: one for number, one in enumerate(article.sentences) if one.paragraph == paragraph}
    if not tells_all(material, range(min(here), max(here) + 1)):
        return False
    sentences = [article.tokens_of(sentence) for sentence in here.values()]
    if not is_easy_passage(material, range(sentences[0].start, sentences[-1].stop)):
        return False
    hard = sum(not is_readable(material, article.tokens_of(sentence)) for sentence in here.values())
    return hard <= at_least(material.level, "B1") and all(is_correct(material, number) for number in here)


def _chosen(material: Material, paragraph: int) -> list[_Choice]:
    """Words of the paragraph, one a sentence, none of which fits another one's gap; one gender stays free."""
    chosen: list[_Choice] = []
    for entry, place in _words_of(material, paragraph):
        slot = slot_of(material, entry.lexeme, place)
        if slot is None or any(one.place.sentence == place.sentence for one in chosen):
            continue
        slots = [one.slot for one in chosen]
        if any(slot.meets(other) for other in slots) or not spare_slot([*slots, slot]):
            continue
        if all(apart(entry.lexeme, one.entry.lexeme) for one in chosen):
            chosen.append(_Choice(entry, place, slot))
    return chosen[: _GAPS.stop - 1]


def _words_of(material: Material, paragraph: int) -> list[tuple[Entry, Occurrence]]:
    article = material.analysis.article
    return [
        (entry, place)
        for entry in material.analysis.entries
        for place in entry.occurrences
        if article.sentences[place.sentence].paragraph == paragraph and _usable(material, entry, place)
    ]


def _usable(material: Material, entry: Entry, place: Occurrence) -> bool:
    form = material.analysis.form(place.tokens[0])
    if not is_practised(material, entry.lexeme.level):
        return False
    if (
        _is_repeated(material, entry, place)
        or is_sensitive(entry.lexeme.lemma)
        or entry.lexeme.lemma in column("calendar.tsv")
    ):
        return False
    meant = bool(entry.lexeme.glosses or entry.lexeme.definitions)
    if form[0].isupper() and entry.lexeme.pos != "NOUN":
        return False  # part of a name (`der Süddeutschen Zeitung`), or its capital gives it away
    common = entry.lexeme.pos != "NOUN" or is_common(material, entry, place)
    return entry.lexeme.pos in _POS and len(place.tokens) == 1 and form.isalpha() and len(form) > 3 and meant and common


def _is_repeated(material: Material, entry: Entry, place: Occurrence) -> bool:
    """Whether the paragraph shows the word once more, in whatever form."""
    sentences = material.analysis.article.sentences
    here = sentences[place.sentence].paragraph
    return sum(sentences[one.sentence].paragraph == here for one in entry.occurrences) > 1


def _spare(material: Material, paragraph: int, chosen: list[_Choice]) -> list[str]:
    """Two nouns of the article's other paragraphs whose gender and number no gap admits."""
    free = spare_slot([one.slot for one in chosen])
    text = material.analysis.article.slice(material.analysis.article.paragraphs[paragraph]).lower()
    found: list[Lexeme] = []
    for entry in material.analysis.entries:
        lexeme = entry.lexeme
        if lexeme.noun is None or lexeme.lemma.lower() in text:
            continue
        readings = {
            one.gender if one.number == "Sing" else "pl" for one in wordbook(material.lexicon).nouns(lexeme.lemma)
        }
        others = (*(one.entry.lexeme for one in chosen), *found)
        fits = bool(readings) and readings <= free and _is_spare(material, entry)
        if fits and all(apart(lexeme, other) for other in others):
            found.append(lexeme)
    found.sort(key=lambda lexeme: -(lexeme.zipf or 0.0))
    return [lexeme.lemma for lexeme in found[:_SPARE]]


def _is_spare(material: Material, entry: Entry) -> bool:
    """Whether a noun can stand in the bank beside the keys: one gender, usual, no name."""
    noun = entry.lexeme.noun
    plain = noun is not None and len(noun.genders) == 1 and noun.declension != "adjectival"
    usual = (
        len(entry.lexeme.lemma) > 3
        and entry.lexeme.level != "A1"
        and (entry.lexeme.zipf or 0) >= _FEWEST_SPARE_ZIPF
        and not is_sensitive(entry.lexeme.lemma)
    )
    return plain and usual and any(is_common(material, entry, place) for place in entry.occurrences)


def _passage(material: Material, paragraph: int, places: list[Occurrence]) -> str:
    article = material.analysis.article
    here = article.paragraphs[paragraph]
    parts: list[str] = []
    position = here.start
    for token in sorted(place.tokens[0] for place in places):
        span = article.tokens[token]
        parts += [article.text[position : span.start], "[[", article.text[span.start : span.end], "]]"]
        position = span.end
    return "".join([*parts, article.text[position : here.end]])
