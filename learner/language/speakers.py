"""Who speaks: the subject of a clause, and the person or institution it means."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from learner.language import gazetteer
from learner.language.analysis import Name
from learner.language.clauses import Clause
from learner.language.draft import Draft
from learner.language.tables import column

_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PWAT", "PRELAT"})
_NOUNS = frozenset({"NN", "NE", "NNA", "NNI", "FM", "TRUNC"})
_INSIDE = _DETERMINERS | _NOUNS | {"ADJ(A)", "CARD", "XY"}
_PRONOUNS = {"er": "m", "sie": "f"}
_WHOSE = frozenset({"dessen", "deren"})
_UNNAMED = frozenset({"Mann", "Frau", "Herr", "Junge", "Mädchen", "Dame", "Kind", "Jugendlicher", "Jugendliche"})
_NOMINATIVE = frozenset({"er", "ich", "wir", "man", "du"})
_AGE = re.compile(r"\d+-?[Jj]ährigen?r?")
_NO_SUBJECTS = frozenset({"das", "dies", "dieses", "es", "was", "so", "sich", "ihm", "ihr", "ihnen", "mir", "uns"})
_ATTRIBUTES = _INSIDE | {"APPR", "APPRART"}
_APPOSED = 9  # tokens within which an apposition may follow
_DESCRIBED = 2  # words behind the article (`der gebürtige Japaner`)
_FARTHEST = 5
_REACH = 2  # sentences back in which a pronoun may find its person


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase or pronoun: its first and last token."""

    first: int
    last: int


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
        self._names = names
        self._quoted = quoted
        self._described: dict[int, bool] = {}
        self._sentences = draft.sentences

    @cached_property
    def _at(self) -> dict[int, Name]:
        """The name that covers a token."""
        return {
            token: name for name in self._names for mention in name.mentions for token in self._draft.tokens_in(mention)
        }

    def subject(self, clause: Clause, outside: frozenset[int]) -> Phrase | None:
        """The subject of a clause: what stands before its verb, else the first bare phrase behind it.

        Tokens in `outside` (those between quotation marks) are passed over.
        """
        tokens = [token for token in clause.tokens if token not in outside]
        if clause.finite is None:
            return None
        follows = next((token for token in tokens if token > clause.finite), None)
        if follows is not None and self._draft.forms[follows].lower() in _NOMINATIVE:
            return Phrase(follows, follows)
        if clause.kind == "main":
            phrase = self._in_vorfeld([token for token in tokens if token < clause.finite], clause.finite)
            if phrase:
                return phrase
        behind = [token for token in tokens if token > clause.finite] if clause.kind != "verb-last" else tokens[1:]
        return self._bare(behind, at_start=False)

    def _in_vorfeld(self, before: Sequence[int], finite: int) -> Phrase | None:
        """The noun phrase that opens the Vorfeld, which then is the subject unless case or number speak against it.

        What follows it there can only be its attributes: `Der Chef des Vereins, Jürgen Albrecht, sagte`.
        """
        phrase = self._bare(before, at_start=True)
        if phrase is None or not self._may_be_subject(phrase):
            return None
        place = before.index(phrase.last) + 1
        while place + 1 < len(before) and self._draft.words[before[place]].tag == "KON":
            end = self._behind_phrase(before, place + 1)
            if end == place + 1:
                break
            phrase, place = Phrase(phrase.first, before[end - 1]), end
        numbers = [self._draft.words[token].features.get("Number", "") for token in (phrase.last, finite)]
        return None if numbers == ["Plur", "Sing"] else phrase

    def _may_be_subject(self, phrase: Phrase) -> bool:
        """Not `Den Vorwurf wies er zurück`: the noun's case is known and another one."""
        return self._draft.words[phrase.last].features.get("Case", "Nom") == "Nom"

    def _bare(self, tokens: Sequence[int], *, at_start: bool) -> Phrase | None:
        """The first noun phrase or personal pronoun that no preposition governs."""
        place = 0
        while place < len(tokens):
            token = tokens[place]
            tag = self._draft.words[token].tag
            if tag in {"APPR", "APPRART"} and token not in self._at:
                place = self._behind_phrase(tokens, place + 1)
                if at_start:
                    return None
            elif tag == "PPER" and self._draft.forms[token].lower() not in _NO_SUBJECTS:
                return Phrase(token, token)
            elif tag in _INSIDE or token in self._at or self._draft.forms[token].lower() in _WHOSE:
                end = self._behind_phrase(tokens, place)
                phrase = Phrase(token, tokens[end - 1])
                if at_start or self._may_be_subject(phrase):
                    return phrase
                place = end
            elif at_start and tag not in {"KON", "ADV"}:
                return None
            else:
                place += 1
        return None

    def _behind_phrase(self, tokens: Sequence[int], place: int) -> int:
        """The place behind the noun phrase that begins at `place`: up to its head, or to the name behind it."""
        seen_noun = False
        while place < len(tokens):
            tag = self._draft.words[tokens[place]].tag
            whose = not seen_noun and self._draft.forms[tokens[place]].lower() in _WHOSE
            noble = not seen_noun and tokens[place] in self._at  # `von der Leyen`
            if (tag not in _INSIDE and not whose and not noble) or (
                seen_noun and (tag in _DETERMINERS or tag == "ADJ(A)")
            ):
                break
            seen_noun = seen_noun or tag in _NOUNS
            place += 1
        return place

    def speaker(self, phrase: Phrase | None, finite: int | None, sentence: int) -> Speaker | None:
        """Whom a phrase means; None where there is no phrase."""
        if phrase is None:
            return None
        number = self._draft.words[finite].features.get("Number", "") if finite is not None else ""
        form = self._draft.forms[phrase.first].lower()
        if phrase.first == phrase.last and form in _PRONOUNS:
            name, certain = self._pronoun(form, phrase.first, sentence, number)
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
        return self._by_description(phrase, sentence) if definite else (None, False)

    def _apposed(self, phrase: Phrase) -> Name | None:
        """The person behind the phrase's attributes and a comma: `der Chef des Vereins, Jürgen Albrecht,`."""
        for token in range(phrase.last + 1, min(phrase.last + _APPOSED, len(self._draft.words) - 1)):
            if self._draft.forms[token] == ",":
                name = self._at.get(token + 1)
                return name if name and name.kind == "person" else None
            if self._draft.words[token].tag not in _ATTRIBUTES:
                return None
        return None

    def _by_description(self, phrase: Phrase, sentence: int) -> tuple[str | None, bool]:
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

    def only_person(self, tokens: Sequence[int]) -> Speaker | None:
        """The one person that is named among the tokens."""
        found = {self._at[token].name for token in tokens if token in self._at and self._at[token].kind == "person"}
        places = [token for token in tokens if token in self._at and self._at[token].name in found]
        return Speaker(found.pop(), False, Phrase(places[0], places[0])) if len(found) == 1 else None

    def possessor(self, token: int, sentence: int) -> Speaker:
        """Whom `seinen` or `ihren` means (`nach seinen Worten`)."""
        form = "er" if self._draft.forms[token].lower().startswith("sein") else "sie"
        name, certain = self._pronoun(form, token, sentence, "")
        return Speaker(name, certain, Phrase(token, token))

    def _may_speak(self, tokens: Iterable[int], name: Name) -> bool:
        """Not `der Sprecher Russlands`: a place or organisation behind another noun is an attribute."""
        nouns = [
            token for token in tokens if self._draft.words[token].tag in _NOUNS and self._at.get(token) is not name
        ]
        return name.kind == "person" or not nouns

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

    def _pronoun(self, form: str, token: int, sentence: int, number: str) -> tuple[str | None, bool]:
        if form == "sie" and number == "Plur":
            return None, False
        sex = _PRONOUNS[form]
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
