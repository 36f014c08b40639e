"""`Wie alt`: a person's age in brackets behind the name or as `der 45-jährige …` in front of it."""

import re
from collections.abc import Iterator

from learner.exercises import extent
from learner.exercises.difficulty import at_least
from learner.exercises.material import Material
from learner.exercises.persons import persons
from learner.exercises.questions.question import Question
from learner.exercises.statement import Statement
from learner.language.analysis import Name

_AGED = re.compile(r"(\d{2})-jährige[nrs]?")
_STEPS = (6, -4, 9, -7, 12)


def how_old(material: Material) -> Iterator[Question]:
    """A question for every person whose age the article tells once, where it tells another one's too."""
    if at_least(material.level, "B2"):  # an age is looked up, which is no reading any more
        return
    for person in persons(material):
        ages = {(age, number) for age, number in _ages(material, person)}
        if len({age for age, _ in ages}) == 1:
            age, number = min(ages)
            told = {int(one) for one in re.findall(r"(?<!\d)\d{2}(?!\d)", material.analysis.article.text)}
            others = sorted({other for one in persons(material) if one != person for other, _ in _ages(material, one)})
            rivals = [other for other in others if other != age][:2]
            made = [age + step for step in _STEPS if age + step not in told and 16 <= age + step <= 99]
            tokens = tuple(material.analysis.article.tokens_of(material.analysis.article.sentences[number]))
            stem = f"Wie alt ist {person.name}?"
            wrong = tuple(f"{one} Jahre" for one in (*rivals, *made)) if rivals else ()
            yield Question(Statement(number, tokens), "age", stem, f"{age} Jahre", wrong)


def _ages(material: Material, person: Name) -> Iterator[tuple[int, int]]:
    """Every age beside a mention, with the sentence that tells it."""
    analysis = material.analysis
    for mention in person.mentions:
        tokens = extent.tokens(analysis, mention.start, mention.end)
        if not tokens:
            continue
        sentence = extent.sentences(analysis, mention.start, mention.end)[0]
        behind = [analysis.form(token) for token in range(tokens.stop, min(tokens.stop + 3, len(analysis.words)))]
        if len(behind) == 3 and behind[0] == "(" and behind[2] == ")" and re.fullmatch(r"[1-9]\d", behind[1]):
            yield int(behind[1]), sentence
        before = [analysis.form(token) for token in range(max(0, tokens.start - 3), tokens.start)]
        roles = [analysis.words[token].tag for token in range(max(0, tokens.start - 3), tokens.start)]
        for place, form in enumerate(before):
            match = _AGED.fullmatch(form)
            if match and set(roles[place + 1 :]) <= {"NN", "ADJ(A)"}:
                yield int(match[1]), sentence
