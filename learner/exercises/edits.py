"""Minimal edits: one word of a statement is changed so that the article contradicts it, or so that it stays true."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from learner.exercises.material import Material
from learner.exercises.statements import pairs
from learner.language.analysis import Name

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
_NUMBER = re.compile(r"(?<![\w.,–/-])(\d{1,3}(?:\.\d{3})+|\d+)(?![\w.,–/-]*\d)(?![.:/–-]\w)(?!\.\s*[A-ZÄÖÜa-z])")
_OPEN_BOUND = re.compile(
    r"(mehr als|weniger als|über|unter|mindestens|höchstens|bis zu|bis|fast|knapp|gut|nahezu|von|zwischen|§|Nr\.|Artikel|Paragraf|Platz|Liga|Klasse)\s*$",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r" nicht(?= [a-zäöüß])(?! (?:nur|mehr|einmal|zuletzt|sondern|allein|immer|alle|jeder|zu|so|ganz|unbedingt|viel|selten))"
)
_BEFORE_NEGATION = re.compile(r"\b(noch|auch|gar|überhaupt|längst|wenn|falls|ob|bis|um)$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Edit:
    """A changed statement: its text, the kind of change, what was said and what the article says."""

    statement: str
    kind: str
    said: str
    right: str


def false_edits(material: Material, sentence: int) -> Iterator[Edit]:
    """Every certain way of making the sentence false."""
    for editor in _FALSE:
        yield from editor(material, sentence)


def true_edit(material: Material, sentence: int) -> Edit | None:
    """The sentence with another wording that says the same; None where no safe exchange is known."""
    text = material.analysis.sentence_text(sentence)
    for word, instead in pairs("paraphrases.tsv"):
        changed = _swapped(text, word, instead)
        if changed is not None:
            return Edit(changed, "paraphrase", instead, word)
    return None


def _swapped(text: str, word: str, instead: str) -> str | None:
    """The text with one word exchanged; None where it does not stand there exactly once."""
    found = list(re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text))
    if len(found) != 1:
        return None
    return text[: found[0].start()] + instead + text[found[0].end() :]


def _numbers(material: Material, sentence: int) -> Iterator[Edit]:
    text = material.analysis.sentence_text(sentence)
    found = list(_NUMBER.finditer(text))
    if len(found) != 1 or _OPEN_BOUND.search(text[: found[0].start()]):
        return
    number = int(found[0][1].replace(".", ""))
    other = _other_number(material, number)
    if other is not None:
        written = _written(other, found[0][1])
        yield Edit(text[: found[0].start()] + written + text[found[0].end() :], "number", written, found[0][1])


def _other_number(material: Material, number: int) -> int | None:
    """A number of the same magnitude, clearly another, that stands nowhere in the article."""
    year = 1900 <= number <= 2100
    candidates = [number - 4, number + 3, number - 7] if year else [number * 2, number * 3, number // 2, number * 4]
    article = material.analysis.article.text.replace(".", "")
    least = 1 if year else 3
    fitting = (other for other in candidates if other >= least and not re.search(rf"\b{other}\b", article))
    return next(fitting, None) if number >= 3 else None


def _written(number: int, like: str) -> str:
    return f"{number:,}".replace(",", ".") if "." in like or number >= 10_000 else str(number)


def _calendar(material: Material, sentence: int) -> Iterator[Edit]:
    text, article = material.analysis.sentence_text(sentence), material.analysis.article.text
    for names in (WEEKDAYS, MONTHS):
        here = [name for name in names if re.search(rf"\b{name}\b", text)]
        if len(here) != 1:
            continue
        rng = material.rng(f"calendar {sentence}")
        others = [name for name in names if name not in article and names.index(name) != names.index(here[0])]
        changed = _swapped(text, here[0], rng.choice(others)) if others else None
        if changed is not None:
            said = next(name for name in others if name in changed)
            yield Edit(changed, "time", said, here[0])


def _opposites(material: Material, sentence: int) -> Iterator[Edit]:
    text = material.analysis.sentence_text(sentence)
    if re.search(r"\b(nicht|kein\w*|nie|kaum|ohne|als)\b", text):
        return
    for one, two in pairs("opposites.tsv"):
        for word, instead in ((one, two), (two, one)):
            changed = _swapped(text, word, instead)
            if changed is not None and not _comparative_trap(text, word):
                yield Edit(changed, "opposite", instead, word)


def _comparative_trap(text: str, word: str) -> bool:
    """`mehr` and its like inside a fixed phrase (nicht mehr, je mehr, mehr und mehr) or before a number."""
    return bool(
        re.search(
            rf"\b(nicht|je|desto|umso|immer|noch|keine?[nrms]?|nie|viel|nur|um so)\s+{word}\b|\b{word}\s+(oder|und|denn|\d)",
            text,
        )
    )


def _negation(material: Material, sentence: int) -> Iterator[Edit]:
    """A statement with one plain `nicht` loses it."""
    text = material.analysis.sentence_text(sentence)
    found = list(_NEGATION.finditer(text))
    total = len(re.findall(r"\b(?:nicht|kein\w*|nie\w*|weder)\b", text, re.IGNORECASE))
    if (
        len(found) == 1
        and total == 1
        and ", sondern" not in text
        and not _BEFORE_NEGATION.search(text[: found[0].start()])
    ):
        changed = text[: found[0].start()] + text[found[0].end() :]
        yield Edit(changed, "negation", "ohne „nicht“", "nicht")


def _persons(material: Material, sentence: int) -> Iterator[Edit]:
    """The one person of the sentence gives way to another of the same sex who does nothing of the kind."""
    here = _persons_in(material, sentence)
    if len(here) != 1:
        return
    name, mention = here[0]
    for other in material.analysis.names:
        if other.kind == "person" and other.name != name.name and other.gender == name.gender != "":
            if _nothing_in_common(material, sentence, other):
                yield _exchanged(material, sentence, mention, other)
                return


def _persons_in(material: Material, sentence: int) -> list[tuple[Name, tuple[int, int]]]:
    bounds = material.analysis.article.sentences[sentence]
    return [
        (name, (mention.start, mention.end))
        for name in material.analysis.names
        if name.kind == "person"
        for mention in name.mentions
        if bounds.start <= mention.start and mention.end <= bounds.end
    ]


def _exchanged(material: Material, sentence: int, mention: tuple[int, int], other: Name) -> Edit:
    article = material.analysis.article
    start, end = article.sentences[sentence].start, article.sentences[sentence].end
    said = article.text[mention[0] : mention[1]]
    return Edit(
        article.text[start : mention[0]] + other.name + article.text[mention[1] : end], "person", other.name, said
    )


def _nothing_in_common(material: Material, sentence: int, other: Name) -> bool:
    """Whether no sentence about the other person shares a content word with this one."""
    mine = _content(material, sentence)
    article = material.analysis.article
    for number, bounds in enumerate(article.sentences):
        about = any(bounds.start <= mention.start < bounds.end for mention in other.mentions)
        if number != sentence and about and mine & _content(material, number):
            return False
    return True


def _content(material: Material, sentence: int) -> set[str]:
    bounds = material.analysis.article.sentences[sentence]
    tokens = material.analysis.article.tokens_of(bounds)
    return {
        material.analysis.words[token].lemma
        for token in tokens
        if material.analysis.words[token].pos in {"NOUN", "VERB", "ADJ"}
    }


_FALSE: tuple[Callable[[Material, int], Iterator[Edit]], ...] = (_persons, _opposites, _numbers, _negation, _calendar)
