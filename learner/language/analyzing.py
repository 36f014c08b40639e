"""From an article to its analysis."""

from collections.abc import Sequence

from learner.language import names
from learner.language.agreement import nominal, phrases
from learner.language.analysis import Analysis, Name, Word
from learner.language.assembly import find
from learner.language.clause import Clause
from learner.language.correcting import corrected, settled
from learner.language.draft import Draft
from learner.language.entry import entries
from learner.language.garbage import uncollected
from learner.language.lemmas import lemma
from learner.language.leveling import level
from learner.language.morphology import features
from learner.language.participles import told
from learner.language.segments import TaggedSentence
from learner.language.separable import joined
from learner.language.speech import quotes
from learner.language.tables import column
from learner.language.tagging import tagger
from learner.language.universal import universal
from learner.language.wordbook import Wordbook, wordbook
from learner.lexicon.lexicon import Lexicon
from learner.text.article import Article


@uncollected()
def analyze(article: Article, lexicon: Lexicon) -> Analysis:
    """Everything the language floor says of an article."""
    draft = drafted(article, wordbook(lexicon))
    found = names.find(draft)
    draft = named(draft, found)
    vocabulary = entries(draft, lexicon)
    return Analysis(
        article=article,
        words=tuple(draft.words),
        entries=vocabulary,
        quotes=quotes(draft, found),
        names=found,
        level=level(draft, vocabulary),
    )


def drafted(article: Article, book: Wordbook) -> Draft:
    """Tags, lemmas, features and clauses of every sentence."""
    forms = [article.slice(token) for token in article.tokens]
    lines = [forms[sentence.first : sentence.last] for sentence in article.sentences]
    guesses = settled(lines, [tagger().tag(line) for line in lines])
    words: list[Word] = []
    clauses: list[list[Clause]] = []
    for sentence, line, guess in zip(article.sentences, lines, guesses, strict=True):
        found = tagged(line, guess, book)
        own = find(found)
        words += sentence_words(found, own, book, sentence.first)
        clauses.append([clause.moved(sentence.first) for clause in own])
    return Draft(article, forms, words, clauses)


def tagged(forms: Sequence[str], guesses: Sequence[str], book: Wordbook) -> TaggedSentence:
    """HanTa's tags of a sentence after correction, and the lemmas that go with them."""
    tags = corrected(forms, guesses, book)
    return TaggedSentence(forms, tags, [lemma(form, tag, book) for form, tag in zip(forms, tags, strict=True)])


def sentence_words(line: TaggedSentence, clauses: Sequence[Clause], book: Wordbook, offset: int) -> list[Word]:
    """The words of a tagged sentence; `offset` is added to the heads of particles."""
    particles = joined(line, clauses, book)
    lemmas = list(line.lemmas)
    for token, infinitive in told(line, clauses).items():
        lemmas[token] = infinitive
    for token, (verb, infinitive) in particles.items():
        lemmas[token] = lemmas[verb] = infinitive
    heads = {token: verb + offset for token, (verb, _) in particles.items()}
    line = TaggedSentence(line.forms, line.tags, lemmas)
    rows = zip(lemmas, universal(line, clauses), line.tags, features(line, clauses, particles, book), strict=True)
    words = [Word(*row, heads.get(token)) for token, row in enumerate(rows)]
    for phrase in phrases(line.forms, words, book):
        word = words[phrase.head]
        words[phrase.head] = Word(word.lemma, word.pos, word.tag, nominal(phrase), word.head)
    return words


def named(draft: Draft, found: Sequence[Name]) -> Draft:
    """Words inside the names of persons and places are proper nouns."""
    inside = {
        offset
        for name in found
        if name.kind in {"person", "place"}
        for mention in name.mentions
        for offset in range(mention.start, mention.end)
    }
    words = [
        Word(word.lemma, "PROPN", word.tag, word.features, word.head)
        if word.pos in {"NOUN", "X"} and span.start in inside and word.lemma not in column("titles.tsv")
        else word
        for word, span in zip(draft.words, draft.article.tokens, strict=True)
    ]
    return Draft(draft.article, draft.forms, words, draft.clauses)
