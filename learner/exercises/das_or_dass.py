"""Slips of words that sound alike: das and dass, `indem` in two words."""

from itertools import pairwise

from learner.exercises.extent import sentence_of
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.read_sentence import NOUNS, ReadSentence
from learner.exercises.wordlists import ordered
from learner.language.clauses import Clause, clauses
from learner.language.tables import column
from learner.language.wordbook import Wordbook, wordbook
from learner.lexicon.wordclasses import wordclass

_ANNOUNCING = wordclass("adverbs.before-dass")
_SUBJECTS = frozenset({"PPER", "PIS", "PDS", "NE", "CARD", "PIAT"})
_WITH_OBJECT = wordclass("verbs.never-without-object")
_MONTHS = ordered("calendar.txt")[1]
_NEVER_BEHIND_ARTICLE = frozenset({"PPER", "PIS", "PIAT", "ART", "PPOSAT", "PTKNEG"})
_CLAIMS = wordclass("nouns.of-claims-with-dass")
_FIRST_PLACE = 2  # of a clause behind a noun and a comma


def confuses_das(one: ReadSentence) -> bool:
    """`so das wir`, `gezeigt, das sie kann`, `wussten zwar, das der Saal`: the conjunction has two s."""
    triples = zip(one.forms, one.forms[1:], one.words[2:], strict=False)
    if any(first in {"so", "ohne"} and second == "das" and word.tag in _SUBJECTS for first, second, word in triples):
        return True
    places = range(len(one.forms) - 3)
    return any(
        (one.words[place].tag.startswith(("VV", "VA(PP)", "PROAV", "PTKNEG", "PTKVZ")) or _is_behind_verb(one, place))
        and one.forms[place + 1 : place + 3] == [",", "das"]
        and one.words[place + 3].tag in {"PPER", "PIS", "PIAT", "ART", "PPOSAT", "PRF"}
        and not any(_is_neuter(one, near) for near in range(place))
        for place in places
    )


def judges_with_das(one: ReadSentence) -> bool:
    """`findet es schade, das so wenige mitmachen`: what is judged follows, and `es` announces it."""
    return any(
        one.words[place].tag == "ADJ(D)"
        and one.forms[place + 1 : place + 3] == [",", "das"]
        and one.words[place + 3].tag in _NEVER_BEHIND_ARTICLE | {"ADV"}
        and "es" in one.forms[:place]
        and not any(_is_neuter(one, near) for near in range(place))
        for place in range(len(one.forms) - 3)
    )


def _is_behind_verb(one: ReadSentence, place: int) -> bool:
    """`wussten zwar`, `wisse sehr wohl`: adverbs right behind a full verb."""
    start = place
    while start > 0 and one.words[start].tag in {"ADV", "PTKA", "ADJ(D)"}:
        start -= 1
    return start < place and one.words[start].tag == "VV(FIN)"


def joins_dass_alone(one: ReadSentence) -> bool:
    """`von einem Plan gesprochen und dass es eilt`: `und` joins a clause with dass to something that is none."""
    forms = [form.lower() for form in one.forms]
    joined = [place for place, pair in enumerate(pairwise(forms)) if pair == ("und", "dass")]
    return bool(joined) and not (_ANNOUNCING | {"dass"}) & set(forms[: joined[0]])


def parts_indem(one: ReadSentence) -> bool:
    """`sparen, in dem man wenig kauft`: behind a verb there is no noun that `in dem` could mean."""
    runs = zip(one.words, one.forms[1:], one.forms[2:], one.forms[3:], one.forms[4:], strict=False)
    return any(
        word.tag.startswith(("VV", "PTKVZ")) and run == (",", "in", "dem", "man")
        for word, *rest in runs
        if (run := tuple(rest))
    )


def takes_das_for_dass(one: ReadSentence) -> bool:
    """`bestätigte, das Gespräche laufen`: no article of a plural, and no noun before it to be a relative of."""
    book = wordbook(one.material.lexicon)
    return any(
        one.words[place].tag.startswith(("VV", "PTKVZ"))
        and one.forms[place + 1 : place + 3] == [",", "das"]
        and one.words[place + 3].tag == "NN"
        and _is_plural_only(book, one.forms[place + 3])
        and not any(_is_neuter(one, near) for near in range(place))
        for place in range(len(one.forms) - 3)
    )


def claims_with_das(one: ReadSentence) -> bool:
    """`der Eindruck, das nicht jeder zahlt`: what follows is the impression, and no noun could be meant by `das`."""
    return any(
        one.forms[place + 1 : place + 3] == [",", "das"]
        and one.words[place].lemma in _CLAIMS
        and one.words[place + 3].tag in _NEVER_BEHIND_ARTICLE
        and not any(_is_neuter(one, near) for near in range(place))
        for place in range(len(one.forms) - 3)
    )


def takes_dass_for_das(one: ReadSentence) -> bool:
    """`ein Stigma, dass oft angefochten wurde`: behind a neuter noun a clause that has no subject."""
    analysis, number = one.material.analysis, sentence_of(one.material.analysis, one.first)
    phrases = [phrase for phrase in noun_phrases(one.material, number) if phrase.preposition is None]
    return any(
        analysis.form(clause.start_token) == "dass"
        and clause.certain
        and _is_behind_neuter(one, clause.start_token - one.first)
        and not any(analysis.words[token].tag in _SUBJECTS for token in clause.tokens)
        and not any(phrase.head in clause.tokens and "Nom" in phrase.cases for phrase in phrases)
        for clause in clauses(analysis, number)
    )


def tells_of_thing_with_dass(one: ReadSentence) -> bool:
    """`ein Angebot, dass der Verein ablehnte`: of a thing that no clause with `dass` can be about."""
    return any(
        form == "dass"
        and _is_behind_neuter(one, place)
        and "ein" in [other.lower() for other in one.forms[max(place - 4, 0) : place - 2]]
        and one.words[place - 2].lemma not in wordclass("nouns.before-dass")
        for place, form in enumerate(one.forms)
    )


def lacks_object_behind_dass(one: ReadSentence) -> bool:
    """`Das Angebot, dass die Firma vorgelegt hat, …`: the verb needs an object, which only `das` could be."""
    number = sentence_of(one.material.analysis, one.first)
    return any(
        one.material.analysis.form(clause.start_token) == "dass"
        and clause.certain
        and _is_behind_neuter(one, clause.start_token - one.first)
        and _lacks_object(one, clause)
        for clause in clauses(one.material.analysis, number)
    )


def _lacks_object(one: ReadSentence, clause: Clause) -> bool:
    """Whether a verb that always has an object stands in a clause with one noun phrase that is no time."""
    analysis = one.material.analysis
    words = [analysis.words[token] for token in clause.tokens]
    active = not any(word.tag == "VA(FIN)" and word.lemma == "werden" for word in words)
    if not active or not any(word.lemma in _WITH_OBJECT for word in words):
        return False
    phrases = noun_phrases(one.material, sentence_of(analysis, one.first))
    own = [phrase for phrase in phrases if phrase.head in clause.tokens and phrase.preposition is None]
    times = column("times.tsv") | {*_MONTHS, *(word.capitalize() for word in wordclass("times.before-years"))}
    named = [phrase for phrase in own if analysis.words[phrase.head].lemma not in times]
    others = {word.tag for word in words} & {"PIS", "PDS", "NE", "PRF", "PIAT", "CARD"}
    return len(named) == 1 and not others


def _is_behind_neuter(one: ReadSentence, place: int) -> bool:
    if place < _FIRST_PLACE or one.forms[place - 1] != "," or one.words[place - 2].tag != "NN":
        return False
    lexeme = one.material.lexicon.lookup(one.words[place - 2].lemma, "NOUN")
    return lexeme is not None and lexeme.noun is not None and lexeme.noun.genders == ("n",)


def _is_plural_only(book: Wordbook, form: str) -> bool:
    """Whether the form of a noun is a plural, the dative with -e (`dem Gespräche`) not counted."""
    readings = [one for one in book.noun_readings(form) if (one.case, one.number) != ("Dat", "Sing")]
    return bool(readings) and all(one.number == "Plur" for one in readings)


def _is_neuter(one: ReadSentence, place: int) -> bool:
    """Whether a noun at the place can be what a relative `das` means; the likeliest lemma of the form decides."""
    book = wordbook(one.material.lexicon)
    readings = book.noun_readings(one.forms[place]) if one.words[place].tag in NOUNS else ()
    return any(reading.gender == "n" for reading in readings if reading.lemma == readings[0].lemma)
