"""UD_German-GSD dev beside the checkout (never in it): gold tokens with contractions such as `im` kept as one."""

from dataclasses import dataclass, field
from pathlib import Path

from learner.text.article import Article, Paragraph, Sentence, Span
from tests.language.sample import rows

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
    sentence: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """Number of the sentence and of the token, as `gold-faults.tsv` names them."""
        return self.sentence, self.numbers[0]


def sentences() -> list[list[Gold]]:
    """All sentences of the file."""
    blocks = FILE.read_text(encoding="utf-8").strip().split("\n\n")
    found = [_sentence([line.split("\t") for line in block.split("\n") if line[:1] != "#"]) for block in blocks]
    for number, tokens in enumerate(found, start=1):
        for token in tokens:
            token.sentence = number
    return found


def faults(what: str) -> frozenset[tuple[int, int]]:
    """Where the treebank itself is wrong, by reading (tests/data/language/gold-faults.tsv)."""
    return frozenset(
        (int(sentence), int(token)) for name, sentence, token, _ in rows("gold-faults.tsv") if name == what
    )


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
