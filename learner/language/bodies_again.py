"""Which body named before a noun means: `der Verband`, `das Unternehmen`, `die Behörde`."""

from collections.abc import Iterable, Mapping

from learner.language import gazetteer
from learner.language.analysis import Name
from learner.language.draft import Draft
from learner.language.phrases import has_attribute
from learner.language.subjects import Phrase
from learner.lexicon.wordclasses import wordclass, wordrow

_COMPANIES = wordclass("bodies.companies")
_PUBLIC = wordrow("bodies.public-endings")
_AUTHORITIES = wordrow("bodies.authority-endings")  # what `die Behörde` may mean later
_REACH = 2  # sentences back in which `das Unternehmen` may find its name


def body_again(draft: Draft, at: Mapping[int, Name], phrase: Phrase, sentence: int) -> str | None:
    """The one body named before that a phrase can mean; `at` tells the name that covers a token."""
    noun = draft.words[phrase.last].lemma
    if not gazetteer.is_body(noun) or has_attribute(draft, phrase.last + 1) or phrase.last > phrase.first + 1:
        return None
    near_tokens = range(draft.sentences[max(0, sentence - _REACH)].start, phrase.first)
    named = _bodies(at, range(draft.sentences[sentence].stop))
    alike = [name for name in named if name.lower().endswith(noun.lower())]
    near = _bodies(at, near_tokens)
    if len(alike) == 1:
        return alike[0]
    if noun == "Behörde" and not alike:
        return _authority(draft, near_tokens)
    private = {name for name in near if not any(end in name.lower() for end in _PUBLIC)}
    return private.pop() if not alike and noun in _COMPANIES and len(near) == 1 and private else None


def _authority(draft: Draft, tokens: Iterable[int]) -> str | None:
    """The only authority (`das Landesamt`) among the tokens."""
    nouns = {draft.words[token].lemma for token in tokens if draft.words[token].tag == "NN"}
    found = {noun for noun in nouns if noun.lower().endswith(_AUTHORITIES)}
    return found.pop() if len(found) == 1 else None


def _bodies(at: Mapping[int, Name], tokens: Iterable[int]) -> set[str]:
    return {at[one].name for one in tokens if one in at and at[one].kind == "organisation"}
