"""Slips of the page: words that no table has, that are not made of known ones, or that one letter parts from one."""

from collections.abc import Iterator
from functools import lru_cache

from learner.exercises.extent import in_name
from learner.exercises.material import Material
from learner.exercises.wordlists import grammar_words
from learner.language.tables import mapping
from learner.lexicon.lexicon import Lexicon
from learner.lexicon.wordclasses import wordrow

_NOUNS = ("NN", "NNA", "NNI")
_JUDGED = (*_NOUNS, "VV", "ADJ", "ADV")
_LEAST = 3  # letters; shorter ones are signs and abbreviations
_SHORTEST = 7  # letters of a noun; shorter words are near others by chance
_PART = 4  # letters of the parts that a slip is looked for between
_USUAL, _WELL_KNOWN = 3.0, 4.0  # Zipf
_FIRST = 5  # letters of the parts of a compound taken for a name
_END = 1  # letters; what differs there is an ending
_FAR = 9  # letters of a word in which two may be wrong
_MISSING = "enristahlg"  # letters that are most often left out
_ENDINGS = ("", "e", "en", "er", "es", "em")
_VOWELS = "aeiouäöü"
_OF_NOUNS = ("ung", "ungen", "keit", "heit", "er", "ern", "erin", "ers", "erinnen", "innen", "in", "ei")
_LINKS = wordrow("endings.between-parts")
_VERBAL = ("", "n", "en", "e", "ieren")


@lru_cache(maxsize=2)
def misspelt(material: Material) -> frozenset[int]:
    """The tokens of an article that look like slips."""
    analysis = material.analysis
    known = {
        token
        for entry in analysis.entries
        if entry.lexeme.zipf is not None or entry.compound
        for place in entry.occurrences
        for token in place.tokens
    }
    german = "ß" in analysis.article.text  # else the page is Swiss
    return frozenset(
        token
        for token, word in enumerate(analysis.words)
        if (token not in known and word.tag.startswith(_JUDGED) and _is_slip(material, token))
        or (
            word.tag == "NE"
            and not in_name(analysis, token)
            and _is_spoilt_compound(material.lexicon, analysis.form(token))
        )
        or (german and word.tag != "NE" and _is_swiss(material.lexicon, analysis.form(token)))
        or (german and word.tag == "NN" and analysis.form(token).endswith("niss"))  # `Geständniss`
        or _has_old_eszett(material.lexicon, analysis.form(token))
        or (word.tag.startswith(_JUDGED) and _lacks_eszett(material.lexicon, analysis.form(token)))
    )


def _is_slip(material: Material, token: int) -> bool:
    form, word = material.analysis.form(token), material.analysis.words[token]
    if len(form) < _LEAST or not form.isalpha() or not (form[1:].islower() or form.islower()):
        return False
    lexicon = material.lexicon
    if any(lexicon.is_word(one) or lexicon.is_word(one.lower()) for one in (form, word.lemma)):
        return False
    vowel = word.tag.startswith("VV") and any(map(lexicon.is_word, _with_other_vowel(form)))  # `anbat`
    separable = word.tag.startswith("VV") and not vowel and _is_separable(lexicon, form)
    if separable or _is_swiss(lexicon, form) or lexicon.is_heard(form):
        return False
    if form[0].isupper():
        return word.tag in _NOUNS and not in_name(material.analysis, token) and _is_spoilt(lexicon, form)
    if "isch" in form and any(name.name.lower().startswith(form[:_PART]) for name in material.analysis.names):
        return False  # `ardanisch` in an article about Ardanien
    near = len(form) >= _SHORTEST and any(map(lexicon.is_word, _near(form)))
    return near or vowel or not _is_made(lexicon, form)


@lru_cache(maxsize=4096)
def _is_separable(lexicon: Lexicon, form: str) -> bool:
    """`aufstoppte`, `aufgeschaut`, `durchschwommen`, `trockenliegt`: a particle or adjective and a known verb."""
    halves = ((form[:cut], form[cut:]) for cut in range(2, len(form) - 2))
    return any(_is_particle(lexicon, first) and _is_verb(lexicon, rest) for first, rest in halves)


def _is_particle(lexicon: Lexicon, form: str) -> bool:
    return form in mapping("particles.tsv") or (len(form) > _LEAST and lexicon.lookup(form, "ADJ") is not None)


def _is_verb(lexicon: Lexicon, form: str) -> bool:
    """`stoppte`, `zustoppen`, `geschaut`, and the `schwommen` of `geschwommen`."""
    return any(lexicon.verb_analyses(one) for one in (form, form.removeprefix("zu"), f"ge{form}"))


@lru_cache(maxsize=4096)
def _is_swiss(lexicon: Lexicon, form: str) -> bool:
    """Whether the form is a word only with ß for its ss."""
    if "ss" not in form or lexicon.is_word(form) or lexicon.is_word(form.lower()):
        return False
    return any(lexicon.is_word(one) or lexicon.is_word(one.lower()) for one in _with_eszett(form))


@lru_cache(maxsize=4096)
def _has_old_eszett(lexicon: Lexicon, form: str) -> bool:
    """Whether the form is a word only with ss for its ß (`floßen`)."""
    if "ß" not in form or lexicon.is_word(form) or lexicon.is_word(form.lower()):
        return False
    return lexicon.is_word(form.replace("ß", "ss")) or lexicon.is_word(form.lower().replace("ß", "ss"))


@lru_cache(maxsize=4096)
def _lacks_eszett(lexicon: Lexicon, form: str) -> bool:
    """Whether the form is a word only with ß for one of its s (`liesen`)."""
    low = form.lower()
    if form[:1].isupper() or lexicon.is_word(form):
        return False
    places = (place for place in range(1, len(low)) if low[place] == "s")
    return any(lexicon.is_word(low[:place] + "ß" + low[place + 1 :]) for place in places)


def standard_spellings(material: Material, form: str) -> tuple[str, ...]:
    """`heiße` for the `heisse` of a Swiss page, which has no ß; nothing where the form is a word of its own."""
    german = "ß" in material.analysis.article.text
    swiss = not german and _is_swiss(material.lexicon, form)
    return tuple(one for one in _with_eszett(form) if swiss and material.lexicon.is_word(one.lower()))


def _with_eszett(form: str) -> Iterator[str]:
    """The form with ß for each of its ss (`Strasse`)."""
    for place in range(len(form) - 1):
        if form[place : place + 2] == "ss":
            yield form[:place] + "ß" + form[place + 2 :]


@lru_cache(maxsize=4096)
def _is_made(lexicon: Lexicon, form: str) -> bool:
    """Whether a word in small letters is put together of known ones (`reisefreudig`, `unversehrt`, `buchbar`)."""
    for prefix in grammar_words("first-parts.txt"):
        if form.startswith(prefix) and len(form) - len(prefix) >= _LEAST and _ends_well(lexicon, form[len(prefix) :]):
            return True
    cuts = range(_PART, len(form) - 1)
    return any(_ends_well(lexicon, form[cut:]) and _begins_well(lexicon, form[:cut]) for cut in cuts) or _is_derived(
        lexicon, form
    )


@lru_cache(maxsize=16384)
def _ends_well(lexicon: Lexicon, tail: str) -> bool:
    """Whether an end is a word, a participle with the ending of an adjective, or an adjective made of a word."""
    bare = [tail.removesuffix(ending) for ending in _ENDINGS if tail.endswith(ending)]
    words = (one for stem in bare for one in (stem, stem.removesuffix("d"), "ge" + stem) if len(one) >= _LEAST)
    return any(lexicon.is_word(one) for one in words) or _is_derived(lexicon, tail)


def _is_derived(lexicon: Lexicon, form: str) -> bool:
    """Whether a known stem bears a suffix of adjectives (`buchbar`, `zentristisch`)."""
    stems = (form.removesuffix(ending) for ending in _ENDINGS if form.endswith(ending))
    return any(
        stem.endswith(suffix) and _begins_well(lexicon, stem.removesuffix(suffix))
        for stem in stems
        for suffix in grammar_words("suffixes.txt")
    )


@lru_cache(maxsize=16384)
def _begins_well(lexicon: Lexicon, head: str) -> bool:
    """Whether a beginning is a word, a word with a link, or the stem of a verb."""
    if len(head) < _LEAST:
        return False
    bare = (head, *(head.removesuffix(link) for link in _LINKS if head.endswith(link)))
    return any(_is_part(lexicon, one) for one in bare) or any(_is_part(lexicon, head + end) for end in _VERBAL)


def _is_part(lexicon: Lexicon, part: str) -> bool:
    """Whether the letters are a word; short ones must be usual, since nearly every three letters stand in a table."""
    written = (part, part.capitalize())
    if len(part) > _PART:
        return any(map(lexicon.is_word, written))
    return len(part) >= _LEAST and any((lexicon.form_zipf(one) or 0.0) >= _USUAL for one in written)


def _is_spoilt(lexicon: Lexicon, noun: str) -> bool:
    """Whether the noun is not made of known words, but would be with one letter changed."""
    if len(noun) < _SHORTEST or _is_whole(lexicon, noun.lower()):
        return False
    low = noun.lower()
    if any(_is_part(lexicon, one) for one in _near(low)) or _is_two_off(lexicon, noun):
        return True
    if any(_is_swapped(lexicon, low[:cut]) and _is_noun(lexicon, low[cut:]) for cut in (_PART, _PART + 1)):
        return True
    cuts = range(_PART, len(low) - _PART + 1)
    return any(
        (_begins_well(lexicon, low[:cut]) and _is_nearly(lexicon, low[cut:], inside=False))
        or (_is_noun(lexicon, low[cut:]) and _is_nearly(lexicon, low[:cut], inside=True))
        for cut in cuts
    )


@lru_cache(maxsize=4096)
def _is_spoilt_compound(lexicon: Lexicon, name: str) -> bool:
    """Whether what looks like a name is a usual noun and another one with a letter wrong (`Pressepätze`)."""
    low = name.lower()
    cuts = range(_FIRST, len(low) - _FIRST + 1)
    usual = (cut for cut in cuts if (lexicon.zipf(low[:cut].capitalize(), "NOUN") or 0.0) >= _WELL_KNOWN)
    return any(not _is_noun(lexicon, low[cut:]) and _is_nearly(lexicon, low[cut:], inside=False) for cut in usual)


def _is_swapped(lexicon: Lexicon, part: str) -> bool:
    """Whether a short beginning is no word, but would be with two neighbours in their order (`Aslyquartier`)."""
    swapped = (part[:n] + part[n + 1] + part[n] + part[n + 2 :] for n in range(1, len(part) - 1))
    usual = any((lexicon.zipf(one.capitalize(), "NOUN") or 0.0) >= _USUAL for one in swapped)
    return usual and not _begins_well(lexicon, part)


def _is_two_off(lexicon: Lexicon, noun: str) -> bool:
    """Whether two letters part a long noun from a known one with the same beginning (`Engargments`)."""
    if len(noun) < _FAR:
        return False
    lengths = range(len(noun) - 1, len(noun) + 2)
    return any(_distance(noun, one.form) <= 2 for one in lexicon.completions(noun[:_PART], lengths) if one.zipf)


def _distance(one: str, other: str) -> int:
    """How many letters must be put in, left out or exchanged to get from one word to the other."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        before, row = row, [place]
        for column, against in enumerate(other, start=1):
            row.append(min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != against)))
    return row[-1]


def _is_nearly(lexicon: Lexicon, part: str, *, inside: bool) -> bool:
    """Whether one letter parts what is left of a compound from a word or, inside, a beginning."""
    if len(part) < _PART + 1:
        return False
    cuts = range(_PART, len(part) - _PART)
    if inside and any(_begins_well(lexicon, part[:cut]) and _nears(lexicon, part[cut:]) for cut in cuts):
        return True
    return _nears(lexicon, part) if inside else any(_is_noun(lexicon, one) for one in _near(part))


def _nears(lexicon: Lexicon, part: str) -> bool:
    return len(part) > _PART and any(
        _begins_well(lexicon, one) for one in (*_near(part), *_with_letter_before_last(part))
    )


@lru_cache(maxsize=4096)
def _is_whole(lexicon: Lexicon, low: str) -> bool:
    """Whether a noun in small letters is a compound of known words, or derived from one."""
    if any(_is_noun(lexicon, low.removesuffix(end)) for end in ("", "s", "n", "en", "e", "es") if low.endswith(end)):
        return True
    firsts = grammar_words("first-parts.txt")
    return any(
        (_begins_well(lexicon, low[:cut]) or low[:cut] in firsts) and _is_whole(lexicon, low[cut:])
        for cut in range(2, len(low) - 2)
    )


def _is_noun(lexicon: Lexicon, low: str) -> bool:
    """Whether the letters are a noun, or a verb or adjective with an ending of nouns."""
    if lexicon.is_word(low.capitalize()):
        return True
    for suffix in _OF_NOUNS:
        stem = low.removesuffix(suffix)
        if low.endswith(suffix) and len(stem) >= _LEAST:
            ends = ("en", "n") if suffix.startswith("er") else ("en", "n", "")  # `Betrater` is not from `betrat`
            return any(lexicon.is_word(stem + end) for end in ends) or lexicon.is_word(stem.capitalize())
    return False


def _with_letter_before_last(part: str) -> Iterator[str]:
    """The part with a letter put in before its last one (`Polizi`): inside a compound nothing there is an ending."""
    return (part[:-1] + letter + part[-1] for letter in _MISSING)


def _with_other_vowel(form: str) -> Iterator[str]:
    """The form with another vowel in the place of each (`anbat`), but for its beginning and its end."""
    for place in range(1, len(form) - _END):
        if form[place] in _VOWELS:
            yield from (form[:place] + other + form[place + 1 :] for other in _VOWELS if other != form[place])


def _near(form: str) -> Iterator[str]:
    """The form with two neighbours swapped, a letter left out or put in, but for its beginning and its end."""
    for place in range(1, len(form) - _END):
        before, after = form[:place], form[place:]
        yield before + after[1] + after[0] + after[2:]
        yield before + after[1:]
        yield from (before + letter + after for letter in _MISSING)
    if form[-1:] in "tkpgbdf":
        yield form[:-1]
