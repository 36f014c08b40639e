"""UD_German-GSD dev beside the checkout (never in it): gold tokens with contractions such as `im` kept as one."""

from dataclasses import dataclass, field
from pathlib import Path

from learner.text.article import Article, Paragraph, Sentence, Span

FILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "gsd-dev.conllu"


@dataclass(slots=True)
class Gold:
    """One token; `parts` are the lines of a contraction, whose own tag is `ADP`."""

    form: str
    lemmas: tuple[str, ...]
    pos: str
    stts: str
    features: dict[str, str]
    relation: str
    head: int
    numbers: list[int]
    parts: list["Gold"] = field(default_factory=list)


def sentences() -> list[list[Gold]]:
    """All sentences of the file."""
    blocks = FILE.read_text(encoding="utf-8").strip().split("\n\n")
    return [_sentence([line.split("\t") for line in block.split("\n") if not line.startswith("#")]) for block in blocks]


def _sentence(rows: list[list[str]]) -> list[Gold]:
    found: list[Gold] = []
    inside = 0
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            found.append(Gold(row[1], (), "ADP", "", {}, "", 0, list(range(first, last + 1))))
            inside = last
        elif int(row[0]) <= inside:
            found[-1].parts.append(_token(row))
        else:
            found.append(_token(row))
    return found


def _token(row: list[str]) -> Gold:
    features = dict(pair.split("=") for pair in row[5].split("|")) if row[5] != "_" else {}
    return Gold(row[1], tuple(row[2].split("|")), row[3], row[4], features, row[7], int(row[6]), [int(row[0])])


def article(gold: list[list[Gold]]) -> Article:
    """The sentences as one article, tokens separated by spaces, one paragraph each."""
    text, paragraphs, bounds, spans = "", [], [], []
    for number, tokens in enumerate(gold):
        start, first = len(text), len(spans)
        for token in tokens:
            spans.append(Span(len(text), len(text) + len(token.form)))
            text += token.form + " "
        text = text[:-1]
        paragraphs.append(Paragraph(start, len(text), "body"))
        bounds.append(Sentence(start, len(text), number, first, len(spans)))
        text += "\n\n"
    return Article(None, None, text.rstrip("\n"), tuple(paragraphs), tuple(bounds), tuple(spans))
