"""A small lesson with every kind of item, made in code, its sentences our own."""

import re

from learner.exercises.item import Choice, Feedback, Gap, Match, Option, Order
from learner.exercises.lesson import Lesson
from learner.language.analysis import Analysis, Entry, Occurrence, TextLevel, Word
from learner.lexicon.lexeme import Gloss, Lexeme, Noun, Verb
from learner.text.article import Article, Dropped, Paragraph, Sentence, Span

TITLE = "Die Bibliothek am Markt"
PARAGRAPHS = (
    (
        "body",
        "Die alte Bibliothek am Markt geht mit der Zeit.",
        "Ab Mai leiht sie auch Werkzeug aus.",
        "„Wir wollen offen sein“, sagte die Leiterin Rosa Behrend.",
    ),
    ("heading", "Bohrer statt Bücher"),
    (
        "body",
        "Der Umbau ging mit hohen Kosten einher.",
        "Die Stadt übernahm zwei Drittel der Rechnung.",
        "Den Rest bezahlte ein Verein, der seit zwanzig Jahren für das Haus sammelt.",
    ),
    (
        "body",
        "Nicht alle sind zufrieden.",
        "Manche Leser vermissen die stillen Ecken, in denen früher Zeitungen lagen.",
        "Der Verein will deshalb im Herbst einen Leseraum einrichten.",
    ),
)


def article(paragraphs=PARAGRAPHS, title=TITLE, dropped=()):
    """An article of paragraphs (kind, sentence, sentence …), cut into words and signs."""
    text, spans, sentences, tokens = "", [], [], []
    for number, (kind, *parts) in enumerate(paragraphs):
        text += "\n\n" if text else ""
        start = len(text)
        for sentence in parts:
            text += " " if len(text) > start else ""
            at, first = len(text), len(tokens)
            text += sentence
            tokens += [Span(at + m.start(), at + m.end()) for m in re.finditer(r"\w+|[^\w\s]", sentence)]
            sentences.append(Sentence(at, len(text), number, first, len(tokens)))
        spans.append(Paragraph(start, len(text), kind))
    return Article(title, None, text, tuple(spans), tuple(sentences), tuple(tokens), dropped)


def english(text):
    return (Gloss(text, "our own glossary"),)


def noun(lemma, gender, plural, gloss, level):
    return Lexeme(
        lemma, "NOUN", Noun((gender,), None, (plural,) if plural else ()), glosses=english(gloss), level=level
    )


AUSLEIHEN = Lexeme(
    "ausleihen",
    "VERB",
    verb=Verb("leiht aus", "lieh aus", "ausgeliehen", ("hat",), "aus"),
    glosses=english("to lend"),
    level="A2",
)
EINHERGEHEN = Lexeme(
    "einhergehen",
    "VERB",
    verb=Verb("geht einher", "ging einher", "einhergegangen", ("ist",), "einher", government=("mit + Dativ",)),
    glosses=english("to go along with"),
    definitions=(Gloss("zusammen mit etwas auftreten", "our own", language="de"),),
    ipa="aɪ̯nˈheːɐ̯ˌɡeːən",
    level="C1",
)
WORDS = (
    (noun("Bibliothek", "f", "Bibliotheken", "library", "A2"), (("Bibliothek",),)),
    (AUSLEIHEN, (("leiht", "aus"),)),
    (noun("Werkzeug", "n", "Werkzeuge", "tool", "B1"), (("Werkzeug",),)),
    (noun("Leiterin", "f", "Leiterinnen", "head", "B1"), (("Leiterin",),)),
    (noun("Umbau", "m", "Umbauten", "rebuilding", "B2"), (("Umbau",),)),
    (EINHERGEHEN, (("ging", "einher"),)),
    (noun("Kosten", "pl", "Kosten", "costs", "B1"), (("Kosten",),)),
    (noun("Drittel", "n", "Drittel", "third", "B1"), (("Drittel",),)),
    (noun("Verein", "m", "Vereine", "association", "B1"), (("Verein",), ("Verein",))),
    (noun("Leseraum", "m", "Leseräume", "reading room", "B2"), (("Leseraum",),)),
)


def entries(found):
    """The entries of the sample's words, each occurrence in the sentence that holds all its forms."""
    forms = [found.slice(token) for token in found.tokens]
    made, taken = [], set()
    for lexeme, places in WORDS:
        occurrences = []
        for wanted in places:
            for number, sentence in enumerate(found.sentences):
                tokens = [t for t in found.tokens_of(sentence) if forms[t] in wanted and t not in taken]
                if len(tokens) == len(wanted):
                    taken.update(tokens)
                    occurrences.append(Occurrence(number, tuple(tokens)))
                    break
        if occurrences:
            made.append(Entry(lexeme, tuple(occurrences)))
    return tuple(made)


def analysis(found=None):
    found = found or article()
    words = []
    for token in found.tokens:
        form = found.slice(token)
        words.append(Word(form, "PUNCT" if not form[0].isalnum() else "DET" if form in {"Die", "Der"} else "X", "", {}))
    return Analysis(found, tuple(words), entries(found), (), (), TextLevel("B1", ("sample",)))


EVIDENCE = "Der Umbau ging mit hohen Kosten einher."
CHOICE = Choice(
    id="w-question-1",
    exercise="w-question",
    skill="comprehension",
    level="B1",
    stem="Womit ging der Umbau einher?",
    options=(
        Option(
            "mit vielen Pausen",
            feedback=Feedback(text={"en": "Nobody speaks of breaks.", "de": "Von Pausen ist keine Rede."}),
        ),
        Option(
            "mit hohen Kosten",
            correct=True,
            feedback=Feedback(text={"en": "It was expensive.", "de": "Es war teuer."}),
        ),
        Option("mit einem Streit"),
    ),
    evidence=(EVIDENCE,),
)  # fmt: skip
TYPED = Gap(
    id="type-word-verein",
    exercise="type-word",
    skill="vocabulary",
    level="B1",
    stem="Ergänze das fehlende Wort.",
    passage="Den Rest bezahlte ein Ver[[ein]], der seit zwanzig Jahren für das Haus sammelt.",
    hints=("association",),
    lemma="Verein",
    evidence=("Den Rest bezahlte ein Verein, der seit zwanzig Jahren für das Haus sammelt.",),
)
BANK = Gap(
    id="word-bank-1",
    exercise="word-bank",
    skill="vocabulary",
    level="B1",
    stem="Welches Wort passt in welche Lücke?",
    passage="Die Stadt übernahm zwei [[Drittel]] der [[Rechnung]].",
    bank=("Drittel", "Kosten", "Rechnung", "Verein"),
)
C_TEST = Gap(
    id="c-test-1",
    exercise="c-test",
    skill="comprehension",
    level="B1",
    stem="Ergänze die fehlenden Hälften der Wörter.",
    passage="Nicht alle sind zufrieden. Manche Le[[ser]] vermissen d[[ie]] stillen Ec[[ken]] sehr.",
)
MATCH = Match(
    id="match-meanings-1",
    exercise="match-meanings",
    skill="vocabulary",
    level="B1",
    stem="Was passt zusammen?",
    pairs=(("das Werkzeug", "tool"), ("der Umbau", "rebuilding")),
    spare=("costs",),
)
ORDER = Order(
    id="word-order-1",
    exercise="word-order",
    skill="grammar",
    level="B1",
    stem="Bring die Teile in die richtige Reihenfolge.",
    chunks=("Ab Mai", "leiht", "sie", "auch Werkzeug", "aus."),
)
ITEMS = (CHOICE, TYPED, BANK, C_TEST, MATCH, ORDER)
DROPPED = (
    Dropped("Teilen auf Facebook", "dropped.share", 0),
    Dropped("Das könnte Sie auch interessieren", "dropped.related", 150),
)


def lesson(items=ITEMS, found=None, title=TITLE, uid="5a3b1e00"):
    return Lesson(uid, title, "B1", 0, analysis(found or article(dropped=DROPPED)), tuple(items))
