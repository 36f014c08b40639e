"""A lesson made by hand, small enough to know by heart, and ways to vary it."""

import re
from datetime import UTC, datetime, timedelta

import msgspec

from learner.exercises.item import Choice, Feedback, Gap, Match, Option
from learner.exercises.lesson import Lesson, Origin
from learner.language.analysis import Analysis, Entry, Occurrence, TextLevel, Word
from learner.lexicon.lexeme import Gloss, Lexeme, Noun, Verb
from learner.text.article import Article, Paragraph, Sentence, Span

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=7)
TITLE = "Ein Kraftwerk für Bergheim"
PARAGRAPHS = (
    ("Die Stadt Bergheim will ihr altes Kraftwerk erneuern.", "Der Durchbruch kam nach langen Verhandlungen."),
    ("Die Arbeiten gehen mit hohen Kosten einher.", "„Wir haben uns geeinigt“, sagte Bürgermeisterin Ute Lang."),
)


def article(paragraphs=PARAGRAPHS, title=TITLE):
    """An article of sentences, cut into words and signs."""
    text, spans, sentences, tokens = "", [], [], []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        start = len(text)
        for sentence in paragraph:
            text += " " if len(text) > start else ""
            at, first = len(text), len(tokens)
            text += sentence
            tokens += [Span(at + m.start(), at + m.end()) for m in re.finditer(r"\w+|[^\w\s]", sentence)]
            sentences.append(Sentence(at, len(text), number, first, len(tokens)))
        spans.append(Paragraph(start, len(text), "body"))
    return Article(title, None, text, tuple(spans), tuple(sentences), tuple(tokens))


def entry(where, sentence, lexeme, *forms):
    """The entry of a word that stands in a sentence in these forms."""
    tokens = where.tokens_of(where.sentences[sentence])
    found = tuple(next(token for token in tokens if where.slice(where.tokens[token]) == form) for form in forms)
    return Entry(lexeme, (Occurrence(sentence, found),), forms)


def english(text, **more):
    return Gloss(text, "learner glossary, CC BY 4.0", **more)


def german(text):
    return Gloss(text, "Wiktionary (denckring), CC BY-SA 4.0", language="de")


DURCHBRUCH = Lexeme(
    "Durchbruch",
    "NOUN",
    Noun(("m",), "Durchbruchs", ("Durchbrüche",), "strong"),
    glosses=(english("breakthrough"),),
    definitions=(german("entscheidender Erfolg"),),
    ipa="ˈdʊʁçbʁʊx",
    level="B2",
)
VERHANDLUNG = Lexeme(
    "Verhandlung",
    "NOUN",
    Noun(("f",), "Verhandlung", ("Verhandlungen",)),
    glosses=(english("negotiation"), english("hearing", hint="law"), Gloss("négociation", "x", language="fr")),
    level="B1",
)
KRAFTWERK = Lexeme(
    "Kraftwerk", "NOUN", Noun(("n",), "Kraftwerks", ("Kraftwerke",)), glosses=(english("power station"),), level="B1"
)
KOSTEN = Lexeme("Kosten", "NOUN", Noun(("pl",), None, ("Kosten",)), glosses=(english("costs"),), level="A2")
EINHERGEHEN = Lexeme(
    "einhergehen",
    "VERB",
    verb=Verb("geht einher", "ging einher", "einhergegangen", ("ist",), "einher", government=("mit + Dativ",)),
    glosses=(english("to go along with"),),
    definitions=(german("zusammen mit etwas auftreten"),),
    level="C1",
)
EINIGEN = Lexeme(
    "einigen",
    "VERB",
    verb=Verb("einigt", "einigte", "geeinigt", ("hat",), reflexive=True),
    glosses=(english("to agree"),),
    level="B1",
)
HOCH = Lexeme("hoch", "ADJ", comparison=("höher", "am höchsten"), glosses=(english("high"),), level="A1")
ERNEUERN = Lexeme("erneuern", "VERB", verb=Verb("erneuert", "erneuerte", "erneuert", ("hat",)), level="B1")


def entries(where):
    return (
        entry(where, 0, KRAFTWERK, "Kraftwerk"),
        entry(where, 0, ERNEUERN, "erneuern"),
        entry(where, 1, DURCHBRUCH, "Durchbruch"),
        entry(where, 1, VERHANDLUNG, "Verhandlungen"),
        entry(where, 2, EINHERGEHEN, "gehen", "einher"),
        entry(where, 2, HOCH, "hohen"),
        entry(where, 2, KOSTEN, "Kosten"),
        entry(where, 3, EINIGEN, "geeinigt"),
    )


def options(*texts, right=0):
    return tuple(Option(text, correct=index == right) for index, text in enumerate(texts))


TRUE_FALSE = Choice(
    id="true-false/1a2b",
    exercise="true-false",
    skill="comprehension",
    level="B1",
    stem="Richtig oder falsch? Der Durchbruch kam schnell.",
    evidence=("Der Durchbruch kam nach langen Verhandlungen.",),
    options=options("Richtig", "Falsch", right=1),
    feedback=Feedback(text={"en": "It took long negotiations.", "de": "Es brauchte lange Verhandlungen."}),
)
WHO = Choice(
    id="who-said-it/3c4d",
    exercise="who-said-it",
    skill="comprehension",
    level="B1",
    stem="Wer sagte das?",
    context="„Wir haben uns [[geeinigt]].“",
    options=options("Ute Lang", "Jan Holm", "niemand"),
)
MEANING = Choice(
    id="meaning/Durchbruch",
    exercise="meaning",
    skill="vocabulary",
    level="B2",
    stem="Was heißt das?",
    options=options("breakthrough", "delay", "quarrel", "defeat"),
    lemma="Durchbruch",
)
FIVE = Choice(
    id="w-question/5e6f",
    exercise="w-question",
    skill="comprehension",
    level="B1",
    stem="Womit?",
    options=options("a", "b", "c", "d", "e"),
)
TYPED = Gap(
    id="type-word/einhergehen",
    exercise="type-word",
    skill="vocabulary",
    level="C1",
    stem="Setzen Sie das Verb ein.",
    passage="Die Arbeiten [[gehen]] mit hohen Kosten [[einher]].",
    hints=("einhergehen", ""),
    lemma="einhergehen",
)
CONNECTORS = Gap(
    id="connector/7a8b",
    exercise="connector",
    skill="grammar",
    level="B1",
    stem="Ergänzen Sie.",
    passage="Es regnete, [[aber|doch]] sie gingen, [[weil]] die milit[[ärische]] Lage es erlaubte.",
)
BANK = Gap(
    id="word-bank/9c",
    exercise="word-bank",
    skill="vocabulary",
    level="B1",
    stem="Füllen Sie die Lücken.",
    passage="Der [[Durchbruch]] kam.",
    bank=("Durchbruch", "Kosten"),
)
C_TEST = Gap(id="c-test/0d", exercise="c-test", skill="comprehension", level="B1", stem="C-Test", passage="Er ka[[m]].")
MATCH = Match(
    id="match-meanings/1e",
    exercise="match-meanings",
    skill="vocabulary",
    level="B1",
    stem="Was passt?",
    pairs=(("Kosten", "costs"), ("hoch", "high")),
)
ITEMS = (TRUE_FALSE, WHO, MEANING, FIVE, TYPED, CONNECTORS, BANK, C_TEST, MATCH)
ORIGIN = Origin("Bergheimer Bote", "Eva Roth", "CC BY 4.0")


def lesson(**changes):
    """The sample lesson, at level B1, with any field replaced."""
    where = changes.pop("article", None) or article()
    found = changes.pop("entries") if "entries" in changes else entries(where)
    words = tuple(Word(where.slice(token), "X", "XY", {}) for token in where.tokens)
    analysis = Analysis(where, words, found, (), (), TextLevel("B2", ("sample",)))
    made = Lesson("0123abcd", where.title or TITLE, "B1", 0, analysis, ITEMS, ORIGIN)
    return msgspec.structs.replace(made, **changes)


def with_gloss(lexeme, text):
    """The lexeme with another meaning."""
    return msgspec.structs.replace(lexeme, glosses=(english(text),))
