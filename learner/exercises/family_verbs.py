"""The other way round in a word family: the verb to a noun of the article (`der Beschluss`, `beschließen`)."""

import re
from collections.abc import Iterator

from learner.exercises.contexts import shows
from learner.exercises.difficulty import is_new
from learner.exercises.item import Feedback, Gap
from learner.exercises.material import Material, slug
from learner.exercises.usage import is_common
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Entry
from learner.lexicon.lexeme import ARTICLES, Lexeme

_WORD = re.compile(r"[a-z]{3,}")
_STEM = 4  # letters by which English words are of one family
_GLOSSES = 2  # of a word in which its usual meaning stands
_ENDINGS = ("en", "n", "ieren")
_GIVEN = ("ung", "heit", "keit", "er", "in", "schaft", "chen", "erei", "ion", "nis")


def verb_items(material: Material, exercise: str, asked: frozenset[str]) -> Iterator[Gap]:
    """One item per noun of one verb, but for the nouns asked for from the verb's side."""
    for entry in material.analysis.entries:
        if entry.lexeme.pos == "NOUN" and entry.lexeme.lemma not in asked:
            item = _item(material, exercise, entry)
            if item is not None:
                yield item


def _item(material: Material, exercise: str, entry: Entry) -> Gap | None:
    noun = entry.lexeme
    shown = (one for one in entry.occurrences if shows(material, one.sentence))
    place = next((one for one in shown if is_common(material, entry, one)), None)
    if place is None or not is_new(material, noun.level) or noun.lemma in grammar_words("drifted.txt"):
        return None
    verb = _verb(material, noun)
    if verb is None or not material.fits_level(verb.level) or not _mean_alike(noun, verb):
        return None
    article = ARTICLES[noun.noun.genders[0]] if noun.noun else ""
    right = "|".join(one[1:] for one in (verb.lemma, *_as_right(material, noun, verb)))
    return Gap(
        id=f"{exercise}-{slug(noun.lemma)}",
        exercise=exercise,
        skill="vocabulary",
        level=material.level,
        stem=f"Wie heißt das Verb zu „{article} {noun.lemma}“?",
        evidence=(material.sentence_of(place),),
        lemma=noun.lemma,
        passage=f"{article} {noun.lemma} – {verb.lemma[0]}[[{right}]]",
        feedback=Feedback(f"{exercise}.right", {"word": verb.lemma, "noun": noun.lemma, "article": article}),
    )


def _verb(material: Material, noun: Lexeme) -> Lexeme | None:
    """The only verb of the family; not the noun with an ending (`der Streit`, `streiten`) or itself (`das Treffen`)."""
    family = (relative.lexeme for relative in material.lexicon.family(noun.lemma, "NOUN") if not relative.derived)
    verbs = [one for one in family if one.pos == "VERB"]
    given = noun.lemma.endswith(_GIVEN) or noun.noun is None or len(noun.noun.genders) != 1
    twins = len(verbs) == 1 and len(material.lexicon.twins(verbs[0].lemma, "VERB")) > 1
    if len(verbs) != 1 or given or twins or verbs[0].lemma in {noun.lemma.lower(), *_built(noun)[:2]}:
        return None
    return verbs[0] if verbs[0].lemma not in grammar_words("drifted.txt") else None


def _mean_alike(noun: Lexeme, verb: Lexeme) -> bool:
    """Whether the usual meanings have a word in common (`attack`, `to attack`): `die Anlage` is no `anlegen`."""
    first, second = (
        {word[:_STEM] for gloss in one.glosses[:_GLOSSES] for word in _WORD.findall(gloss.text.lower())}
        for one in (noun, verb)
    )
    return bool(first & second)


def _as_right(material: Material, noun: Lexeme, verb: Lexeme) -> list[str]:
    """Other verbs made of the noun that begin alike (`die Sicht`: `sehen`, `sichten`)."""
    known = (one for one in _built(noun) if material.lexicon.lookup(one, "VERB"))
    return [one for one in dict.fromkeys(known) if one != verb.lemma and one[0] == verb.lemma[0]]


def _built(noun: Lexeme) -> list[str]:
    """What German makes of any noun: `streiten`, `rudern`, `protestieren`."""
    return [f"{noun.lemma.lower().removesuffix('e')}{ending}" for ending in _ENDINGS]
