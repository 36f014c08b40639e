"""Finds fixed expressions in an article, also where their parts stand apart in the clause.

`Die Regierung zog am Montag ernsthaft in Erwägung, …`: the verb in any form, the parts as the dictionary form has them,
adjectives between; all in one clause. Looked for only where the expression's anchor, mostly its noun, stands.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from learner.language.analysis import Occurrence
from learner.language.draft import Draft
from learner.language.expression_verbs import AUXILIARIES, REACH, VerbSeeker
from learner.language.wordbook import Wordbook
from learner.lexicon.expressions import DEFINITE, INDEFINITE, Expression, expressions
from learner.lexicon.wordclasses import wordclass, wordrow

Found = tuple[Expression, Occurrence]
_ONESELF = wordclass("pronouns.oneself") | {"sich"}
_BETWEEN = frozenset({"ADJ(A)", "ADJ(D)", "ADV", "CARD", "KON", "$,", "PIAT", "PTKNEG"})
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PWAT", "PRELAT", "APPRART"})
_QUANTIFIERS = wordrow("determiners.quantities")
_MODIFIED = frozenset({"ADJ(A)", "ADJ(D)", "ADV", "PIAT", "PIS", "CARD"})
_ATTRIBUTES = wordclass("determiners.other")
_DATIVES = wordclass("pronouns.dative")
_NOMINATIVES = wordclass("determiners.bare") - {"ihr", "euer"} | {"der"}
_PASSIVE = wordclass("verbs.linking")
_MOST_BETWEEN = 4


def found_in(draft: Draft, book: Wordbook) -> list[Found]:
    """Every expression with one of its places, in reading order; of two that overlap the longer one."""
    index = _index()
    found: list[Found] = []
    for number, tokens in enumerate(draft.sentences):
        here: list[Found] = []
        for token in tokens:
            form, lemma = draft.forms[token].lower(), draft.words[token].lemma.lower()
            by_form, by_lemma = index.get(form, ()), index.get(lemma, ())
            both = by_form and by_lemma and form != lemma
            for expression in dict.fromkeys(by_form + by_lemma) if both else by_form or by_lemma:
                place = _Seeker(draft, book, expression, number).place(token)
                if place:
                    here.append((expression, Occurrence(number, place)))
        found += _longest(here)
    return found


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[Expression, ...]]:
    """Expressions by their anchor in lower case."""
    index: dict[str, tuple[Expression, ...]] = {}
    for one in expressions():
        key = one.anchor.lower()
        index[key] = (*index.get(key, ()), one)
    return index


def _longest(found: Sequence[Found]) -> list[Found]:
    """Without those inside a longer one and without doubles; sein and haben carry one, the longer or closer."""
    kept: dict[tuple[int, ...], Found] = {}
    for expression, place in sorted(found, key=lambda one: (-len(one[1].tokens), _width(one[1]))):
        inside = any(set(place.tokens) <= set(tokens) for tokens in kept)
        taken = expression.verb in AUXILIARIES and any(
            other.verb == expression.verb and set(place.tokens) & set(tokens) for tokens, (other, _) in kept.items()
        )
        if not inside and not taken:
            kept[place.tokens] = (expression, place)
    return sorted(kept.values(), key=lambda one: one[1].tokens)


def _width(place: Occurrence) -> int:
    return place.tokens[-1] - place.tokens[0]


@dataclass(frozen=True, slots=True)
class _Seeker:
    """Looks for one expression in one sentence."""

    draft: Draft
    book: Wordbook
    expression: Expression
    sentence: int

    def place(self, anchor: int) -> tuple[int, ...]:
        """The tokens of the expression whose anchor stands here; empty where it is not the expression."""
        if not self.expression.verb:
            return self._row(anchor)
        clause = self._clause(anchor)
        found: list[int] = []
        for part in self.expression.parts:
            tokens = self._part(part, clause, anchor)
            if not tokens or set(tokens) & set(found):
                return ()
            found += tokens
        if self.expression.verb == "geben" and any(self.draft.forms[token].lower() == "es" for token in clause):
            return ()  # es gibt keinen Grund: there is none
        if self.expression.dative and not any(self._is_concerned(token) for token in clause):
            return ()
        if self._is_subject(anchor, clause):
            return ()
        verb = VerbSeeker(self.draft, self.book, self.expression.verb, self.sentence).tokens(clause, found)
        return tuple(sorted({*found, *verb})) if verb else ()

    def _row(self, anchor: int) -> tuple[int, ...]:
        """The place of words that never change and follow each other."""
        words = self.expression.parts[0]
        first = anchor - words.index(self.expression.anchor)
        sentence = self.draft.sentences[self.sentence]
        place = range(first, first + len(words))
        if first < sentence.start or place.stop > sentence.stop:
            return ()
        if not all(self._is_word(token, word) for token, word in zip(place, words, strict=True)):
            return ()
        return () if words[-1] in _ATTRIBUTES and self._is_attributive(place.stop) else tuple(place)

    def _is_attributive(self, following: int) -> bool:
        """Whether `anderem` before this token is its attribute: unter anderem Namen, not unter anderem Betten."""
        if following >= self.draft.sentences[self.sentence].stop or self._tag(following) not in {"NN", "ADJ(A)", "NNA"}:
            return False
        readings = self.book.noun_readings(self.draft.forms[following])
        return not readings or any(one.number == "Sing" and one.case in {"Dat", "Acc"} for one in readings)

    def _clause(self, token: int) -> Sequence[int]:
        clauses = self.draft.clauses[self.sentence]
        own = next((clause.tokens for clause in clauses if token in clause.tokens), None)
        tokens = own or self.draft.sentences[self.sentence]
        if tokens[-1] - tokens[0] <= REACH:
            return tokens
        return [one for one in tokens if abs(one - token) <= REACH]

    def _part(self, part: tuple[str, ...], clause: Sequence[int], anchor: int) -> tuple[int, ...]:
        """The tokens of a group of words; the group with the anchor has to stand there."""
        own = self.expression.anchor in part
        for token in self._near(part, clause, anchor) if own else clause:
            tokens = self._from(part, token)
            if tokens and (not own or anchor in tokens):
                return tokens
        return ()

    @staticmethod
    def _near(part: tuple[str, ...], clause: Sequence[int], anchor: int) -> Sequence[int]:
        """The tokens of the clause from which a group of words can reach the anchor."""
        farthest = (len(part) - 1) * (_MOST_BETWEEN + 1)
        return [token for token in clause if anchor - farthest <= token <= anchor]

    def _from(self, part: tuple[str, ...], first: int) -> tuple[int, ...]:
        """The group beginning at a token, adjectives before its noun passed over; empty where it does not stand."""
        words = self._without_article(part)
        if not self._is_word(first, words[0]) or not self._stands_alone(words, first, bare=len(words) == len(part)):
            return ()
        tokens = [first]
        for word in words[1:]:
            following = self._next(tokens[-1], word)
            if following is None:
                return ()
            tokens.append(following)
        return tuple(tokens)

    def _without_article(self, part: tuple[str, ...]) -> tuple[str, ...]:
        article = self.expression.free and len(part) > 1 and part[0] in INDEFINITE | DEFINITE
        return part[1:] if article else part

    def _next(self, token: int, word: str) -> int | None:
        """Where the next word of a group stands: right behind, or behind adjectives if it is a noun."""
        end = self.draft.sentences[self.sentence].stop
        most = _MOST_BETWEEN if word[0].isupper() else 0
        for place in range(token + 1, min(token + 2 + most, end)):
            if self._is_word(place, word):
                return place
            if self._tag(place) not in _BETWEEN:
                return None
        return None

    def _is_subject(self, noun: int, clause: Sequence[int]) -> bool:
        """Whether an object's noun stands in the nominative of an active clause: `Der Abstand` hält sich."""
        lexeme = self.book.lookup(self.draft.forms[noun], "NOUN")
        if self.expression.text[0].islower() and not self.expression.free:
            return False
        if lexeme is None or lexeme.noun is None or lexeme.noun.genders != ("m",):
            return False
        before = self._before(noun, self.draft.sentences[self.sentence].start, {"ADJ(A)"})
        nominative = before in clause and self.draft.forms[before].lower() in _NOMINATIVES
        plural = self.draft.words[noun].features.get("Number") == "Plur"
        return nominative and not plural and not any(self.draft.words[one].lemma in _PASSIVE for one in clause)

    def _is_concerned(self, token: int) -> bool:
        """Whether the token is `es`, a dative pronoun, or begins a dative phrase without a preposition."""
        form, before = self.draft.forms[token].lower(), max(token - 1, 0)
        if form == "es" or (self._tag(token) == "PPER" and form in _DATIVES):
            return self._tag(before) != "APPR"
        if self._tag(token) not in _DETERMINERS - {"APPRART"} or self._tag(before) in {"APPR", "APPRART"}:
            return False
        following = self.draft.words[token + 1] if token + 1 < len(self.draft.words) else None
        feminine = form.endswith("er") and token not in {tokens.start for tokens in self.draft.sentences}
        plural = form.endswith("en") and following is not None and following.features.get("Case") == "Dat"
        return form.endswith("em") or feminine or plural

    def _is_word(self, token: int, word: str) -> bool:
        form = self.draft.forms[token]
        if word == "sich":
            return form.lower() == word or (form.lower() in _ONESELF and self._tag(token) == "PRF")
        if word in INDEFINITE and self.expression.verb:
            lower = form.lower()
            return lower == word or (
                lower.startswith(("ein", "kein", "welch")) and lower.endswith(word.lstrip("k")[3:])
            )
        if word[0].isupper():
            if self._tag(token) == "CARD":  # Acht Folgen, not Acht geben
                return False
            return form == word or (self.expression.free and self._is_form(token, word))
        return form.lower() == word and not (
            form[0].isupper() and self._tag(token) == "NN"
        )  # das Recht: no recht haben

    def _is_form(self, token: int, noun: str) -> bool:
        """Whether the token is another form of the noun (Entscheidungen to Entscheidung)."""
        lemma, form = self.draft.words[token].lemma, self.draft.forms[token]
        if form in {noun + "s", noun + "es"} and form not in self._plurals(noun):  # das Ende des Lebens
            return False
        return self._tag(token) == "NN" and (lemma == noun or lemma in self.book.lemmas(noun, "NOUN"))

    def _plurals(self, noun: str) -> tuple[str, ...]:
        lexeme = self.book.lookup(noun, "NOUN")
        return lexeme.noun.plurals if lexeme and lexeme.noun else ()

    def _stands_alone(self, words: tuple[str, ...], first: int, *, bare: bool) -> bool:
        """Whether what stands before the group leaves it what it is: a bare noun takes no article, no preposition."""
        if words[0] == "sich" or not (words[0][0].isupper() or len(words) == 1):
            article = words[0] in INDEFINITE | DEFINITE
            return not (article and first and self._tag(first - 1) == "APPR")  # die Hand vor den Mund halten
        if not words[0][0].isupper():
            return self._is_predicate(first)
        start = self.draft.sentences[self.sentence].start
        passed = {"ADJ(A)", "PIAT"} if self.expression.verb in AUXILIARIES else {"ADJ(A)", "CARD", "PIAT"}
        before = self._before(first, start, passed)
        if before < start or self._tag(before) == "CARD":  # zehn Folgen haben
            return before < start
        article = self._tag(before) in _DETERMINERS - {"APPRART"}
        outside = self._before(before, start, frozenset()) if article else before
        if outside >= start and self._tag(outside) in {"APPR", "APPRART"} and not self._is_much(outside):
            return False
        if self.expression.free or not article:
            return True
        return bare and (self._is_quantifier(before) or self._tag(before) == "PPOSAT")

    def _before(self, token: int, start: int, passed: Collection[str]) -> int:
        """The token before this one, words with these tags (no quantifiers) passed over; below `start` if none."""
        before = token - 1
        while before >= start and self._tag(before) in passed and not self._is_quantifier(before):
            before -= 1
        return before

    def _is_much(self, token: int) -> bool:
        """Whether `zu` here belongs to a quantifier (zu wenig Rücksicht) and is no preposition."""
        return self.draft.forms[token].lower() == "zu" and self._is_quantifier(token + 1)

    def _is_quantifier(self, token: int) -> bool:
        return self.draft.forms[token].lower().startswith(_QUANTIFIERS)

    def _is_predicate(self, token: int) -> bool:
        """`machte deutlich`, not `machte deutlich mehr`: the word modifies no other one behind it."""
        following = token + 1
        inside = following < self.draft.sentences[self.sentence].stop
        return self._tag(token) != "ADJ(A)" and not (inside and self._tag(following) in _MODIFIED)

    def _tag(self, token: int) -> str:
        return self.draft.words[token].tag


def distinct(found: Sequence[Found]) -> Iterator[tuple[Expression, list[Occurrence]]]:
    """Each expression once with all its places."""
    places: dict[Expression, list[Occurrence]] = {}
    for expression, place in found:
        places.setdefault(expression, []).append(place)
    yield from places.items()
