"""Who has written the article: a name that is a paragraph by itself speaks nowhere in it."""

import re
from collections.abc import Sequence

from learner.language.analysis import Name
from learner.language.draft import Draft
from learner.lexicon.wordclasses import wordclass, wordrow
from learner.text.article import Paragraph, Span

_LEADS = "|".join(wordrow("names.byline-leads"))
_LEAD = re.compile(rf"(?:Eine?\s+\w+\s+)?(?:{_LEADS})\b:?\s*")
_ELSE = r"[^.!?\n]{0,60}"  # of a byline, before or behind one of its authors
_WORDS = re.compile(r"[^\W\d_][\w.’'-]*")
_LINKS = wordclass("names.byline-links", "names.byline-leads")
_LONGEST = 8  # words of a byline


def without_authors(draft: Draft, names: Sequence[Name]) -> list[Name]:
    """The names that stand anywhere but in a line that only says who has written the article."""
    lines = [one for one in draft.article.paragraphs if _is_byline(draft, one, names)]
    if not lines:
        return list(names)
    return [one for one in names if not all(_is_in(lines, mention.start) for mention in one.mentions)]


def is_author(text: str, name: str) -> bool:
    """Whether a line of the text begins or ends with a name, behind what leads in a byline: loose, to leave him out."""
    before = rf"(?P<lead>(?:{_LEADS})\b:? )?(?:{_ELSE}(?:und|,) )?"
    behind = rf"(?:(?(lead)(?:,| und)| und) {_ELSE})?"  # a place or a task behind a comma only where the line is one
    return bool(re.search(f"^{before}{re.escape(name)}{behind}$", text, re.MULTILINE))


def _is_in(lines: Sequence[Paragraph], place: int) -> bool:
    return any(one.start <= place < one.end for one in lines)


def _is_byline(draft: Draft, paragraph: Paragraph, names: Sequence[Name]) -> bool:
    """`Von Ina Moll`, `Jan Kraus, Bern`: nothing but names, of which the first is one of two words."""
    text = draft.article.text[paragraph.start : paragraph.end].strip()
    lead = _LEAD.match(text)
    words = _WORDS.findall(text[lead.end() :] if lead else text)
    if not words or len(words) > _LONGEST or text[-1] in '.!?:…“”"«»':
        return False
    capitals = all(word in _LINKS or word[0].isupper() for word in words)
    return capitals and (lead is not None or _is_named(draft, paragraph, names))


def _is_named(draft: Draft, paragraph: Paragraph, names: Sequence[Name]) -> bool:
    """Whether every word of a line but `und` and a place is part of the full name of a person."""
    inside = [one for one in names for mention in one.mentions if _is_in([paragraph], mention.start)]
    persons = [one for one in inside if one.kind == "person" and " " in one.name]
    tokens = [
        token for token in draft.tokens_in(Span(paragraph.start, paragraph.end)) if draft.forms[token][0].isalnum()
    ]
    known = {word for one in inside for word in one.name.split()} | _LINKS
    return bool(persons) and all(draft.forms[token] in known for token in tokens)
