"""Whom a description means: the bearer of an office, the body named before, the only person it fits."""

from collections.abc import Mapping, Sequence

from learner.language import gazetteer
from learner.language.acting import contradicts
from learner.language.ages import age, is_age, of_age
from learner.language.analysis import Name
from learner.language.draft import Draft
from learner.language.offices import OF_BODIES, POSTS, bears, is_office, is_post
from learner.language.phrases import has_attribute
from learner.language.referents import Referents
from learner.language.subjects import Phrase
from learner.lexicon.wordclasses import wordclass

_ANYBODY = {"Mann": "er", "Frau": "sie"}
_INDEFINITE = wordclass("determiners.indefinite")
_FORMER = wordclass("adjectives.of-roles")
_TIMES = ("fache", "fachen")  # `die dreifache Mutter`
_WINNERS = wordclass("persons.winners")
_WINNING = wordclass("verbs.winning")
_OF = wordclass("determiners.genitive")
_ONE_OF = frozenset({"eines", "einer"})
_DESCRIBED = 2  # words behind the article (`der gebürtige Japaner`)
_OPENING = 4  # sentences in which a text introduces whom it is about
_MEMORY = 6  # sentences back in which somebody without a name may be meant


class Descriptions:
    """Resolves descriptions in one article; `at` tells the name that covers a token."""

    def __init__(self, draft: Draft, names: Sequence[Name], at: Mapping[int, Name], referents: Referents) -> None:
        self._draft = draft
        self._names = names
        self._at = at
        self._referents = referents
        self._persons = referents.persons
        self._sentences = draft.sentences

    def described(self, phrase: Phrase, sentence: int) -> tuple[str | None, bool]:
        """`der Minister`, `die Forscherin`, `der 29-Jährige`: who bears the role, else the only one it can mean."""
        name, certain = self._described(phrase, sentence)
        bearer = next((one for one in self._names if one.name == name and one.kind == "person"), None)
        if is_age(self._draft.forms[phrase.last]):
            aged = of_age(self._draft, self._names, phrase)
            if not aged and (stranger := self._stranger_of_age(phrase, sentence)):
                return stranger, False
            return aged or (None if bearer and age(self._draft, bearer) else name), certain
        loose = phrase.last <= phrase.first + _DESCRIBED and self._is_loose(self._draft.words[phrase.last].lemma)
        doubtful = bearer is not None and loose and not certain and self._may_be_another(bearer, phrase)
        return (None if doubtful else name), certain

    def _stranger_of_age(self, phrase: Phrase, sentence: int) -> str | None:
        """`Der Landwirt wurde wach. …, sagte der 56-Jährige`: whoever has no name and is told of right before."""
        form = {"der": "er", "die": "sie"}.get(self._draft.forms[phrase.first].lower())
        found = self._referents.pronoun(form, phrase.first, sentence)[0] if form else None
        return None if any(one.name == found for one in self._names) else found

    def _is_loose(self, noun: str) -> bool:
        """`der Mann`, `die Schwedin`: says no more than the sex or the country of a person."""
        return noun in _ANYBODY or (bool(gazetteer.sex_of_people(noun)) and gazetteer.match([noun]) is not None)

    def _may_be_another(self, bearer: Name, phrase: Phrase) -> bool:
        """Whether somebody without a name has been told of whom a loose noun can mean as well as the bearer."""
        noun = self._draft.words[phrase.last].lemma
        sex = gazetteer.sex_of_person(noun)
        if noun in _ANYBODY and bearer.role and is_post(bearer.role):
            return True
        tokens = range(self._sentences[max(0, self._draft.sentence_of(phrase.first) - _MEMORY)].start, phrase.first)
        return any(self._is_introduced_at(token, sex) for token in tokens)

    def _is_introduced_at(self, noun: int, sex: str) -> bool:
        """`einen Fahrer`, `einer Läuferin`: somebody without a name, not what another is said to be."""
        start = noun
        while start and self._draft.words[start - 1].tag == "ADJ(A)":
            start -= 1
        if self._draft.tag(noun) not in {"NN", "NNA"} or noun + 1 in self._at or noun in self._at or not start:
            return False
        if (
            self._draft.forms[start - 1].lower() not in _INDEFINITE
            or self._draft.words[noun].features.get("Number") == "Plur"
        ):
            return False
        said_of = self._draft.form(start - 2).lower() in {"als", "wie", ","} or self._is_predicate(noun)
        return gazetteer.sex_of_person(self._draft.words[noun].lemma) == sex and not said_of

    def _is_predicate(self, noun: int) -> bool:
        """Whether a noun stands in a clause with `sein`, `werden` or `bleiben`."""
        clauses = self._draft.clauses[self._draft.sentence_of(noun)]
        finite = next((one.finite for one in clauses if noun in one.tokens and one.finite is not None), None)
        return finite is not None and finite < noun and self._draft.words[finite].lemma in {"sein", "werden", "bleiben"}

    def _described(self, phrase: Phrase, sentence: int) -> tuple[str | None, bool]:
        """Who bears the role, else the only one named so far whom it can mean."""
        found = self._by_role(phrase.last, sentence)
        if found[0]:
            return found
        closer = has_attribute(self._draft, phrase.last + 1) or self._draft.form(phrase.last + 1) in _ONE_OF
        if not closer and (other := self._by_other_role(phrase.last)):
            return other, False
        noun = self._draft.words[phrase.last].lemma
        known = gazetteer.role(noun)
        sex = known[1] if known else gazetteer.sex_of_people(noun)
        if sex == "-":  # `der Coach` may be a woman in the dative
            sex = {"dem": "m", "die": "f"}.get(self._draft.forms[phrase.first].lower(), sex)
        if is_age(self._draft.forms[phrase.last]):
            sex = {"der": "m", "die": "f"}.get(self._draft.forms[phrase.first].lower(), "")
        if closer:
            opens = phrase.first == self._sentences[sentence].start
            found_first = (
                self._introduced(sex, phrase.first)
                or self._in_post(noun, sex, sentence)
                or (opens and self._persons.new_before(sex, sentence))
            )
            bearer = next((one for one in self._names if one.name == found_first), None)
            another = bearer and (self._answers(sentence, bearer.name) or self._belongs_to_another(phrase.last, bearer))
            return (None if another else found_first or None), False
        stranger = (
            is_age(self._draft.forms[phrase.last]) and sex in {"m", "f"} and not self._named_so_far(sex, phrase.first)
        )
        if stranger or (noun in _ANYBODY and phrase.last <= phrase.first + _DESCRIBED):
            form = _ANYBODY.get(noun) or {"m": "er", "f": "sie"}[sex]
            return self._referents.pronoun(form, phrase.first, sentence)[0], False
        if (
            sex not in {"m", "f"}
            or (is_office(noun) and not self._is_former(phrase))
            or phrase.last - phrase.first > _DESCRIBED
        ):
            return None, False
        winner = self._winner(sex, phrase.first) if noun in _WINNERS else None
        name = winner or self._referents.near_person(sex, phrase.first, sentence)
        another = name is not None and self._persons.is_another(name, noun)
        posted = noun.lower().endswith(POSTS) and any(one.role for one in self._names if one.name == name)
        return (None if posted or another else name), False

    def _is_former(self, phrase: Phrase) -> bool:
        """`die frühere Richterin`, `der gelernte Lehrer`: what somebody told of was or has learned."""
        between = range(phrase.first + 1, phrase.last)
        words = ((self._draft.words[one].lemma, self._draft.form(one)) for one in between)
        return any(lemma in _FORMER or form.startswith("früher") or form.endswith(_TIMES) for lemma, form in words)

    def _answers(self, sentence: int, name: str) -> bool:
        """`…, sagt Roth. Die Lehrerin der Klasse sieht das anders`: somebody else than the one who has just spoken."""
        return contradicts(self._draft, sentence) and self._referents.spoke_in(sentence - 1) == name

    def _in_post(self, noun: str, sex: str, sentence: int) -> str | None:
        """`Laut Arzt Renn fehlt Geld. Es sei weg, sagt der Leiter der Klinik`: who alone is named right before."""
        sentences = self._draft.article.sentences
        if not noun.lower().endswith(POSTS) or not sentence or sex not in {"m", "f"}:
            return None
        if sentences[sentence - 1].paragraph != sentences[sentence].paragraph:
            return None
        named = self._persons.mentioned(self._sentences[sentence - 1], sex)
        alone = len(named) == 1 and not named[0].role.lower().endswith((*POSTS, *OF_BODIES))
        return named[0].name if alone else None

    def _winner(self, sex: str, token: int) -> str | None:
        """`der Sieger`: the only person in front of the verb of a clause that tells who has won."""
        won: set[str] = set()
        for sentence in range(self._draft.sentence_of(token)):
            for clause in self._draft.clauses[sentence]:
                if clause.vorfeld and _WINNING & {self._draft.words[one].lemma for one in clause.tokens}:
                    won |= {one.name for one in self._persons.mentioned(clause.vorfeld, sex)}
        return won.pop() if len(won) == 1 else None

    def _named_so_far(self, sex: str, token: int) -> bool:
        """Whether a person of this sex has been named before a token."""
        return bool(self._persons.mentioned(range(token), sex))

    def _introduced(self, sex: str, token: int) -> str | None:
        """`der Trainer des SV Aldorf`: the only person of this sex named so far, if the text has just begun."""
        so_far = self._persons.mentioned(range(token), sex) if sex in {"m", "f"} else []
        begun = self._draft.sentence_of(token) <= _OPENING
        return so_far[0].name if begun and len(so_far) == 1 else None

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
            and bears(name.role, self._draft.words[noun].lemma)
            and name.mentions[0].start < limit
            and not self._belongs_to_another(noun, name)
        }
        return (fitting.pop(), True) if len(fitting) == 1 else (None, False)

    def _belongs_to_another(self, noun: int, name: Name) -> bool:
        """`der Anwalt des Gesellschafters`: whose lawyer is said, and it was never said of the one who is named."""
        owner = self._owner(noun)
        if owner is None:
            return False
        lemma = self._draft.words[owner].lemma
        unknown = bool(name.role) and self._draft.form(noun + 1) in _ONE_OF  # `der Anwalt eines der beiden Häuser`
        if gazetteer.role(lemma) is None and not unknown:
            return False
        told = {self._draft.sentence_at(mention.start + 1) for mention in name.mentions}
        near = {one for sentence in told for one in (sentence - 1, sentence) if one >= 0}
        words = (self._draft.words[token] for one in near for token in self._sentences[one] if token < noun)
        return not any(word.lemma == lemma for word in words)

    def _owner(self, noun: int) -> int | None:
        """`der Anwalt des Mannes`, `der Anwalt eines der beiden Häuser`: the noun in the genitive behind a role."""
        if self._draft.form(noun + 1) in _ONE_OF:
            return next((token for token in range(noun + 2, noun + 6) if self._draft.tag(token) == "NN"), None)
        of = self._draft.form(noun + 1).lower() in _OF and self._draft.tag(noun + 2) == "NN"
        return noun + 2 if of else None

    def _by_other_role(self, noun: int) -> str | None:
        """Who was introduced under another name of the same office."""
        others = tuple(role.lower() for role in gazetteer.introduced_as(self._draft.words[noun].lemma))
        start = self._draft.article.tokens[noun].start
        fitting = {
            name.name
            for name in self._names
            if name.kind == "person"
            and others
            and name.role.lower().endswith(others)
            and not self._persons.is_another(name.name, self._draft.words[noun].lemma)
            and name.mentions[0].start < start
        }
        return fitting.pop() if len(fitting) == 1 else None
