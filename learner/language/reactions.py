"""What a reaction leads to: `Kritik kommt von X: …` gives the words of X."""

from learner.language.phrases import phrase_from
from learner.language.scene import Scene
from learner.language.speakers import Speaker
from learner.lexicon.wordclasses import wordclass

_REACTIONS = wordclass("nouns.reactions")
_FROM = frozenset({"von", "vom"})


def reacts(scene: Scene, sentence: int, colon: int) -> Speaker | None:
    """Whose reaction is told of before a colon; None where none is, or where it is nobody's who is known."""
    tokens = [token for token in scene.draft.sentences[sentence] if token < colon and token not in scene.quoted]
    lemmas = {scene.draft.words[token].lemma for token in tokens}
    link = next((token for token in tokens if scene.draft.forms[token].lower() in _FROM), None)
    if link is None or "kommen" not in lemmas or not lemmas & _REACTIONS:
        return None
    found = scene.speakers.speaker(phrase_from(scene.draft, link + 1), None, sentence, attributed=True)
    return Speaker(found.name, certain=False, phrase=found.phrase) if found and found.name else None
