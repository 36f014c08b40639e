"""Sentences of the article that can stand alone as statements."""

from functools import cache

from learner.exercises.material import Material
from learner.exercises.passage import safe
from learner.places import bundled

_FOLDER = ("assets", "exercises", "comprehension")
_TOKENS = range(7, 29)
_QUOTES = '„“”»«"‚‘'
_SIGNS = ":;–—(…?!"


def sentences(material: Material) -> tuple[int, ...]:
    """Indexes of plain statements: one whole sentence, no speech, nothing that leans on another sentence."""
    article = material.analysis.article
    speech = [(quote.start, quote.end) for quote in material.analysis.quotes]
    return tuple(
        number
        for number, sentence in enumerate(article.sentences)
        if material.is_running(number)
        and not any(start < sentence.end and end > sentence.start for start, end in speech)
        and _plain(material.analysis.sentence_text(number))
        and _stands_alone(material, number)
    )


def _plain(text: str) -> bool:
    return text.endswith(".") and safe(text) and not any(sign in text for sign in _QUOTES + _SIGNS)


def _stands_alone(material: Material, number: int) -> bool:
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[number])
    forms = [material.analysis.form(token) for token in tokens]
    if len(forms) not in _TOKENS or any(form.lower() in context_words() for form in forms):
        return False
    words = [material.analysis.words[token] for token in tokens]
    finite = sum(word.features.get("VerbForm") == "Fin" for word in words)
    return 1 <= finite <= 2 and not (words[0].pos in {"CCONJ", "SCONJ"})


@cache
def context_words() -> frozenset[str]:
    """Words that tie a sentence to the one before."""
    rows = bundled(*_FOLDER, "context_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for row in rows if not row.startswith("#") for word in row.split())


@cache
def pairs(name: str) -> tuple[tuple[str, str], ...]:
    """The rows of one of the tables of exchangeable words."""
    rows = bundled(*_FOLDER, name).read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return tuple((first, second) for first, second, *_ in cells)
