"""Quotation marks around what something is called, and what stands right beside a passage between such marks."""

from learner.language.scene import Passage, Scene
from learner.language.segments import QUOTATION_MARKS
from learner.language.tables import column

_DEFINITE = frozenset({"der", "die", "das", "den", "dem", "des"})
_CALLING = frozenset({"nennen", "bezeichnen", "taufen", "schimpfen"})
_MARKED = 2  # from the word before an opening mark to the word behind it


def mark_before(scene: Scene, passage: Passage) -> int:
    """The token before the opening mark."""
    token = passage.first - 1
    while token >= 0 and scene.draft.forms[token] in QUOTATION_MARKS:
        token -= 1
    return token


def next_word(scene: Scene, token: int) -> int | None:
    """The next word behind a closing mark, unless a new sentence begins there with a capital letter."""
    forms = scene.draft.forms
    token += 1
    while token < len(forms) and not forms[token][0].isalnum():
        token += 1
    if token >= len(forms) or token in scene.quoted:
        return None
    begins = scene.draft.sentences[scene.draft.sentence_of(token)].start == token
    return None if begins and forms[token][0].isupper() else token


def is_title(scene: Scene, passage: Passage) -> bool:
    """`der „Bild am Sonntag“`, `der Zeitschrift „Schlaf und Gesundheit“`: a name behind an article or a noun."""
    before = mark_before(scene, passage)
    if passage.verbal or before < 0 or not scene.draft.forms[passage.first][0].isupper():
        return False
    word = scene.draft.words[before]
    if scene.draft.forms[before] == "(":
        return True
    tokens = range(passage.first, passage.last + 1)
    if word.tag == "APPR" and all(scene.draft.forms[token][0].isupper() for token in tokens):
        return True
    return scene.draft.forms[before].lower() in _DEFINITE or word.tag in {"NN", "APPRART", "ADJ(A)"}


def is_work(scene: Scene, passage: Passage) -> bool:
    """`in ihrem Buch „Leben im Moor“ beschreibt sie`, `unter dem Motto „Wir sind laut“`: what something is called."""
    before = mark_before(scene, passage)
    token = next_word(scene, passage.last)
    comma = token is not None and "," in scene.draft.forms[passage.last + 1 : token]
    if comma or before < 0 or passage.first - before != _MARKED:
        return False
    clauses = scene.draft.clauses[passage.begins]
    finite = next((one.finite for one in clauses if passage.first in one.tokens and one.finite is not None), None)
    names = finite is not None and scene.draft.words[finite].lemma in _CALLING  # `nannte den Roman „klug und kühl“`
    return not names and scene.draft.words[before].lemma in column("works.tsv")
