"""`Wer ist hier mit „sie“ gemeint?`: the person a pronoun takes up, among others of the article.

Asked where the sentence before names one person as its subject and holds no other noun the pronoun could mean, and
where others of the same sex are named in the article: else the pronoun itself gives the answer away.
"""

from collections.abc import Iterator

from learner.exercises import extent
from learner.exercises.blanks import usable
from learner.exercises.dangling import dangles, wanted
from learner.exercises.difficulty import at_least
from learner.exercises.lost_quotes import doubtful
from learner.exercises.material import Material
from learner.exercises.passage import marked
from learner.exercises.persons import PRONOUNS, mentioned, persons
from learner.exercises.pronouns import acts_as_person, genders, subject_meant, subject_pronoun
from learner.exercises.questions.nouns import is_thing
from learner.exercises.questions.question import Question, distinct
from learner.exercises.statement import Statement
from learner.language.analysis import Name, Quote

_MOST = 2
_FEWEST_WRONG = 2
_LENGTH = range(7, 31)


def pronouns(material: Material) -> tuple[Question, ...]:
    """A few questions, at most one a person; none from B2 on, where nobody stumbles over a pronoun."""
    if at_least(material.level, "B2"):
        return ()
    found = [question for sentence in usable(material) for question in _asked(material, sentence)]
    material.rng("pronouns").shuffle(found)
    once = {question.key: question for question in reversed(found)}
    return tuple(sorted([*once.values()][:_MOST], key=lambda question: question.statement.sentence))


def _asked(material: Material, sentence: int) -> Iterator[Question]:
    bounds = material.analysis.article.sentences[sentence]
    statement = Statement(sentence, tuple(material.analysis.article.tokens_of(bounds)))
    pointing = material.analysis.words[bounds.first].tag == "PDS"  # `Das könne er nicht erklären`: what
    if len(statement.tokens) not in _LENGTH or sentence in doubtful(material) or pointing:
        return
    found = subject_meant(material, statement) or _speaker_meant(material, statement)
    if found is None or mentioned(persons(material), bounds.start, bounds.end):
        return
    token, person = found
    if _leaves_others_open(material, statement, token, person):
        return
    span = material.analysis.article.tokens[token]
    if _is_quoted(material, span.start):
        return
    wrong = _others(material, person)
    if len(wrong) >= _FEWEST_WRONG:
        context = marked(material.analysis.sentence_text(sentence), bounds.start, [(span.start, span.end)])
        stem = f"Wer ist hier mit „{material.analysis.form(token)}“ gemeint?"
        named = _named_before(material, person, span.start)
        yield Question(statement, "who", stem, person.name, wrong, context, also=(named,), proof=named)


def _leaves_others_open(material: Material, statement: Statement, asked: int, person: Name) -> bool:
    """`Zum ersten Mal backte er ihr Brot`: another pronoun means somebody else, who is not shown."""
    others = (token for token in statement.tokens if token != asked and wanted(material, token))
    return any(
        person.gender not in wanted(material, token) and dangles(material, statement.tokens, token) for token in others
    )


def _named_before(material: Material, person: Name, offset: int) -> int:
    """The last sentence before the offset that names the person."""
    last = max(mention.start for mention in person.mentions if mention.end <= offset)
    return extent.sentences(material.analysis, last, last + 1)[0]


def _speaker_meant(material: Material, statement: Statement) -> tuple[int, Name] | None:
    """The pronoun that is the subject of a reported sentence and its speaker, the only person it can mean."""
    token = subject_pronoun(material, statement)
    report = _report(material, token) if token is not None else None
    if token is None or report is None or not report.certain:
        return None
    pronoun = material.analysis.form(token).lower()
    speaker = next((one for one in persons(material) if one.name == report.speaker), None)
    if speaker is None or speaker.gender != PRONOUNS[pronoun] or _is_rivalled(material, statement, speaker):
        return None
    told = report.cue is not None and pronoun in material.analysis.article.slice(report.cue).lower().split()
    return (token, speaker) if told or acts_as_person(material, statement) else None


def _report(material: Material, token: int) -> Quote | None:
    """The reported speech around a token."""
    offset = material.analysis.article.tokens[token].start
    reports = (one for one in material.analysis.quotes if one.kind == "indirect" and one.start <= offset < one.end)
    return next(reports, None)


def _is_rivalled(material: Material, statement: Statement, speaker: Name) -> bool:
    """Whether another person of the sex is named since the paragraph began, or a role before the pronoun could be."""
    article = material.analysis.article
    bounds = article.sentences[statement.sentence]
    paragraph = [one for one in article.sentences if one.paragraph == bounds.paragraph and one.start <= bounds.start]
    others = [one for one in material.analysis.names if one.kind == "person" and one != speaker]
    named = [one for one in mentioned(others, paragraph[0].start, bounds.end) if one.gender in {speaker.gender, ""}]
    near = [token for sentence in paragraph[-2:] for token in article.tokens_of(sentence)]
    nouns = [token for token in near if material.analysis.words[token].tag in {"NN", "NNA"}]
    roles = [token for token in nouns if not is_thing(material, material.analysis.words[token].lemma)]
    own = {token - 1 for token in near for m in speaker.mentions if m.start == article.tokens[token].start}
    return bool(named) or any(str(speaker.gender) in genders(material, token) for token in roles if token not in own)


def _is_quoted(material: Material, offset: int) -> bool:
    return any(quote.kind == "direct" and quote.start <= offset < quote.end for quote in material.analysis.quotes)


def _others(material: Material, person: Name) -> tuple[str, ...]:
    """Other persons of the same sex: of others the pronoun itself says that they are not meant."""
    others = [one for one in persons(material) if one != person and one.gender == person.gender]
    material.rng(f"meant {person.name}").shuffle(others)
    return distinct((one.name for one in others), person.name)
