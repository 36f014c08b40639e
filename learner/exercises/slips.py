"""Sentences of a page that are not correct German: endings that do not agree, commas that are missing, and the like.

A learner takes what an exercise shows for right. So a sentence with a slip is not shown, and neither is one that only
looks like it: an article has others. Slips of single letters are found in `misspelt`, those of signs in `signs`.
"""

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from learner.exercises.commas import (
    closes_bare,
    contrasts_bare,
    is_bare_relative,
    lacks_comma,
    lacks_comma_in_front,
    leaves_insertion_open,
    lists_with_comma,
    parts_front,
    parts_predicates,
    relates_behind_verb,
    sets_against_bare,
    takes_up_bare,
)
from learner.exercises.count_slips import (
    counts_in_nominative,
    counts_with_single,
    ends_weakly,
    tells_time_in_dative,
)
from learner.exercises.das_or_dass import (
    claims_with_das,
    confuses_das,
    joins_dass_alone,
    judges_with_das,
    lacks_object_behind_dass,
    parts_indem,
    takes_das_for_dass,
    takes_dass_for_das,
    tells_of_thing_with_dass,
)
from learner.exercises.disagreement import (
    adds_genitive_s,
    disagrees,
    ends_otherwise,
    ends_strongly,
    ends_twice,
    governs_no_plural,
    governs_no_single,
    joins_no_dative,
    lacks_ending,
    names_strongly,
    owns_wrongly,
    relates_wrongly,
    takes_no_accusative,
    takes_no_dative,
)
from learner.exercises.extent import in_name
from learner.exercises.fragments import hangs_on_nothing, is_fragment
from learner.exercises.headline_slips import (
    is_chain_of_headlines,
    is_headline,
    is_two_headlines,
    joins_two_persons,
    names_twice,
    parts_by_dash,
    runs_into_name,
)
from learner.exercises.infinitive_commas import (
    joins_ohne_bare,
    leaves_infinitive_open,
    misplaces_als,
    opens_bare_infinitive,
    opens_with_um,
)
from learner.exercises.lower_case import is_lowered, is_lowered_behind_colon, is_raised, is_raised_behind_colon
from learner.exercises.material import Material
from learner.exercises.questions.nouns import is_role
from learner.exercises.read_sentence import ReadSentence
from learner.exercises.report_commas import closes_report_bare, follows_quotation_bare
from learner.exercises.signs import sign_fault
from learner.exercises.subject_slips import (
    counts_several_as_one,
    counts_wrongly,
    goes_on_as_one,
    joins_two_as_one,
    joins_two_behind,
    owns_as_several,
    relates_to_several,
    tells_amount_wrongly,
    tells_numbers_wrongly,
    tells_of_several_as_one,
)
from learner.exercises.verb_slips import (
    addresses_wrongly,
    breaks_condition,
    ends_without_finite,
    has_two_verbs,
    joins_two_finite,
    lacks_finite,
    leaves_modal_out,
    mirrors_again,
    mixes_moods,
    parts_by_colon,
    parts_modals,
    parts_particle,
    puts_nachdem_in_preterite,
    repeats_zu,
    reports_twice,
)
from learner.exercises.word_joining import (
    doubles,
    has_two_articles,
    joins_first_and_last_name,
    joins_two_of_three,
    joins_two_prepositions,
    lacks_apostrophe,
    leaves_hyphen_off,
    writes_compound_apart,
)
from learner.exercises.wordlists import grammar_words
from learner.lexicon.wordclasses import wordclass

_RESTARTS = frozenset(word.capitalize() for word in wordclass("pronouns.restarting"))
_STARTING = frozenset({"PPER", "PIS", "PDS", "PDAT"})


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


def _mispairs(one: ReadSentence) -> bool:
    """`sowohl … sowie`, `weder … oder`, `entweder …`, `A als auch B`: one of the two parts is another, or none."""
    forms = [form.lower() for form in one.forms]
    if "entweder" in forms and "oder" not in forms:
        return True
    if "sowohl" not in forms and any(
        pair == ("als", "auch") and not before.endswith("er") and before not in {"mehr", ","}
        for before, pair in zip(forms, pairwise(forms[1:]), strict=False)
    ):
        return True
    if "sowohl" in forms:
        behind = forms[forms.index("sowohl") :]
        return "als" not in behind and "wie" not in behind
    return "weder" in forms and "noch" not in forms


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
    ("case", lacks_ending),
    ("case", governs_no_plural),
    ("case", governs_no_single),
    ("agreement", tells_time_in_dative),
    ("case", counts_in_nominative),
    ("agreement", counts_with_single),
    ("comma", closes_bare),
    ("comma", lacks_comma),
    ("comma", contrasts_bare),
    ("comma", takes_up_bare),
    ("comma", is_bare_relative),
    ("comma", lacks_comma_in_front),
    ("comma", leaves_infinitive_open),
    ("comma", opens_with_um),
    ("comma", joins_ohne_bare),
    ("als", misplaces_als),
    ("front", parts_front),
    ("restart", _is_restarted),
    ("verbs", has_two_verbs),
    ("fragment", is_fragment),
    ("fragment", hangs_on_nothing),
    ("lower case", is_lowered),
    ("capital", is_raised),
    ("capital", is_raised_behind_colon),
    ("lower case", is_lowered_behind_colon),
    ("pair", _mispairs),
    ("headline", is_two_headlines),
    ("headline", is_headline),
    ("headline", is_chain_of_headlines),
    ("headline", _lacks_article),
    ("headline", names_twice),
    ("headline", runs_into_name),
    ("headline", parts_by_dash),
    ("headline", joins_two_persons),
    ("hyphen", leaves_hyphen_off),
    ("hyphen", joins_two_of_three),
    ("label", _is_labelled),
    ("parted", writes_compound_apart),
    ("das", confuses_das),
    ("das", judges_with_das),
    ("das", takes_das_for_dass),
    ("das", claims_with_das),
    ("das", takes_dass_for_das),
    ("das", tells_of_thing_with_dass),
    ("das", lacks_object_behind_dass),
    ("parted", parts_indem),
    ("pair", joins_dass_alone),
    ("agreement", relates_wrongly),
    ("agreement", owns_wrongly),
    ("agreement", tells_numbers_wrongly),
    ("agreement", tells_amount_wrongly),
    ("apostrophe", lacks_apostrophe),
    ("mood", mixes_moods),
    ("mood", reports_twice),
    ("mood", breaks_condition),
    ("mood", ends_without_finite),
    ("verbs", lacks_finite),
    ("verbs", repeats_zu),
    ("verbs", puts_nachdem_in_preterite),
    ("verbs", parts_particle),
    ("verbs", joins_two_finite),
    ("verbs", leaves_modal_out),
    ("spelling", mirrors_again),
    ("verbs", parts_modals),
    ("verbs", parts_by_colon),
    ("verbs", addresses_wrongly),
    ("agreement", ends_otherwise),
    ("agreement", adds_genitive_s),
    ("agreement", relates_to_several),
    ("agreement", owns_as_several),
    ("agreement", joins_two_as_one),
    ("agreement", joins_two_behind),
    ("agreement", goes_on_as_one),
    ("comma", leaves_insertion_open),
    ("comma", parts_predicates),
    ("comma", relates_behind_verb),
    ("comma", closes_report_bare),
    ("comma", follows_quotation_bare),
    ("comma", lists_with_comma),
    ("comma", sets_against_bare),
    ("comma", opens_bare_infinitive),
    ("twice", doubles),
    ("twice", has_two_articles),
    ("twice", joins_two_prepositions),
    ("blank", joins_first_and_last_name),
)
