"""Persons without a name (`ein Sprecher`, `die Nachbarin`) whom a pronoun may mean."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from learner.language import gazetteer
from learner.language.acting import contradicts
from learner.language.analysis import Name
from learner.language.apposed import Apposed
from learner.language.draft import Draft
from learner.language.labels import Labels
from learner.language.offices import bears, is_office, is_party
from learner.language.persons import Persons, may_be
from learner.language.subjects import Phrase
from learner.lexicon.wordclasses import wordclass, wordmap

_UNNAMED = wordclass("persons.unnamed")
_POSSESSIVES = wordmap("pronouns.owned")
_OWN = {"m": frozenset({"sein"}), "f": frozenset({"ihre"})}  # whose owner is of the same sex
_GENITIVE = wordclass("determiners.genitive")


class Strangers:
    """Finds the persons without a name in one article; `near_person` tells who is named near a noun."""

    def __init__(
        self,
        draft: Draft,
        names: Sequence[Name],
        at: Mapping[int, Name],
        quoted: frozenset[int],
        persons: Persons,
        near_person: Callable[[str, int, int], str | None],
    ) -> None:
        self._draft = draft
        self._names = names
        self._at = at
        self._quoted = quoted
        self._persons = persons
        self._near_person = near_person
        self._apposed = Apposed(draft, at)
        self._labels = Labels(draft, at)
        self._described: dict[int, bool] = {}
        self._sentences = draft.sentences

    def among(self, tokens: Iterable[int], sex: str) -> list[int]:
        """The persons without a name (`ein Sprecher`) that could be meant as well."""
        return [
            token
            for token in tokens
            if self._draft.words[token].tag in {"NN", "NNA"}
            and token not in self._quoted
            and self._is_stranger(token, sex)
            and not self._persons.is_reported(token)
        ]

    def label_of(self, nouns: Sequence[int]) -> str | None:
        """The label of the only one of them (of none where two are told of together)."""
        nouns = [noun for noun in nouns if not self._apposed.is_apposed_to(noun, nouns)]
        if len({self._draft.words[noun].lemma for noun in nouns}) != 1:
            return None
        first = nouns[0]
        if (
            self._apposed.is_told_anew(first, "m")
            or self._apposed.is_told_anew(first, "f")
            or self._was_a_stranger(first)
        ):
            return self._labels.of(Phrase(self._apposed.article_of(first) - 1, first))
        known = (gazetteer.role(self._draft.words[first].lemma) or ("", ""))[1]
        definite = self._draft.forms[self._apposed.article_of(first) - 1].lower() in {"der", "die"}
        office = is_office(self._draft.words[first].lemma)
        known_before = definite and not office and known and self._persons.mentioned(range(first), known)
        lemma = self._draft.words[first].lemma
        known_before = [] if known and self._answers(first, known) else known_before
        known_before = [one for one in known_before or [] if not self._persons.is_another(one.name, lemma)]
        if known_before and not self._opens_about_another(first, known_before[-1]):  # or a person named before
            return None
        if self._draft.forms[first - 1].lower() in _OWN["m"] | _OWN["f"]:  # `ihre Tochter`: or the mother herself
            return None
        while first and self._draft.words[first - 1].tag in {"ADJ(A)", "ART"}:
            first -= 1
        return self._labels.of(Phrase(first, nouns[0]))

    def _is_stranger(self, noun: int, sex: str) -> bool:
        word = self._draft.words[noun]
        parent = self._is_parent(noun) and self._persons.mentioned(range(noun), sex)
        if noun in self._at or noun + 1 in self._at or word.features.get("Number") == "Plur" or parent:
            return False
        known = gazetteer.role(word.lemma)
        start = self._apposed.article_of(noun)
        article = self._draft.forms[start - 1].lower() if start else ""
        if start > 1 and self._draft.forms[start - 2].lower() in {"wie", "als"}:  # `freut sich wie ein Kind`
            return False
        if article in _POSSESSIVES and _POSSESSIVES[article] in {sex, "-"}:
            fits = word.lemma in _UNNAMED or bool(known and known[1] == sex)
            opens = start - 1 == self._sentences[self._draft.sentence_of(noun)].start
            return fits and (opens or article not in _OWN[sex]) and not self._apposed.has_name_behind(noun)
        if self._apposed.has_apposition(noun) or self._apposed.is_told_anew(noun, sex):
            return not self._apposed.has_apposition(noun)
        if _sex_of(article):
            means = bool(known and known[1] == sex) or (word.lemma in _UNNAMED and _sex_of(article) == sex)
            return means and not self._apposed.tells_of_a_name(noun)
        definite = article == {"m": "der", "f": "die"}[sex]  # before `Verdächtige` the article tells the sex
        either = known is not None and known[1] == "-" and (is_party(word.lemma) or not is_office(word.lemma))
        fits = known is not None and (known[1] == sex or either)
        owned = self._belongs(noun, sex)
        return fits and (owned or (definite and not self._is_someone(noun, sex)))

    def _is_parent(self, noun: int) -> bool:
        """`die Mutter von zwei Kindern`, `der Vater dreier Söhne`: tells of somebody named before how he lives."""
        parent = self._draft.words[noun].lemma in {"Mutter", "Vater"}
        behind = noun + 1 + (self._draft.form(noun + 1) == "von")
        return parent and (self._draft.tag(behind) == "CARD" or self._draft.form(behind) in {"zweier", "dreier"})

    def _is_someone(self, noun: int, sex: str) -> bool:
        """Whether a role with a definite article is that of a person the article names."""
        if noun not in self._described:
            self._described[noun] = True  # while it is looked for: it cannot stand in its own way
            self._described[noun] = self._find_someone(noun, sex)
        return self._described[noun]

    def _belongs(self, noun: int, sex: str) -> bool:
        """`der Chef von Peter Holm`, `Peter Holms Chef`: he is somebody else than the one beside whom he is named."""
        behind = noun + 1
        of = self._draft.forms[behind : behind + 1] in (["von"], ["vom"])
        owner = self._at.get(behind + 1) if of else self._at.get(noun - 1)
        genitive = of or self._draft.forms[noun - 1].endswith(("s", "’", "'"))
        whose = owner is not None and (
            may_be(owner, sex) or (owner is self._at.get(noun - 1) and owner.kind == "person")
        )
        return whose and genitive

    def _find_someone(self, noun: int, sex: str) -> bool:
        lemma = self._draft.words[noun].lemma
        if self._was_a_stranger(noun):
            return False
        if any(name.role.lower().removesuffix("r").endswith(lemma.lower().removesuffix("r")) for name in self._names):
            return True
        others = gazetteer.introduced_as(lemma)
        if any(bears(name.role, other) for name in self._names for other in others):
            return True
        return not self._answers(noun, sex) and self._is_known(noun, sex)

    def _is_known(self, noun: int, sex: str) -> bool:
        """Whether a role that nobody is given can mean the only person named, or the one named near."""
        lemma, persons = self._draft.words[noun].lemma, self._persons.of_sex(sex)
        if len({name.name for name in persons}) == 1:
            if self._persons.is_another(persons[0].name, lemma):
                return False
            soon = self._persons.first_sentence_of(persons[0]) <= self._draft.sentence_of(noun) + 1
            return soon and not is_office(lemma) and not self._opens_about_another(noun, persons[0])
        near = None if is_office(lemma) else self._near_person(sex, noun, self._draft.sentence_of(noun))
        return near is not None and not self._persons.is_another(near, lemma)

    def _answers(self, noun: int, sex: str) -> bool:
        """`…, sagt Renate Roth. Die Lehrerin der Klasse sieht das anders`: with a genitive, behind somebody's words."""
        sentence = self._draft.sentence_of(noun)
        opens = self._apposed.article_of(noun) - 1 == self._sentences[sentence].start
        whose = self._draft.form(noun + 1) in _GENITIVE
        if not (opens and whose and contradicts(self._draft, sentence)):
            return False
        return len(self._persons.mentioned(self._sentences[sentence - 1], sex)) == 1

    def _opens_about_another(self, noun: int, name: Name) -> bool:
        """`Der Landwirt wurde wach` at the top of a paragraph, where the only one named has another part before it."""
        sentence = self._draft.sentence_of(noun)
        paragraphs = (
            [self._draft.article.sentences[one].paragraph for one in (sentence - 1, sentence)] if sentence else []
        )
        opens = len(set(paragraphs)) == 2 and self._apposed.article_of(noun) - 1 == self._sentences[sentence].start
        return opens and bool(name.role) and self._draft.sentence_at(name.mentions[0].start) < sentence

    def _was_a_stranger(self, noun: int) -> bool:
        """`die Pflegerin` behind `eine Altenpflegerin`, where nobody with a name is called so."""
        ending = self._draft.words[noun].lemma.lower()
        if any(name.role.lower().endswith(ending) for name in self._names):
            return False
        nouns = (one for one in range(1, noun) if self._draft.words[one].lemma.lower().endswith(ending))
        return any(self._apposed.is_first_told(one) for one in nouns if one not in self._quoted)


def _sex_of(article: str) -> str:
    """The sex an indefinite article tells of the person behind it."""
    return wordmap("determiners.sexed").get(article, "")
