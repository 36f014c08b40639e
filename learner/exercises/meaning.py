"""meaning: what does this word mean here? The word in its sentence; one English gloss among four."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from learner.exercises.contexts import shows
from learner.exercises.difficulty import at_least, is_sum_of_parts, is_transparent
from learner.exercises.distractors import apart, content, similar_length
from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.kinds import adverb_group, kind_of
from learner.exercises.material import Material, slug
from learner.exercises.passage import marked
from learner.exercises.usage import is_meant, is_sensitive
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Entry, Occurrence
from learner.language.tables import column
from learner.lexicon.lexeme import LEVELS, Gloss, Level, Lexeme

EXERCISE = "meaning"
_OPTIONS = 4
_NEAR = 1.5  # Zipf
_ALIKE = 0.7
_BEGUN_ALIKE = 0.55
_MOST_DEFINITIONS = 2
_MOST_OF_NOUNS = 5
_POS = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_FEW_LETTERS = 4
_BEGINNING = 3  # letters that a borrowed verb shares with its English twin (reagieren, react)
_REFLEXIVES = frozenset({"sich", "mich", "dich", "uns", "euch", "mir", "dir"})


def generate(material: Material) -> tuple[Item, ...]:
    """One item per word of the learner's level whose meaning in its sentence is certain."""
    found = (_item(material, entry) for entry in material.analysis.entries if is_asked(material, entry))
    return tuple(item for item in found if item is not None)


def is_asked(material: Material, entry: Entry) -> bool:
    """Whether a word's meaning is worth choosing: it can be asked for and is not seen in its parts."""
    transparent = at_least(material.level, "B1") and is_sum_of_parts(material.lexicon, entry.compound, entry.lexeme)
    return not transparent and can_be_asked(material, entry)


def can_be_asked(material: Material, entry: Entry) -> bool:
    """Whether a word is of the level and certain, and unlike its meaning in English."""
    lexeme = entry.lexeme
    known = (
        lexeme.pos in _POS
        and not entry.parts_gloss
        and "-" not in lexeme.lemma
        and lexeme.lemma not in column("calendar.tsv")
    )
    if lexeme.pos == "NOUN" and lexeme.lemma.endswith("in") and kind_of(lexeme) == "person":
        return False  # `Arbeiterin` is known with `Arbeiter`
    if not known or (at_least(material.level, "B1") and is_transparent(material.lexicon, lexeme)):
        return False
    return is_new(material, lexeme.level) and has_one_sense(lexeme) and not looks_alike(lexeme)


def is_new(material: Material, level: Level | None) -> bool:
    """Whether a word of this level can be new to the learner: none of A1, but for beginners."""
    return material.fits_level(level) and (level != "A1" or material.level == "A1")


def has_one_sense(lexeme: Lexeme) -> bool:
    """Whether the word has one meaning and is fit for a quiz; verbs and adjectives go their own ways sooner."""
    if lexeme.pos == "ADV" and not adverb_group(lexeme.lemma):
        return False
    most = _MOST_OF_NOUNS if lexeme.pos == "NOUN" else _MOST_DEFINITIONS
    moving = lexeme.pos != "ADV" and len(lexeme.definitions) > most
    return meaning_of(lexeme) is not None and not moving and not is_sensitive(lexeme.lemma)


def looks_alike(lexeme: Lexeme) -> bool:
    """Whether the meaning is the same word in English (Minister, Konflikt), which nobody needs to be asked."""
    lemma = _sounded(lexeme.lemma)
    words = [_sounded(word) for gloss in lexeme.glosses for word in gloss.text.replace(",", " ").split()]
    borrowed = lexeme.lemma.endswith("ieren") and any(word[:_BEGINNING] == lemma[:_BEGINNING] for word in words)
    return borrowed or any(_is_alike(lemma, word) for word in words)


@lru_cache(maxsize=16384)
def _is_alike(one: str, two: str) -> bool:
    """Whether two words look the same, a little less so where they begin alike (renovieren, renovate)."""
    alike = _ALIKE if one[:2] != two[:2] else _BEGUN_ALIKE
    return SequenceMatcher(None, one, two).ratio() > alike


def _sounded(word: str) -> str:
    """The word with letters that stand for the same sound in German and English written alike."""
    return word.lower().replace("ph", "f").replace("k", "c").replace("z", "c")


def meaning_of(lexeme: Lexeme) -> Gloss | None:
    """The one meaning that is certain: the English gloss of a word with a single sense.

    Which of several senses is meant cannot be told from a sentence by rule, so words with more are not asked.
    German definitions are no options: they often need a form that fits no other, and are long.
    """
    if len(lexeme.glosses) == 1 and lexeme.glosses[0].language == "en":
        return lexeme.glosses[0]
    return None


def place_of(material: Material, entry: Entry) -> Occurrence | None:
    """The first place where the word stands for what its gloss says, in a sentence that can be shown."""
    places = (place for place in entry.occurrences if shows(material, place.sentence))
    return next((one for one in places if is_meant(material, entry, one) and not _is_told(material, entry, one)), None)


def _is_told(material: Material, entry: Entry, place: Occurrence) -> bool:
    """Whether a word of the sentence looks like the English one (`Investor` beside `Geldgeber`)."""
    meanings = [_sounded(word) for gloss in entry.lexeme.glosses for word in gloss.text.replace(",", " ").split()]
    article = material.analysis.article
    others = (material.analysis.form(one) for one in article.tokens_of(article.sentences[place.sentence]))
    forms = [_sounded(form) for form in others if len(form) >= _FEW_LETTERS]
    return any(_is_alike(form, word) for form in forms for word in meanings if len(word) >= _FEW_LETTERS)


def _item(material: Material, entry: Entry) -> Choice | None:
    occurrence, key = place_of(material, entry), meaning_of(entry.lexeme)
    if occurrence is None or key is None or entry.lexeme.zipf is None:
        return None
    sentence = material.sentence_of(occurrence)
    wrong = _distractors(material, entry, key)
    if len(wrong) < _OPTIONS - 1:
        return None
    start = material.analysis.article.sentences[occurrence.sentence].start
    options = [_key(entry, key), *(_distractor(lexeme, gloss) for lexeme, gloss in wrong)]
    material.rng(f"{EXERCISE} {entry.lexeme.lemma}").shuffle(options)
    return Choice(
        id=f"{EXERCISE}-{entry.lexeme.pos.lower()}-{slug(entry.lexeme.lemma)}",
        exercise=EXERCISE,
        skill="vocabulary",
        level=material.labelled(entry.lexeme.level),
        stem=f"Was bedeutet „{cited(entry.lexeme, sentence)}“ hier?",
        context=marked(sentence, start, material.spans(occurrence)),
        evidence=(sentence,),
        lemma=entry.lexeme.lemma,
        options=tuple(options),
    )


def cited(lexeme: Lexeme, sentence: str) -> str:
    """The word as a dictionary has it: `sich eignen` where the sentence has the pronoun."""
    reflexive = lexeme.verb is not None and lexeme.verb.reflexive and not _REFLEXIVES.isdisjoint(sentence.split())
    return f"sich {lexeme.lemma}" if reflexive else lexeme.lemma


def _key(entry: Entry, gloss: Gloss) -> Option:
    values = {"word": entry.lexeme.lemma, "meaning": gloss.text}
    return Option(gloss.text, True, Feedback(f"{EXERCISE}.right", values))


def _distractor(lexeme: Lexeme, gloss: Gloss) -> Option:
    return Option(gloss.text, False, Feedback(f"{EXERCISE}.wrong", {"word": lexeme.lemma, "meaning": gloss.text}))


def _distractors(material: Material, entry: Entry, key: Gloss) -> list[tuple[Lexeme, Gloss]]:
    """Three words of the same kind, apart from the key and from each other."""
    chosen: list[tuple[Lexeme, Gloss]] = []
    for other in _candidates(material, entry):
        gloss = meaning_of(other)
        if gloss is None or not _is_sensible(entry, other) or not similar_length(key.text, [gloss.text]):
            continue
        if apart(entry.lexeme, other) and all(apart(other, taken) for taken, _ in chosen):
            chosen.append((other, gloss))
        if len(chosen) == _OPTIONS - 1:
            break
    return chosen


def _is_sensible(entry: Entry, other: Lexeme) -> bool:
    """Whether a word can be a distractor: about as hard, of the same kind, no name, no word all the world has."""
    if other.level is None or entry.lexeme.level is None or is_sensitive(other.lemma) or looks_alike(other):
        return False
    near = abs(LEVELS.index(other.level) - LEVELS.index(entry.lexeme.level)) <= 1
    name = other.lemma in column("calendar.tsv") or any(
        word[:1].isupper() for gloss in other.glosses for word in gloss.text.split()
    )
    empty = not content(other.glosses[0].text)
    plural = other.noun is not None and other.noun.genders[:1] == ("pl",)
    same = not plural and kind_of(other) == kind_of(entry.lexeme)
    if other.pos == "ADV":
        same = adverb_group(other.lemma) not in {"", adverb_group(entry.lexeme.lemma)}
    return near and not name and not empty and same and other.lemma not in grammar_words("idiom-words.txt")


def _candidates(material: Material, entry: Entry) -> Iterator[Lexeme]:
    """Words of the article as frequent as the key, in random order; then the lexicon's, the nearest first.

    What a plain noun, a verb or an adjective is about cannot be told: beside them stand only words of the article.
    """
    zipf = entry.lexeme.zipf or 0.0
    near = [
        other.lexeme
        for other in material.analysis.entries
        if other.lexeme.pos == entry.lexeme.pos
        and not other.parts_gloss
        and abs((other.lexeme.zipf or 0.0) - zipf) <= _NEAR
    ]
    material.rng(f"{EXERCISE} near {entry.lexeme.lemma}").shuffle(near)
    yield from near
    if kind_of(entry.lexeme) in {"abstract", "person"} or entry.lexeme.pos == "ADV":
        yield from material.lexicon.neighbours(entry.lexeme.pos, zipf, within=0.8, limit=80, glossed=True)
