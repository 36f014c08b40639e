"""Which descriptions and bare last names leave open whom they mean."""

from collections.abc import Mapping, Sequence

from learner.language import gazetteer
from learner.language.ages import is_age
from learner.language.analysis import Name
from learner.language.draft import Draft
from learner.language.offices import IN_COURT, POSTS, bears, is_office, is_party
from learner.language.persons import Persons
from learner.language.phrases import has_attribute
from learner.language.subjects import Phrase
from learner.lexicon.wordclasses import wordclass

_INDEFINITE = wordclass("determiners.indefinite")
_OF_ONE = wordclass("pronouns.of-one")
_FEWEST = 2  # sentences of a paragraph that has told of somebody


class Doubts:
    """Tells in one article what could mean several; `at` tells the name that covers a token."""

    def __init__(self, draft: Draft, names: Sequence[Name], at: Mapping[int, Name], persons: Persons) -> None:
        self._draft = draft
        self._names = names
        self._at = at
        self._persons = persons
        self._sentences = draft.sentences

    def is_ambiguous(self, phrase: Phrase) -> bool:
        """`der Schwede`, `der 34-Jährige`, `der Minister` where it means one of the persons named, but not which."""
        noun = self._draft.words[phrase.last].lemma
        if (
            has_attribute(self._draft, phrase.last + 1)
            or self._draft.words[phrase.last].features.get("Number") == "Plur"
        ):
            return False
        known = gazetteer.role(noun)
        new = known is not None and self._is_first_here(phrase, known[1])
        if new or self.is_introduced(phrase) or self._is_before_court(phrase):
            return False
        if known and noun.lower().endswith(POSTS) and self._have_posts(known[1], noun, phrase.first):
            return False
        bearers = {one.name for one in self._names if one.role and bears(one.role, noun)}
        if known and not bearers and not self._persons.mentioned(range(phrase.first), known[1]):
            return False
        if known and (is_office(noun) or not self._persons.of_sex(known[1])):
            return len(bearers) > 1
        return bool(known or gazetteer.sex_of_people(noun)) or is_age(self._draft.forms[phrase.last])

    def _is_first_here(self, phrase: Phrase, sex: str) -> bool:
        """`Im Gasthof ist viel los. …, sagt der Wirt`: a new one, where the paragraph has told of nobody before."""
        noun, sentence = self._draft.words[phrase.last].lemma, self._draft.sentence_of(phrase.first)
        sentences = self._draft.article.sentences
        here = [one for one in range(sentence + 1) if sentences[one].paragraph == sentences[sentence].paragraph]
        if len(here) < _FEWEST or any(bears(one.role, noun) for one in self._names if one.role):
            return False
        tokens = range(self._sentences[here[0]].start, self._sentences[sentence].start)
        forms = {self._draft.forms[token].lower() for token in tokens}
        return not self._persons.mentioned(tokens, sex) and not forms & _OF_ONE

    def _is_before_court(self, phrase: Phrase) -> bool:
        """`der Angeklagte` where everyone who could be meant is judge, lawyer or the like."""
        sex = {"der": "m", "die": "f"}.get(self._draft.form(phrase.first).lower())
        if sex is None or not is_party(self._draft.words[phrase.last].lemma):
            return False
        named = self._persons.mentioned(range(phrase.first), sex)
        return all(one.role.lower().endswith(IN_COURT) for one in named)

    def _have_posts(self, sex: str, noun: str, token: int) -> bool:
        """`der Filialleiter` where everyone who could be meant is something else."""
        named = self._persons.mentioned(range(token), sex)
        return all(one.role and not one.role.lower().endswith(noun.lower()) for one in named)

    def is_introduced(self, phrase: Phrase) -> bool:
        """`die Rentnerin` behind `eine Rentnerin`: a stranger the article has told of."""
        noun, words, forms = self._draft.words[phrase.last].lemma, self._draft.words, self._draft.forms
        for token in range(1, phrase.first):
            if words[token].lemma != noun or words[token].features.get("Number") == "Plur":
                continue
            start = token - 1
            while start and words[start].tag == "ADJ(A)":
                start -= 1
            own = words[start].tag == "PPOSAT"  # `ihre Lehrerin`
            if (forms[start].lower() in _INDEFINITE or own) and token + 1 not in self._at and token not in self._at:
                return True
        return False

    def is_shared(self, name: Name, token: int) -> bool | None:
        """Whether a bare last name has two bearers: False if not, True if both, None if the nearer is the later one."""
        last = name.name.split()[-1]
        sharers = [one for one in self._names if one.kind == "person" and one.name.split()[-1] == last]
        first = len(name.name.split()) > 1 and self._draft.forms[token] == name.name.split()[0]
        bare = token not in self._at or (not first and self._draft.forms[token - 1] not in name.name.split())
        if len(sharers) < 2 or not bare:
            return False
        start = self._draft.article.tokens[token].start
        full = [
            (mention.start, number)
            for number, one in enumerate(sharers)
            for mention in one.mentions
            if mention.start < start and " " in self._draft.article.slice(mention)
        ]
        return None if not full or max(full)[1] else True
