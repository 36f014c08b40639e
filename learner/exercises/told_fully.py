"""Whether a statement tells all it needs: things named, every part with its whole, every number with what it counts."""

from collections.abc import Callable, Collection, Iterable

from learner.exercises.counting import adds
from learner.exercises.difficulty import at_least
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.statement import Statement
from learner.exercises.usage import in_expressions
from learner.exercises.wordlists import ordered, words
from learner.language.dates import is_year
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass, wordmap

_SUMMING = wordclass("nouns.summing-up")
_SETTINGS = wordclass("nouns.settings")
_SUFFICING = wordclass("verbs.of-sufficing")
_PERIODS = wordclass("times.periods")
_WHAT_FOR = wordclass("prepositions.what-for")
_NAMING = frozenset({"NOUN", "PROPN"})
_FEWEST_NAMED = 2


def is_told_fully(material: Material, statement: Statement) -> bool:
    """Whether it names two things or more beside times and measures, and every number with what it counts.

    `Im März wird eine Entscheidung erwartet`, `Die Händler gehen von 900 aus` say too little by themselves.
    """
    return len(named_in(material, statement)) >= _FEWEST_NAMED and needs_nothing(material, statement)


def named_in(material: Material, statement: Statement) -> frozenset[str]:
    """The nouns and names of a statement beside days, months and measures."""
    return named_among(material, statement.tokens)


def named_among(material: Material, tokens: Iterable[int]) -> frozenset[str]:
    """The nouns and names among tokens beside days, months and measures."""
    found = (material.analysis.words[token] for token in tokens)
    told = frozenset(word.lemma for word in found if word.pos in _NAMING)
    return told - column("times.tsv").union(words("measures.txt"), *ordered("calendar.txt"))


def needs_nothing(material: Material, statement: Statement) -> bool:
    """Whether every part is told with its whole, every number with what it counts, and nothing is compared alone."""
    if any(is_part_of_something(material, token) for token in statement.tokens):
        return False
    own = [token for token in statement.tokens if token not in statement.instead]
    added = any(adds(material, token) for token in statement.tokens[1:])
    if added or had_happened(material, own, frozenset({"haben"})):
        return False
    if any(leans(material, statement) for leans in _LEANING):
        return False
    return not any(
        _counts_nothing(material, before, token, after)
        for before, token, after in zip(statement.tokens, statement.tokens[1:], statement.tokens[2:], strict=False)
    )


def _leans(material: Material, statement: Statement) -> bool:
    """`zum Beispiel in China`, `weniger Freude` without `als`: of what, or than what, the sentence before says."""
    forms = {material.analysis.form(token).lower() for token in statement.tokens}
    compared = forms & {"mehr", "weniger"} and not forms & wordclass("adverbs.comparing")
    beginner = not at_least(material.level, "B1") and bool(set(statement.tokens) & in_expressions(material))
    return bool(compared) or "beispiel" in forms or beginner or _is_somewhere(material, statement)


def _names_apart(material: Material, statement: Statement) -> bool:
    """`In dem Becken liegt Wasser`: written apart it is the one told of before; not `in dem Becken, das …`."""
    words_, apart = material.analysis.words, wordmap("prepositions.parted")
    return any(
        apart.get(material.analysis.form(token).lower()) == material.analysis.form(token + 1)
        and [one.tag for one in words_[token : token + 3]] == ["APPR", "ART", "NN"]
        and words_[token + 3].tag not in {"$,", "ART", "NE", "APPR", "PPOSAT"}
        for token in statement.tokens[:-3]
    )


def _names_what_was_told(material: Material, statement: Statement) -> bool:
    """`Sie hat das Phänomen untersucht`: a noun for what was told before, with nothing that says which."""
    return any(
        material.analysis.words[token].lemma in _SUMMING
        and material.analysis.form(token - 1).lower() in wordclass("determiners.definite")
        and material.analysis.words[token + 1].tag not in {"ART", "NE", "PRELS"}
        and material.analysis.form(token + 1) != "von"
        for token in statement.tokens
        if token and token + 1 < len(material.analysis.words)
    )


def _names_one_of_row(material: Material, statement: Statement) -> bool:
    """`Gegen den letzten Punkt verwahrt sich Keller`: of which row, another sentence says."""
    words_, known = material.analysis.words, wordclass("nouns.of-what-was-said") | {"Punkt"}
    return any(
        words_[token].lemma in known
        and words_[token - 1].lemma.removesuffix("e") in wordclass("adjectives.counting")
        and material.analysis.form(token - 2).lower() in wordclass("determiners.definite")
        and words_[token + 1].tag not in {"ART", "NE", "PRELS", "$,"}
        for token in statement.tokens
        if 1 < token < len(words_) - 1
    )


def _stays_away(material: Material, statement: Statement) -> bool:
    """`Helga Warnke ist zwei Jahre lang gar nicht gegangen`: where to, another sentence says."""
    words_ = [material.analysis.words[token] for token in statement.tokens]
    going = any(word.lemma == "gehen" and word.tag.startswith("VV") for word in words_)
    denied = any(word.tag == "PTKNEG" for word in words_)
    return going and denied and {"APPR", "APPRART", "PTKVZ", "PROAV", "PPER"}.isdisjoint(word.tag for word in words_)


def _depends_on_untold(material: Material, statement: Statement) -> bool:
    """`Je nach Grad drohen Strafen`: the degree of what, another sentence says; `je nach Größe des Hauses` does."""
    words_ = [material.analysis.words[token] for token in statement.tokens]
    forms = [material.analysis.form(token).lower() for token in statement.tokens]
    runs = zip(forms, forms[1:], words_[2:], words_[3:], strict=False)
    return any(
        (je, nach) == ("je", "nach") and noun.pos == "NOUN" and behind.tag != "ART" for je, nach, noun, behind in runs
    )


def _suffices_for_untold(material: Material, statement: Statement) -> bool:
    """`Eine einzige Generation genügte`: for what, another sentence says; not `genügt für zwei Wochen`."""
    words_ = [material.analysis.words[token] for token in statement.tokens]
    forms = {material.analysis.form(token).lower() for token in statement.tokens}
    suffices = any(word.lemma in _SUFFICING and word.tag.startswith("VV") for word in words_)
    return suffices and forms.isdisjoint(_WHAT_FOR) and not any(word.tag == "PPER" for word in words_)


def _expects_time_for_untold(material: Material, statement: Statement) -> bool:
    """`Hedlund rechnet mit mindestens zwei Wochen`: for what, another sentence says."""
    words_ = [material.analysis.words[token] for token in statement.tokens]
    forms = [material.analysis.form(token).lower() for token in statement.tokens]
    expects = any(word.lemma == "rechnen" for word in words_) and "mit" in forms
    timed = expects and any(word.lemma in column("times.tsv") for word in words_[forms.index("mit") + 1 :][:3])
    return timed and _WHAT_FOR.isdisjoint(forms)


def _is_at_same_time(material: Material, statement: Statement) -> bool:
    """`sank im selben Zeitraum`: in which, another sentence says, where no day, year or number stands before it."""
    words_ = [material.analysis.words[token] for token in statement.tokens]
    forms = [material.analysis.form(token) for token in statement.tokens]
    same = [place for place, form in enumerate(forms[:-1]) if form in {"selben", "gleichen"}]
    timed = [place for place in same if words_[place + 1].lemma in column("times.tsv") | _PERIODS]
    dates = column("calendar.tsv")
    return any(not any(word.tag == "CARD" or word.lemma in dates for word in words_[:place]) for place in timed)


_LEANING: tuple[Callable[[Material, Statement], bool], ...] = (
    _leans,
    _names_apart,
    _names_what_was_told,
    _names_one_of_row,
    _stays_away,
    _depends_on_untold,
    _suffices_for_untold,
    _expects_time_for_untold,
    _is_at_same_time,
)


def had_happened(material: Material, tokens: Iterable[int], auxiliaries: Collection[str]) -> bool:
    """`Am Montag hatte er sich mit ihnen getroffen`: before what, another sentence says."""
    words_ = [material.analysis.words[token] for token in tokens]
    past = (word for word in words_ if word.lemma in auxiliaries and word.features.get("Tense") == "Past")
    had = any(word.tag == "VA(FIN)" and word.features.get("Mood") == "Ind" for word in past)
    return had and any(word.tag == "VV(PP)" for word in words_)


def _is_somewhere(material: Material, statement: Statement) -> bool:
    """`in die von Rebellen gehaltene Stadt`: which one, another sentence says."""
    words_ = material.analysis.words
    for token in statement.tokens:
        if words_[token].lemma not in _SETTINGS or words_[token + 1].tag in {"NE", "ART", "PRELS"}:
            continue
        phrase = next((one for one in noun_phrases(material, statement.sentence) if one.head == token), None)
        if phrase is not None and phrase.preposition is not None and phrase.determiner is not None:
            return material.analysis.form(phrase.determiner).lower() in wordclass("determiners.definite")
        if _is_held(material, token):
            return True
    return False


def _is_held(material: Material, token: int) -> bool:
    """`in die von Rebellen gehaltene Stadt`: between article and noun stands who does something to it."""
    tags = [word.tag for word in material.analysis.words[max(token - 5, 0) : token]]
    return tags == ["APPR", "ART", "APPR", "NN", "ADJ(A)"]


def is_part_of_something(material: Material, token: int) -> bool:
    """`Am hinteren Ende ist …`: of what, another sentence says."""
    words_, behind = material.analysis.words, token + 1
    if words_[token].lemma not in words("parts.txt") or words_[token].tag != "NN":
        return False
    return words_[behind].tag not in {"ART", "APPR", "APPRART", "NE", "PPOSAT", "CARD", "PRELS"}


def _counts_nothing(material: Material, before: int, token: int, after: int) -> bool:
    """A number behind a preposition or `als` and before no noun, that is no year and no time of day."""
    words_ = material.analysis.words
    if words_[token].lemma in {"Million", "Milliarde"} and words_[after].tag.startswith(("V", "$")):
        return True
    if words_[token].tag != "CARD" or words_[before].tag not in {"APPR", "KOKOM", "ADV"}:
        return False
    return not is_year(material.analysis.form(token)) and words_[after].tag.startswith(("V", "PTK", "$", "KO"))
