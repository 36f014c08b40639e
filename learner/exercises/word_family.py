"""word-family: the noun to a verb or adjective of the article, typed behind its article.

Up to B1 also nouns in -ung, -heit and -keit; above, where those are no question, only nouns with a stem of their own
(`beschließen, der Beschluss`).
"""

from itertools import takewhile

from learner.exercises.contexts import shows
from learner.exercises.difficulty import at_least
from learner.exercises.distractors import words_of
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.material import Material, slug
from learner.exercises.usage import is_meant, is_sensitive
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Entry
from learner.lexicon.lexeme import ARTICLES, Lexeme

EXERCISE = "word-family"
_FEWEST_ZIPF = 2.8
_SHARED = 4  # letters
_ENDINGS = ("ung", "heit", "keit")
_EASY = ("er", "in", "schaft", "chen", "erei", "ion")


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
        level=material.level,
        stem=_stem(lemma, noun),
        evidence=(sentence,),
        lemma=lemma,
        passage=f"{lemma} – {_gapped(noun)}",
        feedback=Feedback(f"{EXERCISE}.right", {"word": lemma, "noun": noun.lemma, "article": _article(noun)}),
    )


def _stem(lemma: str, noun: Lexeme) -> str:
    ending = next((ending for ending in _ENDINGS if noun.lemma.endswith(ending)), "")
    return f"Wie heißt das Nomen{f' auf -{ending}' if ending else ''} zu „{lemma}“?"


def _gapped(noun: Lexeme) -> str:
    """The article and the gap; of a noun without a telling end its first letter is given."""
    given = "" if noun.lemma.endswith(_ENDINGS) else noun.lemma[0]
    return f"{_article(noun)} {given}[[{noun.lemma.removeprefix(given)}]]"


def _article(noun: Lexeme) -> str:
    return ARTICLES[noun.noun.genders[0]] if noun.noun else ""


def _noun(material: Material, entry: Entry) -> Lexeme | None:
    """The one noun that the lexicon derives from the word: in -ung, -heit, -keit, from B2 on one with another stem."""
    lexeme = entry.lexeme
    if lexeme.lemma in grammar_words("drifted.txt") or is_sensitive(lexeme.lemma):
        return None
    made = [relative.lexeme for relative in material.lexicon.family(lexeme.lemma, lexeme.pos) if relative.derived]
    kinds = (_is_changed,) if at_least(material.level, "B2") else (_is_changed, _has_ending)
    for fits in kinds:
        nouns = [one for one in made if fits(lexeme, one) and (one.zipf or 0) >= _FEWEST_ZIPF]
        if len(nouns) == 1 and _shares_sense(lexeme, nouns[0]):
            return nouns[0]
    return None


def _has_ending(_lexeme: Lexeme, noun: Lexeme) -> bool:
    return noun.noun is not None and noun.noun.genders == ("f",) and noun.lemma.endswith(_ENDINGS)


def _is_changed(lexeme: Lexeme, noun: Lexeme) -> bool:
    """`beschließen, der Beschluss`: no ending that always goes, not the bare stem, not the infinitive, no person."""
    stem = lexeme.lemma.removesuffix("n").removesuffix("e")
    lower = noun.lemma.lower()
    plain = lower in {stem, stem + "e", stem.removesuffix("ier"), lexeme.lemma}
    certain = noun.noun is not None and len(noun.noun.genders) == 1 and noun.noun.genders != ("pl",)
    return certain and not plain and not noun.lemma.endswith((*_ENDINGS, *_EASY))


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
