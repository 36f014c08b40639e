"""Papers that are sources by nothing but their titles in quotation marks: `laut „Kurier“`, `dem „Boten“ zufolge`."""

from learner.language import gazetteer
from learner.language.draft import Draft
from learner.language.phrases import phrase_to
from learner.language.speakers import Speaker
from learner.language.subjects import Phrase
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_OPEN = frozenset('„“»«"‚›‹')
_CLOSE = frozenset('“”«»"‘‹›')
_ARTICLES = wordclass("determiners.definite") - {"die", "das"}
_LONGEST = 5  # words of a title at most


def titled_paper(draft: Draft, token: int, form: str) -> Speaker | None:
    """The paper that a preposition gives as the source by nothing but its title; None where there is none."""
    if form == "zufolge":
        first = _before(draft, token - 1)
    else:
        link = token + 1
        if form == "nach":
            if draft.form(link) not in column("attribution.tsv"):
                return None
            link += 1 + (draft.form(link + 1) == "von")
        first = link + (draft.form(link) in _ARTICLES)
    last = _end(draft, first) if first is not None and form in {"laut", "nach", "zufolge"} else None
    if first is None or last is None:
        return None
    article = first - (draft.form(first - 1).lower() in _ARTICLES)
    report = article - 1
    if form == "zufolge" and 0 <= report < first - 1 and gazetteer.is_document(draft.words[report].lemma):
        whole = phrase_to(draft, report) or Phrase(report, report)
        return Speaker(draft.words[report].lemma, certain=False, phrase=Phrase(whole.first, last))
    name = " ".join(draft.forms[first + 1 : last])
    return Speaker(name, certain=False, phrase=Phrase(article, last))


def _before(draft: Draft, last: int) -> int | None:
    """The opening mark of the title that ends with a mark here."""
    if last < 1 or draft.forms[last] not in _CLOSE:
        return None
    return next((one for one in range(last - 1, max(-1, last - _LONGEST - 2), -1) if draft.forms[one] in _OPEN), None)


def _end(draft: Draft, first: int) -> int | None:
    """The closing mark of a title that opens here, which has capitals and no verb."""
    if draft.form(first) not in _OPEN or not draft.form(first + 1)[:1].isupper():
        return None
    last = next((one for one in range(first + 2, first + _LONGEST + 2) if draft.form(one) in _CLOSE), None)
    verbs = last is not None and any(draft.tag(one).startswith("V") for one in range(first + 1, last))
    return None if verbs else last
