"""Words of a page that stand there twice, or are joined or parted in a way German does not know."""

import re
from itertools import pairwise

from learner.exercises.extent import in_person
from learner.exercises.questions.nouns import is_role
from learner.exercises.read_sentence import ReadSentence, stretches
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_NEVER_TWICE = wordclass("adverbs.never-twice")
_ARTICLES = wordclass("determiners.definite")
_CONTRACTED = wordclass("prepositions.with-article")
_INDEFINITE = wordclass("determiners.indefinite")
_TOLD = 5  # letters of a word that nobody says twice (`sehr sehr`)
_STEM = 4  # letters of an adjective that is none by chance (`AllerVielfalt`)
_ENDINGS = ("e", "er", "es", "en")
_HYPHENATED = wordclass("names.with-hyphen")
_TWO_PREPOSITIONS = frozenset({("APPRART", "APPR"), ("APPRART", "APPRART")})
_ATTRIBUTES = frozenset({"ADJ(A)", "VV(PP)", "TRUNC", "NNA"})
_HISSING = ("s", "x", "z", "ß")


def doubles(one: ReadSentence) -> bool:
    """`erleichtert ebenfalls ebenfalls die Montage`, `mit dem dem Rad`, `heute aber gehe es aber`: twice."""
    again = any(list(one.forms[run.start : run.stop]).count("aber") > 1 for run in stretches(one))
    return again or any(_is_twice(one, place) or _is_phrase_twice(one, place) for place in range(len(one.forms) - 1))


def _is_phrase_twice(one: ReadSentence, place: int) -> bool:
    """`in dem in dem jeder jeden kenne`: a preposition and its article again."""
    first = list(one.forms[place : place + 2])
    opened = one.words[place].tag == "APPR" and one.words[place + 1].tag in {"ART", "PRELS", "PDS"}
    return opened and first == list(one.forms[place + 2 : place + 4])


def _is_twice(one: ReadSentence, place: int) -> bool:
    """Whether a word follows itself that never does; articles do behind a comma (`der, der der …`)."""
    form = one.forms[place]
    if form != one.forms[place + 1] or not form.islower():
        return False
    if form in _ARTICLES:
        return "," not in one.forms[max(place - 2, 0) : place]
    return len(form) >= _TOLD or form in _NEVER_TWICE | _CONTRACTED


def joins_two_prepositions(one: ReadSentence) -> bool:
    """`der Baubeginn im für September`: two of them, and no participle that the second could belong to."""
    for run in stretches(one):
        tags = [one.words[place].tag for place in run]
        pairs = (place for place, pair in enumerate(pairwise(tags)) if pair in _TWO_PREPOSITIONS)
        if any(not _ATTRIBUTES.intersection(tags[place + 2 :]) for place in pairs):
            return True
    return False


def has_two_articles(one: ReadSentence) -> bool:
    """`mit einem ein Anstieg`, `im dem Absturz`: an article behind another one; not `einem eine Million teuren`."""
    triples = zip(one.forms, list(one.pairs())[1:], one.words[2:], strict=False)
    return any(
        behind.tag == "ART"
        and (form.lower() in _CONTRACTED or {form.lower(), other} <= _INDEFINITE)
        and noun.lemma not in column("magnitudes.tsv")
        for form, (other, behind), noun in triples
    )


def joins_first_and_last_name(one: ReadSentence) -> bool:
    """`HansNiessl`, `DeutscheTelekom`: two names, or an adjective and a name, without a blank."""
    parts = [found[1] for form in one.forms if (found := re.fullmatch(r"([A-ZÄÖÜ][a-zäöüß]+)[A-ZÄÖÜ][a-zäöüß]+", form))]
    return any(part in column("first-names.tsv") or _is_adjective(one, part.lower()) for part in parts)


def _is_adjective(one: ReadSentence, form: str) -> bool:
    """Whether it is an adjective with its ending (`deutsche`)."""
    stems = [form.removesuffix(end) for end in _ENDINGS if form.endswith(end)]
    return any(len(stem) >= _STEM and one.material.lexicon.lookup(stem, "ADJ") for stem in stems)


def leaves_hyphen_off(one: ReadSentence) -> bool:
    """`das Krim-Kongo Virus` on a page that has `Krim-Kongo-Virus` too; `Saudi Arabien`."""
    if any(f"{form}-{other}" in _HYPHENATED for form, other in pairwise(one.forms)):
        return True
    text = one.material.analysis.article.text
    pairs = zip(one.forms, one.forms[1:], one.words[1:], strict=False)
    return any("-" in form and behind.tag == "NN" and f"{form}-{noun}" in text for form, noun, behind in pairs)


def joins_two_of_three(one: ReadSentence) -> bool:
    """`der Mazda Österreich-Chef`: of a compound of three words only two are joined."""
    pairs = zip(one.pairs(), list(one.pairs())[1:], strict=False)
    return any(
        (before.tag in {"NE", "FM"} or (before.tag == "NN" and not one.material.lexicon.is_word(other)))
        and word.tag == "NN"
        and re.fullmatch(r"[A-ZÄÖÜ]\w+-[A-ZÄÖÜ]\w+", form)
        and not other.endswith(_HISSING)
        and not in_person(one.material.analysis, one.first + place)
        and is_role(word.lemma.rpartition("-")[2])
        for place, ((other, before), (form, word)) in enumerate(pairs)
    )


def writes_compound_apart(one: ReadSentence) -> bool:
    """`Autokredit Vergleich`: a compound written apart."""
    lexicon = one.material.lexicon
    return any(
        word.tag == behind.tag == "NN"
        and form.isalpha()
        and lexicon.is_word(form + other.lower())
        and not _ends_phrase(one, place)
        for place, ((word, behind), (form, other)) in enumerate(
            zip(pairwise(one.words), pairwise(one.forms), strict=True)
        )
    )


def _ends_phrase(one: ReadSentence, place: int) -> bool:
    """`durch Zahlungen im Spiel Geld einbringen`: the first noun has its article, the verb's object follows."""
    behind = one.words[place + 2].tag if place + 2 < len(one.words) else ""
    return place > 0 and one.words[place - 1].tag == "APPRART" and behind.startswith("VV")


def lacks_apostrophe(one: ReadSentence) -> bool:
    """`Gudenus Anwältin`: a person's name in -s, -x or -z before a noun, the sign of its genitive left out."""
    article = one.material.analysis.article
    people = (name for name in one.material.analysis.names if name.kind == "person")
    ends = {mention.end for name in people for mention in name.mentions if name.name.endswith(_HISSING)}
    return any(
        article.tokens[one.first + place].end in ends
        and one.words[place + 1].tag == "NN"
        and not (place + 2 < len(one.words) and one.words[place + 2].tag in {"NE", "NN"})
        for place in range(len(one.words) - 1)
    )
