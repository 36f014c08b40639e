"""word-family: the noun to a verb or adjective of the article, typed behind its article."""

from itertools import takewhile

from learner.exercises.contexts import shows
from learner.exercises.distractors import words_of
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.material import Material, slug
from learner.exercises.usage import is_meant, is_sensitive
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Entry
from learner.lexicon.lexeme import Lexeme

EXERCISE = "word-family"
_FEWEST_ZIPF = 2.8
_SHARED = 4  # letters
_ENDINGS = ("ung", "heit", "keit")


def generate(material: Material) -> tuple[Item, ...]:
    """One item per verb or adjective whose noun is in the lexicon and the only one of its ending."""
    found = (_item(material, entry) for entry in material.analysis.entries if entry.lexeme.pos in {"VERB", "ADJ"})
    return tuple(item for item in found if item is not None)


def _item(material: Material, entry: Entry) -> Gap | None:
    shown = (one for one in entry.occurrences if shows(material, one.sentence))
    place = next((one for one in shown if is_meant(material, entry, one)), None)
    noun = _noun(material, entry)
    if place is None or noun is None or not material.fits_level(entry.lexeme.level):
        return None
    lemma, sentence = entry.lexeme.lemma, material.sentence_of(place)
    return Gap(
        id=f"{EXERCISE}-{slug(lemma)}",
        exercise=EXERCISE,
        skill="vocabulary",
        level=entry.lexeme.level or material.level,
        stem=f"Wie heißt das Nomen auf -{_ending(noun)} zu „{lemma}“?",
        evidence=(sentence,),
        lemma=lemma,
        passage=f"{lemma} – die [[{noun}]]",
        feedback=Feedback(f"{EXERCISE}.right", {"word": lemma, "noun": noun}),
    )


def _ending(noun: str) -> str:
    return next(ending for ending in _ENDINGS if noun.endswith(ending))


def _noun(material: Material, entry: Entry) -> str | None:
    """The feminine noun in -ung, -heit or -keit that the lexicon derives from the word; None where there is not one."""
    lexeme = entry.lexeme
    if lexeme.lemma in grammar_words("drifted.txt") or is_sensitive(lexeme.lemma):
        return None
    made = [relative.lexeme for relative in material.lexicon.family(lexeme.lemma, lexeme.pos) if relative.derived]
    nouns = [
        one
        for one in made
        if one.noun and one.noun.genders == ("f",) and one.lemma.endswith(_ENDINGS) and (one.zipf or 0) >= _FEWEST_ZIPF
    ]
    return nouns[0].lemma if len(nouns) == 1 and _shares_sense(lexeme, nouns[0]) else None


def _shares_sense(lexeme: Lexeme, noun: Lexeme) -> bool:
    """Whether the noun goes with every sense of the word: one English stem at least in common (settle, settlement)."""
    nouns = [word for gloss in noun.glosses for word in words_of(gloss.text)]
    return bool(lexeme.glosses) and all(
        any(_is_kin(one, two) for one in words_of(gloss.text) for two in nouns) for gloss in lexeme.glosses
    )


def _is_kin(one: str, two: str) -> bool:
    """Whether two English words begin alike: decide, decision."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
    return shared >= max(_SHARED, min(len(one), len(two)) - 3) or (one == two and len(one) >= _SHARED - 1)
