"""Who speaks: the person, institution or role that the subject of a clause means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from learner.language.analysis import Name
from learner.language.clauses import Clause
from learner.language.draft import Draft
from learner.language.referents import PRONOUNS, Referents
from learner.language.subjects import INSIDE, NOUNS, Phrase, Subjects

_ATTRIBUTES = INSIDE | {"APPR", "APPRART"}
_APPOSED = 9  # tokens within which an apposition may follow


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a phrase means: the fullest name or None, whether that is certain, and the phrase."""

    name: str | None
    certain: bool
    phrase: Phrase


class Speakers:
    """Finds and resolves subjects in one article."""

    def __init__(self, draft: Draft, names: Sequence[Name], quoted: frozenset[int] = frozenset()) -> None:
        self._draft = draft
        self._at = {token: name for name in names for mention in name.mentions for token in draft.tokens_in(mention)}
        self._subjects = Subjects(draft, self._at)
        self._referents = Referents(draft, names, self._at, quoted)

    def subject(self, clause: Clause, outside: frozenset[int]) -> Phrase | None:
        """The subject of a clause; tokens in `outside` (those between quotation marks) are passed over."""
        return self._subjects.of(clause, outside)

    def speaker(self, phrase: Phrase | None, finite: int | None, sentence: int) -> Speaker | None:
        """Whom a phrase means; None where there is no phrase."""
        if phrase is None:
            return None
        number = self._draft.words[finite].features.get("Number", "") if finite is not None else ""
        form = self._draft.forms[phrase.first].lower()
        if phrase.first == phrase.last and form in PRONOUNS:
            name, certain = self._referents.pronoun(form, phrase.first, sentence, number)
        elif number == "Plur" and not self._is_plural_name(phrase):
            name, certain = None, False
        else:
            name, certain = self._named(phrase, sentence)
        return Speaker(name, certain, phrase)

    def _is_plural_name(self, phrase: Phrase) -> bool:
        """`Die Grünen fordern`, `die USA hätten`: a name that takes a plural verb."""
        name = self._at.get(phrase.last)
        return name is not None and name.kind in {"organisation", "place"}

    def _named(self, phrase: Phrase, sentence: int) -> tuple[str | None, bool]:
        """The name a noun phrase ends in; else the only person whose role it names."""
        tokens = range(phrase.first, phrase.last + 1)
        name = self._at.get(phrase.last) or self._apposed(phrase)
        follows = self._draft.words[phrase.last + 1].tag if phrase.last + 1 < len(self._draft.words) else ""
        joined = follows == "KON" and self._draft.forms[phrase.last + 1].lower() in {"und", "oder", "sowie"}
        if name and name.kind != "nationality" and self._may_speak(tokens, name):
            return name.name, not joined
        definite = self._draft.forms[phrase.first].lower() in {"der", "die", "das"}
        return self._referents.described(phrase, sentence) if definite else (None, False)

    def _apposed(self, phrase: Phrase) -> Name | None:
        """The person behind the phrase's attributes and a comma: `der Chef des Vereins, Jürgen Albrecht,`."""
        for token in range(phrase.last + 1, min(phrase.last + _APPOSED, len(self._draft.words) - 1)):
            if self._draft.forms[token] == ",":
                name = self._at.get(token + 1)
                return name if name and name.kind == "person" else None
            if self._draft.words[token].tag not in _ATTRIBUTES:
                return None
        return None

    def only_person(self, tokens: Sequence[int]) -> Speaker | None:
        """The one person that is named among the tokens."""
        found = {self._at[token].name for token in tokens if token in self._at and self._at[token].kind == "person"}
        places = [token for token in tokens if token in self._at and self._at[token].name in found]
        return Speaker(found.pop(), False, Phrase(places[0], places[0])) if len(found) == 1 else None

    def possessor(self, token: int, sentence: int) -> Speaker:
        """Whom `seinen` or `ihren` means (`nach seinen Worten`)."""
        form = "er" if self._draft.forms[token].lower().startswith("sein") else "sie"
        name, certain = self._referents.pronoun(form, token, sentence, "")
        return Speaker(name, certain, Phrase(token, token))

    def _may_speak(self, tokens: Iterable[int], name: Name) -> bool:
        """Not `der Sprecher Russlands`: a place or organisation behind another noun is an attribute."""
        nouns = [token for token in tokens if self._draft.words[token].tag in NOUNS and self._at.get(token) is not name]
        return name.kind == "person" or not nouns
