"""What a headline gives as somebody's words without marks: `Ministerin Kranz: Der Deich reicht nicht`."""

from learner.language.analysis import Quote
from learner.language.cue import Cue
from learner.language.scene import Scene
from learner.language.segments import FINITE

_LABEL = 3  # words before the colon
_PARAGRAPHS = 2  # in which headlines may stand


def in_headline(scene: Scene, sentence: int) -> list[Quote]:
    """The words behind the last name of a person who speaks in the article too."""
    draft, tokens = scene.draft, scene.draft.sentences[sentence]
    colon = next((token for token in tokens[: _LABEL + 1] if draft.forms[token] == ":"), None)
    if colon is None or colon == tokens.start or not _is_headline(scene, sentence):
        return []
    said = [token for token in scene.words_of(sentence) if token > colon]
    finite = [one.finite for one in draft.clauses[sentence] if one.kind == "main" and one.finite in said]
    label = range(tokens.start, colon)
    speaker = scene.speakers.only_person(label)
    if not finite or speaker is None or any(token in scene.quoted for token in said):
        return []
    full = " ".join(draft.forms[token] for token in label).endswith(speaker.name or "")  # `Ina Kranz: Die Diva kommt`
    plain = not any(draft.words[token].tag in FINITE for token in label)
    speaks = any(cue.speaker and cue.speaker.name == speaker.name for cue in scene.cues)
    if full or not plain or not speaks:
        return []
    return [scene.quote(scene.span(said), "indirect", Cue(sentence, None, label.start, colon - 1, speaker, "i"))]


def _is_headline(scene: Scene, sentence: int) -> bool:
    """Whether a sentence is a paragraph at the top that no full stop ends."""
    paragraphs = [one.paragraph for one in scene.draft.article.sentences]
    alone = paragraphs.count(paragraphs[sentence]) == 1
    last = scene.draft.forms[scene.draft.sentences[sentence][-1]]
    return alone and paragraphs[sentence] < _PARAGRAPHS and last not in {".", "!", "?", "…"}
