"""The sentences of an article that can stand alone as statements."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from learner.exercises import extent
from learner.exercises.authors import tells_of_author
from learner.exercises.correct import is_correct
from learner.exercises.difficulty import at_least
from learner.exercises.lost_quotes import doubtful, is_glued, lost_quotation
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.passage import safe
from learner.exercises.questions.nouns import is_institution, is_role
from learner.exercises.readable import is_readable
from learner.exercises.reference import resolved
from learner.exercises.statement import Statement
from learner.exercises.wordlists import words
from learner.language.agreement import NounPhrase
from learner.language.analysis import Analysis, Quote
from learner.language.clauses import Clause, clauses
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass
from learner.text.article import Sentence

_GOING_ON = wordclass("conjunctions.going-on")
_FEWEST, _MOST = 7, 30
_MARKS = frozenset("„“”»«\"‚‘’'›‹:;–—-…?!/*•|@#[]()")
_MOST_NUMBERS = 3  # of which a statement is no list to be compared
_HEADLINES = 3  # sentences at the beginning of a page, among which headlines stand
_QUOTING = (("„", "“”"), ("»", "«"), ("«", "»"), ('"', '"'))
_BEFORE_NAMES = frozenset({"NN", "NNA", "ART", "ADJ(A)", "PPOSAT", "APPRART"})
_QUOTED = 4  # words of a name in quotation marks
_PROSE = 15  # words a paragraph needs to be running text and no caption or list


@lru_cache(maxsize=2)
def statements(material: Material) -> tuple[Statement, ...]:
    """Every sentence that can stand alone, in the order of the article."""
    found = (_statement(material, number) for number in range(len(material.analysis.article.sentences)))
    once = {one.text(material.analysis): one for one in reversed([one for one in found if one is not None])}
    return tuple(sorted(once.values(), key=lambda statement: statement.sentence))


def _statement(material: Material, number: int) -> Statement | None:
    article = material.analysis.article
    sentence = article.sentences[number]
    if not material.is_running(number) or not is_prose(article.slice(article.paragraphs[sentence.paragraph])):
        return None
    if not is_correct(material, number) or lost_quotation(material, number):
        return None
    statement = without_brackets(material, Statement(number, tuple(article.tokens_of(sentence))))
    if not is_plain(material, statement) or not _is_one_thought(clauses(material.analysis, number)):
        return None
    if not is_told(material, number) or begins_badly(material, number):
        return None
    if tells_of_author(material, number) or material.analysis.form(sentence.first).lower() in _GOING_ON:
        return None
    return resolved(material, statement)


def is_prose(paragraph: str) -> bool:
    """Whether a paragraph is long enough to be running text."""
    return len(paragraph.split()) >= _PROSE


def without_brackets(material: Material, statement: Statement) -> Statement:
    """The sentence without what it says in round brackets."""
    inside = False
    dropped: list[int] = []
    for token in statement.tokens:
        form = material.analysis.form(token)
        inside |= form == "("
        if inside:
            dropped.append(token)
        inside &= form != ")"
    return statement.without(dropped)


def is_plain(material: Material, statement: Statement, *, fewest: int = _FEWEST) -> bool:
    """One sentence without quotation marks, dashes or signs, of a length that can be taken in."""
    text = statement.text(material.analysis)
    forms = [material.analysis.form(token) for token in statement.tokens]
    return (
        fewest <= len(forms) <= _MOST
        and is_readable(material, statement.tokens, weighed=True)
        and forms[-1] == "."  # `stieg von 22 auf 31.`: there the stop is part of the number
        and sum(material.analysis.words[token].tag == "CARD" for token in statement.tokens) <= _MOST_NUMBERS
        and safe(text)
        and not _MARKS.intersection(_without_quoted_names(material, statement.tokens))
        and (at_least(material.level, "B2") or not _has_extended_attribute(material, statement))
    )


def _has_extended_attribute(material: Material, statement: Statement) -> bool:
    """`dem seit Monaten laufenden Programm`: a phrase with its preposition between article and noun."""
    tags = [material.analysis.words[token].tag for token in statement.tokens]
    return any(pair in (("ART", "APPR"), ("ART", "APPRART")) for pair in pairwise(tags))


def _without_quoted_names(material: Material, tokens: Sequence[int]) -> list[str]:
    """The words and signs without `die „Alte Mühle“`, which is no speech, and without the colon of `4:1`."""
    forms = [material.analysis.form(token) for token in tokens]
    scores = {
        place
        for place in range(1, len(forms) - 1)
        if forms[place] == ":" and (forms[place - 1] + forms[place + 1]).isdigit()
    }
    plain = [form for place, form in enumerate(forms) if place not in scores]
    for opening, closing in _QUOTING:
        marks = [place for place, form in enumerate(forms) if form in {opening, *closing}]
        if len(marks) == 2 and forms[marks[0]] == opening and forms[marks[1]] in closing:
            inside = tokens[marks[0] + 1 : marks[1]]
            return [form for form in plain if form not in {opening, *closing}] if _is_named(material, inside) else plain
    return plain


def _is_named(material: Material, inside: Sequence[int]) -> bool:
    """Whether what stands in quotation marks is a name: with a capital, short, no clause, behind a noun or article."""
    if not 0 < len(inside) <= _QUOTED or not material.analysis.form(inside[0])[0].isupper():
        return False
    verbs = any(material.analysis.words[token].features.get("VerbForm") == "Fin" for token in inside)
    return not verbs and material.analysis.words[inside[0] - 2].tag in _BEFORE_NAMES


def _is_one_thought(found: Sequence[Clause]) -> bool:
    """Clauses that are all certain, the first main one with a Vorfeld, at most two main ones."""
    main = [clause for clause in found if clause.kind == "main"]
    kinds = {clause.kind for clause in found}
    if not main or len(main) > 2 or kinds & {"fragment", "verb-first"}:
        return False
    return main[0].vorfeld is not None and all(clause.certain or _goes_on(clause) for clause in found)


def _goes_on(clause: Clause) -> bool:
    """Whether it is only what a subject does besides: `und fordert …`."""
    return clause.kind == "main" and clause.finite == clause.start_token + 1


def is_told(material: Material, number: int) -> bool:
    """Told by the article itself, or reported with the speaker named in the same sentence."""
    sentence = material.analysis.article.sentences[number]
    spoken = [quote for quote in material.analysis.quotes if quote.start < sentence.end and quote.end > sentence.start]
    if spoken:
        return all(_is_attributed(sentence, quote) for quote in spoken)
    if number in doubtful(material) or is_glued(material, number):
        return False
    return not _may_be_reported(material, number)


def _is_claimed(analysis: Analysis, clause: Clause) -> bool:
    """`will den Zettel nie gesehen haben`, `soll gelogen haben`: somebody says so."""
    if clause.finite is None or analysis.words[clause.finite].lemma not in {"wollen", "sollen"}:
        return False
    tags = [analysis.words[token].tag for token in clause.tokens]
    return any(pair == ("VV(PP)", "VA(INF)") for pair in pairwise(tags)) and clause.kind == "main"


def _may_be_reported(material: Material, number: int) -> bool:
    """Whether a subjunctive shows that somebody says it, if only in a clause (`verlangten Geld, das sie nicht hätten`).

    Behind `als` and of `können`, `mögen` and the like it is the writer's own caution.
    """
    analysis = material.analysis
    if any(_is_claimed(analysis, clause) for clause in clauses(analysis, number)):
        return True
    for clause in clauses(analysis, number):
        if clause.finite is None or analysis.words[clause.finite].features.get("Mood") != "Sub":
            continue
        present = clause.kind == "main" and analysis.words[clause.finite].features.get("Tense") == "Pres"
        own = analysis.words[clause.finite].tag == "VM(FIN)" or analysis.form(clause.start_token).lower() == "als"
        present |= clause.kind == "main" and _is_reported_passive(analysis, clause)
        if present or (clause.kind == "verb-last" and not own):
            return True
    return False


def _is_reported_passive(analysis: Analysis, clause: Clause) -> bool:
    """`In der Halle würden Leute versorgt`: with a participle alone `würden` stands for `werden` that somebody says."""
    assert clause.finite is not None
    tags = [analysis.words[token].tag for token in clause.tokens]
    passive = analysis.words[clause.finite].lemma == "werden" and "VV(PP)" in tags
    return passive and not any("INF" in tag for tag in tags)


def _is_attributed(sentence: Sentence, quote: Quote) -> bool:
    """Reported speech whose speaker is named in the same sentence."""
    if quote.kind == "direct" or quote.cue is None or not quote.certain:
        return False
    first, last = min(quote.start, quote.cue.start), max(quote.end, quote.cue.end)
    return sentence.start <= first and last <= sentence.end


def begins_badly(material: Material, number: int) -> bool:
    """Whether it begins as headlines do (`Ministerpräsident soll …`) or with something told before (`Der Film …`)."""
    first = material.analysis.article.sentences[number].first
    phrase = next((one for one in noun_phrases(material, number) if one.tokens[0] == first), None)
    if phrase is None:
        return False
    if phrase.determiner is not None:
        return _is_anaphor(material, phrase)
    open_ = number >= _HEADLINES and not _acts_in_headlines(material, phrase)  # `Scharfe Kritik kam von …`
    return not open_ and _is_of_headline(material, phrase)


def _is_of_headline(material: Material, phrase: NounPhrase) -> bool:
    """`Europäische Union dringt auf …`, `Ministerpräsident soll …`: a singular without its article."""
    if material.analysis.words[phrase.tokens[0]].tag == "ADJ(A)" and phrase.number == "Sing":
        return True
    if extent.in_name(material.analysis, phrase.head) or len(phrase.tokens) > 1:
        return False
    if material.analysis.words[phrase.head].lemma in column("times.tsv") | {"Ende", "Mitte"}:
        return False
    return phrase.number != "Plur" and material.analysis.words[phrase.head + 1].tag not in {"NE", "NNI"}


def _acts_in_headlines(material: Material, phrase: NounPhrase) -> bool:
    """Whether the noun is a person by office, a body or a name."""
    lemma = material.analysis.words[phrase.head].lemma
    return is_role(lemma) or is_institution(lemma) or extent.in_name(material.analysis, phrase.head)


def _is_anaphor(material: Material, phrase: NounPhrase) -> bool:
    """`der Film` or `der 69-Jährige`, with nothing that tells which."""
    if len(phrase.tokens) != 2 or material.analysis.words[phrase.head + 1].tag not in {"VV(FIN)", "VA(FIN)", "VM(FIN)"}:
        return False
    return material.analysis.form(phrase.head).rpartition("-")[2].capitalize() in words("anaphors.txt")
