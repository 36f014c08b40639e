"""Slips of headlines: one that ran into a sentence, or stands for one."""

import re
from itertools import pairwise

from learner.exercises.extent import in_name
from learner.exercises.questions.nouns import is_role
from learner.exercises.read_sentence import ReadSentence
from learner.exercises.wordlists import grammar_words
from learner.language.tables import column

_RUBRIC = frozenset({"NN", "NE", "ART", "APPR", "APPRART", "ADJ(A)", "CARD", "TRUNC", "KON"})
_AGED = re.compile(r"\d+-jährige[rs]?")
_OPENING = 4  # tokens in which a heading may run into a sentence


def is_two_headlines(one: ReadSentence) -> bool:
    """Bare nouns side by side before the first verb, none with an article: a rubric or headline ran in."""
    for place, (word, behind) in enumerate(pairwise(one.words)):
        if word.tag not in _RUBRIC or (place == 0 and word.tag != "NN"):
            return False
        if word.tag == behind.tag == "NN" and word.lemma not in grammar_words("before-nouns.txt"):
            return not (is_role(word.lemma) or one.forms[place].isupper())
    return False


def names_twice(one: ReadSentence) -> bool:
    """`Neue Position Pilgermaiers Position wurde …`: a heading and the noun it ends with, right before the sentence."""
    opening = list(zip(one.forms, one.words, strict=True))[:_OPENING]
    nouns = [form for form, word in opening if word.tag == "NN"]
    joined = any(word.tag in {"KON", "APPR", "APPRART", "ART", "$,"} for _, word in opening)
    return len(nouns) > 1 and len(set(nouns)) < len(nouns) and not joined


def runs_into_name(one: ReadSentence) -> bool:
    """`Bunte Bilder Franziskus erwähnte …`: adjective and noun in the plural, right behind them who acts alone."""
    tags = [word.tag for word in one.words[:4]]
    if tags[:2] != ["ADJ(A)", "NN"] or tags[2:] != ["NE", "VV(FIN)"] or is_role(one.words[1].lemma):
        return False
    several = one.words[1].features.get("Number") == "Plur" or one.forms[0].endswith("e")
    return several and one.words[3].features.get("Number") == "Sing" and not in_name(one.material.analysis, one.first)


def parts_by_dash(one: ReadSentence) -> bool:
    """`Meister in Neuauflage Favorit – Weiden empfängt …`: bare nouns without a verb, a dash, and a sentence."""
    dash = one.forms.index("–") if "–" in one.forms else 0
    first = [word.tag for word in one.words[:dash]]
    bare = len(first) >= _OPENING and first[0] in {"NN", "NE"} and set(first) <= _RUBRIC
    return bare and any(word.tag.endswith("(FIN)") for word in one.words[dash + 1 : dash + 4])


def joins_two_persons(one: ReadSentence) -> bool:
    """`Wirbel um Kern Vogt sprach …`: last names of two persons side by side before the verb end a heading."""
    people = [name.name.split() for name in one.material.analysis.names if name.kind == "person"]
    last_names = {parts[-1] for parts in people if len(parts) > 1}
    triples = zip(one.forms, one.forms[1:], one.words[2:], strict=False)
    return any(
        {first, second} <= last_names
        and first != second
        and first not in column("first-names.tsv")
        and behind.tag.endswith("(FIN)")
        for first, second, behind in triples
    )


def is_headline(one: ReadSentence) -> bool:
    """`Europäische Union dringt auf …`: a body of people without its article at the beginning."""
    tags = [word.tag for word in one.words[:3]]
    if _AGED.fullmatch(one.forms[0]) and "NN" in tags[1:3]:  # `28-jähriger Tiroler wird …`
        return True
    named = tags[:2] in (["ADJ(A)", "NN"], ["ADJ(A)", "NE"]) and in_name(one.material.analysis, one.first)
    single = len(one.words) > 1 and one.words[1].features.get("Number") == "Sing"
    return named and single and one.forms[0].endswith("e") and tags[2:] == ["VV(FIN)"]


def is_chain_of_headlines(one: ReadSentence) -> bool:
    """`Keller trainiert wieder – Brenner out – Vogt vs. Hansen`: dashes part what are several headlines."""
    if "vs." in one.forms or "vs" in one.forms:
        return True
    behind = [one.forms[place + 1] for place, form in enumerate(one.forms[:-1]) if form == "–"]
    return len(behind) > 1 and all(form[0].isupper() for form in behind)
