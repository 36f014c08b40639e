"""The person missing in a sentence as it stands: asked for where the sentence cannot be turned into a question.

Numbers, years, days and towns are not asked for like this: finding the same sentence in the article is no
understanding (docs/quality/draws.md).
"""

import re
from collections.abc import Collection, Iterator, Sequence

from learner.exercises import extent
from learner.exercises.blanks import usable
from learner.exercises.difficulty import at_least
from learner.exercises.edits.names import does_alike
from learner.exercises.leaning import leans
from learner.exercises.lost_quotes import doubtful
from learner.exercises.material import Material
from learner.exercises.passage import BLANK
from learner.exercises.persons import persons
from learner.exercises.questions.question import Question, distinct
from learner.exercises.readable import are_easy, is_readable
from learner.exercises.statement import Statement
from learner.language.analysis import Name

_MOST = 2
_FEWEST_WRONG = 2
_LENGTH = range(9, 36)
_TELLS = re.compile(r"^(?!\d+\. [A-ZÄÖÜ])(?!.*\d:\d).*[.!]$", re.DOTALL)  # no question, number of a list or score


def missing_persons(material: Material, but: Collection[int]) -> tuple[Question, ...]:
    """A few questions, at most one per sentence and none for the sentences in `but`, spread over the article."""
    if at_least(material.level, "B1"):  # a name to be looked up
        return ()
    found = [question for question in _asked(material) if question.statement.sentence not in but]
    material.rng("missing persons").shuffle(found)
    return tuple(sorted(found[:_MOST], key=lambda question: question.statement.sentence))


def _asked(material: Material) -> Iterator[Question]:
    for sentence in usable(material):
        if sentence in doubtful(material) or not _TELLS.search(material.analysis.sentence_text(sentence)):
            continue
        tokens = tuple(material.analysis.article.tokens_of(material.analysis.article.sentences[sentence]))
        if len(tokens) in _LENGTH and not _is_too_hard(material, tokens):
            statement = Statement(sentence, tokens)
            yield from (question for question in _person(material, statement) if len(question.wrong) >= _FEWEST_WRONG)


def _is_too_hard(material: Material, tokens: Sequence[int]) -> bool:
    """Whether it is long or full of hard words, or for beginners has a subjunctive."""
    beginner = not at_least(material.level, "B1")
    unreal = any(material.analysis.words[token].features.get("Mood") == "Sub" for token in tokens)
    return (beginner and unreal) or not (is_readable(material, tokens) and are_easy(material, tokens))


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
    if len(here) != 1 or here[0][0] not in persons(material) or _is_whom_it_is_about(material, here[0][0]):
        return
    person, mention = here[0]
    if any(quote.cue and quote.cue.start <= mention.start < quote.cue.end for quote in material.analysis.quotes):
        return  # who says it is another question
    written = material.analysis.article.slice(mention)
    if any(written in one.name for one in material.analysis.names if one.kind == "organisation"):
        return  # `Keller` may be the firm
    if not person.name.endswith(written) or not person.gender or written.endswith("."):  # `H.`, whoever that is
        return
    text = material.analysis.sentence_text(statement.sentence)
    start = mention.start - sentence.start
    behind = extent.tokens(material.analysis, mention.start, mention.end).stop
    owns = material.analysis.words[behind].pos in {"NOUN", "PROPN"}  # `Vogts Verein`, the sign left out
    role = material.analysis.words[extent.tokens(material.analysis, mention.start, mention.end).start - 1].pos == "NOUN"
    others_too = material.analysis.form(statement.tokens[0]) == "Auch"
    headed = " – " in text[:start]  # what follows a dash may be a headline's second half
    if owns or role or others_too or headed or leans(material, statement.sentence):
        return
    context = text[:start] + BLANK + text[start + len(written) :]
    wrong = [_named(other, written) for other in persons(material) if _is_other(material, statement, person, other)]
    yield Question(statement, "who", "Welcher Name gehört in die Lücke?", written, distinct(wrong, written), context)


def _is_whom_it_is_about(material: Material, person: Name) -> bool:
    """Whether the article names the person as often as all others together: then no reading is needed."""
    others = sum(len(other.mentions) for other in persons(material) if other != person)
    return len(person.mentions) > max(others, 2)


def _named(person: Name, like: str) -> str:
    """The person by full or last name, as the other one is named."""
    return person.name if " " in like else person.name.split()[-1]


def _is_other(material: Material, statement: Statement, person: Name, other: Name) -> bool:
    same = other.gender == person.gender and other != person
    return same and not does_alike(material, statement, other)
