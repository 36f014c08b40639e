"""A sentence that announces another one: `Das Amt hat zwar gefragt.` is half of what is told."""

import re
from functools import cache

from learner.exercises.material import Material
from learner.lexicon.wordclasses import wordclass, wordmap


def promises(material: Material, sentence: int) -> bool:
    """Whether it says `zwar`, `einerseits`, `zum einen` and nothing in it answers; `und zwar` announces nothing."""
    text = material.analysis.sentence_text(sentence).lower()
    return any(
        not answered.search(text, found.end()) for announced, answered in _pairs() for found in announced.finditer(text)
    )


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What announces a second part, and what brings it."""
    pairs = wordmap("adverbs.announcing")
    contrast = "|".join(wordclass("adverbs.setting-against"))
    return tuple(
        (re.compile(rf"(?<!und )\b{one}\b"), re.compile(rf"\b(?:{other or contrast})\b"))
        for one, other in pairs.items()
    )
