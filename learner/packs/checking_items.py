"""What can be wrong with items although their format is right: evidence, keys, gaps, balance, spelling."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from learner.errors import LearnerError
from learner.exercises.item import Choice, Feedback, Gap, Item, Match, Order
from learner.exercises.passage import Passage, parse
from learner.lexicon.lexeme import LEVELS
from learner.packs.checking_gaps import check_gaps
from learner.packs.findings import Finding, Severity
from learner.packs.layout import ITEMS

_STRAIGHT = re.compile(r'"[^"]*"')
TRANSCRIBED = re.compile(
    r"\b(fuer|ueber|koennen|muessen|wuerde|waere|haette|moeglich|groesse|grosse[nrms]?|spaet\w*|naechste[nrms]?|waehrend|gegenueber|zurueck|fuenf|zwoelf|schoen\w*|Maedchen|Buerger\w*|Laender\w*|Aerzte|Oesterreich\w*|Praesident\w*|oeffentlich\w*|erklaer\w*|Gespraech\w*|dass?ss)\b"
)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_ON_ONE_SENTENCE = 3
_LONGEST_EVIDENCE = 1500
_TELLING_WORDS = 2
_VERDICTS = 4


def check_item(item: Item, paragraphs: Sequence[str], level: str) -> Iterator[Finding]:
    """The findings of one item; `paragraphs` is the text its evidence must stand in."""
    yield from _evidence(item, paragraphs)
    if isinstance(item, Choice):
        yield from _choice(item)
    elif isinstance(item, Gap):
        yield from _gap(item)
    elif isinstance(item, Match):
        yield from _match(item)
    else:
        yield from _order(item)
    yield from _language(item)
    if level in LEVELS and LEVELS.index(item.level) > LEVELS.index(level) + 1:
        yield _note(item, "hard-item", level=item.level)


def check_together(items: Sequence[tuple[Item, int]]) -> Iterator[tuple[Finding, int]]:
    """The findings of items beside each other: doubles, and keys that give themselves away."""
    seen: set[str] = set()
    for item, line in items:
        if item.id in seen:
            yield _fault(item, "duplicate-id"), line
        seen.add(item.id)
    sentences = Counter(quote for item, _ in items for quote in set(item.evidence) if item.exercise != "c-test")
    for item, line in items:
        crowded = [quote for quote in item.evidence if sentences[quote] > _ON_ONE_SENTENCE]
        if crowded:
            yield _note(item, "crowded-sentence", count=str(sentences[crowded[0]])), line
            sentences[crowded[0]] = 0
    yield from _verdicts([(item, line) for item, line in items if isinstance(item, Choice)])
    yield from _cues([(item, line) for item, line in items if isinstance(item, Choice) and len(item.options) > 2])


def _cues(choices: list[tuple[Choice, int]]) -> Iterator[tuple[Finding, int]]:
    if len(choices) < 5:
        return
    positions = Counter(_key_index(item) for item, _ in choices)
    position, count = positions.most_common(1)[0]
    if count == len(choices):
        yield _note(choices[0][0], "same-position", position=str(position + 1)), choices[0][1]
    if all(len(item.options[_key_index(item)].text) == max(len(o.text) for o in item.options) for item, _ in choices):
        yield _note(choices[0][0], "longest-key"), choices[0][1]


def _verdicts(choices: list[tuple[Choice, int]]) -> Iterator[tuple[Finding, int]]:
    """True or false where the same answer is always right."""
    asked = [(item, line) for item, line in choices if item.exercise == "true-false"]
    if len(asked) >= _VERDICTS and len({item.options[_key_index(item)].text for item, _ in asked}) == 1:
        yield _note(asked[0][0], "same-verdict"), asked[0][1]


def _key_index(item: Choice) -> int:
    return next((index for index, option in enumerate(item.options) if option.correct), 0)


def _fault(item: Item, code: str, **values: str) -> Finding:
    return _made(item, code, "fault", values)


def _note(item: Item, code: str, **values: str) -> Finding:
    return _made(item, code, "note", values)


def _made(item: Item, code: str, severity: Severity, values: dict[str, str]) -> Finding:
    return Finding(ITEMS, 0, code, severity, {"item": item.id, **values})


def _evidence(item: Item, paragraphs: Sequence[str]) -> Iterator[Finding]:
    text = " ".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    for quote in item.evidence:
        if " ".join(quote.split()) not in text:
            yield _fault(item, "evidence-not-in-text", evidence=_short(quote))
        if len(quote) > _LONGEST_EVIDENCE:
            yield _note(item, "long-evidence")
    if not item.evidence and item.skill == "comprehension":
        yield _note(item, "no-evidence")


def _choice(item: Choice) -> Iterator[Finding]:
    keys = [option for option in item.options if option.correct]
    if len(keys) != 1:
        yield _fault(item, "one-key", count=str(len(keys)))
    if len(item.options) < 2:
        yield _fault(item, "few-options")
    counted = Counter(_bare(option.text) for option in item.options)
    for option in item.options:
        if counted[_bare(option.text)] > 1:
            yield _fault(item, "equal-options", option=_short(option.text))
            break
    if any(not option.text.strip() for option in item.options):
        yield _fault(item, "empty-option")
    if any(option.feedback == Feedback() for option in item.options) and item.feedback == Feedback():
        yield _note(item, "no-feedback")
    if item.skill == "comprehension" and not item.generated:
        yield from _supported_distractors(item)


def _supported_distractors(item: Choice) -> Iterator[Finding]:
    """Distractors whose words stand in the evidence although the key's do not: the text may support them too."""
    proof = _bare(" ".join(item.evidence))
    key = next((option.text for option in item.options if option.correct), "")
    if _bare(key) in proof:
        return
    for option in item.options:
        if not option.correct and len(option.text.split()) >= _TELLING_WORDS and _bare(option.text) in proof:
            yield _note(item, "distractor-in-evidence", option=_short(option.text))


def _gap(item: Gap) -> Iterator[Finding]:
    try:
        passage = parse(item.passage)
    except LearnerError as error:
        yield _fault(item, "gap-notation", error=error.what)
        return
    if not passage.slots:
        yield _fault(item, "no-gap")
    yield from _bank(item, passage)
    yield from check_gaps(item)
    if item.feedback == Feedback():
        yield _note(item, "no-feedback")


def _bank(item: Gap, passage: Passage) -> Iterator[Finding]:
    if not item.bank:
        return
    bank = Counter(_bare(word) for word in item.bank)
    for slot in passage.slots:
        if not any(bank[_bare(word)] for word in slot.words):
            yield _fault(item, "not-in-bank", word=slot.words[0])
    doubles = [
        word
        for word, count in Counter(_bare(slot.words[0]) for slot in passage.slots).items()
        if count > bank[word] > 0
    ]
    if doubles:
        yield _fault(item, "not-in-bank", word=doubles[0])


def _match(item: Match) -> Iterator[Finding]:
    if len(item.pairs) < 2:
        yield _fault(item, "few-pairs")
    rights = Counter(_bare(right) for _, right in item.pairs) + Counter(_bare(spare) for spare in item.spare)
    if any(count > 1 for count in rights.values()):
        yield _fault(item, "equal-options", option=_short(rights.most_common(1)[0][0]))


def _order(item: Order) -> Iterator[Finding]:
    if len(item.chunks) < 3:
        yield _fault(item, "few-chunks")
    indexes = list(range(len(item.chunks)))
    if any(sorted(order) != indexes for order in item.accepted):
        yield _fault(item, "wrong-order")


def _language(item: Item) -> Iterator[Finding]:
    texts = [item.stem, item.context, getattr(item, "passage", "")]
    texts += [option.text for option in getattr(item, "options", ())]
    if any(CONTROL.search(text) for text in strings(msgspec.to_builtins(item))):
        yield _fault(item, "control-characters")
    if any(_STRAIGHT.search(text) for text in texts) and not item.generated:
        yield _note(item, "straight-quotes")
    if found := next(filter(None, map(TRANSCRIBED.search, texts)), None):
        yield _note(item, "umlaut-as-ae", word=found[0])
    if not item.stem.strip():
        yield _fault(item, "empty-stem")


def strings(value: Any) -> Iterator[str]:
    """Every text anywhere in plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for inner in value.values() for text in strings(inner))
    elif isinstance(value, list | tuple):
        yield from (text for inner in value for text in strings(inner))


def _bare(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()).rstrip(".")


def _short(text: str, width: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"
