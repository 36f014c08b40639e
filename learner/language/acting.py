"""Who acts in a sentence: the one in front, somebody beside him, or two of whom a pronoun may mean either."""

from collections.abc import Mapping, Sequence

from learner.language import gazetteer
from learner.language.analysis import Name
from learner.language.draft import Draft
from learner.language.persons import PRONOUNS, Persons
from learner.language.segments import FINITE
from learner.lexicon.wordclasses import wordclass

_ADULTS = wordclass("persons.adults")
_AGAINST = wordclass("verbs.taking-sides", "adverbs.opposing")
_SHORTEST = 3  # tokens of a sentence that tells of somebody
_REACH = 2  # sentences back in which a pronoun may find its person
_OBLIQUE = wordclass("determiners.oblique")
_OF_ONE = wordclass("pronouns.of-one")


def contradicts(draft: Draft, sentence: int) -> bool:
    """`Die Lehrerin der Klasse sieht das anders`: tells how somebody takes what another has just said."""
    sentences = draft.article.sentences
    same = sentence > 0 and sentences[sentence - 1].paragraph == sentences[sentence].paragraph
    return same and any(draft.words[token].lemma in _AGAINST for token in draft.sentences[sentence])


class Acts:
    """Tells who is in front in a sentence of one article; `at` tells the name that covers a token."""

    def __init__(self, draft: Draft, at: Mapping[int, Name], quoted: frozenset[int], persons: Persons) -> None:
        self._draft = draft
        self._at = at
        self._quoted = quoted
        self._persons = persons
        self._sentences = draft.sentences

    def pronoun_before(self, tokens: range, sex: str, other: Name) -> int | None:
        """The `er` of `Am Ende schlug er Kolev`: the subject pronoun before the only person named, who is another."""
        own = [token for token in tokens if token not in self._quoted]
        first = next((token for token in own if self._at.get(token) is other), None)
        if first is None:
            return None
        clauses = self._draft.clauses[self._draft.sentence_of(first)]
        clause = next((one for one in clauses if first in one.tokens and one.kind in {"main", "verb-first"}), None)
        if clause is None:
            return None
        before = [token for token in clause.tokens if token < first and token not in self._quoted]
        if clause.finite == clause.start_token:  # `Dann stand er auf, schlug Kolev …`
            before = [token for token in tokens if token < first and token not in self._quoted]
        return next((one for one in before if PRONOUNS.get(self._draft.forms[one].lower()) == sex == "m"), None)

    def described_before(self, tokens: range, sex: str, other: Name) -> int | None:
        """The noun of `Der 22-jährige Tiroler überholte Renn`, which means a person named before who is not `Renn`."""
        if len(tokens) < _SHORTEST or self._draft.forms[tokens[0]] != {"m": "Der", "f": "Die"}[sex]:
            return None
        noun = tokens[1]
        while self._draft.tag(noun) == "ADJ(A)" and self._draft.tag(noun + 1) not in FINITE:
            noun += 1
        lemma, behind = self._draft.words[noun].lemma, noun + 1
        means = gazetteer.sex_of_people(lemma) == sex or lemma[:1].isdigit()
        plain = behind not in self._at and noun not in self._at and self._draft.form(behind) != ","
        first = next((token for token in tokens if self._at.get(token) is other), noun)
        acts = any(self._draft.words[token].tag in FINITE for token in range(behind, first))
        return noun if means and plain and acts and tokens[0] not in self._quoted else None

    def is_aside(self, name: Name, tokens: range, sex: str, sentence: int) -> bool:
        """`Kranz kam mit Renn`, `Renns Pferd lahmte`: named beside the subject, with another one told of before."""
        near = range(self._sentences[max(0, sentence - _REACH)].start, tokens.stop)
        if len(self._persons.mentioned(near, sex)) < 2:
            return False
        first = next((token for token in tokens if self._at.get(token) is name), tokens.start)
        last = first
        while self._at.get(last + 1) is name:
            last += 1
        genitive = self._draft.forms[last] not in name.name.split()
        while first > tokens.start and self._draft.words[first - 1].tag in {"NN", "ADJ(A)"}:
            first -= 1
        before = self._draft.words[first - 1] if first > tokens.start else None
        oblique = before is not None and (before.tag in {"APPR", "APPRART"} or self._is_oblique(first - 1))
        return genitive or oblique

    def _is_oblique(self, token: int) -> bool:
        return self._draft.forms[token].lower() in _OBLIQUE

    def opens_with_unknown(self, tokens: range) -> bool:
        """`Caduff will klagen`: the subject is a name of nobody found, so nobody farther back is sure."""
        if len(tokens) < _SHORTEST or tokens[0] in self._at or tokens[0] in self._quoted:
            return False
        return self._draft.words[tokens[0]].tag == "NE" and self._draft.words[tokens[1]].tag in FINITE

    def is_relative(self, name: Name, tokens: range, sex: str) -> bool:
        """`Ihre Tochter Nina hilft`: the pronoun behind it may as well mean the mother."""
        places = [token for token in tokens if self._at.get(token) is name and self._at.get(token - 1) is not name]
        before = [self._draft.forms[one].lower() for token in places for one in range(max(0, token - 2), token)]
        if self._opens_alone(tokens):
            return False
        return any(form.startswith({"m": "sein", "f": "ihr"}[sex]) for form in before)

    def _opens_alone(self, tokens: range) -> bool:
        """`Sein Anwalt Kranz sieht das anders` at the top of a paragraph, with no pronoun for the one he belongs to."""
        sentence = self._draft.sentence_of(tokens.start)
        sentences = self._draft.article.sentences
        opens = sentence > 0 and sentences[sentence - 1].paragraph != sentences[sentence].paragraph
        own = {self._draft.forms[token].lower() for token in tokens}
        return opens and self._draft.tag(tokens.start) == "PPOSAT" and not own & _OF_ONE

    def are_two(self, tokens: range) -> bool:
        """`Die beiden Frauen stehen zusammen`, `er und Kranz stehen da`: a pronoun behind it may mean either."""
        joined = any(
            self._draft.forms[token].lower() in PRONOUNS
            and self._draft.form(token + 1) == "und"
            and token + 2 in self._at
            for token in tokens[:-2]
        )
        return (
            joined
            or any(self._is_beside_unknown(token) for token in tokens[:-3])
            or any(
                self._draft.forms[token].lower() == "beiden"
                and token not in self._quoted
                and (self._draft.tag(token + 1) != "NN" or self._draft.words[token + 1].lemma in _ADULTS)
                for token in tokens[:-1]
            )
        )

    def _is_beside_unknown(self, token: int) -> bool:
        """`Kranz und Rasch hatten gestritten`: `Rasch` is somebody as well, though no name was found there."""
        name, forms = self._at.get(token), self._draft.forms
        other = self._draft.words[token + 2]
        joined = name is not None and name.kind == "person" and forms[token + 1] == "und" and token + 2 not in self._at
        single = forms[token + 2][0].isupper() and other.features.get("Number") != "Plur"
        return joined and single and self._draft.words[token + 3].tag in FINITE

    def topic(self, sentence: int, found: Sequence[Name]) -> str | None:
        """The person in front of the verb of the sentence's first clause, if no other acts in a clause of his own."""
        if self._act_apart(sentence, found):
            return None
        for clause in self._draft.clauses[sentence]:
            if clause.kind == "main" and clause.vorfeld:
                if self._draft.words[clause.vorfeld.start].tag in {"APPR", "APPRART"}:  # `Nach Kranz sprach Renn`
                    return None
                fronts = [token for token in clause.vorfeld if token in self._at]
                # not `Kranz' Vertrag`, `Kellers Trainer`: the genitive tells of something else
                inside = [self._at[one] for one in fronts if self._draft.forms[one] in self._at[one].name.split()]
                fronted = {name.name for name in inside if name in found}
                return fronted.pop() if len(fronted) == 1 else None
        return None

    def _act_apart(self, sentence: int, found: Sequence[Name]) -> bool:
        """`Keller lacht, Kranz schaut hinaus`: a pronoun behind it may mean either."""
        clauses = self._draft.clauses[sentence]
        fronts = [
            range(one.start_token, one.finite) for one in clauses if one.kind == "main" and one.finite is not None
        ]
        opening = {self._at[front[0]].name for front in fronts if front and front[0] in self._at}
        return len(opening & {name.name for name in found}) > 1
