"""A number, year, day or person missing in a sentence as it stands: asked for where the sentence cannot be turned."""

import re
from collections.abc import Callable, Collection, Iterator

from learner.exercises.blanks import blanked, usable
from learner.exercises.edits.names import does_alike
from learner.exercises.edits.numbers import alternatives, is_counted
from learner.exercises.edits.times import tells_who_said_it
from learner.exercises.lost_quotes import doubtful
from learner.exercises.material import Material
from learner.exercises.passage import BLANK
from learner.exercises.persons import persons
from learner.exercises.questions.question import Question, distinct
from learner.exercises.questions.where import kind_of, other_places
from learner.exercises.statement import Statement
from learner.exercises.step import at_least
from learner.exercises.wordlists import ordered
from learner.language.agreement import noun_phrases
from learner.language.analysis import Name
from learner.language.clauses import clauses

_MOST = 5
_LENGTH = range(9, 36)
_TELLS = re.compile(r"^(?!\d+\. [A-ZÄÖÜ]).*[.!]$", re.DOTALL)  # no question, no number of a list
_YEAR = re.compile(r"(19|20)\d\d")
_YEAR_STEPS = (-3, 2, -5, 4, -8)
_BEFORE_YEAR = frozenset({"jahr", "seit", "in", "bis", "ende", "anfang", "mitte", "ab", "von"})


def details(material: Material, but: Collection[int]) -> tuple[Question, ...]:
    """A few questions, at most one per sentence and none for the sentences in `but`, spread over the article."""
    found = [question for question in _details(material) if question.statement.sentence not in but]
    material.rng("details").shuffle(found)
    return tuple(sorted(found[:_MOST], key=lambda question: question.statement.sentence))


def _details(material: Material) -> Iterator[Question]:
    for sentence in usable(material):
        if sentence in doubtful(material) or not _TELLS.search(material.analysis.sentence_text(sentence)):
            continue
        tokens = tuple(material.analysis.article.tokens_of(material.analysis.article.sentences[sentence]))
        if len(tokens) in _LENGTH:
            statement = Statement(sentence, tokens)
            askers = _ASKERS if not at_least(material.level, "B2") else (_person,)  # above, a look-up is no question
            found = (question for asker in askers for question in asker(material, statement))
            yield from [question for question in found if len(question.wrong) >= 3][:1]


def _person(material: Material, statement: Statement) -> Iterator[Question]:
    """The only person of the sentence, whose last name stands there once, among others of the same sex."""
    sentence = material.analysis.article.sentences[statement.sentence]
    here = [
        (person, mention)
        for person in material.analysis.names
        if person.kind == "person"
        for mention in person.mentions
        if sentence.start <= mention.start < sentence.end
    ]
    if len(here) != 1 or here[0][0] not in persons(material):
        return
    person, mention = here[0]
    written = material.analysis.article.slice(mention)
    if not person.name.endswith(written) or not person.gender:
        return
    text = material.analysis.sentence_text(statement.sentence)
    start = mention.start - sentence.start
    context = text[:start] + BLANK + text[start + len(written) :]
    wrong = [_named(other, written) for other in persons(material) if _is_other(material, statement, person, other)]
    yield Question(statement, "who", "Von wem ist hier die Rede?", written, distinct(wrong, written), context)


def _named(person: Name, like: str) -> str:
    """The person by full or last name, as the other one is named."""
    return person.name if " " in like else person.name.split()[-1]


def _is_other(material: Material, statement: Statement, person: Name, other: Name) -> bool:
    same = other.gender == person.gender and other != person
    return same and not does_alike(material, statement, other)


def _number(material: Material, statement: Statement) -> Iterator[Question]:
    """A number that counts something and stands in no other sentence."""
    for place, token in enumerate(statement.tokens):
        if (
            is_counted(material, statement, place)
            and _stands_once(material, token)
            and _is_central(material, statement, token)
        ):
            figures = material.analysis.form(token)[0].isdigit()
            wrong = tuple(one for one in alternatives(material, token) if one[0].isdigit() == figures)
            yield _question(material, statement, token, "number", "Welche Zahl steht im Artikel?", wrong)


def _is_central(material: Material, statement: Statement, token: int) -> bool:
    """Whether the number stands in the main clause, in no attribute and no aside."""
    found = clauses(material.analysis, statement.sentence)
    main = any(clause.kind == "main" and clause.certain and token in clause.tokens for clause in found)
    forms = {material.analysis.form(one) for one in statement.tokens}
    attribute = any(
        token in phrase.tokens and phrase.cases == ("Gen",)
        for phrase in noun_phrases(material.analysis, statement.sentence, material.lexicon)
    )
    before = material.analysis.form(token - 1).lower() if token else ""
    return main and not attribute and before not in {"der", "des"} and not forms & {"–", "—", "(", ")"}


def _year(material: Material, statement: Statement) -> Iterator[Question]:
    """The only year of the sentence."""
    years = [token for token in statement.tokens if _YEAR.fullmatch(material.analysis.form(token))]
    if len(years) != 1 or not _is_dated(material, years[0]) or not _stands_once(material, years[0]):
        return
    year = int(material.analysis.form(years[0]))
    text = material.analysis.article.text
    wrong = tuple(str(year + step) for step in _YEAR_STEPS if str(year + step) not in text)
    yield _question(material, statement, years[0], "when", "Welches Jahr steht im Artikel?", wrong)


def _is_dated(material: Material, token: int) -> bool:
    before = material.analysis.form(token - 1) if token else ""
    return before.lower() in _BEFORE_YEAR or before in ordered("calendar.txt")[1]


def _day(material: Material, statement: Statement) -> Iterator[Question]:
    """The only weekday or month of the sentence, behind `am`, `im`, `Anfang`, `Ende`."""
    for names in ordered("calendar.txt"):
        days = [token for token in statement.tokens if material.analysis.form(token) in names]
        if len(days) != 1 or not days[0] or not _stands_once(material, days[0]):
            continue
        if tells_who_said_it(material, statement, days[0]):
            continue
        if material.analysis.form(days[0] - 1).lower() not in {"am", "im", "anfang", "ende", "mitte"}:
            continue
        wrong = [name for name in names if name not in material.analysis.article.text]
        material.rng(f"day {days[0]}").shuffle(wrong)
        kind = "Welcher Tag" if len(names) == len(ordered("calendar.txt")[0]) else "Welcher Monat"
        yield _question(material, statement, days[0], "when", f"{kind} steht im Artikel?", tuple(wrong))


def _stands_once(material: Material, token: int) -> bool:
    """Whether the word stands nowhere else in the sentence, and not in brackets."""
    article = material.analysis.article
    sentence = next(one for one in article.sentences if one.first <= token < one.last)
    form = material.analysis.form(token)
    beside = {material.analysis.form(one) for one in (token - 1, token + 1) if 0 <= one < len(article.tokens)}
    return article.slice(sentence).count(form) == 1 and not beside & {"(", ")", "-", "–", "/"}


def _question(
    material: Material, statement: Statement, token: int, kind: str, stem: str, wrong: tuple[str, ...]
) -> Question:
    key = material.analysis.form(token)
    return Question(statement, kind, stem, key, distinct(wrong, key), blanked(material, statement.sentence, token))


def _place(material: Material, statement: Statement) -> Iterator[Question]:
    """The only town or country of the sentence, behind `in`, `nach` or `aus`."""
    named = [token for token in statement.tokens if kind_of(material.analysis.form(token))]
    if len(named) != 1 or not named[0] or not _stands_once(material, named[0]):
        return
    token, preposition = named[0], material.analysis.form(named[0] - 1).lower()
    behind = material.analysis.words[token + 1].tag if token + 1 < len(material.analysis.words) else "$."
    if preposition not in {"in", "nach", "aus"} or behind in {"NE", "NN", "FM", "TRUNC", "KON"}:
        return
    key = f"{preposition} {material.analysis.form(token)}"
    wrong = tuple(text.split(" ", 1)[1] for text in other_places(material, statement, key))
    asked = "Welches Land" if kind_of(material.analysis.form(token)) == "c" else "Welche Stadt"
    yield _question(material, statement, token, "where", f"{asked} steht im Artikel?", wrong)


_ASKERS: tuple[Callable[[Material, Statement], Iterator[Question]], ...] = (_person, _place, _number, _year, _day)
