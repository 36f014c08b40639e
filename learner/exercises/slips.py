"""Sentences of a page that are not correct German: endings that do not agree, commas that are missing, and the like.

A learner takes what an exercise shows for right. So a sentence with a slip is not shown, and neither is one that only
looks like it: an article has others. Slips of single letters are found in `misspelt`, those of signs in `signs`.
"""

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from learner.exercises.commas import (
    contrasts_bare,
    is_bare_relative,
    lacks_comma,
    lacks_comma_in_front,
    misplaces_als,
    opens_with_um,
    parts_front,
    takes_up_bare,
)
from learner.exercises.disagreement import (
    counts_wrongly,
    disagrees,
    ends_strongly,
    ends_twice,
    ends_weakly,
    takes_no_accusative,
    takes_no_dative,
)
from learner.exercises.extent import in_name, sentence_of
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.questions.nouns import is_role
from learner.exercises.read_sentence import NOUNS, STOPS, ReadSentence
from learner.exercises.signs import sign_fault
from learner.exercises.verb_slips import has_two_verbs, lacks_finite, mixes_moods
from learner.exercises.wordlists import grammar_words
from learner.language.clauses import clauses
from learner.language.wordbook import Wordbook, wordbook
from learner.lexicon.wordclasses import wordclass, wordrow

_RUBRIC = frozenset({"NN", "NE", "ART", "APPR", "APPRART", "ADJ(A)", "CARD", "TRUNC", "KON"})
_RESTARTS = frozenset(word.capitalize() for word in wordclass("pronouns.restarting"))
_STARTING = frozenset({"PPER", "PIS", "PDS", "PDAT"})
_COUNTS = wordrow("nouns.round-numbers")
_MARKS = frozenset('„“”"«»‚‘')
_BEHIND_NOUN = frozenset({"KON", "APPR", "VV(FIN)", "VA(FIN)", "VM(FIN)"})
_SUBJECTS = frozenset({"PPER", "PIS", "PDS", "NE", "CARD", "PIAT"})
_FIRST_PLACE = 2  # of a clause behind a noun and a comma
_UNIT = 3  # letters of `km`, `kWh`
_FUSED = wordclass("prepositions.with-article")
_VAGUE = wordclass("pronouns.before-adjectives")
_TURNS = (("hin", "her"), ("auf", "ab"), ("für", "wider"))


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
    if one.forms[-1] != "." or _MARKS.intersection(one.forms):
        return False
    kinds = {clause.kind for clause in clauses(one.material.analysis, sentence_of(one.material.analysis, one.first))}
    return "verb-last" in kinds and not kinds & {"main", "verb-first"}


def _is_lowered(one: ReadSentence) -> bool:
    """`beim aufstellen`, `etwas neues`, `oder ähnliches`: what stands for a noun has a capital."""
    if any(_is_small_noun(one, place) or _is_small_pair(one, place) for place in range(len(one.forms))):
        return True
    ends = [*one.words[1:], None]
    for place, (form, word) in enumerate(one.pairs()):
        behind = ends[place]
        if behind is None or not one.forms[place + 1].islower():
            continue
        last = ends[place + 1] is None or one.forms[place + 2] in STOPS or one.words[place + 2].tag in _BEHIND_NOUN
        if form == "nach" and one.forms[place + 1] == behind.lemma and one.forms[place + 2 : place + 3] == ["zumute"]:
            return True  # `war ihr nach feiern zumute`
        infinitive = behind.tag in {"VV(INF)", "VV(FIN)"} and behind.lemma == one.forms[place + 1]
        if form.lower() in _FUSED and word.tag == "APPRART" and infinitive:
            return True
        if form.lower() in _VAGUE and behind.tag == "ADJ(A)" and last and not behind.lemma.startswith("ander"):
            return True
        if form == "oder" and one.forms[place + 1] in {"ähnliches", "ähnlichem", "ähnliche"} and last:
            return True
    return False


def _is_small_noun(one: ReadSentence, place: int) -> bool:
    """Whether a noun has no capital; not `km`, not `dutzende`, no adjective, no word that is written small."""
    form, behind = one.forms[place], one.words[place + 1 : place + 2]
    small = one.words[place].tag == "NN" and form.isalpha() and form.islower() and len(form) > _UNIT
    if not small or form.startswith(_COUNTS) or any(word.tag in NOUNS for word in behind):
        return False
    return not one.material.lexicon.is_word(form)


def _is_small_pair(one: ReadSentence, place: int) -> bool:
    """`nach langem hin und her`: two adverbs that an adjective or an article makes a noun."""
    first, joint, second = (*one.forms[place : place + 3], "", "")[:3]
    before = one.words[place - 1].tag if place else ""
    return joint == "und" and (first, second) in _TURNS and before in {"ADJ(A)", "ART", "PIAT", "APPRART"}


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


def _is_two_headlines(one: ReadSentence) -> bool:
    """Bare nouns side by side before the first verb, none with an article: a rubric or headline ran in."""
    for place, (word, behind) in enumerate(pairwise(one.words)):
        if word.tag not in _RUBRIC or (place == 0 and word.tag != "NN"):
            return False
        if word.tag == behind.tag == "NN" and word.lemma not in grammar_words("before-nouns.txt"):
            return not (is_role(word.lemma) or one.forms[place].isupper())
    return False


def _is_chain_of_headlines(one: ReadSentence) -> bool:
    """`Keller trainiert wieder – Brenner out – Vogt vs. Hansen`: dashes part what are several headlines."""
    if "vs." in one.forms or "vs" in one.forms:
        return True
    behind = [one.forms[place + 1] for place, form in enumerate(one.forms[:-1]) if form == "–"]
    return len(behind) > 1 and all(form[0].isupper() for form in behind)


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


def _is_restarted(one: ReadSentence) -> bool:
    """`… weist Vorwürfe zurück Es sei …`: a sentence begins inside, no sign before it."""
    return any(
        form in _RESTARTS and before[-1].isalnum() and not before.isupper() and word.tag in _STARTING
        for (before, form), word in zip(pairwise(one.forms), one.words[1:], strict=True)
    )


def _confuses_das(one: ReadSentence) -> bool:
    """`so das wir`, `gezeigt, das sie kann`: the conjunction has two s."""
    triples = zip(one.forms, one.forms[1:], one.words[2:], strict=False)
    if any(first == "so" and second == "das" and word.tag in {"PPER", "PIS"} for first, second, word in triples):
        return True
    places = range(len(one.forms) - 3)
    return any(
        one.words[place].tag.startswith("VV")
        and one.forms[place + 1 : place + 3] == [",", "das"]
        and one.words[place + 3].tag in {"PPER", "PIS", "ART", "PPOSAT"}
        and not any(_is_neuter(one, near) for near in range(place))
        for place in places
    )


def _parts_indem(one: ReadSentence) -> bool:
    """`sparen, in dem man wenig kauft`: behind a verb there is no noun that `in dem` could mean."""
    runs = zip(one.words, one.forms[1:], one.forms[2:], one.forms[3:], one.forms[4:], strict=False)
    return any(
        word.tag.startswith(("VV", "PTKVZ")) and run == (",", "in", "dem", "man")
        for word, *rest in runs
        if (run := tuple(rest))
    )


def _takes_das_for_dass(one: ReadSentence) -> bool:
    """`bestätigte, das Gespräche laufen`: no article of a plural, and no noun before it to be a relative of."""
    book = wordbook(one.material.lexicon)
    return any(
        one.words[place].tag.startswith(("VV", "PTKVZ"))
        and one.forms[place + 1 : place + 3] == [",", "das"]
        and one.words[place + 3].tag == "NN"
        and _is_plural_only(book, one.forms[place + 3])
        for place in range(len(one.forms) - 3)
    )


def _takes_dass_for_das(one: ReadSentence) -> bool:
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


_RULES: tuple[tuple[str, Callable[[ReadSentence], bool]], ...] = (
    ("agreement", disagrees),
    ("agreement", ends_twice),
    ("agreement", ends_strongly),
    ("agreement", ends_weakly),
    ("agreement", counts_wrongly),
    ("case", takes_no_accusative),
    ("case", takes_no_dative),
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
    ("lower case", _is_lowered),
    ("pair", _mispairs),
    ("headline", _is_two_headlines),
    ("headline", _is_chain_of_headlines),
    ("headline", _lacks_article),
    ("label", _is_labelled),
    ("parted", _is_parted),
    ("das", _confuses_das),
    ("das", _takes_das_for_dass),
    ("das", _takes_dass_for_das),
    ("parted", _parts_indem),
    ("mood", mixes_moods),
    ("verbs", lacks_finite),
)
