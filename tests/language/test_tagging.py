"""Our searches find what HanTa's own find."""

import pytest
from HanTa import HanoverTagger

from learner.language.analyzing import analyze
from learner.language.tagging import tagger
from learner.text.reading import article
from tests.language.sample import DATA, article_of

ODD = [
    "Voelkner.de 489,90 € Digitalo.de",
    "? !",
    "Xylqwert Zzzyx brmpft 12-jähriger EU-NATO-Gipfel's",
    "İstanbul ﬁ שלום",
]


@pytest.fixture(scope="module")
def original():
    return HanoverTagger.HanoverTagger("morphmodel_ger.pgz")


def _lines(path):
    article = article_of(path.read_text(encoding="utf-8"))
    forms = [article.slice(token) for token in article.tokens]
    return [forms[sentence.first : sentence.last] for sentence in article.sentences]


@pytest.mark.parametrize("path", sorted((DATA / "levels").glob("*.txt"))[::4], ids=lambda path: path.stem)
def test_tags_and_lemmas_of_articles(path, original):
    ours = tagger()
    for line in _lines(path):
        plain = ['"' if form in "„“”»«" else "-" if form in "–—" else form for form in line]
        tags = original.tag_sent(plain, taglevel=0)
        assert ours.tag(line) == tags, line
        lemmas = [original.analyze(form, pos=tag)[0] for form, tag in zip(line, tags, strict=True)]
        assert [ours.lemma(form, tag) for form, tag in zip(line, tags, strict=True)] == lemmas


@pytest.mark.parametrize("text", ODD)
def test_tags_of_strange_words(text, original):
    assert tagger().tag(text.split()) == original.tag_sent(text.split(), taglevel=0)


@pytest.mark.parametrize("noun", ["Sicherheitsgarantien", "Rheinfähren", "Donaudampfschiff", "Brmpftung", "Uhr"])
def test_morphemes(noun, original):
    _, pieces, _ = original.analyze(noun, pos="NN", taglevel=3)
    assert [tuple(piece) for piece in tagger().morphemes(noun)] == pieces


def test_a_sentence_of_very_many_words():
    """HanTa itself gives up where the probability of a sentence has become too small."""
    assert len(tagger().tag(["Haus", "geht", "xyz"] * 40_000)) == 120_000


def test_kennen_at_the_end_of_a_clause_with_lernen_is_no_second_verb(lexicon):
    told = "Im Herbst lernte er elf junge Leute aus Wien und Umgebung kennen. " * 8
    analysis = analyze(article(told, "text"), lexicon)
    place = next(token for token in range(len(analysis.words)) if analysis.form(token) == "kennen")
    assert analysis.words[place].tag == "VV(INF)"
