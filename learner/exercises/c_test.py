"""c-test: the second half of every second word is missing (Klein-Braley and Raatz; the rule of onSET).

A self-contained passage of 60-90 words. The first sentence and the last stay whole. Beginning with the second word of
the second sentence every second word loses its second half: a word of n letters keeps floor(n/2). One-letter words,
proper names, numerals and abbreviations are passed over and not counted. In a hyphenated word only the last part is
damaged. At 20 gaps it stops. The learner sees how many letters are missing; other words that are as long and fit the
grammar are accepted. Words whose ending nobody could prove are passed over as names are, five of a passage at most,
passages with the fewest of them first (decision 0052).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from learner.exercises.completing import rivals
from learner.exercises.contexts import shows
from learner.exercises.damaging import in_names, is_certain, is_damageable, kept
from learner.exercises.difficulty import at_least
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.leaning import invites, tells_all
from learner.exercises.lost_quotes import lost_quotation
from learner.exercises.material import Material, fingerprint
from learner.exercises.passage import safe
from learner.exercises.readable import is_easy_passage, is_readable
from learner.exercises.wordlists import words
from learner.language.analysis import Analysis
from learner.language.clauses import clauses
from learner.lexicon.lexeme import LEVELS, Level
from learner.lexicon.wordclasses import wordclass
from learner.text.article import Article

EXERCISE = "c-test"
MOST_GAPS = 20
FEWEST_GAPS = 20
MOST_OPEN = 2  # gaps that more than one word completes
MOST_PASSED = 8  # words of a passage that are passed over since their ending cannot be proved
_MOST_TEXTS = 4
_EARLY = 0.5  # of the article; further on nobody can tell what else was introduced
_FEWEST_HARD, _MOST_HARD = 2, 2  # damaged words of B2 and more at C1, of C1 and more up to B1
_MOST_STEPS = 5  # levels above B1, of all damaged words together, where B1 is asked
_WORDS = range(60, 111)
_QUOTES = '„“”»«"‚‘’›‹'
_SIGNS = "…*"
_ANSWERS = ("Ja,", "Nein,", "Doch,")
_GOING_ON = wordclass("conjunctions.going-on")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A run of whole sentences of one paragraph or of neighbouring ones, with the tokens that lose their end."""

    first: int
    last: int
    words: int
    damaged: tuple[int, ...]
    passed: int  # words that would be damaged if it were certain how they end


@dataclass(frozen=True, slots=True)
class _Passage:
    """A candidate with the other words each of its gaps accepts."""

    candidate: _Candidate
    rivals: tuple[tuple[str, ...], ...]

    @property
    def open(self) -> int:
        """How many gaps leave a choice."""
        return sum(bool(accepted) for accepted in self.rivals)


def generate(material: Material) -> tuple[Item, ...]:
    """Up to four passages that share no sentence and carry 20 gaps, those with the fewest open gaps first."""
    if material.is_flat:  # where a passage begins nobody knows
        return ()
    candidates = (one for one in _candidates(material) if len(one.damaged) >= FEWEST_GAPS and one.passed <= MOST_PASSED)
    able = [one for one in candidates if _is_self_contained(material, one) and _is_of_level(material, one)]
    found = [one for candidate in able if (one := _passage(material, candidate)).open <= MOST_OPEN]
    chosen: list[_Candidate] = []
    items: list[Item] = []
    for one in sorted(
        found,
        key=lambda one: (
            one.candidate.passed + one.open + _goes_on(material, one.candidate),
            abs(one.candidate.words - 75),
            one.candidate.first,
        ),
    ):
        apart = all(one.candidate.last < other.first or other.last < one.candidate.first for other in chosen)
        if len(chosen) < _MOST_TEXTS and apart:
            chosen.append(one.candidate)
            items.append(_item(material, one))
    return tuple(items)


def _is_of_level(material: Material, candidate: _Candidate) -> bool:
    """Whether the passage is neither too hard up to B1 nor, from C1 on, only of small and easy words."""
    levels = [LEVELS.index(level) for token in candidate.damaged if (level := _levels(material).get(token))]
    if at_least(material.level, "C1"):
        return sum(level >= LEVELS.index("B2") for level in levels) >= _FEWEST_HARD
    if at_least(material.level, "B2"):
        return True
    article = material.analysis.article
    inside = (article.tokens_of(article.sentences[number]) for number in range(candidate.first, candidate.last + 1))
    if any(material.analysis.words[token].features.get("Mood") == "Sub" for token in candidate.damaged):
        return False
    hard = sum(level >= LEVELS.index("C1") for level in levels)
    steps = sum(max(level - LEVELS.index("B1"), 0) for level in levels)
    shown = range(article.sentences[candidate.first].first, article.sentences[candidate.last].last)
    easy = hard <= _MOST_HARD and steps <= _MOST_STEPS and is_easy_passage(material, shown)
    return easy and sum(not is_readable(material, tokens) for tokens in inside) <= 1


@lru_cache(maxsize=2)
def _levels(material: Material) -> dict[int, Level]:
    """The level of every word that has one, by its tokens."""
    return {
        token: entry.lexeme.level
        for entry in material.analysis.entries
        if entry.lexeme.level is not None
        for place in entry.occurrences
        for token in place.tokens
    }


def _is_self_contained(material: Material, candidate: _Candidate) -> bool:
    """Whether it has one voice and names people in full."""
    return not _is_interview(material, candidate) and not _calls_by_surname(material, candidate)


def _starts(article: Article) -> Iterator[int]:
    """The sentences that open a paragraph near the beginning, where all is introduced."""
    for number in range(int(len(article.sentences) * _EARLY) + 1):
        if not number or article.sentences[number - 1].paragraph != article.sentences[number].paragraph:
            yield number


def _calls_by_surname(material: Material, candidate: _Candidate) -> bool:
    """Whether somebody is named before the passage, and in it only as the article has gone on to call him."""
    article = material.analysis.article
    start, end = article.sentences[candidate.first].start, article.sentences[candidate.last].end
    known = (one for one in material.analysis.names if one.kind == "person" and one.mentions[0].start < start)
    called = ((one.name, {article.slice(it) for it in one.mentions if start <= it.start < end}) for one in known)
    return any(forms and name not in forms for name, forms in called)


def _is_interview(material: Material, candidate: _Candidate) -> bool:
    """Whether a question stands at the edge of a paragraph, or an answer begins: two speakers, not one text."""
    article = material.analysis.article
    inside = [article.sentences[number] for number in range(candidate.first, candidate.last + 1)]
    several = inside[0].paragraph != inside[-1].paragraph
    texts = [article.slice(sentence) for sentence in inside]
    return several and any(text.endswith("?") or text.startswith(_ANSWERS) for text in texts)


def _goes_on(material: Material, candidate: _Candidate) -> int:
    """2 where the passage begins with a word that goes on from the sentence before (`Doch …`, `Damals …`), else 0."""
    first = material.analysis.article.sentences[candidate.first].first
    opener = material.analysis.form(first).lower()
    return 2 if invites(material, candidate.first) or opener in words("connectives.txt") | _GOING_ON else 0


def _passage(material: Material, candidate: _Candidate) -> _Passage:
    """The candidate with the other words its gaps accept."""
    found = (rivals(material, token, kept(material.analysis.form(token))) for token in candidate.damaged)
    return _Passage(candidate, tuple(accepted or () for accepted in found))


def _item(material: Material, passage: _Passage) -> Gap:
    analysis, best = material.analysis, passage.candidate
    text = analysis.article.text[
        analysis.article.sentences[best.first].start : analysis.article.sentences[best.last].end
    ]
    return Gap(
        id=f"{EXERCISE}-{fingerprint(text)}",
        exercise=EXERCISE,
        skill="comprehension",
        level=max(material.level, "B1", key=LEVELS.index),
        stem="Ergänze die fehlenden Hälften der Wörter.",
        evidence=(text,),
        passage=_written(analysis, passage),
        feedback=Feedback(f"{EXERCISE}.right", {}),
    )


def _candidates(material: Material) -> Iterator[_Candidate]:
    article = material.analysis.article
    written = {number: _words(material.analysis, number) for number in range(len(article.sentences))}
    countable = {
        number: [token for token in tokens if is_damageable(material, token)] for number, tokens in written.items()
    }
    names = in_names(material.analysis)
    plain = frozenset(number for number in written if _is_plain(material, number))
    for first in _starts(article):
        length = 0
        for last in range(first, len(article.sentences)):
            if last not in plain or not _is_unbroken(article, first, last):
                break
            length += len(written[last])
            if length >= _WORDS.stop:
                break
            if length in _WORDS and last - first >= 2 and tells_all(material, range(first, last + 1)):
                words = [
                    token for number in range(first + 1, last) for token in countable[number] if token not in names
                ]
                damaged, passed = _damaged(material, words)
                yield _Candidate(first, last, length, damaged, passed)


def _is_unbroken(article: Article, first: int, last: int) -> bool:
    """Whether nothing but running text, no subheading, stands between two sentences."""
    paragraphs = article.paragraphs[article.sentences[first].paragraph : article.sentences[last].paragraph + 1]
    return all(paragraph.kind == "body" for paragraph in paragraphs)


def _is_plain(material: Material, sentence: int) -> bool:
    """Whether it is a whole sentence, in which no quotation is cut or has lost its marks."""
    text = material.analysis.sentence_text(sentence)
    plain = safe(text) and not any(sign in text for sign in _SIGNS) and not text.endswith(":")
    main = any(clause.kind in {"main", "verb-first"} for clause in clauses(material.analysis, sentence))
    quoted = any(mark in text for mark in _QUOTES)
    return plain and main and shows(material, sentence) and (quoted or not lost_quotation(material, sentence))


def _words(analysis: Analysis, sentence: int) -> list[int]:
    tokens = analysis.article.tokens_of(analysis.article.sentences[sentence])
    return [token for token in tokens if any(letter.isalnum() for letter in analysis.form(token))]


def _damaged(material: Material, words: Sequence[int]) -> tuple[tuple[int, ...], int]:
    """Every second word from the second on, and how many are passed over, each for the word behind it."""
    damaged: list[int] = []
    passed, whole = 0, True
    for token in words:
        if whole:
            whole = False
        elif is_certain(material, token, damaged):
            damaged.append(token)
            whole = True
        else:
            passed += 1
        if len(damaged) == MOST_GAPS:
            break
    return tuple(damaged), passed


def _written(analysis: Analysis, passage: _Passage) -> str:
    article, best = analysis.article, passage.candidate
    position, end = article.sentences[best.first].start, article.sentences[best.last].end
    parts: list[str] = []
    for token, accepted in zip(best.damaged, passage.rivals, strict=True):
        span = article.tokens[token]
        cut = span.start + kept(analysis.form(token))
        endings = [article.text[cut : span.end], *(other[cut - span.end :] for other in accepted)]
        parts += [article.text[position:cut], "[[", "|".join(dict.fromkeys(endings)), "]]"]
        position = span.end
    return "".join([*parts, article.text[position:end]])
