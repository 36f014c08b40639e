"""Whatever stands in an article, the analysis comes out and its offsets lie inside the text and in order."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learner.language.agreement import noun_phrases
from learner.language.clauses import clauses
from learner.language.dates import dates
from learner.language.quantities import quantities
from learner.language.report import report
from learner.language.verbs import fields, verb_phrases
from tests.language import gold_quotes
from tests.language.sample import analysis_of

PIECES = [
    *(
        "Der Minister",
        "die",
        "sagte",
        "ging",
        "einher",
        ",",
        ".",
        ":",
        "„",
        "“",
        "»",
        "«",
        '"',
        "‚",
        "‘",
        "(",
        ")",
        "-",
    ),
    *("dass", "und", "Frau Dr. Müller", "er habe", "zu", "einzumarschieren", "14.000", "laut", "zufolge", "so", "😀"),
    *(
        "Angela Merkel",
        "USA",
        "EU",
        "wenn",
        "das",
        "nicht",
        "!",
        "?",
        "…",
        "–",
        "\n\n",
        "z. B.",
        "Österreichs",
        "ﬁ",
        "İ",
    ),
    *("שלום", "مرحبا", "́", "A", "ß", "'", "''", "``", "--", "...", "www.beispiel.de", "a-b-c", "-los", "Haus-"),
]
ARTICLES = gold_quotes.articles()
EASY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(text, lexicon):
    analysis = analysis_of(text, lexicon)
    article = analysis.article
    size = len(article.text)
    assert len(analysis.words) == len(article.tokens)
    for word in analysis.words:
        assert word.head is None or 0 <= word.head < len(analysis.words)
    starts = [quote.start for quote in analysis.quotes]
    assert starts == sorted(starts)
    for quote in analysis.quotes:
        assert 0 <= quote.start < quote.end <= size
        assert quote.cue is None or 0 <= quote.cue.start < quote.cue.end <= size
    for name in analysis.names:
        spans = [(span.start, span.end) for span in name.mentions]
        assert spans == sorted(spans)
        assert all(0 <= start < end <= size for start, end in spans)
    for entry in analysis.entries:
        assert entry.occurrences
        for place in entry.occurrences:
            sentence = article.sentences[place.sentence]
            assert all(sentence.first <= token < sentence.last for token in place.tokens)
    for number, sentence in enumerate(article.sentences):
        check_sentence(analysis, number, range(sentence.first, sentence.last), lexicon)
    assert report(analysis)["version"] == 1


def check_sentence(analysis, number, inside, lexicon):
    for clause in clauses(analysis, number):
        assert set(clause.tokens) <= set(inside)
        assert clause.vorfeld is None or set(clause.vorfeld) <= set(inside)
    for phrase in noun_phrases(analysis, number, lexicon):
        assert set(phrase.tokens) <= set(inside)
    found = clauses(analysis, number)
    for verbs in verb_phrases(analysis, number, lexicon):
        assert set(verbs.tokens) <= set(found[verbs.clause].tokens)
        parts = fields(analysis, found[verbs.clause], verbs)
        assert set(parts.mittelfeld) <= set(inside)
        assert not set(parts.mittelfeld) & set(parts.right)
    for one in [*quantities(analysis, number), *dates(analysis, number)]:
        assert list(one.tokens) == sorted(set(one.tokens) & set(inside))


@EASY
@given(text=st.text(max_size=300))
def test_arbitrary_characters(text, lexicon):
    check(text, lexicon)


@EASY
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=60), space=st.sampled_from([" ", "", "\n"]))
def test_german_pieces_in_any_order(pieces, space, lexicon):
    check(space.join(pieces), lexicon)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Wort", ".", "„", "„“", "„„““", '"', "😀" * 50, "a" * 3000, "," * 200, "und " * 200),
        *(
            "EinTextGanzOhneLeerzeichen" * 20,
            "„Nur ein Zitat.“",
            "die ﬁ zufolge",
            "„" * 30 + "Text" + "“" * 30,
            "שלום עולם " * 20,
        ),
    ],
)
def test_strange_articles(text, lexicon):
    check(text, lexicon)


def mixed(chance, count):
    words = (
        "der die Frau Mann geht sagte dass und in Berlin Haus alt nicht er „ “ , . Merkel Huber Treffen laut".split()
    )
    return " ".join(chance.choice(words) for _ in range(count))


def only_quotes(chance, count):
    return " ".join(chance.choice("„ “ » « ‚ ‘ Ja ,".split()) for _ in range(count))


def right_to_left(chance, count):
    return " ".join(chance.choice(["שלום", "עולם", "مرحبا", "بالعالم", "."]) for _ in range(count))


def one_word(_chance, count):
    return "EinTextGanzOhneLeerzeichen" * (count // 4)


def one_sentence(chance, count):
    return " ".join(chance.choice("der die Frau Mann geht und in Haus alt nicht er".split()) for _ in range(count))


@pytest.mark.parametrize(
    ("make", "count"),
    [(mixed, 100_000), (only_quotes, 20_000), (right_to_left, 20_000), (one_word, 40_000), (one_sentence, 10_000)],
)
def test_very_long_articles(make, count, lexicon):
    """Where anything took quadratic time these would run for hours."""
    check(make(random.Random(1), count), lexicon)


def spoilt(chance: random.Random) -> str:
    """A piece of an article of our own: cut off anywhere, its sentences in any order, or with strewn signs."""
    _, text, _ = chance.choice(ARTICLES)
    words, sentences = text.split(" "), text.split(". ")
    start = chance.randrange(len(words))
    cut = " ".join(words[start : start + chance.randrange(3, 60)]).rstrip('.!?“”«»"')
    chance.shuffle(sentences)
    strewn = [chance.choice("„“:,.?! \n»«–x") if chance.random() < 0.03 else letter for letter in text[:1200]]
    return chance.choice([cut, ". ".join(sentences[: chance.randrange(1, 9)]), "".join(strewn)])


@pytest.mark.parametrize("seed", range(150))
def test_spoilt_articles(lexicon, seed):
    check(spoilt(random.Random(seed)), lexicon)
