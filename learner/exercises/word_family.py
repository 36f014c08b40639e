"""word-family: the noun to a verb or adjective of the article, typed behind its article, or the verb to a noun.

What a given ending makes of a stem (`planen, die Planung`) is no question: only nouns with a stem of their own
(`beschließen, der Beschluss`), up to B1 also bare stems (`vergleichen, der Vergleich`) and nouns whose ending has to be
known (`möglich, die Möglichkeit`).
"""

from collections.abc import Sequence

from learner.exercises.contexts import shows
from learner.exercises.difficulty import at_least, is_new
from learner.exercises.family_verbs import verb_items
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.likeness import shares_stem
from learner.exercises.looks import looks_alike
from learner.exercises.material import Material, slug
from learner.exercises.usage import is_meant, is_sensitive
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Entry
from learner.lexicon.lexeme import ARTICLES, Lexeme

EXERCISE = "word-family"
_FEWEST_ZIPF = 2.8
_ENDINGS = ("ung", "heit", "keit")
_LONG = ("haft", "sam", "mäßig")
_EASY = ("er", "in", "schaft", "chen", "erei", "ion")


def generate(material: Material) -> tuple[Item, ...]:
    """One item per verb or adjective whose noun is in the lexicon and the only one of its ending, and per such noun."""
    entries = [one for one in material.analysis.entries if one.lexeme.pos in {"VERB", "ADJ"}]
    items = [item for entry in entries if (item := _item(material, entry)) is not None]
    asked = frozenset(item.feedback.values["noun"] for item in items)
    return (*items, *verb_items(material, EXERCISE, asked))


def _item(material: Material, entry: Entry) -> Gap | None:
    if not material.fits_level(entry.lexeme.level):
        return None
    shown = (one for one in entry.occurrences if shows(material, one.sentence))
    place = next((one for one in shown if is_meant(material, entry, one)), None)
    noun = _noun(material, entry.lexeme) if place else None
    if place is None or noun is None or not is_new(material, noun.level):
        return None
    lemma, sentence = entry.lexeme.lemma, material.sentence_of(place)
    return Gap(
        id=f"{EXERCISE}-{slug(lemma)}",
        exercise=EXERCISE,
        skill="vocabulary",
        level=material.level,
        stem=f"Wie heißt das Nomen zu „{lemma}“?",
        evidence=(sentence,),
        lemma=lemma,
        passage=f"{lemma} – {_gapped(noun, _as_right(material, entry.lexeme, noun))}",
        feedback=Feedback(f"{EXERCISE}.right", {"word": lemma, "noun": noun.lemma, "article": _article(noun)}),
    )


def _gapped(noun: Lexeme, others: Sequence[str]) -> str:
    """The article and the gap behind the first letter, in which other nouns of the word are right as well."""
    return f"{_article(noun)} {noun.lemma[0]}[[{'|'.join(one[1:] for one in (noun.lemma, *others))}]]"


def _as_right(material: Material, lexeme: Lexeme, noun: Lexeme) -> tuple[str, ...]:
    """Other nouns with the article and letter shown: `der Angreifer` beside `der Angriff`, `das Loben`."""
    family = material.lexicon.family(lexeme.lemma, lexeme.pos)
    made = [relative.lexeme for relative in family if relative.derived and relative.lexeme.pos == "NOUN"]
    alike = [one.lemma for one in made if _article(one) == _article(noun) and one.lemma[0] == noun.lemma[0]]
    built = _built(lexeme, _article(noun))
    drifted = grammar_words("drifted.txt")  # `der Bauer` does not build
    known = [one for one in built if one.lower() == lexeme.lemma or material.lexicon.lookup(one, "NOUN")]
    known = [one for one in known if one not in drifted]
    return tuple(one for one in dict.fromkeys((*alike, *known)) if one != noun.lemma and one[0] == noun.lemma[0])


def _built(lexeme: Lexeme, article: str) -> list[str]:
    """What German makes of any stem: `der Drucker`, `das Loben`, `die Feuchte`."""
    whole = lexeme.lemma.capitalize()
    if lexeme.pos == "ADJ":
        return [f"{whole}e"] if article == "die" else []
    return {"der": [f"{whole.removesuffix('n').removesuffix('e')}er"], "das": [whole]}.get(article, [])


def _article(noun: Lexeme) -> str:
    return ARTICLES[noun.noun.genders[0]] if noun.noun else ""


def _noun(material: Material, lexeme: Lexeme) -> Lexeme | None:
    """The one noun that the lexicon derives from the word: with a stem of its own, up to B1 also a plain one."""
    twin = len(material.lexicon.twins(lexeme.lemma, lexeme.pos)) > 1  # `durchbrechen` both ways: der Durchbruch to one
    if twin or lexeme.lemma in grammar_words("drifted.txt") or is_sensitive(lexeme.lemma):
        return None
    family = material.lexicon.family(lexeme.lemma, lexeme.pos)
    made = [relative.lexeme for relative in family if relative.derived]
    kinds = (_is_changed,) if at_least(material.level, "B2") else (_is_changed, _is_bare, _is_quality)
    for fits in kinds:
        nouns = [one for one in made if fits(lexeme, one) and (one.zipf or 0) >= _FEWEST_ZIPF]
        based = any(one.lexeme.pos == "NOUN" and not one.derived for one in family)
        if fits is _is_quality and (based or _has_deed(material, lexeme)):
            continue  # the noun to `gefährlich` is `Gefahr`
        if len(nouns) == 1 and shares_stem(lexeme, nouns[0]) and not _has_usual_sister(nouns[0], made):
            return nouns[0]
    return None


def _has_deed(material: Material, lexeme: Lexeme) -> bool:
    """`verantwortlich`: `Verantwortung` comes to mind as well as `Verantwortlichkeit`."""
    deed = f"{lexeme.lemma.removesuffix('lich').capitalize()}ung"
    return lexeme.lemma.endswith("lich") and material.lexicon.lookup(deed, "NOUN") is not None


def _has_usual_sister(noun: Lexeme, made: Sequence[Lexeme]) -> bool:
    """Whether another noun of the word is the one people say (`Entscheidung` beside `Entscheid`)."""
    return any(one != noun and one.pos == "NOUN" and (one.zipf or 0) > (noun.zipf or 0) for one in made)


def _is_quality(lexeme: Lexeme, noun: Lexeme) -> bool:
    """`möglich, die Möglichkeit`: -heit, -keit or -igkeit has to be known."""
    plain = not lexeme.lemma.endswith(_LONG)  # `Ernsthaftigkeit` is long and rare
    return lexeme.pos == "ADJ" and plain and noun.lemma.endswith(("heit", "keit"))


def _is_bare(lexeme: Lexeme, noun: Lexeme) -> bool:
    """`vergleichen, der Vergleich`, `suchen, die Suche`."""
    stem = lexeme.lemma.removesuffix("n").removesuffix("e")
    one = noun.noun is not None and len(noun.noun.genders) == 1
    alone = (
        lexeme.verb is not None and not lexeme.verb.particle
    )  # `zusammenarbeiten, die Zusammenarbeit` is no question
    return alone and one and not looks_alike(noun) and noun.lemma.lower() in {stem, stem + "e"}


def _is_changed(lexeme: Lexeme, noun: Lexeme) -> bool:
    """`beschließen, der Beschluss`, `einmarschieren, der Einmarsch`: no ending that always goes, no bare stem."""
    stem = lexeme.lemma.removesuffix("n").removesuffix("e")
    lower = noun.lemma.lower()
    plain = lower in {stem, stem + "e", lexeme.lemma}
    certain = noun.noun is not None and noun.noun.genders in {("m",), ("f",)}  # `das L…`: das Leiden is right as well
    return certain and not plain and not noun.lemma.endswith((*_ENDINGS, *_EASY))
