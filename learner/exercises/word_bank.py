"""word-bank: a paragraph with gaps and a bank of its words, two too many."""

from learner.exercises.distractors import apart
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.material import Material, fingerprint
from learner.exercises.passage import safe
from learner.language.analysis import Entry, Occurrence
from learner.lexicon.lexeme import Lexeme

EXERCISE = "word-bank"
_GAPS = range(4, 8)
_SPARE = 2
_FEWEST_ZIPF = 4.0
_POS = ("NOUN", "VERB", "ADJ")


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
    chosen = _chosen(material, paragraph)
    spare = _spare(material, [entry for entry, _ in chosen])
    if len(chosen) < _GAPS.start or len(spare) < _SPARE:
        return None
    bank = [material.analysis.form(place.tokens[0]) for _, place in chosen] + spare
    material.rng(f"{EXERCISE} {paragraph}").shuffle(bank)
    return Gap(
        id=f"{EXERCISE}-{fingerprint(text)}",
        exercise=EXERCISE,
        skill="vocabulary",
        level=material.level,
        stem="Welches Wort passt in welche Lücke? Zwei Wörter bleiben übrig.",
        evidence=(text,),
        passage=_passage(material, paragraph, [place for _, place in chosen]),
        bank=tuple(bank),
        feedback=Feedback(f"{EXERCISE}.right", {}),
    )


def _chosen(material: Material, paragraph: int) -> list[tuple[Entry, Occurrence]]:
    """Words of the paragraph, one a sentence, no two of which could change places."""
    chosen: list[tuple[Entry, Occurrence]] = []
    taken: set[int] = set()
    slots: set[tuple[str, ...]] = set()
    for entry, place in _words_of(material, paragraph):
        slot = _slot(material, entry.lexeme, place)
        if place.sentence not in taken and slot is not None and slot not in slots:
            chosen.append((entry, place))
            taken.add(place.sentence)
            slots.add(slot)
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
    meant = bool(entry.lexeme.glosses or entry.lexeme.definitions)
    token = place.tokens[0]
    if form[0].isupper() and entry.lexeme.pos != "NOUN" and not _opens(material, place):
        return False  # part of a name (`der Süddeutschen Zeitung`)
    named = token > 0 and material.analysis.words[token - 1].tag == "NN" and entry.lexeme.pos == "NOUN"
    return (
        entry.lexeme.pos in _POS and len(place.tokens) == 1 and form.isalpha() and len(form) > 3 and meant and not named
    )


def _opens(material: Material, place: Occurrence) -> bool:
    """Whether the word opens its sentence."""
    return place.tokens[0] == material.analysis.article.sentences[place.sentence].first


def _slot(material: Material, lexeme: Lexeme, place: Occurrence) -> tuple[str, ...] | None:
    """What a gap asks for; two gaps with the same demands could be filled by each other's words."""
    form = material.analysis.form(place.tokens[0])
    if lexeme.pos == "NOUN":
        readings = {(r.gender if r.number == "Sing" else "pl", r.number) for r in material.lexicon.noun_analyses(form)}
        return ("NOUN", *readings.pop()) if len(readings) == 1 else None
    if lexeme.pos == "VERB":
        kinds = sorted(
            {f"{r.verbform} {r.number}" for r in material.lexicon.verb_analyses(form) if r.lemma == lexeme.lemma}
        )
        return ("VERB", *kinds[:1]) if kinds else None
    ending = form[len(lexeme.lemma) :] if form.startswith(lexeme.lemma) else form[-2:]
    return ("ADJ", ending)


def _spare(material: Material, chosen: list[Entry]) -> list[str]:
    """Two nouns of our glossary (so none is odd) that share no meaning with any key."""
    found: list[str] = []
    for entry in chosen:
        if entry.lexeme.pos != "NOUN" or entry.lexeme.noun is None:
            continue
        gender, zipf = entry.lexeme.noun.genders[0], entry.lexeme.zipf or 4.0
        for other in material.lexicon.neighbours("NOUN", zipf, gender=gender, glossed=True, limit=60):
            if other.lemma in material.analysis.article.text or not is_usual(other):
                continue
            if other.lemma not in found and all(apart(other, key.lexeme) for key in chosen):
                found.append(other.lemma)
                break
    return found[:_SPARE]


def is_usual(lexeme: Lexeme) -> bool:
    """A frequent noun with one gender that is no adjective or other word made a noun (`Muss`, `Aktiver`)."""
    noun = lexeme.noun
    plain = noun is not None and noun.declension != "adjectival" and len(noun.genders) == 1 and bool(noun.plurals)
    return plain and (lexeme.zipf or 0) >= _FEWEST_ZIPF and len(lexeme.lemma) > 4


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
