"""Numbers: another one of the same magnitude and unit, which the article gives for nothing of the kind."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from learner.exercises import extent
from learner.exercises.edits.edit import Edit
from learner.exercises.material import Material
from learner.exercises.statement import Statement
from learner.exercises.wordlists import ordered
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_NUMERAL = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?")
_YEARS = range(1900, 2100)
_TEN, _LARGE, _HUNDRED = 10, 20, 100
_NEAR = 3  # times a number with decimals, or a length of time: no meal costs 30,20 euros, no shop is open 61 hours
_BESIDE = 2  # tokens between two numbers of one result
_SHOWN = 3  # wrong answers beside a number
_SHORT = 2  # digits of a number in which a five at the end is round
_FACTORS = (1.5, 0.5, 2, 0.75, 3, 1.25, 0.6, 2.5, 0.4, 0.85, 1.2, 1.35, 1.7)
_OPEN = wordclass("adverbs.around-open-numbers")
_COUNTED = frozenset({"NN", "NNI", "ADJ(A)", "NNA"})
_BEFORE = frozenset(
    {"APPR", "APPRART", "ART", "ADV", "ADJ(A)", "ADJ(D)", "PPOSAT", "VV(FIN)", "VA(FIN)", "VM(FIN)", "PTKVZ"}
)
_PER_CENT = frozenset({"Prozent", "Prozentpunkte", "Prozentpunkten", "%"})
_MONEY, _TIMES = wordclass("nouns.money"), wordclass("times.unit-stems")


def numbers(material: Material, statement: Statement) -> Iterator[Edit]:
    """A number that counts something, exchanged for one that the article gives for something else.

    A number that stands nowhere in it would be found by comparing digits.
    """
    found = [place for place in range(len(statement.tokens)) if _value(material, statement.tokens[place]) is not None]
    counting = [place for place in found if not _is_year(material, statement, place)]
    for place in counting:
        token = statement.tokens[place]
        if _is_among(place, found) or not _counts(material, statement, place) or _is_set(material, token):
            continue
        for said in beside_rivals(material, token)[:1]:
            yield Edit(statement.writing({token: said}), "number", said, material.analysis.form(token))


def _is_among(place: int, numbers_: Sequence[int]) -> bool:
    """`13 zu 15 Stimmen`, `von 12 auf 15 Prozent`: with another number it makes one result."""
    return any(other != place and abs(other - place) <= _BESIDE for other in numbers_)


def _is_set(material: Material, token: int) -> bool:
    """Whether nobody would believe, or everybody might, that it was another one."""
    if (_value(material, token) or 0) < _TEN and _unit(material, token).endswith("count"):
        return True  # how many of few there are is no matter of understanding
    relative = material.analysis.words[token + 1].lemma in wordclass("nouns.of-relatives")  # `hat acht Töchter`
    return relative or _bounds_time(material, token) or _tells_which(material, token) or _is_age(material, token)


def _bounds_time(material: Material, token: int) -> bool:
    """`in den ersten zwei Wochen`: in the first ten it may be as true."""
    before, unit = material.analysis.words[token - 1], material.analysis.words[token + 1].lemma
    return before.tag == "ADJ(A)" and unit in column("times.tsv")


def _tells_which(material: Material, token: int) -> bool:
    """`die 63 Bilder`, `noch einmal 17 Namen`: what another sentence has told of."""
    before = material.analysis.form(token - 1).lower()
    return before in wordclass("determiners.definite") or before == "einmal"


def _is_age(material: Material, token: int) -> bool:
    """`46 Jahre alt`, `mit 38 Jahren`: nobody believes the age of another in the article."""
    old = material.analysis.form(token + 2).startswith("alt")
    return old or (material.analysis.form(token - 1).lower(), material.analysis.form(token + 1)) == ("mit", "Jahren")


def _value(material: Material, token: int) -> int | None:
    """The whole part of a number in figures, or a small number in words."""
    form = material.analysis.form(token)
    match = _NUMERAL.fullmatch(form)
    if match:
        return int(match[1].replace(".", ""))
    return _small().index(form.lower()) + 2 if form.lower() in _small() else None


def _small() -> tuple[str, ...]:
    return ordered("number_words.txt")[0]


def _is_year(material: Material, statement: Statement, place: int) -> bool:
    value = _value(material, statement.tokens[place])
    return value in _YEARS and not _counts(material, statement, place)


def _counts(material: Material, statement: Statement, place: int) -> bool:
    """Whether a noun or unit stands behind it, nothing before it leaves it open, and it is no part of a name."""
    token = statement.tokens[place]
    if place + 2 >= len(statement.tokens) or extent.in_name(material.analysis, token):
        return False
    after = statement.tokens[place + 1]
    word = material.analysis.words[after]
    if place and not _is_free_before(material, statement, statement.tokens[place - 1]):
        return False
    form = material.analysis.form(after)
    year = (_value(material, token) or 0) in _YEARS and "." not in material.analysis.form(token)
    unit = word.tag in _COUNTED - ({"ADJ(A)"} if year else set()) or form in _PER_CENT
    return (
        unit
        and form != "Uhr"
        and not extent.in_name(material.analysis, after)
        and material.analysis.form(token + 1) == form
    )


def _is_free_before(material: Material, statement: Statement, before: int) -> bool:
    """Whether the word before a number neither leaves it open nor makes a name with it (`iPhone 6`)."""
    form, first = material.analysis.form(before), material.analysis.article.sentences[statement.sentence].first
    if _ends_phrase(material, before):
        return True
    named = before != first and any(letter.isupper() for letter in form)
    return form.lower() not in _OPEN and material.analysis.words[before].tag in _BEFORE and not named


def _ends_phrase(material: Material, before: int) -> bool:
    """`bis Oktober 1140 Anrufe`, `in der Stadt 640 Bögen`: a month, or a noun with its article, is no `Linie`."""
    word, value = material.analysis.words[before], _value(material, before + 1) or 0
    counted = value >= _LARGE and material.analysis.words[before + 2].tag == "NN"
    if word.tag != "NN" or not counted or word.lemma.lower().endswith(tuple(wordclass("nouns.numbered"))):
        return False
    determined = material.analysis.words[before - 1].tag in {"ART", "PPOSAT", "APPRART", "PDAT"}
    return determined or word.lemma in column("calendar.tsv")


def alternatives(material: Material, token: int) -> tuple[str, ...]:
    """Numbers of the same magnitude, written like the one at the token, which the article gives for nothing alike."""
    written = material.analysis.form(token)
    if _value(material, token) is None:
        return ()
    return tuple(_as_written(one, written) for one in _others(material, token) if _is_free(material, token, one))


def beside_rivals(material: Material, token: int) -> tuple[str, ...]:
    """One or two numbers that the article gives for other things of the kind, then made ones (decision 0066)."""
    written = material.analysis.form(token)
    value = _value(material, token) or 0
    able = [other for other in _rivals(material, token) if value < _LARGE or is_as_round(other, value)]
    found = [_as_written(other, written) for other in able]
    material.rng(f"rivals {token}").shuffle(found)
    rivals = [one for one in dict.fromkeys(found) if one != written][:2]
    return (*rivals, *(one for one in alternatives(material, token) if one not in rivals))


def _rivals(material: Material, token: int) -> Iterator[int]:
    """Numbers in other sentences, of the same unit and size, beside another noun."""
    value = _value(material, token) or 0
    here, words = extent.sentence_of(material.analysis, token), material.analysis.words
    counted = words[token + 1].lemma
    decimal = "," in material.analysis.form(token)
    reach = _NEAR if decimal or _unit(material, token).endswith("time") else _TEN
    for other, places in _places(material).items():
        for place in places:
            if place + 2 >= len(words) or extent.sentence_of(material.analysis, place) == here:
                continue
            near = {words[behind].lemma for behind in range(place, place + 4) if behind < len(words)}
            plain = words[place + 1].tag in _COUNTED and material.analysis.form(place + 1) != "Uhr"
            year = other in _YEARS and "." not in material.analysis.form(place)
            same = _unit(material, place) == _unit(material, token)
            same = same and (counted not in near or not _unit(material, token).endswith("count"))
            if plain and not year and same and other != value and value / reach < other < value * reach:
                yield other


def _unit(material: Material, token: int) -> str:
    """Percent, money, a length of time, or just so many of something; with it thousand, million or none."""
    forms = [material.analysis.form(place) for place in range(token + 1, min(token + 3, len(material.analysis.words)))]
    large = forms[0][:4] if forms[0].startswith(("Milli", "Tausend")) else ""
    unit = forms[-1] if large else forms[0]
    if unit in _PER_CENT:
        return "percent"
    kind = "money" if unit in _MONEY else ""
    kind = kind or ("time" if unit.rstrip("en") in _TIMES else "")
    return f"{large} {kind or 'count'}"


def _others(material: Material, token: int) -> Sequence[int]:
    """Candidates in the order of preference: not too near, not absurd."""
    value = _value(material, token) or 0
    written = material.analysis.form(token)
    unit = material.analysis.form(token + 1)
    if value < _TEN or (value < _LARGE and value % 5):
        near = [value + step for step in (3, 2, -2, 4, -3, 5, -4, 1, -1)]
    elif value < _HUNDRED:
        near = [value + step for step in _steps(value)]
        material.rng(f"number {token}").shuffle(near)
    else:
        near = [_rounded(value * factor, value) for factor in _FACTORS]
        material.rng(f"number {token}").shuffle(near)
    figures = written[0].isdigit()
    near = [other for other in near if not figures or is_as_round(other, value)]
    most = 99 if unit in _PER_CENT and value <= 100 else 10**12
    able = [other for other in dict.fromkeys(near) if 2 <= other <= most and other != value]
    return _around(material, token, able, value)


def _around(material: Material, token: int, able: Sequence[int], value: int) -> Sequence[int]:
    """As many smaller ones among the first three as chance says, so that the rank of a number tells nothing."""
    smaller = [other for other in able if other < value]
    larger = [other for other in able if other > value]
    least = max(0, _SHOWN - len(larger))
    count = material.rng(f"rank {token}").randint(least, max(least, min(_SHOWN, len(smaller))))
    first = [*smaller[:count], *larger[: _SHOWN - count]]
    return [*first, *(other for other in able if other not in first)]


def _steps(value: int) -> Sequence[int]:
    """Steps that keep a round number round and an odd one odd."""
    if value % 10 == 0:
        return (10, -10, 20, -20, 30)
    if value % 5 == 0:
        return (10, -10, 20, -20, 5 if value < _LARGE else 30)
    return (12, -9, 21, -14, 17, -18, 8, -11)


def is_as_round(other: int, value: int) -> bool:
    """Whether both have as many digits, and as many zeros at the end where the first has any (fives count as half)."""
    if len(str(other)) != len(str(value)):
        return False
    mine, theirs = _zeros(value), _zeros(other)
    lead = len(str(value)) - mine == 1  # 300: 450 is as round; 80: 21 is not
    return theirs == mine if not lead else theirs >= max(mine - 1, min(mine, 1))


def _zeros(number: int) -> int:
    """Zeros at the end; a five at the end of a small number counts as one."""
    text = str(number)
    zeros = len(text) - len(text.rstrip("0"))
    return zeros or int(len(text) == _SHORT and text.endswith("5"))


def _rounded(number: float, like: int) -> int:
    """As round as the number it stands for: 14,000 becomes 21,000, not 21,137."""
    step = 1
    while like % (step * 10) == 0 and number >= step * 10:
        step *= 10
    step = max(1, step // 2) if like // step < 10 else step
    return max(2, round(number / step) * step)


def _is_free(material: Material, token: int, other: int) -> bool:
    """Whether the article has the number nowhere; a small one may stand there with another noun."""
    counted = material.analysis.words[token + 1].lemma
    for place in _places(material).get(other, ()):
        near = {
            material.analysis.words[behind].lemma
            for behind in range(place, min(place + 4, len(material.analysis.words)))
        }
        if other >= _LARGE or counted in near:
            return False
    return True


@lru_cache(maxsize=2)
def _places(material: Material) -> dict[int, list[int]]:
    """Every number of the article with the tokens it stands at."""
    found: dict[int, list[int]] = {}
    for token in range(len(material.analysis.words)):
        value = _value(material, token)
        if value is not None:
            found.setdefault(value, []).append(token)
    return found


def _as_written(number: int, like: str) -> str:
    """In words, with points, or with the decimals of the number it stands for."""
    if like.lower() in _small():
        small = number - 2 < len(_small())
        word = _small()[number - 2] if small else str(number)
        return word.capitalize() if like[0].isupper() and small else word
    match = _NUMERAL.fullmatch(like)
    grouped = "." in like or number >= 10_000
    return (f"{number:,}".replace(",", ".") if grouped else str(number)) + ((match[2] or "") if match else "")
