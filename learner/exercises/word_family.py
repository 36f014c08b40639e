"""word-family: the noun to a verb or adjective of the article, typed behind its article."""

from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.material import Material, slug
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Entry
from learner.lexicon.lexeme import Lexeme

EXERCISE = "word-family"
_FEWEST_ZIPF = 2.8
_ENDINGS = ("ung", "heit", "keit")


def generate(material: Material) -> tuple[Item, ...]:
    """One item per verb or adjective whose noun is in the lexicon and the only one of its ending."""
    found = (_item(material, entry) for entry in material.analysis.entries if entry.lexeme.pos in {"VERB", "ADJ"})
    return tuple(item for item in found if item is not None)


def _item(material: Material, entry: Entry) -> Gap | None:
    place = next((one for one in entry.occurrences if material.is_running(one.sentence)), None)
    noun = _noun(material, entry.lexeme)
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


def _noun(material: Material, lexeme: Lexeme) -> str | None:
    """The feminine noun in -ung, -heit or -keit that the lexicon derives from the word; None where there is not one."""
    if lexeme.lemma in grammar_words("drifted.txt"):
        return None
    made = [relative.lexeme for relative in material.lexicon.family(lexeme.lemma, lexeme.pos) if relative.derived]
    nouns = [
        one.lemma
        for one in made
        if one.noun and one.noun.genders == ("f",) and one.lemma.endswith(_ENDINGS) and (one.zipf or 0) >= _FEWEST_ZIPF
    ]
    return nouns[0] if len(nouns) == 1 else None
