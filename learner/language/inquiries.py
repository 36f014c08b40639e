"""Questions that a noun leads to: `auf die Frage, ob er bleibe`, `auf die Frage einer Reporterin, was fehle`."""

from learner.language.clause import Clause
from learner.language.phrases import phrase_from
from learner.language.scene import Scene
from learner.language.speakers import Speaker
from learner.language.subjects import Phrase
from learner.lexicon.wordclasses import wordclass

_ASKED = wordclass("nouns.asking")
_OF = frozenset({"von", "vom"})
_OWNING = wordclass("determiners.genitive") | {"von", "vom"}
_FARTHEST = 7  # words of the one who asks


def is_put(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is what somebody asks, with the noun for it right before or before the one who asks."""
    return _noun(scene, clause) is not None


def who_asks(scene: Scene, clause: Clause, sentence: int) -> Speaker | None:
    """`auf die Frage einer Reporterin, was fehle`: who asks; None where nobody is told."""
    noun = _noun(scene, clause)
    phrase = _asker(scene, noun) if noun is not None else None
    return scene.speakers.speaker(phrase, None, sentence, attributed=True)


def _noun(scene: Scene, clause: Clause) -> int | None:
    """The noun or participle that leads to a clause with a question word."""
    opener, comma = scene.draft.words[clause.start_token], clause.start_token - 1
    asks = opener.lemma in {"ob", "was"} or opener.tag in {"PWAV", "PWS", "PWAT"}
    if not asks or comma < 1 or scene.draft.forms[comma] != ",":  # not `kommt nicht in Frage, da …`
        return None
    if scene.draft.forms[comma - 1] in _ASKED:
        return comma - 1
    start = max(scene.draft.sentences[scene.draft.sentence_of(comma)].start, comma - _FARTHEST)
    nouns = [one for one in range(start, comma) if scene.draft.forms[one] in _ASKED]
    phrase = _asker(scene, nouns[-1]) if nouns else None
    return nouns[-1] if phrase and phrase.last == comma - 1 else None


def _asker(scene: Scene, noun: int) -> Phrase | None:
    """The phrase in the genitive or behind `von`."""
    link = scene.draft.form(noun + 1)
    return phrase_from(scene.draft, noun + 1 + (link in _OF)) if link in _OWNING else None
