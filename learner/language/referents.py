"""Which person a pronoun or a description means: the nearest one that fits, if no other could be meant."""

import re
from collections.abc import Iterable, Mapping, Sequence

from learner.language import gazetteer
from learner.language.analysis import Name
from learner.language.draft import Draft
from learner.language.subjects import Phrase
from learner.language.tables import column

PRONOUNS = {"er": "m", "sie": "f"}
_UNNAMED = frozenset({"Mann", "Frau", "Herr", "Junge", "Mädchen", "Dame", "Kind", "Jugendlicher", "Jugendliche"})
_AGE = re.compile(r"\d+-?[Jj]ährigen?r?")
_DESCRIBED = 2  # words behind the article (`der gebürtige Japaner`)
_FARTHEST = 5
_REACH = 2  # sentences back in which a pronoun may find its person


class Referents:
    """Resolves pronouns and descriptions in one article; `at` tells the name that covers a token."""

    def __init__(self, draft: Draft, names: Sequence[Name], at: Mapping[int, Name], quoted: frozenset[int]) -> None:
        self._draft = draft
        self._names = names
        self._at = at
        self._quoted = quoted
        self._described: dict[int, bool] = {}
        self._sentences = draft.sentences

    def described(self, phrase: Phrase, sentence: int) -> tuple[str | None, bool]:
        """`der Minister`, `die Forscherin`, `der 29-Jährige`: who bears the role, else the only one it can mean."""
        found = self._by_role(phrase.last, sentence)
        if found[0]:
            return found
        noun = self._draft.words[phrase.last].lemma
        known = gazetteer.role(noun)
        sex = known[1] if known else gazetteer.sex_of_people(noun)
        if _AGE.fullmatch(self._draft.forms[phrase.last]):
            sex = {"der": "m", "die": "f"}.get(self._draft.forms[phrase.first].lower(), "")
        if self._has_attribute(phrase.last + 1):
            return None, False
        if sex not in {"m", "f"} or _is_office(noun) or phrase.last - phrase.first > _DESCRIBED:
            return None, False
        name = self._near_person(sex, phrase.first, sentence)
        return name, False

    def _has_attribute(self, token: int) -> bool:
        """`der Chef von Siemens`, `die Sprecherin der Grünen`: the noun is described more closely."""
        if token >= len(self._draft.words):
            return False
        form, tag = self._draft.forms[token].lower(), self._draft.words[token].tag
        return form in {"des", "der", "von", "vom", "für", "aus"} or tag in {"NE", "NN"}

    def _near_person(self, sex: str, token: int, sentence: int) -> str | None:
        """The only person of this sex in the sentences right before, with no stranger beside."""
        for reach in range(_REACH + 2):
            if sentence - reach < 0:
                return None
            tokens = self._tokens_back(sentence, reach, token)
            if self._strangers(tokens, sex):
                return None
            found = self._mentioned(tokens, sex)
            if found:
                return found[0].name if len(found) == 1 else None
        return None

    def _by_role(self, noun: int, sentence: int) -> tuple[str | None, bool]:
        role = gazetteer.role(self._draft.words[noun].lemma)
        if not role:
            return None, False
        before = self._sentences[sentence].stop
        limit = self._draft.article.tokens[before - 1].end
        fitting = {
            name.name
            for name in self._names
            if name.kind == "person"
            and name.role.lower().endswith(self._draft.words[noun].lemma.lower())
            and name.mentions[0].start < limit
        }
        return (fitting.pop(), True) if len(fitting) == 1 else (None, False)

    def pronoun(self, form: str, token: int, sentence: int, number: str) -> tuple[str | None, bool]:
        """The person `er` or `sie` at a token means, and whether that is certain."""
        if form == "sie" and number == "Plur":
            return None, False
        sex = PRONOUNS[form]
        everyone = self._persons(sex)
        if len(everyone) == 1 and not self._strangers(range(self._sentences[sentence].stop), sex):
            return everyone[0].name, everyone[0].gender == sex
        reach, limit = 0, _REACH
        while reach <= limit and reach <= sentence:
            tokens = self._tokens_back(sentence, reach, token)
            found = self._mentioned(tokens, sex)
            if self._strangers(tokens, sex):
                return None, False
            if len(found) == 1:
                return found[0].name, reach < _REACH and found[0].gender == sex
            if found:
                return self._topic(sentence - reach, found), False
            limit += limit < _FARTHEST and self._has_pronoun(tokens, form)
            reach += 1
        return None, False

    def _tokens_back(self, sentence: int, reach: int, token: int) -> range:
        """The sentence so many back; of the sentence itself what stands before the token."""
        return self._sentences[sentence - reach] if reach else range(self._sentences[sentence].start, token)

    def _has_pronoun(self, tokens: Iterable[int], form: str) -> bool:
        """Whether the same pronoun stands there, so that its person may be named farther back."""
        return any(self._draft.forms[token].lower() == form and token not in self._quoted for token in tokens)

    def _persons(self, sex: str) -> list[Name]:
        return [name for name in self._names if _may_be(name, sex)]

    def _mentioned(self, tokens: Iterable[int], sex: str) -> list[Name]:
        persons = [self._at[token] for token in tokens if token in self._at]
        return list({name.name: name for name in persons if _may_be(name, sex)}.values())

    def _strangers(self, tokens: Iterable[int], sex: str) -> bool:
        """Whether a person without a name (`ein Sprecher`) could be meant as well."""
        return any(
            self._is_stranger(token, sex)
            for token in tokens
            if self._draft.words[token].tag in {"NN", "NNA"} and token not in self._quoted
        )

    def _is_stranger(self, noun: int, sex: str) -> bool:
        word = self._draft.words[noun]
        if noun in self._at or noun + 1 in self._at or word.features.get("Number") == "Plur":
            return False
        known = gazetteer.role(word.lemma)
        start = noun
        while start > 0 and self._draft.words[start - 1].tag == "ADJ(A)":
            start -= 1
        article = self._draft.forms[start - 1].lower() if start else ""
        if _sex_of(article):
            return bool(known and known[1] == sex) or (word.lemma in _UNNAMED and _sex_of(article) == sex)
        definite = article == {"m": "der", "f": "die"}[sex]
        return definite and bool(known and known[1] == sex) and not self._is_someone(noun)

    def _is_someone(self, noun: int) -> bool:
        """Whether a role with a definite article is that of a person the article names."""
        if noun not in self._described:
            self._described[noun] = True  # while it is looked for: it cannot stand in its own way
            self._described[noun] = self._find_someone(noun)
        return self._described[noun]

    def _find_someone(self, noun: int) -> bool:
        lemma = self._draft.words[noun].lemma
        sex = (gazetteer.role(lemma) or ("", ""))[1]
        if any(name.role.lower().endswith(lemma.lower()) for name in self._names if name.role):
            return True
        if len({name.name for name in self._persons(sex)}) == 1:
            return not _is_office(lemma)
        return not _is_office(lemma) and self._near_person(sex, noun, self._draft.sentence_of(noun)) is not None

    def _topic(self, sentence: int, found: Sequence[Name]) -> str | None:
        """The person in front of the verb of the sentence's first clause."""
        for clause in self._draft.clauses[sentence]:
            if clause.kind == "main" and clause.vorfeld:
                inside = [self._at[token] for token in clause.vorfeld if token in self._at]
                return next((name.name for name in inside if name in found), None)
        return None


def _sex_of(article: str) -> str:
    """`eine` can only stand before a woman, `ein` hardly; `einem` and `einer` tell by themselves."""
    return {"ein": "m", "einem": "m", "eine": "f", "einer": "f"}.get(article, "")


def _may_be(name: Name, sex: str) -> bool:
    """Whether a pronoun of this sex can mean the name: a person of that sex, or one of unknown sex."""
    return name.kind == "person" and name.gender in {sex, ""}


def _is_office(noun: str) -> bool:
    """`Bundeskanzler`, `Sprecherin`, `Vater`: means a person only if the text gives that person this role."""
    known = gazetteer.role(noun)
    return noun in column("offices.tsv") or (known is not None and known[0] in column("offices.tsv"))
