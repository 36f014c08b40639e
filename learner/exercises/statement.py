"""A statement: tokens of one sentence of the article, some left out, moved or written otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from learner.language.analysis import Analysis

_JOINED = frozenset(",.")


@dataclass(frozen=True, slots=True)
class Statement:
    """Indexes of tokens in the order in which they are said; `instead` writes some of them otherwise."""

    sentence: int
    tokens: tuple[int, ...]
    instead: Mapping[int, str] = field(default_factory=dict)

    def writing(self, instead: Mapping[int, str]) -> "Statement":
        """The statement with some tokens written otherwise."""
        return replace(self, instead={**self.instead, **instead})

    def without(self, tokens: Iterable[int]) -> "Statement":
        """The statement without some of its tokens."""
        left_out = frozenset(tokens)
        return replace(self, tokens=tuple(token for token in self.tokens if token not in left_out))

    def text(self, analysis: Analysis) -> str:
        """The statement as a sentence, its first letter a capital one."""
        said = ""
        for place, token in enumerate(self.tokens):
            form = self.instead.get(token) or self._form(analysis, token)
            said += (self._gap(analysis, place, form) if place else "") + form
        said = " ".join(said.split())
        return said[:1].upper() + said[1:]

    def _form(self, analysis: Analysis, token: int) -> str:
        """The token as it stands here: the sentence's first word loses its capital where it stands behind others."""
        form = analysis.form(token)
        first = analysis.article.sentences[self.sentence].first
        if token != first or self.tokens[0] == first or analysis.words[token].pos in {"NOUN", "PROPN"}:
            return form
        return form[0].lower() + form[1:]

    def _gap(self, analysis: Analysis, place: int, form: str) -> str:
        before, token = self.tokens[place - 1], self.tokens[place]
        if token == before + 1:
            spans = analysis.article.tokens
            return analysis.article.text[spans[before].end : spans[token].start]
        return "" if form in _JOINED else " "
