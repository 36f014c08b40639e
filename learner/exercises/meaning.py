"""meaning: what does this word mean here? The word in its sentence; one gloss or definition among four."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from learner.exercises.distractors import apart, similar_length
from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.material import Material, slug
from learner.exercises.passage import marked, safe
from learner.language.analysis import Entry
from learner.lexicon.lexeme import Gloss, Lexeme

EXERCISE = "meaning"
_OPTIONS = 4
_LONGEST = 90
_ALIKE = 0.75
_POS = frozenset({"NOUN", "VERB", "ADJ", "ADV"})


def generate(material: Material) -> tuple[Item, ...]:
    """One item per word of the learner's level whose meaning in its sentence is certain."""
    found = (_item(material, entry) for entry in material.analysis.entries if is_asked(material, entry))
    return tuple(item for item in found if item is not None)


def is_asked(material: Material, entry: Entry) -> bool:
    """Whether a word is worth asking for its meaning: of the level, and no word that looks the same in English."""
    known = entry.lexeme.pos in _POS and not entry.parts_gloss
    return known and material.fits_level(entry.lexeme.level) and not looks_alike(entry.lexeme)


def looks_alike(lexeme: Lexeme) -> bool:
    """Whether the meaning is the same word in English (Minister, Konflikt), which nobody needs to be asked."""
    lemma = _sounded(lexeme.lemma)
    words = [_sounded(word) for gloss in lexeme.glosses for word in gloss.text.replace(",", " ").split()]
    return any(SequenceMatcher(None, lemma, word).ratio() > _ALIKE for word in words)


def _sounded(word: str) -> str:
    """The word with letters that stand for the same sound in German and English written alike."""
    return word.lower().replace("ph", "f").replace("k", "c").replace("z", "c")


def meaning_of(lexeme: Lexeme) -> Gloss | None:
    """The one meaning that is certain: a gloss with a single sense, else a definition of a word with a single sense.

    Which of several senses is meant cannot be told from a sentence by rule, so words with more are not asked.
    """
    if len(lexeme.glosses) == 1:
        return lexeme.glosses[0]
    if not lexeme.glosses and len(lexeme.definitions) == 1 and len(lexeme.definitions[0].text) <= _LONGEST:
        return lexeme.definitions[0]
    return None


def _item(material: Material, entry: Entry) -> Choice | None:
    occurrence = next((place for place in entry.occurrences if material.is_running(place.sentence)), None)
    key = meaning_of(entry.lexeme)
    if occurrence is None or key is None or entry.lexeme.zipf is None:
        return None
    sentence = material.sentence_of(occurrence)
    wrong = _distractors(material, entry, key)
    if not safe(sentence) or len(wrong) < _OPTIONS - 1:
        return None
    start = material.analysis.article.sentences[occurrence.sentence].start
    options = [_key(entry, key), *(_distractor(lexeme, gloss) for lexeme, gloss in wrong)]
    material.rng(f"{EXERCISE} {entry.lexeme.lemma}").shuffle(options)
    return Choice(
        id=f"{EXERCISE}-{entry.lexeme.pos.lower()}-{slug(entry.lexeme.lemma)}",
        exercise=EXERCISE,
        skill="vocabulary",
        level=entry.lexeme.level or material.level,
        stem=f"Was bedeutet „{_cited(entry.lexeme)}“ hier?",
        context=marked(sentence, start, material.spans(occurrence)),
        evidence=(sentence,),
        lemma=entry.lexeme.lemma,
        options=tuple(options),
    )


def _cited(lexeme: Lexeme) -> str:
    return f"sich {lexeme.lemma}" if lexeme.verb and lexeme.verb.reflexive else lexeme.lemma


def _key(entry: Entry, gloss: Gloss) -> Option:
    values = {"word": entry.lexeme.lemma, "meaning": gloss.text}
    return Option(gloss.text, True, Feedback(f"{EXERCISE}.right", values))


def _distractor(lexeme: Lexeme, gloss: Gloss) -> Option:
    return Option(gloss.text, False, Feedback(f"{EXERCISE}.wrong", {"word": lexeme.lemma, "meaning": gloss.text}))


def _distractors(material: Material, entry: Entry, key: Gloss) -> list[tuple[Lexeme, Gloss]]:
    """Three words apart from the key and from each other: of the article first, then of the lexicon."""
    chosen: list[tuple[Lexeme, Gloss]] = []
    for other in _candidates(material, entry):
        gloss = meaning_of(other)
        if gloss is None or gloss.language != key.language or not similar_length(key.text, [gloss.text]):
            continue
        if apart(entry.lexeme, other) and all(apart(other, taken) for taken, _ in chosen):
            chosen.append((other, gloss))
        if len(chosen) == _OPTIONS - 1:
            break
    return chosen


def _candidates(material: Material, entry: Entry) -> Iterator[Lexeme]:
    """Words of the article as frequent as the key, in random order; then the lexicon's, the nearest first."""
    zipf = entry.lexeme.zipf or 0.0
    near = [
        other.lexeme
        for other in material.analysis.entries
        if other.lexeme.pos == entry.lexeme.pos and abs((other.lexeme.zipf or 0.0) - zipf) <= 1.0
    ]
    material.rng(f"{EXERCISE} near {entry.lexeme.lemma}").shuffle(near)
    yield from near
    glossed = bool(entry.lexeme.glosses)
    yield from material.lexicon.neighbours(entry.lexeme.pos, zipf, within=0.8, limit=60, glossed=glossed)
