"""A statement said with another word: a true one that is more than a copy of its sentence."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.persons import persons
from learner.exercises.statement import Statement
from learner.exercises.wordlists import table
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_MOST = 3  # words said otherwise in one statement
_TELLING = ("NN", "VV", "ADJ")
_VICTIMS = wordclass("nouns.victims")
_OF_TIMES = wordclass("adjectives.of-times")
_LIGHT = wordclass("adjectives.lightly-changed", "nouns.lightly-changed")
_STEM = 7  # letters by which two words are of one family
_SMALL = wordclass("adverbs.around-numbers")
_BEFORE_NUMBER = wordclass("adverbs.bounding")


def paraphrased(material: Material, statement: Statement) -> Statement | None:
    """The statement with a name and up to three words said otherwise; None where the table has none of its words."""
    named = _with_full_name(material, statement)
    said, places = _with_other_words(material, named or statement)
    return said if named or places else None


def words_changed(material: Material, statement: Statement) -> int:
    """How many words of the statement can be said otherwise; names and small words like `schon` not counted."""
    said, _ = _with_other_words(material, statement)
    new = [text for token, text in said.instead.items() if token not in statement.instead]
    return sum(text not in _SMALL for text in new)


def says_otherwise(material: Material, statement: Statement) -> bool:
    """Whether a noun, verb or adjective can be said otherwise; `von Anfang an` for `von Beginn an` is still a copy."""
    said, _ = _with_other_words(material, statement)
    new = [token for token in said.instead if token not in statement.instead]
    return any(_tells(material, one) for token in new for one in _replaced(statement, said, token))


def _replaced(statement: Statement, said: Statement, token: int) -> Iterator[int]:
    """The token that is written otherwise and those behind it that are left out for it."""
    yield token
    place = statement.tokens.index(token) + 1
    yield from takewhile(lambda one: one not in said.tokens, statement.tokens[place:])


def _tells(material: Material, token: int) -> bool:
    """Whether a word says what happens, to whom or of what kind, and not when."""
    word = material.analysis.words[token]
    return word.tag.startswith(_TELLING) and word.lemma not in column("times.tsv") | _OF_TIMES | _LIGHT


def _with_other_words(material: Material, statement: Statement) -> tuple[Statement, int]:
    said, count = statement, 0
    while count < _MOST and (other := _with_other_word(material, said)) is not None:
        said, count = other, count + 1
    return said, count


@cache
def _phrases() -> tuple[tuple[list[str], str], ...]:
    """The phrases of the table as lists of words, each with what stands for it, long ones before what they hold."""
    found = [(phrase.split(), instead) for phrase, instead in table("paraphrases.tsv")]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


def _with_other_word(material: Material, statement: Statement) -> Statement | None:
    forms = [material.analysis.form(token) for token in statement.tokens]
    first = material.analysis.article.sentences[statement.sentence].first
    for place, token in enumerate(statement.tokens):
        if token == first and material.analysis.words[token].pos not in {"NOUN", "PROPN"}:
            forms[place] = forms[place].lower()
    here = set(forms)
    for parts, instead in _phrases():
        if not here.issuperset(parts):
            continue
        places = [place for place in range(len(forms)) if forms[place : place + len(parts)] == parts]
        if len(places) == 1 and _is_free(material, statement, places[0], len(parts), instead):
            tokens = statement.tokens[places[0] : places[0] + len(parts)]
            return statement.writing({tokens[0]: instead}).without(tokens[1:])
    return None


def _is_free(material: Material, statement: Statement, place: int, count: int, instead: str) -> bool:
    """Whether the words stand together in the article, in no name and not written otherwise yet."""
    tokens = statement.tokens[place : place + count]
    together = tokens[-1] - tokens[0] == count - 1
    named = extent.in_name(material.analysis, tokens[0]) or _is_in_pair(material, tokens)
    after = material.analysis.words[tokens[-1] + 1].tag if tokens[-1] + 1 < len(material.analysis.words) else ""
    around = material.analysis.form(tokens[0]).lower() == "rund"  # `rund um den Markt`
    counts = (instead not in _BEFORE_NUMBER and not around) or after == "CARD"
    return (
        together
        and not named
        and not _stacks_prepositions(material, statement, place, instead)
        and not _is_other_class(material, tokens[0], instead)
        and not _is_attribute(material, tokens[0], instead)
        and not _singles_out(material, statement, place, count)
        and not _has_complement(material, tokens)
        and not _costs_lives(material, statement, tokens)
        and counts
        and not set(tokens) & set(statement.instead)
        and not _has_particle(material, tokens)
        and not _stands_beside(material, statement, instead)
    )


def _is_other_class(material: Material, token: int, instead: str) -> bool:
    """`die verlangten Maßnahmen`: a participle for which the finite `forderten` cannot stand."""
    if material.analysis.words[token].tag != "ADJ(A)" or not material.lexicon.verb_analyses(instead):
        return False
    stems = {instead.removesuffix(ending) for ending in ("e", "en")}  # `veröffentlichten` has its participle in it
    participle = any(one.verbform == "Part" for stem in stems for one in material.lexicon.verb_analyses(stem))
    return not participle and not material.lexicon.lemmas(instead, "ADJ")


def _stacks_prepositions(material: Material, statement: Statement, place: int, instead: str) -> bool:
    """`Von derzeit 48 Automaten`: `im Moment` cannot stand behind another preposition."""
    before = material.analysis.words[statement.tokens[place - 1]].tag if place else ""
    return before.startswith("APPR") and instead.split(maxsplit=1)[0] in wordclass("prepositions.with-article")


def _is_attribute(material: Material, token: int, instead: str) -> bool:
    """`teilweise Einsicht`: an adjective for which `zum Teil` cannot stand."""
    return material.analysis.words[token].tag == "ADJ(A)" and instead.rpartition(" ")[2][:1].isupper()


def _singles_out(material: Material, statement: Statement, place: int, count: int) -> bool:
    """`Vor allem das Jahr 1540 …`: words of several parts that single out the phrase they open the sentence with."""
    behind = statement.tokens[place + count : place + count + 1]
    tags = {material.analysis.words[token].tag for token in behind}
    return place == 0 and count > 1 and bool(tags & {"ART", "NN", "NE", "ADJ(A)", "APPR", "APPRART", "PPOSAT"})


def _has_complement(material: Material, tokens: Sequence[int]) -> bool:
    """`zum Glück für die Gäste`, `für jede Woche Verspätung`: no adverb can stand there."""
    luck = material.analysis.words[tokens[-1]].lemma == "Glück" and material.analysis.form(tokens[-1] + 1) == "für"
    every = tokens[0] > 0 and material.analysis.form(tokens[0]).startswith("jede")
    return luck or (every and material.analysis.words[tokens[0] - 1].tag == "APPR")


def _costs_lives(material: Material, statement: Statement, tokens: Sequence[int]) -> bool:
    """`Der Unfall forderte drei Verletzte`: nobody wants them."""
    demands = any(material.analysis.words[token].lemma == "fordern" for token in tokens)
    return demands and any(material.analysis.words[token].lemma in _VICTIMS for token in statement.tokens)


def _is_in_pair(material: Material, tokens: Sequence[int]) -> bool:
    """`Forscherinnen und Forscher`: one of two nouns side by side says what it says beside the other."""
    words = material.analysis.words
    nouns = any(words[token].pos == "NOUN" for token in tokens)
    around = (words[near].tag for near in (tokens[0] - 1, tokens[-1] + 1) if 0 <= near < len(words))
    return nouns and "KON" in around


def _has_particle(material: Material, tokens: Sequence[int]) -> bool:
    """Whether a verb among the tokens has its particle at the end of the clause (`fordert … auf`)."""
    verbs = [token for token in tokens if material.analysis.words[token].tag == "VV(FIN)"]
    return any(word.head in verbs for word in material.analysis.words if word.tag == "PTKVZ")


def _stands_beside(material: Material, statement: Statement, instead: str) -> bool:
    """Whether the other word stands in the statement already, or one of its family (`Untersuchung`, `untersucht`)."""
    said = (statement.instead.get(one) or material.analysis.form(one) for one in statement.tokens)
    stem = instead.lower()[:_STEM]
    return any(one == instead or (len(stem) == _STEM and one.lower().startswith(stem)) for one in said)


def _with_full_name(material: Material, statement: Statement) -> Statement | None:
    """`Keller` as `Sabine Keller`, where the last name stands alone."""
    for name in persons(material):
        parts = name.name.split()
        if len(parts) < 2 or not name.gender or any(part[0].islower() for part in parts):
            continue  # `von Loen`: a particle before the last name would stay
        places = [token for token in statement.tokens if material.analysis.form(token) == parts[-1]]
        mentioned = [token for token in places if _is_whole_mention(material, token)]
        if len(places) == 1 and mentioned and places[0] not in statement.instead:
            return statement.writing({places[0]: name.name})
    return None


def _is_whole_mention(material: Material, token: int) -> bool:
    """Whether the last name stands without first name, title or role."""
    span = material.analysis.article.tokens[token]
    alone = any(
        (mention.start, mention.end) == (span.start, span.end)
        for name in material.analysis.names
        for mention in name.mentions
    )
    before = material.analysis.words[token - 1].tag if token else "$."
    after = material.analysis.words[token + 1].tag if token + 1 < len(material.analysis.words) else "$."
    owner = material.analysis.form(token).endswith("s") and after in {"NN", "NNA", "ADJ(A)"}  # `Kranz Partei`
    return alone and not owner and before not in {"NE", "NN", "NNA", "FM", "ADJ(A)", "ART"}
