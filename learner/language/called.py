"""Quotation marks around what something is called, and what stands right beside a passage between such marks."""

from learner.language.scene import Passage, Scene
from learner.language.segments import QUOTATION_MARKS
from learner.language.tables import rows
from learner.lexicon.wordclasses import wordclass, wordrow

_DEFINITE = wordclass("determiners.definite")
_CALLING = wordclass("verbs.calling")
_MARKED = 2  # from the word before an opening mark to the word behind it
_NAMED = wordclass("verbs.heissen-forms")
_WRITTEN_ON = wordrow("nouns.written-on-endings")


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
    return _is_introduced(scene, passage) or _was_work(scene, passage)


def _is_introduced(scene: Scene, passage: Passage) -> bool:
    """Whether what stands around a passage says that something is called so."""
    if _is_part_of_word(scene, passage):
        return True
    before, token = mark_before(scene, passage), next_word(scene, passage.last)
    if token is not None and _is_called_behind(scene, token):
        return True
    if before < 1 or passage.first - before != _MARKED:
        return False
    if scene.draft.forms[before] in {":", ","}:
        return _is_named_behind(scene, passage, before - 1)
    if token is not None and "," in scene.draft.forms[passage.last + 1 : token]:
        return False
    clauses = scene.draft.clauses[passage.begins]
    finite = next((one.finite for one in clauses if passage.first in one.tokens and one.finite is not None), None)
    names = finite is not None and scene.draft.words[finite].lemma in _CALLING  # `nannte den Roman „klug und kühl“`
    compounds = scene.draft.forms[passage.first][0].isupper()
    return not names and _is_kind(scene.draft.words[before].lemma, compounds=compounds)


def _was_work(scene: Scene, passage: Passage) -> bool:
    """`In der Oper „Der Schmied“ … Inzwischen möge er „Der Schmied“`: the name of a work told of before."""
    first = scene.first_alike(passage)
    return first is not passage and _is_introduced(scene, first)


def _is_called_behind(scene: Scene, verb: int) -> bool:
    """`„Zehn Jahre Nacht“ heißt er`, `„Kalte Küche“ heißt ihr Buch`: the name before the verb."""
    draft = scene.draft
    if draft.form(verb) not in _NAMED:
        return False
    thing = draft.tag(verb + 1) in {"ART", "PPOSAT"} and draft.tag(verb + 2) == "NN"
    return draft.form(verb + 1) in {"er", "sie", "das"} or (
        thing and _is_kind(draft.words[verb + 2].lemma, compounds=True)
    )


def _is_part_of_word(scene: Scene, passage: Passage) -> bool:
    """`der „Alles wird gut“-Sänger`: a hyphen and a word right behind the closing mark."""
    behind = scene.draft.article.text[passage.span.end + 1 : passage.span.end + 3]
    return len(behind) > 1 and behind[0] in "-‑" and behind[1].isalpha()


def _is_named_behind(scene: Scene, passage: Passage, noun: int) -> bool:
    """`ihr zweites Buch, „Halbe Sachen“, ist`, `ein Schild: „Hier wohnt Rex“`: the name behind a comma or colon."""
    lemma = scene.draft.words[noun].lemma
    put_up = scene.draft.tag(noun).startswith("VV")  # `hat ein Schild aufgehängt: „Hier wohnt Rex“`
    written_on = scene.draft.words[noun - 1].lemma if put_up else lemma
    if scene.draft.form(noun + 1) == ":" and written_on.lower().endswith(_WRITTEN_ON):
        return True
    name = not passage.verbal and scene.draft.forms[passage.first][0].isupper() and not passage.ended
    return name and _is_kind(lemma, compounds=True)


def _is_kind(lemma: str, *, compounds: bool) -> bool:
    """Whether a noun says what kind of thing is called so."""
    whole = {row[0] for row in rows("works.tsv")}
    ends = tuple(row[0].lower() for row in rows("works.tsv") if len(row) > 1)
    return lemma in whole or (compounds and lemma.lower().endswith(ends))
