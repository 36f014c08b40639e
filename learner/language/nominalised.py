"""Nouns in -n that can be an infinitive or a plural: what stands before them decides (das Falten, die Falten)."""

from collections.abc import Sequence

from learner.language.lemmas import lemma
from learner.language.wordbook import Wordbook
from learner.lexicon.wordclasses import wordclass, wordrow

_CANDIDATES = frozenset({"NN", "NNI"})
_VERBS = frozenset({"VV(FIN)", "VV(INF)"})
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "APPRART", "CARD"})
_ARTICLES = wordclass("determiners.of-capital-verbs")
_BETWEEN = frozenset({"ADJ(A)", "PIAT"})
_SINGULAR = wordrow("determiners.singular-endings")
_PLURAL = wordrow("endings.plural")  # the first two also behind `ein` (ein paar Quellen)
_BARE_SINGULAR = wordclass("determiners.bare", "determiners.bare-quantities")


def decide(forms: Sequence[str], tags: list[str], wordbook: Wordbook) -> None:
    """Give nominalised infinitives and plural nouns that look alike the tag that fits what stands before them."""
    for place, form in enumerate(forms):
        if place and tags[place] in _VERBS and forms[place - 1] in {"das", "dem"} and form[0].isupper():
            tags[place - 1 : place + 1] = "ART", "NNI" if form.endswith("n") else "NN"
        elif place and tags[place] in _VERBS and forms[place - 1] in _ARTICLES and form.istitle():
            tags[place - 1 : place + 1] = "ART", "NN"  # `auf die Stiegen`
        if tags[place] in _CANDIDATES and form.endswith("n") and form[0].isupper() and _is_infinitive(form, wordbook):
            number = _number(forms, tags, place) or _usual(form, tags[place], wordbook)
            if number == "Sing" and not _has_other_singular(form, wordbook) and lemma(form, "NN", wordbook) != form:
                tags[place] = "NNI"
            elif number == "Plur" and _has_other_plural(form, wordbook):
                tags[place] = "NN"


def _is_infinitive(form: str, wordbook: Wordbook) -> bool:
    """Whether a verb is called so, or the head of a compound (`Geschirrspülen`)."""
    head = None if wordbook.is_noun(form) or not form.isalpha() else wordbook.head(form)
    return wordbook.is_verb(form.lower()) or (head is not None and wordbook.is_verb(form[head[0] :].lower()))


def _number(forms: Sequence[str], tags: Sequence[str], place: int) -> str:
    """`Sing` or `Plur` by article or adjective; empty where nothing tells."""
    start = place
    while start > 0 and tags[start - 1] in _BETWEEN:
        start -= 1
    between = [forms[one].lower() for one in range(start, place)]
    determined = start > 0 and tags[start - 1] in _DETERMINERS
    if determined and not (
        forms[start - 1].lower() in _BARE_SINGULAR and between and between[-1].endswith(_PLURAL[:2])
    ):
        return _by_determiner(forms[start - 1].lower(), tags[start - 1])
    return _by_adjective(between[-1]) if between else ""


def _by_determiner(form: str, tag: str) -> str:
    if form in _BARE_SINGULAR or form.endswith(_SINGULAR):
        return "Sing"
    return "" if tag == "CARD" and form in {"1", "eins"} else "Plur"


def _by_adjective(form: str) -> str:
    """`lautes Reden`, `mit lautem Reden`, but `neue Leuchten`."""
    if form in _BARE_SINGULAR or form.endswith(("es", "em")):
        return "Sing"
    return "Plur" if form.endswith(_PLURAL) else ""


def _usual(form: str, tag: str, wordbook: Wordbook) -> str:
    """Without anything before it an infinitive stays one unless the noun is the more frequent word."""
    noun = wordbook.lookup(lemma(form, "NN", wordbook), "NOUN")
    verb = wordbook.lookup(form.lower(), "VERB")
    if tag != "NNI" or (noun is None and verb is not None):
        return ""
    return "Plur" if noun is None or verb is None or (noun.zipf or 0) > (verb.zipf or 0) else ""


def _has_other_singular(form: str, wordbook: Wordbook) -> bool:
    """Whether a noun of another lemma has this form in the singular behind das or dem (`dem Heiligen`)."""
    return any(one.number == "Sing" and one.gender != "f" and one.lemma != form for one in wordbook.nouns(form))


def _has_other_plural(form: str, wordbook: Wordbook) -> bool:
    """Whether only nouns of another lemma have this form in the plural (`Leuchten`, not `Schreiben`)."""
    plurals = {one.lemma for one in wordbook.noun_readings(form) if one.number == "Plur"}
    return bool(plurals) and form not in plurals
