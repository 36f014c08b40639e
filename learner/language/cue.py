"""One attribution of speech: who says something, and where the article tells so."""

from dataclasses import dataclass

from learner.language.clause import Clause
from learner.language.speakers import Speaker


@dataclass(frozen=True, slots=True)
class Cue:
    """One attribution: its sentence, the verb's clause (None for `laut X`), first and last token, the speaker.

    `kinds` says what it can introduce (`d` direct, `i` indirect); `strength` is `s` for speech, `t` for thought.
    """

    sentence: int
    clause: Clause | None
    first: int
    last: int
    speaker: Speaker | None
    kinds: str
    strength: str = "s"
