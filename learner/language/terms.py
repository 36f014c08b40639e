"""Short quotations that only name or set off something: a name, a term, what somebody offers."""

from learner.language.called import mark_before
from learner.language.scene import PART, Passage, Scene
from learner.lexicon.wordclasses import wordclass

_NAME = 4  # words that a name in quotation marks has at most
_SHORT = 3  # words of a term at most
_OFFERING = wordclass("verbs.offering")


def is_called(scene: Scene, passage: Passage) -> bool:
    """`das Warnportal „Sicher essen“ müsse reagieren`: a short name with a capital right behind a noun."""
    before, forms = mark_before(scene, passage), scene.draft.forms
    short = passage.words <= _NAME and not passage.ended and forms[passage.first][0].isupper()
    return short and before >= 0 and scene.draft.words[before].tag == "NN"


def is_term(scene: Scene, passage: Passage) -> bool:
    """`auf ein „sicheres Konto“ überweisen`: an adjective and its noun behind preposition and article."""
    before = mark_before(scene, passage)
    governed = before > 0 and scene.draft.tag(before) == "ART" and scene.draft.tag(before - 1) == "APPR"
    return governed and passage.words == PART and scene.draft.tag(passage.last) == "NN"


def is_offered(scene: Scene, passage: Passage) -> bool:
    """`Er habe angeboten, eine „sichere Abkürzung“ zu zeigen`: a short term of the one who is told of."""
    clauses = scene.draft.clauses[passage.begins]
    own = next((one for one in clauses if passage.first in one.tokens), None)
    if passage.words > _SHORT or passage.verbal or own is None or own.kind != "infinitive":
        return False
    told = [one for one in clauses if scene.draft.words[one.finite or 0].features.get("Mood") == "Sub"]
    return any(scene.draft.words[token].lemma in _OFFERING for one in told for token in one.tokens)
