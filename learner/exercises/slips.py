"""Sentences of a page that are not correct German: endings that do not agree, commas that are missing, and the like.

A learner takes what an exercise shows for right. So a sentence with a slip is not shown, and neither is one that only
looks like it: an article has others. Slips of single letters are found in `misspelt`, those of signs in `signs`.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from learner.exercises.commas import (
    contrasts_bare,
    is_bare_relative,
    lacks_comma,
    lacks_comma_in_front,
    leaves_insertion_open,
    lists_with_comma,
    misplaces_als,
    opens_bare_infinitive,
    opens_with_um,
    parts_front,
    parts_predicates,
    sets_against_bare,
    takes_up_bare,
)
from learner.exercises.das_or_dass import (
    confuses_das,
    joins_dass_alone,
    lacks_object_behind_dass,
    parts_indem,
    takes_das_for_dass,
    takes_dass_for_das,
    tells_of_thing_with_dass,
)
from learner.exercises.disagreement import (
    disagrees,
    ends_otherwise,
    ends_strongly,
    ends_twice,
    ends_weakly,
    joins_no_dative,
    names_strongly,
    owns_wrongly,
    relates_wrongly,
    takes_no_accusative,
    takes_no_dative,
)
from learner.exercises.extent import in_name, in_person, sentence_of
from learner.exercises.headline_slips import (
    is_chain_of_headlines,
    is_headline,
    is_two_headlines,
    joins_two_persons,
    names_twice,
    parts_by_dash,
    runs_into_name,
)
from learner.exercises.lower_case import is_lowered, is_raised
from learner.exercises.material import Material
from learner.exercises.questions.nouns import is_role
from learner.exercises.read_sentence import ReadSentence, stretches
from learner.exercises.signs import sign_fault
from learner.exercises.subject_slips import (
    counts_several_as_one,
    counts_wrongly,
    goes_on_as_one,
    joins_two_as_one,
    joins_two_behind,
    relates_to_several,
    tells_numbers_wrongly,
    tells_of_several_as_one,
)
from learner.exercises.verb_slips import (
    addresses_wrongly,
    breaks_condition,
    has_two_verbs,
    lacks_finite,
    mixes_moods,
    parts_by_colon,
    parts_modals,
    parts_particle,
    puts_nachdem_in_preterite,
    repeats_zu,
)
from learner.exercises.wordlists import grammar_words
from learner.language.clauses import clauses
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_RESTARTS = frozenset(word.capitalize() for word in wordclass("pronouns.restarting"))
_STARTING = frozenset({"PPER", "PIS", "PDS", "PDAT"})
_MARKS = frozenset('„“”"«»‚‘')
_HANGING = frozenset({"Was", "Wer", "Weshalb", "Wodurch", "Womit", "Worauf", "Woraufhin"})
_NEVER_TWICE = wordclass("adverbs.never-twice")
_ARTICLES = wordclass("determiners.definite")
_CONTRACTED = wordclass("prepositions.with-article")
_INDEFINITE = wordclass("determiners.indefinite")
_NOUN_AND_CLAUSE = 2  # stretches
_TOLD = 5  # letters of a word that nobody says twice (`sehr sehr`)
_HISSING = ("s", "x", "z", "ß")


@lru_cache(maxsize=512)
def slip(material: Material, sentence: int) -> str:
    """The name of the rule the sentence breaks; empty where none is seen."""
    analysis = material.analysis
    tokens = analysis.article.tokens_of(analysis.article.sentences[sentence])
    found = ReadSentence(
        material, tokens.start, [analysis.form(one) for one in tokens], [analysis.words[one] for one in tokens]
    )
    sign = sign_fault(analysis.sentence_text(sentence))
    return sign or next((name for name, broken in _RULES if broken(found)), "")


def _is_fragment(one: ReadSentence) -> bool:
    """`Weil es regnet.`, `Ein Plus, das bleibt.`, `Wie es ihm geht.`: all its clauses depend on another sentence."""
    if not set(one.forms[-2:]) <= {".", *_MARKS} and one.forms[-1] != ".":
        return False
    if _MARKS.intersection(one.forms):
        return _depends_whole(one)
    runs = [run for run in stretches(one) if len(run)]
    open_ = one.words[0].tag == "KOUS" and one.forms[runs[0].stop] == ":"  # `Wenn er lacht wie ein Kind: Seine …`
    if one.forms[0] == "Wobei" or list(one.forms[:3]) == ["Und", "das", ","] or open_ or _is_noun_with_clause(one):
        return True
    return _depends_whole(one)


def _depends_whole(one: ReadSentence) -> bool:
    """Whether it has clauses, and none that stands by itself."""
    kinds = {clause.kind for clause in clauses(one.material.analysis, sentence_of(one.material.analysis, one.first))}
    return "verb-last" in kinds and not kinds & {"main", "verb-first"}


def _hangs_on_nothing(one: ReadSentence) -> bool:
    """`Was nicht weiter verwunderte, denn er …`: what the first clause tells of, no main clause behind it takes up."""
    runs = [run for run in stretches(one) if len(run)]
    found = clauses(one.material.analysis, sentence_of(one.material.analysis, one.first))
    if one.forms[0] not in _HANGING or found[0].kind != "verb-last" or len(runs) < _NOUN_AND_CLAUSE:
        return False
    return one.forms[runs[0].stop] == "," and one.forms[runs[1].start] in {"denn", "doch", "aber", "und"}


def _is_noun_with_clause(one: ReadSentence) -> bool:
    """`Eine Gemeinschaft, in der jeder bringt – und so beiträgt.`: behind a relative clause no verb goes on."""
    runs = [run for run in stretches(one) if len(run)]
    if len(runs) < _NOUN_AND_CLAUSE or one.forms[runs[0].stop] != ",":
        return False
    opener = [one.words[place].tag for place in runs[1][:2]]
    relative = opener[:1] in (["PRELS"], ["KOUS"]) or opener == ["APPR", "PRELS"]
    relative = relative or one.forms[runs[1].start] in {"insofern", "wo"}
    reports = one.words[0].tag == "APPR" and any(
        one.words[place].features.get("Mood") == "Sub" for place in runs[1][:2]
    )  # `Mit der Begründung, es gebe keine Pflicht, …`
    verbs = [one.words[place].tag.startswith("V") for place in (*runs[0], *(run.start for run in runs[2:]))]
    return (relative or reports) and not any(verbs)


def _doubles(one: ReadSentence) -> bool:
    """`erleichtert ebenfalls ebenfalls die Montage`, `mit dem dem Rad`: a word stands there twice."""
    return any(_is_twice(one, place) for place in range(len(one.forms) - 1))


def _is_twice(one: ReadSentence, place: int) -> bool:
    """Whether a word follows itself that never does; articles do behind a comma (`der, der der …`)."""
    form = one.forms[place]
    if form != one.forms[place + 1] or not form.islower():
        return False
    if form in _ARTICLES:
        return "," not in one.forms[max(place - 2, 0) : place]
    return len(form) >= _TOLD or form in _NEVER_TWICE


def _has_two_articles(one: ReadSentence) -> bool:
    """`mit einem ein Anstieg`, `im dem Absturz`: an article behind another one; not `einem eine Million teuren`."""
    triples = zip(one.forms, list(one.pairs())[1:], one.words[2:], strict=False)
    return any(
        behind.tag == "ART"
        and (form.lower() in _CONTRACTED or {form.lower(), other} <= _INDEFINITE)
        and noun.lemma not in column("magnitudes.tsv")
        for form, (other, behind), noun in triples
    )


def _joins_names(one: ReadSentence) -> bool:
    """`HansNiessl`: first and last name without a blank."""
    parts = (re.fullmatch(r"([A-ZÄÖÜ][a-zäöüß]+)[A-ZÄÖÜ][a-zäöüß]+", form) for form in one.forms)
    return any(part is not None and part[1] in column("first-names.tsv") for part in parts)


def _mispairs(one: ReadSentence) -> bool:
    """`sowohl … sowie`, `weder … oder`, `A als auch B`: one of the two parts is another, or none."""
    forms = [form.lower() for form in one.forms]
    if "sowohl" not in forms and any(
        pair == ("als", "auch") and not before.endswith("er") and before not in {"mehr", ","}
        for before, pair in zip(forms, pairwise(forms[1:]), strict=False)
    ):
        return True
    if "sowohl" in forms:
        behind = forms[forms.index("sowohl") :]
        return "als" not in behind and "wie" not in behind
    return "weder" in forms and "noch" not in forms


def _is_loose(one: ReadSentence) -> bool:
    """`das Krim-Kongo Virus` on a page that has `Krim-Kongo-Virus` too."""
    text = one.material.analysis.article.text
    pairs = zip(one.forms, one.forms[1:], one.words[1:], strict=False)
    return any("-" in form and behind.tag == "NN" and f"{form}-{noun}" in text for form, noun, behind in pairs)


def _lacks_hyphen(one: ReadSentence) -> bool:
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


def _lacks_article(one: ReadSentence) -> bool:
    """`ging nach Match Aufschlag trainieren`: two bare nouns side by side behind a preposition."""
    return any(
        before.tag == "APPR"
        and before.lemma != "laut"
        and word.tag == behind.tag == "NN"
        and word.features.get("Number") != "Plur"
        and word.lemma not in grammar_words("before-nouns.txt")
        and not is_role(word.lemma)
        for before, word, behind in zip(one.words, one.words[1:], one.words[2:], strict=False)
    )


def _is_labelled(one: ReadSentence) -> bool:
    """`Keller: Wir …`: the name of who speaks in an interview stands before what he says."""
    first = one.forms[0]
    strange = not any(map(one.material.lexicon.is_word, (first, first.lower())))
    named = one.forms[1:2] == [":"] and (strange or in_name(one.material.analysis, one.first))
    place = 1 if named else next((place for place, word in enumerate(one.words) if word.tag != "NE"), 0)
    return 0 < place < len(one.forms) - 1 and one.forms[place] == ":"


def _is_parted(one: ReadSentence) -> bool:
    """`Autokredit Vergleich`: a compound written apart."""
    lexicon = one.material.lexicon
    return any(
        word.tag == behind.tag == "NN" and form.isalpha() and lexicon.is_word(form + other.lower())
        for (word, behind), (form, other) in zip(pairwise(one.words), pairwise(one.forms), strict=True)
    )


def _lacks_apostrophe(one: ReadSentence) -> bool:
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


def _is_restarted(one: ReadSentence) -> bool:
    """`… weist Vorwürfe zurück Es sei …`: a sentence begins inside, no sign before it."""
    return any(
        form in _RESTARTS and before[-1].isalnum() and not before.isupper() and word.tag in _STARTING
        for (before, form), word in zip(pairwise(one.forms), one.words[1:], strict=True)
    )


_RULES: tuple[tuple[str, Callable[[ReadSentence], bool]], ...] = (
    ("agreement", disagrees),
    ("agreement", ends_twice),
    ("agreement", ends_strongly),
    ("agreement", ends_weakly),
    ("agreement", names_strongly),
    ("agreement", counts_wrongly),
    ("agreement", counts_several_as_one),
    ("agreement", tells_of_several_as_one),
    ("case", takes_no_accusative),
    ("case", takes_no_dative),
    ("case", joins_no_dative),
    ("comma", lacks_comma),
    ("comma", contrasts_bare),
    ("comma", takes_up_bare),
    ("comma", is_bare_relative),
    ("comma", lacks_comma_in_front),
    ("comma", opens_with_um),
    ("als", misplaces_als),
    ("front", parts_front),
    ("restart", _is_restarted),
    ("verbs", has_two_verbs),
    ("fragment", _is_fragment),
    ("fragment", _hangs_on_nothing),
    ("lower case", is_lowered),
    ("capital", is_raised),
    ("pair", _mispairs),
    ("headline", is_two_headlines),
    ("headline", is_headline),
    ("headline", is_chain_of_headlines),
    ("headline", _lacks_article),
    ("headline", names_twice),
    ("headline", runs_into_name),
    ("headline", parts_by_dash),
    ("headline", joins_two_persons),
    ("hyphen", _is_loose),
    ("hyphen", _lacks_hyphen),
    ("label", _is_labelled),
    ("parted", _is_parted),
    ("das", confuses_das),
    ("das", takes_das_for_dass),
    ("das", takes_dass_for_das),
    ("das", tells_of_thing_with_dass),
    ("das", lacks_object_behind_dass),
    ("parted", parts_indem),
    ("pair", joins_dass_alone),
    ("agreement", relates_wrongly),
    ("agreement", owns_wrongly),
    ("agreement", tells_numbers_wrongly),
    ("apostrophe", _lacks_apostrophe),
    ("mood", mixes_moods),
    ("mood", breaks_condition),
    ("verbs", lacks_finite),
    ("verbs", repeats_zu),
    ("verbs", puts_nachdem_in_preterite),
    ("verbs", parts_particle),
    ("verbs", parts_modals),
    ("verbs", parts_by_colon),
    ("verbs", addresses_wrongly),
    ("agreement", ends_otherwise),
    ("agreement", relates_to_several),
    ("agreement", joins_two_as_one),
    ("agreement", joins_two_behind),
    ("agreement", goes_on_as_one),
    ("comma", leaves_insertion_open),
    ("comma", parts_predicates),
    ("comma", lists_with_comma),
    ("comma", sets_against_bare),
    ("comma", opens_bare_infinitive),
    ("twice", _doubles),
    ("twice", _has_two_articles),
    ("blank", _joins_names),
)
