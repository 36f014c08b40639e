"""Speakers without a name: the office or body itself, one or several of whom the text has told before."""

from collections.abc import Callable, Mapping

from learner.language import gazetteer
from learner.language.analysis import Name
from learner.language.bodies_again import body_again
from learner.language.clause import Clause
from learner.language.doubts import Doubts
from learner.language.draft import Draft
from learner.language.labels import Labels
from learner.language.referents import Referents
from learner.language.subjects import Phrase, Subjects
from learner.lexicon.wordclasses import wordclass

_WHOEVER = wordclass("persons.witnesses")  # of somebody told of before
_WITNESSES = frozenset({"Zeuge", "Zeugin"})
_GROUP_BACK = 3  # sentences in which those stand of whom one speaks
_DEFINITE = wordclass("determiners.definite")
_JOINING = wordclass("conjunctions.joining-alike")


def is_main(clause: Clause, outside: frozenset[int]) -> bool:
    """Whether it is a main clause with a verb of the article's own."""
    return clause.kind in {"main", "verb-first"} and clause.finite is not None and clause.finite not in outside


def is_joined(draft: Draft, phrase: Phrase) -> bool:
    """Whether `und` and another noun follow."""
    behind = phrase.last + 1
    follows = behind < len(draft.words) and draft.words[behind].tag == "KON"
    return follows and draft.forms[behind].lower() in _JOINING


class Unnamed:
    """Finds the labels of speakers without a name in one article; `at` tells the name that covers a token.

    `subject_named` tells whom the subject of a sentence means.
    """

    def __init__(
        self,
        draft: Draft,
        at: Mapping[int, Name],
        quoted: frozenset[int],
        referents: Referents,
        doubts: Doubts,
        subject_named: Callable[[int], str | None],
    ) -> None:
        self._draft = draft
        self._quoted = quoted
        self._labels = Labels(draft, at)
        self._subjects = Subjects(draft, at)
        self._referents = referents
        self._doubts = doubts
        self._at = at
        self._subject_named = subject_named
        self._given: list[str] = []  # labels of speakers without a name, in order

    def label(self, phrase: Phrase, sentence: int, *, plural: bool = False) -> str | None:
        """The office or body itself; of a second mention (`der Sprecher`) what it was called at first."""
        definite = self._draft.forms[phrase.first].lower() in _DEFINITE
        if definite and (earlier := self._told_of_before(phrase, sentence)):
            return earlier
        if definite and not plural and self._doubts.is_ambiguous(phrase):
            return None
        label = (body_again(self._draft, self._at, phrase, sentence) if definite else None) or self._labels.of(
            phrase, plural=plural
        )
        if label is None:
            return None
        fuller = [one for one in self._given if definite and one.startswith(f"{label} ")]
        self._given.append(label)
        return fuller[-1] if fuller else label

    def group(self, sentence: int) -> str | None:
        """Whom `sie` with a plural verb means: the several who are the subject of the sentence before."""
        clauses = self._draft.clauses[sentence - 1] if sentence else ()
        main = next((clause for clause in clauses if is_main(clause, self._quoted)), None)
        if main is None or self._draft.words[main.finite or 0].features.get("Number") != "Plur":
            return None
        phrase = self._subjects.of(main, self._quoted)
        if phrase and self._draft.forms[phrase.first].lower() == "sie" and sentence > 1:
            return self.group(sentence - 1)
        return self._labels.of(phrase, plural=True) if phrase and not is_joined(self._draft, phrase) else None

    def one_of_them(self, token: int, sentence: int) -> str | None:
        """`Die Nachbarn lachen. …, spottet einer von ihnen`: what each of the several told of last is."""
        sex = {"einer": "m", "eine": "f"}[self._draft.forms[token].lower()]
        sentences = self._draft.article.sentences
        for back in range(sentence, max(-1, sentence - _GROUP_BACK), -1):
            if sentences[back].paragraph != sentences[sentence].paragraph:
                return None
            words = [
                self._draft.words[one] for one in self._draft.sentences[back] if one not in self._quoted and one < token
            ]
            several = [word.lemma for word in words if word.tag == "NN" and word.features.get("Number") == "Plur"]
            fitting = [lemma for lemma in several if gazetteer.sex_of_person(lemma) == sex]
            if fitting:
                return fitting[0] if len(set(fitting)) == 1 else None
        return None

    def _told_of_before(self, phrase: Phrase, sentence: int) -> str | None:
        """`Eine Nachbarin sah alles. …, sagte die Zeugin`: the stranger of whom the sentence before tells."""
        noun = self._draft.words[phrase.last].lemma
        if noun in _WITNESSES and (witness := self._heard_as(noun, sentence)):
            return witness
        others = gazetteer.introduced_as(noun) | gazetteer.introduced_as(self._draft.forms[phrase.last])
        whoever = noun in _WHOEVER or bool(gazetteer.sex_of_people(noun) or others)
        article = {"der": "m", "die": "f"}.get(self._draft.forms[phrase.first].lower(), "")
        sex = ((others and article) or gazetteer.sex_of_person(noun)) if whoever else ""
        clauses = self._draft.clauses[sentence - 1] if sentence and sex else ()
        main = next((clause for clause in clauses if is_main(clause, self._quoted)), None)
        before = self._subjects.of(main, self._quoted) if main else None
        if before is None or self._doubts.is_introduced(phrase):
            return None
        opens = self._draft.forms[before.first].lower() in {"ein", "eine"} and before.last not in self._at
        named = self._referents.persons.mentioned(self._draft.sentences[sentence - 1], sex)
        lemma = self._draft.words[before.last].lemma
        fits = opens and not named and gazetteer.sex_of_person(lemma) == sex and (not others or lemma in others)
        return self._labels.of(before) if fits else None

    def _heard_as(self, noun: str, sentence: int) -> str | None:
        """`Der Wirt sagte als Zeuge aus. …, so der Zeuge`: who was said to be one, in the paragraph before."""
        paragraph = self._draft.article.sentences[sentence].paragraph
        for back in range(sentence - 1, -1, -1):
            if self._draft.article.sentences[back].paragraph != paragraph:
                return None
            forms = self._draft.sentences[back]
            if any(self._draft.forms[one] == "als" and self._draft.form(one + 1) == noun for one in forms):
                return self._subject_named(back)
        return None
