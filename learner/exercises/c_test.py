"""c-test: the second half of every second word is missing (Klein-Braley and Raatz; the rule of onSET).

A self-contained passage of 60-90 words. The first sentence and the last stay whole. Beginning with the second word of
the second sentence every second word loses its second half: a word of n letters keeps floor(n/2). One-letter words,
proper names, numerals and abbreviations are passed over and not counted. In a hyphenated word only the last part is
damaged. At 20 gaps it stops.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from learner.exercises import extent
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.material import Material, fingerprint
from learner.exercises.passage import safe
from learner.language.analysis import Analysis
from learner.lexicon.lexeme import LEVELS

EXERCISE = "c-test"
MOST_GAPS = 20
FEWEST_GAPS = 20
_MOST_TEXTS = 4
_WORDS = range(60, 111)
_QUOTES = '„“”»«"'
_UNDAMAGED = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A run of whole sentences of one paragraph or of neighbouring ones, with the tokens that lose their end."""

    first: int
    last: int
    words: int
    damaged: tuple[int, ...]


def generate(material: Material) -> tuple[Item, ...]:
    """Up to four passages that share no sentence and carry 20 gaps, the one nearest to 75 words first."""
    found = [passage for passage in _candidates(material) if len(passage.damaged) >= FEWEST_GAPS]
    chosen: list[_Candidate] = []
    for one in sorted(found, key=lambda passage: (abs(passage.words - 75), passage.first)):
        if len(chosen) < _MOST_TEXTS and all(one.last < other.first or other.last < one.first for other in chosen):
            chosen.append(one)
    return tuple(_item(material, passage) for passage in chosen)


def _item(material: Material, best: _Candidate) -> Gap:
    analysis = material.analysis
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
        passage=_passage(analysis, best),
        feedback=Feedback(f"{EXERCISE}.right", {}),
    )


def _candidates(material: Material) -> Iterator[_Candidate]:
    article = material.analysis.article
    countable = {
        number: [token for token in _words(material.analysis, number) if _countable(material.analysis, token)]
        for number in range(len(article.sentences))
    }
    names = _in_names(material.analysis)
    for first in range(len(article.sentences)):
        words = 0
        for last in range(first, len(article.sentences)):
            if not _whole(material, first, last):
                break
            words += len(_words(material.analysis, last))
            if words >= _WORDS.stop:
                break
            if words in _WORDS and last - first >= 2:
                damaged = _damaged(countable, names, first, last)
                yield _Candidate(first, last, words, damaged[:MOST_GAPS])


def _whole(material: Material, first: int, last: int) -> bool:
    """Running text without quotation and without a subheading inside."""
    article = material.analysis.article
    text = material.analysis.sentence_text(last)
    paragraphs = article.paragraphs[article.sentences[first].paragraph : article.sentences[last].paragraph + 1]
    unbroken = all(paragraph.kind == "body" for paragraph in paragraphs)
    return unbroken and material.is_running(last) and safe(text) and not any(mark in text for mark in _QUOTES)


def _words(analysis: Analysis, sentence: int) -> list[int]:
    tokens = analysis.article.tokens_of(analysis.article.sentences[sentence])
    return [token for token in tokens if any(letter.isalnum() for letter in analysis.form(token))]


def _damaged(countable: Mapping[int, Sequence[int]], names: frozenset[int], first: int, last: int) -> tuple[int, ...]:
    """Every second countable word from the second of the second sentence on; the last sentence stays whole."""
    found = [token for sentence in range(first + 1, last) for token in countable[sentence] if token not in names]
    return tuple(found[1::2])


def _in_names(analysis: Analysis) -> frozenset[int]:
    """Every token of a name."""
    mentions = (mention for name in analysis.names for mention in name.mentions)
    return frozenset(token for mention in mentions for token in extent.tokens(analysis, mention.start, mention.end))


def _countable(analysis: Analysis, token: int) -> bool:
    form = analysis.form(token)
    plain = len(form) > 1 and form.replace("-", "").isalpha()
    capitals = sum(letter.isupper() for letter in form) > 1 and "-" not in form
    return plain and not capitals and analysis.words[token].pos not in _UNDAMAGED and len(form.rpartition("-")[2]) > 1


def kept(form: str) -> int:
    """How many letters of a word stay: floor(n/2) of its last part, all of what stands before a hyphen."""
    head, hyphen, tail = form.rpartition("-")
    return len(head) + len(hyphen) + len(tail) // 2


def _passage(analysis: Analysis, best: _Candidate) -> str:
    article = analysis.article
    position, end = article.sentences[best.first].start, article.sentences[best.last].end
    parts: list[str] = []
    for token in best.damaged:
        span = article.tokens[token]
        cut = span.start + kept(analysis.form(token))
        parts += [article.text[position:cut], "[[", article.text[cut : span.end], "]]"]
        position = span.end
    return "".join([*parts, article.text[position:end]])
