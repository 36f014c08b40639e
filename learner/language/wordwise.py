"""Tags of single words that HanTa gets wrong, put right by the word, its neighbours and the lexicon."""

from collections.abc import Sequence

from learner.language import gazetteer
from learner.language.numbers import value
from learner.language.wordbook import Wordbook
from learner.lexicon.wordclasses import wordclass

_BEFORE_NOUNS = frozenset({"ART", "ADJ(A)", "APPRART", "PPOSAT", "PIAT", "PDAT", "CARD"})
_ARTICLES = frozenset({"ART", "ADJ(A)", "APPRART", "PPOSAT", "PDAT"})
_MODALS = wordclass("verbs.modal")
_OF_NOBLES = wordclass("prepositions.of-nobles")
_FUNCTION = frozenset({"PPOSAT", "PPER", "ART", "APPR", "KOUS"})
_LONG_NUMERAL = 8  # letters; shorter ones HanTa knows


def by_word(place: int, forms: Sequence[str], tags: Sequence[str], wordbook: Wordbook, *, shouting: bool) -> str:
    """The tag of one word, seen with its neighbours."""
    form = forms[place]
    tag = _by_itself(form, tags[place], wordbook)
    before = tags[place - 1] if place else ""
    if tag == "NE":
        return _name_or_noun(form, before, wordbook)
    if tag == "NN":
        return _noun_or_not(form, forms[max(0, place - 3) : place], wordbook)
    if tag in _FUNCTION:
        return _function_word(form, tag, tags[place + 1 : place + 2], shouting=shouting)
    return _no_noun(place, forms, tag, tags, wordbook)


def _no_noun(place: int, forms: Sequence[str], tag: str, tags: Sequence[str], wordbook: Wordbook) -> str:
    """The tag of a word that was not taken for a noun or name."""
    form, before = forms[place], tags[place - 1] if place else ""
    if tag.startswith("ADJ"):
        return _adjective_or_not(form, tag, forms[place + 1 : place + 2], wordbook)
    if tag == "ADV":
        return _adverb_or_not(form, before, tags[place + 1 : place + 2], wordbook)
    if tag.startswith("VV") and form[0].isupper():
        return _verb_or_not(form, tag, before if place else "$.", forms[place + 1 : place + 2], wordbook)
    return tag


def _by_itself(form: str, tag: str, wordbook: Wordbook) -> str:
    """The tag of one word without its neighbours; participles in un- belong to no verb."""
    if len(form) > _LONG_NUMERAL and value(form):
        return "CARD"
    if tag == "NNA" and form[0].islower():
        return _lower_case(form, "ADJ(A)", wordbook)
    if tag == "VM(FIN)" and not _is_modal(form, wordbook):
        return "VV(FIN)"
    unmade = tag == "VV(PP)" and form.lower().startswith("un") and _is_only_adjective(form, wordbook)
    return "ADJ(D)" if unmade else tag


def _function_word(form: str, tag: str, behind: Sequence[str], *, shouting: bool) -> str:
    """`bis zum Sommer` holds no conjunction; `IHR` in capitals is an acronym."""
    if tag == "KOUS":
        return "APPR" if form.lower() == "bis" and list(behind) == ["APPRART"] else tag
    return "NE" if len(form) > 1 and form.isupper() and not shouting else tag


def _verb_or_not(form: str, tag: str, before: str, behind: Sequence[str], wordbook: Wordbook) -> str:
    """A capital letter: `1990er-Jahre`, `Wendt zufolge`; inside a sentence an imperative is a name."""
    if list(behind) == ["zufolge"]:
        return "NE"
    if "-" in form and form.rpartition("-")[2][:1].isupper():
        return "NN"
    if before in _ARTICLES:
        return "NNI" if wordbook.is_verb(form.lower()) else "NN"
    return "NE" if tag == "VV(IMP)" and before != "$." and not wordbook.is_noun(form) else tag


def _adverb_or_not(form: str, before: str, behind: Sequence[str], wordbook: Wordbook) -> str:
    """`im Nachhinein` is a noun, `leckere Suppe` holds an adjective."""
    if form[0].isupper() and before == "APPRART":
        return "NN"
    if not form.endswith("e") or list(behind) != ["NN"]:
        return "ADV"
    known = wordbook.analyses(form)
    inflected = any(pos == "ADJ" and lemma != form for lemma, pos, _ in known)
    return "ADJ(A)" if inflected and all(pos != "ADV" for _, pos, _ in known) else "ADV"


def _is_modal(form: str, wordbook: Wordbook) -> bool:
    """Whether a form can be one of a modal verb, or of no verb that is known (not `kannte`)."""
    verbs = {lemma for lemma, pos, _ in wordbook.analyses(form.lower()) if pos == "VERB"}
    return not verbs or bool(verbs & _MODALS)


def _is_only_adjective(form: str, wordbook: Wordbook) -> bool:
    """`unangemeldet` looks like the participle of a verb that there is not."""
    known = {pos for _, pos, _ in wordbook.analyses(form.lower())}
    return "ADJ" in known and "VERB" not in known


def _noun_or_not(form: str, before: Sequence[str], wordbook: Wordbook) -> str:
    if form[0].islower():
        return _lower_case(form, "NN", wordbook)
    return "NE" if _is_noble(before) and not wordbook.is_noun(form) else "NN"


def _is_noble(before: Sequence[str]) -> bool:
    """Whether a first name and `von der`, `von`, `vom`, `zu` stand before (`Ursula von der` Leyen)."""
    if list(before[1:]) == ["von", "der"]:
        return bool(gazetteer.sex(before[0]))
    return len(before) > 1 and before[-1] in _OF_NOBLES and bool(gazetteer.sex(before[-2]))


def _name_or_noun(form: str, before: str, wordbook: Wordbook) -> str:
    if form[0].islower():
        return _lower_case(form, "NE", wordbook)
    if before in _BEFORE_NOUNS and _is_common_noun(form, wordbook):
        return "NN"
    foreign = before != "NE" and form.endswith("s") and _is_foreign_plural(form, wordbook)
    return "NN" if foreign else "NE"


def _adjective_or_not(form: str, tag: str, behind: Sequence[str], wordbook: Wordbook) -> str:
    if "-" in form and form.rpartition("-")[2][:1].isupper():
        return "NN"
    if tag == "ADJ(D)" and behind == ["bekommen"] and _is_participle(form, wordbook):
        return "VV(PP)"
    return tag


def _is_participle(form: str, wordbook: Wordbook) -> bool:
    return any(pos == "VERB" and features.startswith("Part") for _, pos, features in wordbook.analyses(form))


def shouts(forms: Sequence[str]) -> bool:
    """Whether most of the sentence stands in capitals."""
    words = [form for form in forms if form.isalpha()]
    return 2 * sum(form.isupper() for form in words) > len(words)


def _is_common_noun(form: str, wordbook: Wordbook) -> bool:
    known = gazetteer.match([form])
    return wordbook.is_noun(form) and (known is None or known.ordinary) and not gazetteer.sex(form)


def _is_foreign_plural(form: str, wordbook: Wordbook) -> bool:
    """`Sticks`, `Copyrights`: a form that only the plural of a noun has."""
    readings = wordbook.nouns(form)
    numbers = {one.number for one in readings}
    return numbers == {"Plur"} and gazetteer.match([form]) is None and not gazetteer.sex(form.removesuffix("s"))


def _lower_case(form: str, tag: str, wordbook: Wordbook) -> str:
    """A small letter: an adjective the tagger did not know (`lecker`), else as it was."""
    for lemma, pos, _ in wordbook.analyses(form):
        if pos == "ADJ":
            return "ADJ(D)" if lemma == form else "ADJ(A)"
        if pos == "ADV":
            return "ADV"
    return tag
