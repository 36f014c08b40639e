"""A speaker without a name: the phrase of his office or body in the nominative, without its article."""

import re
from collections.abc import Mapping

from learner.language import gazetteer
from learner.language.analysis import Name
from learner.language.draft import Draft
from learner.language.named import COMPANY
from learner.language.subjects import NOUNS, Phrase, is_age
from learner.lexicon.wordclasses import wordclass, wordrow

_GENITIVES = wordclass("determiners.genitive", "determiners.possessive-genitive", "determiners.demonstrative-genitive")
_OF_MEN = wordclass("determiners.of-men")
_LINKS = wordclass("prepositions.belonging")
_WHERE = frozenset({"bei", "beim", "aus"})
_ENDING = re.compile(r"(?<=..)(?:e|en|em|er|es)$")
_MEDIA = re.compile(r"(?i)(?:agentur|zeitung|blatt|magazin|sender|rundfunk|anfrage)$")
_UNMARKED = str.maketrans("äöüÄÖÜ", "aouAOU")
_WITH_EN = wordrow("endings.with-en")  # -n is no dative's
_PROPER = frozenset({"NE", "FM"})
_ONE_OF = [["einer", "der"], ["eine", "der"], ["Einer", "der"], ["Eine", "der"]]
ADDRESSING = wordclass("verbs.addressing")
_TWO = 2  # names that a person has at least
_LONGEST = 6  # words of an attribute


class Labels:
    """Makes labels of noun phrases in one article; `at` tells the name that covers a token."""

    def __init__(self, draft: Draft, at: Mapping[int, Name]) -> None:
        self._draft = draft
        self._at = at

    def of(self, phrase: Phrase, *, plural: bool = False, told: bool = False) -> str | None:
        """The label of a phrase that can speak, or is told to; None of any other, and of two that are joined."""
        tokens = range(phrase.first, phrase.last + 1)
        head = self.head(phrase)
        joint = next((token for token in tokens if self._draft.words[token].tag == "KON"), None)
        if head is None or (joint is not None and not self._is_inside_name(head, joint)):
            return None
        if not (told or self.can_speak(head)) or self._names_person(tokens):
            return None
        if self._draft.forms[phrase.first : phrase.first + 2] in _ONE_OF:
            return self._one_of(phrase.first, head)
        if named := self._full_name(head):
            return named
        words = [
            *self._adjectives(range(phrase.first, head), head),
            self._nominative(phrase.first, head, plural=plural),
        ]
        return " ".join([*words, *self._behind(head)])

    def _full_name(self, head: int) -> str:
        """`Sieger Jo Bach`, `SVP-Mann Beat Graf`: two names behind what somebody is are all of his label."""
        end = self._names(head + 1)
        tags = {self._draft.words[token].tag for token in range(head + 1, end)}
        person = gazetteer.sex_of_person(self._draft.words[head].lemma.rpartition("-")[2])
        return " ".join(self._draft.forms[head + 1 : end]) if person and tags == {"NE"} and end - head > _TWO else ""

    def _one_of(self, first: int, head: int) -> str:
        """`einer der Angestellten`: an Angestellter."""
        lemma = self._draft.words[head].lemma
        man = self._draft.forms[first].lower() == "einer" and gazetteer.role(f"{lemma}r")
        return f"{lemma}r" if man else lemma

    def _names_person(self, tokens: range) -> bool:
        return any(token in self._at and self._at[token].kind == "person" for token in tokens)

    def _is_inside_name(self, head: int, joint: int) -> bool:
        """`die Gewerkschaft Chemie und Energie rief`: `und` stands in the name of one body."""
        number = self._draft.words[head].features.get("Number")
        return head < joint - 1 and joint < self._names(head + 1) and number != "Plur"

    def head(self, phrase: Phrase) -> int | None:
        """The first noun of a phrase; of `zwei mit der Sache vertraute Personen` the one behind the attribute."""
        tokens = range(phrase.first, phrase.last + 1)
        if any(self._draft.words[token].tag in {"APPR", "APPRART"} for token in tokens[:_TWO]):
            inner = next((one for one in tokens if self._draft.words[one].tag in NOUNS), phrase.last)
            tokens = range(min(inner + 1, phrase.last), phrase.last + 1)
        if self._is_owner(tokens[0]):
            tokens = tokens[1:]
        aged = {token + 1 for token in tokens if is_age(self._draft, token)}
        nouns = (token for token in tokens if self._draft.words[token].tag in NOUNS - {"TRUNC"})
        return next((token for token in nouns if token not in aged), None)

    def _is_owner(self, token: int) -> bool:
        """The name of `Hannas Mutter`, which is no part of what she is called."""
        named = self._draft.words[token].tag == "NE" and self._draft.forms[token].endswith(("s", "’", "'"))
        behind = self._draft.words[token + 1] if token + 1 < len(self._draft.words) else None
        return named and behind is not None and behind.tag == "NN" and bool(gazetteer.sex_of_person(behind.lemma))

    def can_speak(self, noun: int) -> bool:
        """Whether a noun names a person or body, by what it means or because it is a name that no list has."""
        word = self._draft.words[noun]
        name = self._at.get(noun)
        if name is not None:
            return name.kind != "place"
        unlisted = word.tag == "NE" and len(self._draft.forms[noun]) > 2
        return unlisted or gazetteer.speaks(word.lemma) or gazetteer.speaks(self._draft.forms[noun])

    def _nominative(self, first: int, noun: int, *, plural: bool) -> str:
        """Singular: the lemma; plural: the form, without the dative's -n where the rest is a form of its own."""
        form, word = self._draft.forms[noun], self._draft.words[noun]
        if plural or self._draft.form(noun + 1) in COMPANY:  # the subject, so that -n is no dative's; `Bergbahnen AG`
            return form
        plural = word.features.get("Number") == "Plur"
        if form.lower().endswith("leuten"):
            return form.removesuffix("n")
        if not plural and self._draft.forms[first].lower() in _OF_MEN and gazetteer.role(f"{word.lemma}r"):
            return f"{word.lemma}r"  # `ein Angestellter`, `der Angeklagte`
        if not plural:
            return word.lemma
        dative = {word.lemma + "er"} if word.lemma.endswith(_WITH_EN) else {word.lemma + "e", word.lemma + "er"}
        plain = form[:-1].translate(_UNMARKED)  # `Ärzten`, `Töchtern`
        lemma = word.lemma.translate(_UNMARKED)
        dative = {one.translate(_UNMARKED) for one in dative}
        if plain in dative or (plain == lemma and lemma.endswith(("er", "el"))):
            return form.removesuffix("n")
        return form

    def _adjectives(self, before: range, head: int) -> list[str]:
        """The adjectives before the noun with the ending they have without an article."""
        words = [
            token
            for token in before
            if self._draft.words[token].tag == "ADJ(A)" and self._draft.form(token - 1) != "Jahre"
        ]
        ending = self._ending(before, head)
        return [_ENDING.sub("", self._draft.forms[token]) + ending for token in words] if ending else []

    def _ending(self, before: range, head: int) -> str:
        features = self._draft.words[head].features
        if features.get("Number") == "Plur":
            return "e"
        article = self._draft.forms[before[0]].lower() if before else ""
        gender = features.get("Gender") or {"eine": "Fem", "die": "Fem", "das": "Neut"}.get(article, "")
        if not gender:
            sex = (gazetteer.role(self._draft.words[head].lemma) or ("", ""))[1]
            gender = {"m": "Masc", "f": "Fem"}.get(sex, "")
        return {"Masc": "er", "Fem": "e", "Neut": "es"}.get(gender, "")

    def _behind(self, noun: int) -> list[str]:
        """What says more closely who it is: a name, a genitive, `von`, `für` and their noun."""
        token = self._names(noun + 1)
        found = [self._draft.forms[one] for one in range(noun + 1, token)]
        if token >= len(self._draft.forms):
            return found
        form = self._draft.forms[token].lower()
        if form not in _GENITIVES | _LINKS or (form == "der" and self._is_addressing(noun)):
            return found
        end = self._attribute(token + 1)
        if form in _WHERE and not self._is_body(token + 1, end):
            return found
        words = [self._draft.forms[one] for one in range(token, end)]
        return found if end == token + 1 or any(_MEDIA.search(word) for word in words) else [*found, *words]

    def _is_addressing(self, noun: int) -> bool:
        """`werfen 40 Lehrer der Ministerin vor`: behind the subject stands the one who is addressed."""
        clauses = self._draft.clauses[self._draft.sentence_of(noun)]
        own = next((one for one in clauses if noun in one.tokens and one.finite is not None), None)
        finite = own.finite if own else None
        return finite is not None and finite < noun and self._draft.words[finite].lemma in ADDRESSING

    def _names(self, token: int) -> int:
        """The place behind the names that stand right behind a noun (`Firma Alpha`, `Verein Neue Brücke`)."""
        start = token
        while token < len(self._draft.forms) and token - start < _LONGEST:
            tag, form = self._draft.words[token].tag, self._draft.forms[token]
            named = form[0].isupper() and tag in (_PROPER if self._is_role(start - 1) else NOUNS | {"ADJ(A)"})
            if not named and not (form == "und" and token > start and self._is_noun(token + 1)):
                break
            token += 1
        return token

    def _is_role(self, token: int) -> bool:
        """`(laut) der Juristin Nachweise`: behind what somebody is can only stand a name."""
        return bool(gazetteer.role(self._draft.words[token].lemma))

    def _is_body(self, token: int, end: int) -> bool:
        """Whether a body or a name stands there (`bei der Bank`), no event or hour (`bei einer Feier`)."""
        nouns = [one for one in range(token, end) if self._draft.words[one].tag in NOUNS]
        return bool(nouns) and self.can_speak(nouns[0])

    def _is_noun(self, token: int) -> bool:
        return token < len(self._draft.words) and self._draft.words[token].tag in {"NN", "NE"}

    def _attribute(self, token: int) -> int:
        """The place behind the noun phrase that begins here, names included."""
        start = token
        while token < len(self._draft.forms) and token - start < _LONGEST:
            tag = self._draft.words[token].tag
            if tag in NOUNS:
                return self._names(token + 1)
            if tag not in {"ADJ(A)", "ART", "PPOSAT", "PDAT", "CARD"}:
                break
            token += 1
        return start
