"""The items of a lesson as they stand in items.toml: Choice, Gap, Match and Order (QTI's interactions).

Passages and contexts are plain text in which `[[…]]` marks a word (context) or holds a gap's answer (passage):
`Das Treffen [[ging]] mit Mutmaßungen [[einher]].` Letters that touch the brackets on the left are given to the learner
(`milit[[ärische]]`); `|` parts answers that are equally right (`[[wie|wohl]]`).
"""

from typing import Literal

import msgspec

from learner.lexicon.lexeme import Level

Skill = Literal["vocabulary", "grammar", "comprehension"]


class Feedback(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Why an answer is right or wrong: a wording key with values (generated), or an author's own text.

    `text` is in one language, or `{"en": …, "de": …}`.
    """

    key: str = ""
    values: dict[str, str] = {}
    text: str | dict[str, str] = ""


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A key (`correct`) or a distractor, with the reason why it is right or wrong."""

    text: str
    correct: bool = False
    feedback: Feedback = Feedback()


class ItemBase(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What every item has.

    `id` never changes once published: exercise + lemma, or exercise + hash of the evidence. `exercise` is the
    catalogue's id (`meaning`, `true-false`). `evidence` quotes the article verbatim. `generated` is the hash of the
    item as it was generated; empty for authors' own items.
    """

    id: str
    exercise: str
    skill: Skill
    level: Level
    stem: str
    context: str = ""
    evidence: tuple[str, ...] = ()
    feedback: Feedback = Feedback()
    lemma: str = ""
    generated: str = ""


class Choice(ItemBase, frozen=True, tag="choice", tag_field="kind", kw_only=True):
    """One right option among several, in the order shown."""

    options: tuple[Option, ...]


class Gap(ItemBase, frozen=True, tag="gap", tag_field="kind", kw_only=True):
    """A passage with gaps, typed or filled from `bank`; `hints` runs parallel to the gaps (gloss, infinitive)."""

    passage: str
    bank: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


class Match(ItemBase, frozen=True, tag="match", tag_field="kind", kw_only=True):
    """Pairs to be found again; `spare` holds right-hand sides that belong to none."""

    pairs: tuple[tuple[str, str], ...]
    spare: tuple[str, ...] = ()


class Order(ItemBase, frozen=True, tag="order", tag_field="kind", kw_only=True):
    """Chunks in the right order; `accepted` lists further right orders as indexes; the first chunk is given."""

    chunks: tuple[str, ...]
    accepted: tuple[tuple[int, ...], ...] = ()


Item = Choice | Gap | Match | Order
