"""A page as blocks: one per paragraph, heading, list entry or line of page furniture."""

import re
from dataclasses import dataclass

from learner.text.characters import trimmed
from learner.text.markers import stop_words
from learner.text.markup import is_heading, without_markup
from learner.text.wrapping import unwrapped

_BULLET = re.compile(r"\s*(?:[•·*+–▪►‣○●◦■→»›✓✔-]|[oO](?=\s+[A-ZÄÖÜ\d„\"(])|(?P<number>\d{1,2}[.)]|[a-h]\)))\s+")
_FINAL = re.compile(r"[.!?…:;][\"“”»«’‘')\]]*$")
_SENTENCE_END = re.compile(r"[.!?…][\"“”»«’‘')\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONG = 25
_HEADLINE_WORDS = 14


@dataclass(frozen=True, slots=True)
class Block:
    """One block with what can be measured of it without knowing German grammar.

    `depth` is its indentation in characters, `stop_share` the share of function words, `final` whether it ends with a
    mark that ends a sentence or introduces what follows.
    """

    text: str
    depth: int
    bullet: bool
    heading: bool
    words: int
    stop_share: float
    final: bool

    @property
    def running(self) -> bool:
        """Whether this is running text: sentences rather than a title, a name or a link."""
        if self.words >= _LONG:
            return self.stop_share >= 0.12
        return self.words >= 6 and self.stop_share >= 0.15 and (self.final or self.words >= _HEADLINE_WORDS)

    @property
    def sentence(self) -> bool:
        """Whether the block ends like a sentence and is more than a word."""
        return self.words >= 2 and bool(_SENTENCE_END.search(self.text))


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of normalised text, in order; hard-wrapped lines are joined, empty ones left out."""
    found = (block(line) for line in unwrapped(text))
    return tuple(entry for entry in found if entry.text)


def block(line: str) -> Block:
    """One line measured; list signs, heading signs and Markdown links are taken off."""
    sign = _BULLET.match(line)
    bare = line[sign.end() :] if sign and not sign["number"] else line
    bare = trimmed(without_markup(bare))
    words = _WORD.findall(bare)
    stops = sum(word.lower() in stop_words() for word in words)
    return Block(
        text=bare,
        depth=len(line) - len(line.lstrip()),
        bullet=sign is not None,
        heading=is_heading(line),
        words=len(words),
        stop_share=stops / len(words) if words else 0.0,
        final=bool(_FINAL.search(bare)),
    )
