"""The persons whom an article names itself, outside quotation marks and what others say."""

from collections.abc import Iterable, Mapping, Sequence

from learner.language import gazetteer
from learner.language.analysis import Name
from learner.language.draft import Draft
from learner.language.offices import bears, is_party
from learner.language.verdicts import verdict
from learner.lexicon.wordclasses import wordrow

_IN_COURT = tuple(f"{one}{ending}" for one in wordrow("persons.of-trials") for ending in ("", "in"))

_HEARD = ("zeuge", "zeugin")

PRONOUNS = {"er": "m", "sie": "f"}


class Persons:
    """Knows the persons of one article by their names; `at` tells the name that covers a token."""

    def __init__(self, draft: Draft, names: Sequence[Name], at: Mapping[int, Name], quoted: frozenset[int]) -> None:
        self._draft = draft
        self._names = names
        self._at = at
        self._quoted = quoted

    def of_sex(self, sex: str) -> list[Name]:
        """Every person of a sex, or of one the article leaves open."""
        return [name for name in self._names if may_be(name, sex)]

    def first_sentence_of(self, name: Name) -> int:
        """The sentence in which a person is named first."""
        return self._draft.sentence_at(name.mentions[0].start)

    def new_before(self, sex: str, sentence: int) -> str | None:
        """`…, rief Maike Roth. Die Chefin des Vereins …`: who was first named in the sentence before, with no role."""
        named = self.mentioned(self._draft.sentences[sentence - 1], sex) if sentence else []
        sentences = self._draft.article.sentences
        same = sentence > 0 and sentences[sentence - 1].paragraph == sentences[sentence].paragraph
        new = len(named) == 1 and not named[0].role and self.first_sentence_of(named[0]) == sentence - 1
        return named[0].name if new and same else None

    def mentioned(self, tokens: Iterable[int], sex: str) -> list[Name]:
        """The persons of a sex whom the article itself names among the tokens."""
        named = [token for token in tokens if token in self._at and token not in self._quoted]
        persons = [self._at[token] for token in named if not self.is_reported(token)]
        return list({name.name: name for name in persons if may_be(name, sex)}.values())

    def is_another(self, name: str, noun: str) -> bool:
        """Whether a person has another part in court than a noun: `Richter Keller` is no `Verteidiger`, no `Zeuge`."""
        own = next((one.role for one in self._names if one.name == name), "").lower()
        if own.endswith(_IN_COURT) and (is_party(noun) or noun.lower().endswith(_HEARD)):
            return True
        same = bears(own, noun) or own in {one.lower() for one in gazetteer.introduced_as(noun)}
        return own.endswith(_IN_COURT) and noun.lower().endswith(_IN_COURT) and not same

    def is_reported(self, token: int) -> bool:
        """Whether a token stands in a clause in the subjunctive: somebody's words, who is not named in them."""
        sentence = self._draft.sentence_of(token)
        colon = verdict(self._draft, sentence)
        if colon is not None and token > colon:
            return True
        clauses = self._draft.clauses[sentence]
        clause = next((one for one in clauses if token in one.tokens), None)
        if clause is None or clause.finite is None:
            return False
        features = self._draft.words[clause.finite].features
        alone = sum(one.kind in {"main", "verb-first"} for one in clauses) == 1
        wish = clause.kind == "main" and alone and features.get("Tense") == "Past" and features.get("Number") == "Sing"
        return features.get("Mood") == "Sub" and not wish  # `Ihre Agentin hätte sich mehr gewünscht`


def may_be(name: Name, sex: str) -> bool:
    """Whether a pronoun of this sex can mean the name: a person of that sex, or one of unknown sex."""
    return name.kind == "person" and name.gender in {sex, ""}
