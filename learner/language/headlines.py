"""What a headline gives as somebody's words without marks: `Ministerin Kranz: Der Deich reicht nicht`."""

from learner.language import gazetteer
from learner.language.analysis import Quote
from learner.language.cue import Cue
from learner.language.scene import Scene
from learner.language.segments import FINITE
from learner.language.speakers import Speaker
from learner.language.subjects import Phrase
from learner.lexicon.wordclasses import wordclass

_DASHES = frozenset({"-", "–", "—"})
_BODIES = wordclass("persons.of-headlines")
_GENRES = wordclass("nouns.genres")
_LABEL = 3  # words before the colon
_PARAGRAPHS = 2  # in which headlines may stand


def in_headline(scene: Scene, sentence: int) -> list[Quote]:
    """The words behind the last name of a person who speaks in the article too."""
    draft, tokens = scene.draft, scene.draft.sentences[sentence]
    if labelled := _labelled(scene, sentence):
        return labelled
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


def _labelled(scene: Scene, sentence: int) -> list[Quote]:
    """`Studie: Bienen meiden Licht`, `Bahn steht still – Gewerkschaft: Streik geht weiter`: a body, paper or role."""
    draft, tokens = scene.draft, scene.draft.sentences[sentence]
    colon = next((token for token in tokens if draft.forms[token] == ":" and token not in scene.quoted), None)
    if colon is None or colon == tokens.start or not _is_headline(scene, sentence):
        return []
    noun = colon - 1
    said = [token for token in scene.words_of(sentence) if token > colon]
    dashed = noun > tokens.start and draft.forms[noun - 1] in _DASHES
    told = any(draft.words[token].tag in FINITE for token in said)
    known = draft.tag(noun) in {"NN", "NNA", "NE"} and _is_source(draft.words[noun].lemma) and noun not in scene.quoted
    if not known or not (dashed or (noun == tokens.start and told)) or any(one in scene.quoted for one in said):
        return []
    speaker = Speaker(draft.forms[noun], certain=False, phrase=Phrase(noun, noun))
    return [scene.quote(scene.span(said), "indirect", Cue(sentence, None, noun, noun, speaker, "i"))] if said else []


def _is_source(noun: str) -> bool:
    """Whether a noun is a body, a paper or somebody whom headlines give as their source."""
    known = gazetteer.is_body(noun) or gazetteer.is_document(noun) or bool(gazetteer.role(noun)) or noun in _BODIES
    return known and noun not in _GENRES


def _is_headline(scene: Scene, sentence: int) -> bool:
    """Whether a sentence is a paragraph at the top that no full stop ends."""
    paragraphs = [one.paragraph for one in scene.draft.article.sentences]
    alone = paragraphs.count(paragraphs[sentence]) == 1
    last = scene.draft.forms[scene.draft.sentences[sentence][-1]]
    return alone and paragraphs[sentence] < _PARAGRAPHS and last not in {".", "!", "?", "…"}
