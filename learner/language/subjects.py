"""The subject of a clause: what stands before its verb, or the first phrase behind it that no preposition governs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from learner.language.analysis import Name
from learner.language.clause import Clause
from learner.language.draft import Draft
from learner.language.tables import rows
from learner.language.titles import behind_role
from learner.lexicon.wordclasses import wordclass, wordmap

DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PWAT", "PRELAT"})
NOUNS = frozenset({"NN", "NE", "NNA", "NNI", "FM", "TRUNC"})
INSIDE = DETERMINERS | NOUNS | {"ADJ(A)", "CARD", "XY"}
DEMONSTRATIVES = wordmap("pronouns.demonstrative")
_FEMININE_MEDIA = wordclass("bodies.feminine-media")
_WHOSE = frozenset({"dessen", "deren"})
_NEAR = 8  # tokens behind a verb in which its subject stands
_NOMINATIVE = wordclass("pronouns.nominative") - {"es", "ihr"}
_NO_SUBJECTS = wordclass("pronouns.no-subjects")
_OLD = wordclass("adjectives.old-forms")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase or pronoun: its first and last token."""

    first: int
    last: int


def is_age(draft: Draft, token: int) -> bool:
    """`62 Jahre` before `alte`: says how old somebody is."""
    old = draft.form(token + 2) in _OLD
    return draft.tag(token) == "CARD" and draft.form(token + 1) == "Jahre" and old


class Subjects:
    """Finds subjects in one article; `at` tells the name that covers a token."""

    def __init__(self, draft: Draft, at: Mapping[int, Name]) -> None:
        self._draft = draft
        self._at = at

    def of(self, clause: Clause, outside: frozenset[int]) -> Phrase | None:
        """The subject of a clause: what stands before its verb, else the first bare phrase behind it.

        Tokens in `outside` (those between quotation marks) are passed over.
        """
        tokens = [token for token in clause.tokens if token not in outside]
        if clause.finite is None:
            return None
        follows = next((token for token in tokens if token > clause.finite), None)
        if follows is not None and (self._draft.forms[follows].lower() in _NOMINATIVE or self.points_back(follows)):
            return Phrase(follows, follows)
        if clause.kind == "main" and not self._is_inserted(clause, clause.finite, follows):
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
        if phrase is None or not self._may_be_subject(phrase) or self._is_object(phrase, finite):
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
        """Not `Den Vorwurf wies er zurück`: the noun's case is known and another one, or the article tells it."""
        form, tag = self._draft.forms[phrase.first].lower(), self._draft.words[phrase.first].tag
        if tag in DETERMINERS and form.endswith(("en", "em")) and phrase.first < phrase.last:
            return False
        if form == "der" and self._draft.forms[phrase.last] in _FEMININE_MEDIA:
            return False
        return self._draft.words[phrase.last].features.get("Case", "Nom") == "Nom"

    def _is_object(self, phrase: Phrase, finite: int) -> bool:
        """`Deutliche Kritik übte der Verband`, `Lob fand der Chef`: the object in front of its verb and subject."""
        bare = self._draft.words[phrase.first].tag not in DETERMINERS and phrase.last not in self._at
        said = (self._draft.words[finite].lemma, self._draft.words[phrase.last].lemma)
        behind = self._bare(range(finite + 1, min(finite + _NEAR, len(self._draft.forms))), at_start=True)
        return bare and behind is not None and said in rows("reporting-phrases.tsv")

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
            elif self._stands_for_somebody(token, at_start=at_start) or self.is_one_of_them(token):
                return Phrase(token, token)
            elif self._is_one_of(token):
                return Phrase(token, tokens[self._behind_phrase(tokens, place + 1) - 1])
            elif tag in INSIDE or token in self._at or self._draft.forms[token].lower() in _WHOSE:
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

    def points_back(self, token: int) -> bool:
        """`sagte die gleich`, `meint der`: an article right behind a verb with no noun of its own."""
        behind = self._draft.tag(token + 1)
        follows = (
            behind in {"ADV", "PTKNEG", ""} or behind.startswith("$") or self._draft.form(token + 1) in {"am", "im"}
        )
        after = self._draft.tag(token - 1) in {"VV(FIN)", "VA(FIN)"}
        alone = follows and after and self._draft.tag(token) in {"ART", "PDS"}
        return (
            alone and self._draft.forms[token] in {"der", "die"} and self._draft.tag(token + 2) not in {"NN", "ADJ(A)"}
        )

    def is_one_of_them(self, token: int) -> bool:
        """`einer von ihnen`, `sagt einer, der …`: one of those told of before."""
        single = self._draft.tag(token) == "PIS" and self._draft.forms[token].lower() in {"einer", "eine"}
        behind = self._draft.form(token + 1)
        return single and (behind in {"von", ","} or not behind[:1].isalnum() or self._draft.tag(token + 1) == "ADV")

    def _is_one_of(self, token: int) -> bool:
        """`Einer der Helfer`, `Eine der Frauen`."""
        return self._draft.forms[token].lower() in {"einer", "eine"} and self._draft.form(token + 1) == "der"

    def _is_inserted(self, clause: Clause, finite: int, follows: int | None) -> bool:
        """`Der Holzwurm, fügt sie hinzu, habe …`: the pronoun behind the verb, not what stands before the comma.

        But not `Der Wirt, ein Freund, nennt sie klug`, where a comma opens what stands between.
        """
        commas = self._draft.forms[clause.start_token : finite].count(",")
        said = follows == finite + 1 and self._draft.forms[finite - 1 : finite + 2 : 2] == [",", "sie"]
        return said and commas == 1

    def _stands_for_somebody(self, token: int, *, at_start: bool) -> bool:
        """`er`, `wir`; in front of the verb also `der` and `diese`."""
        tag, form = self._draft.words[token].tag, self._draft.forms[token]
        points = at_start and tag == "PDS" and form in DEMONSTRATIVES
        return points or (tag == "PPER" and form.lower() not in _NO_SUBJECTS)

    def _behind_phrase(self, tokens: Sequence[int], place: int) -> int:
        """The place behind the noun phrase that begins at `place`: up to its head, or to the name behind it."""
        seen_noun = False
        while place < len(tokens):
            tag = self._draft.words[tokens[place]].tag
            added = behind_role(self._draft, tokens[place]) - tokens[place] if seen_noun else 0
            if added and tokens[place + added : place + added + 1] == [tokens[place] + added]:
                place += added  # `Oberst a. D. Paul Roth`
                continue
            if seen_noun and tokens[place] != tokens[place - 1] + 1:  # `Kranz (39) ist`
                break
            if tag == "KON" and seen_noun and self._draft.words[tokens[place - 1]].tag == "TRUNC":
                place += 1  # `Zoo- und Parkdirektor`
                continue
            if not seen_noun and self._is_age(tokens[place]):
                place += 2
                continue
            if not seen_noun and place and (end := self._behind_attribute(tokens, place)) is not None:
                place = end
                continue
            whose = not seen_noun and self._draft.forms[tokens[place]].lower() in _WHOSE
            named = tokens[place] in self._at and (not seen_noun or self._is_odd_name(tokens[place]))
            if (tag not in INSIDE and not whose and not named) or (
                seen_noun and not named and (tag in DETERMINERS or tag == "ADJ(A)")
            ):
                break
            seen_noun = seen_noun or tag in NOUNS
            place += 1
        return place

    def _is_age(self, token: int) -> bool:
        """`eine 62 Jahre alte Nachbarin`."""
        return is_age(self._draft, token)

    def _behind_attribute(self, tokens: Sequence[int], place: int) -> int | None:
        """The place of `vertraute` in `zwei mit der Sache vertraute Personen`; None where no such attribute stands."""
        if self._draft.words[tokens[place - 1]].tag not in DETERMINERS | {"CARD"}:
            return None
        while place + 1 < len(tokens) and self._draft.words[tokens[place]].tag in {"PTKNEG", "ADV"}:  # `der nicht an …`
            place += 1
        if self._draft.words[tokens[place]].tag not in {"APPR", "APPRART"}:
            return None
        end = self._behind_phrase(tokens, place + 1)
        follows = end + 1 < len(tokens) and self._draft.words[tokens[end]].tag == "ADJ(A)"
        return end if follows and self._draft.words[tokens[end + 1]].tag in NOUNS else None

    def _is_odd_name(self, token: int) -> bool:
        """`Chefin Rauh`, `Paul Sasse`: a person's name that looks like another word."""
        tag = self._draft.words[token].tag
        return self._at[token].kind == "person" and (
            tag.startswith(("ADJ", "VV")) and self._draft.forms[token].istitle()
        )
