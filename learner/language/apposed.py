"""What stands around a noun for a person: its article, an apposition, a name, what somebody is said to be."""

from collections.abc import Mapping, Sequence

from learner.language import gazetteer
from learner.language.analysis import Name
from learner.language.draft import Draft
from learner.language.persons import PRONOUNS
from learner.language.subjects import INSIDE, Phrase
from learner.lexicon.wordclasses import wordclass

_INDEFINITE = wordclass("determiners.indefinite")
_BEING = wordclass("verbs.linking")
_APPOSED = 8  # tokens behind a role within which a name may follow
_APPOSITION = 9  # tokens within which an apposition may follow a phrase
_KIN = wordclass("names.kin")
_ATTRIBUTES = INSIDE | {"APPR", "APPRART"}
BEFORE_NAMES = frozenset({"ART", "ADJ(A)", "NN", "NNA"})


class Apposed:
    """Tells what stands around nouns for persons in one article; `at` tells the name that covers a token."""

    def __init__(self, draft: Draft, at: Mapping[int, Name]) -> None:
        self._draft = draft
        self._at = at

    def is_definite(self, noun: int, sex: str) -> bool:
        """Whether the article before a noun is `der` for a man, `die` for a woman, and no name stands beside it."""
        article = self._draft.form(self.article_of(noun) - 1).lower()
        return article == {"m": "der", "f": "die"}[sex] and noun not in self._at and noun + 1 not in self._at

    def has_name_behind(self, noun: int) -> bool:
        """`ihr Mann, Karl Roth,`: the name stands behind a comma."""
        return self._draft.forms[noun + 1 : noun + 2] == [","] and noun + 2 in self._at

    def has_apposition(self, noun: int) -> bool:
        """`die Präsidentin des Verbands, Anna Keller`: the name stands behind attributes and a comma."""
        words, forms = self._draft.words, self._draft.forms
        for token in range(noun + 1, min(noun + _APPOSED, len(forms) - 1)):
            if forms[token] == ",":
                behind = token + 1
                # `ein Zeuge, der Maurer Karl Roth,`
                behind += words[behind].tag == "ART" and bool(gazetteer.role(words[behind + 1].lemma))
                while gazetteer.role(words[behind].lemma) and behind + 1 < len(forms):  # `der Chef, Meister Karl Roth,`
                    behind += 1
                name = self._at.get(behind)
                return name is not None and name.kind == "person"
            if words[token].tag not in INSIDE | {"APPR", "APPRART"}:
                return False
        return False

    def is_apposed_to(self, noun: int, others: Sequence[int]) -> bool:
        """The `Maurer` of `Der Gutachter, ein Maurer`: the same person as the noun before the comma."""
        comma = self.article_of(noun) - 2
        return self._draft.forms[comma] == "," and comma - 1 in others

    def is_told_anew(self, noun: int, sex: str) -> bool:
        """`Der Sachverständige, ein Maurer aus Bern,`: a comma and what he is, so nobody who was named before."""
        article = self._draft.forms[self.article_of(noun) - 1].lower()
        behind = self._draft.form(noun + 1), self._draft.form(noun + 2)
        opens = article == {"m": "der", "f": "die"}[sex] and behind == (",", {"m": "ein", "f": "eine"}[sex])
        known = gazetteer.role(self._draft.words[noun].lemma)
        return opens and known is not None and known[1] in {sex, "-"}

    def article_of(self, noun: int) -> int:
        """The first token behind the article of a noun; also of `eine etwa 30 Jahre alte Frau`."""
        start = noun
        while start > 0 and (self._draft.words[start - 1].tag == "ADJ(A)" or self._is_of_place(start - 1)):
            start -= 1
        if start > 2 and start < noun and self._draft.forms[start - 1] == "Jahre":
            start -= 2
            start -= self._draft.words[start - 1].tag == "ADV"
        return start

    def _is_of_place(self, token: int) -> bool:
        """`Sein Urner Kollege`, `der Berner Wirt`: where somebody comes from, between article and noun."""
        form, tags = self._draft.forms[token], (self._draft.tag(token), self._draft.tag(token + 1))
        noun = tags[0] in {"NN", "NE"} and tags[1] == "NN" and form.endswith("er") and form.istitle()
        return noun and token not in self._at and self._draft.tag(token - 1) in {"ART", "PPOSAT"} if token else False

    def tells_of_a_name(self, noun: int) -> bool:
        """`Moll, eine Lehrerin`, `Moll ist eine ruhige Lehrerin`: says what somebody with a name is."""
        article = self.article_of(noun) - 1
        before = self._at.get(article - 2)
        if self._draft.form(article - 1) == "," and before is not None and before.kind == "person":
            return True
        if article > 2 and self._draft.form(article - 1) == "," and self._is_apposed_to_person(article - 2):
            return True
        clauses = self._draft.clauses[self._draft.sentence_of(noun)]
        own = next((one for one in clauses if noun in one.tokens and one.finite is not None), None)
        if own is None or own.kind != "main" or self._draft.words[own.finite or 0].lemma not in _BEING:
            return False
        first = self._at.get(own.start_token)
        person = (first is not None and first.kind == "person") or self._draft.forms[
            own.start_token
        ].lower() in PRONOUNS
        return person and (own.finite or 0) < noun

    def _is_apposed_to_person(self, noun: int) -> bool:
        """The `Chefin` of `Roth, der Chefin, einer Frau mit Hut`."""
        comma = self.article_of(noun) - 2
        first = self._at.get(comma - 1) if comma > 0 else None
        apposed = self._draft.tag(noun) == "NN" and self._draft.form(comma) == "," if comma > 0 else False
        return apposed and first is not None and first.kind == "person"

    def is_first_told(self, noun: int) -> bool:
        """Whether a noun has an indefinite article and neither a name beside it nor somebody who is said to be it."""
        start = self.article_of(noun)
        article = self._draft.forms[start - 1].lower() if start else ""
        joined = self._draft.form(start - 2).lower() in {"als", "wie", ","} or noun + 1 in self._at or noun in self._at
        clauses = self._draft.clauses[self._draft.sentence_of(noun)]
        finite = next((one.finite for one in clauses if noun in one.tokens and one.finite is not None), None)
        said_to_be = finite is not None and finite < noun and self._draft.words[finite].lemma in _BEING
        return article in _INDEFINITE and not joined and not said_to_be

    def person_apposed(self, phrase: Phrase) -> Name | None:
        """The person behind the phrase's attributes and a comma: `der Chef des Vereins, Jürgen Albrecht,`."""
        for token in range(phrase.last + 1, min(phrase.last + _APPOSITION, len(self._draft.words) - 1)):
            if self._draft.forms[token] == ",":
                return self._person_behind(token + 1)
            if self._draft.words[token].tag not in _ATTRIBUTES:
                return None
        return None

    def _person_behind(self, token: int) -> Name | None:
        """The person in the nominative whose name stands here, or behind an article and a noun."""
        end = min(token + _APPOSITION, len(self._draft.words))
        while token < end and token not in self._at and self._draft.words[token].tag in BEFORE_NAMES:
            token += 1
        name = self._at.get(token)
        return name if name and name.kind == "person" and self._draft.forms[token] in name.name.split() else None

    def is_only_relative(self, name: Name) -> bool:
        """`Gruberbauers Oma Hermine`: known by a first name beside another one's last name, so not by her own."""
        tokens = self._draft.tokens_in(name.mentions[0])
        first = next((token for token in tokens if self._draft.forms[token] == name.name), tokens.start)
        owner = self._at.get(first - 2)
        single = " " not in name.name and bool(gazetteer.sex(name.name))
        person = owner is not None and owner.kind == "person" and self._draft.forms[first - 2] not in owner.name.split()
        kin = self._draft.forms[first - 1] in _KIN or gazetteer.sex_of_person(self._draft.words[first - 1].lemma)
        return single and person and bool(kin)
