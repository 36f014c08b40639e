"""Which person a pronoun means: the nearest one that fits, if no other could be meant."""

from collections.abc import Iterable, Mapping, Sequence

from learner.language import gazetteer
from learner.language.acting import Acts
from learner.language.analysis import Name
from learner.language.apposed import Apposed
from learner.language.draft import Draft
from learner.language.labels import Labels
from learner.language.offices import is_party
from learner.language.persons import PRONOUNS, Persons, may_be
from learner.language.segments import FINITE
from learner.language.strangers import Strangers
from learner.language.subjects import Phrase
from learner.lexicon.wordclasses import wordclass

_OF_ONE_HOUSE = wordclass("nouns.of-one-house")  # nobody says `sie sagt leise` of them
_FARTHEST = 5
_SHORTEST = 3  # tokens of a sentence that tells of somebody
_REACH = 2  # sentences back in which a pronoun may find its person
_OPENING = frozenset(word.capitalize() for word in wordclass("conjunctions.opening"))


class Referents:
    """Resolves pronouns in one article; `at` tells the name that covers a token."""

    def __init__(self, draft: Draft, names: Sequence[Name], at: Mapping[int, Name], quoted: frozenset[int]) -> None:
        self._draft = draft
        self._names = names
        self._at = at
        self._quoted = quoted
        self.persons = Persons(draft, names, at, quoted)
        self._acts = Acts(draft, at, quoted, self.persons)
        self._apposed = Apposed(draft, at)
        self._strangers = Strangers(draft, names, at, quoted, self.persons, self.near_person)
        self._labels = Labels(draft, at)
        self._spoke: dict[int, str] = {}
        self._sentences = draft.sentences

    def near_person(self, sex: str, token: int, sentence: int) -> str | None:
        """The only person of this sex in the sentences right before, with no stranger beside."""
        for reach in range(_REACH + 2):
            if sentence - reach < 0:
                return None
            tokens = self._tokens_back(sentence, reach, token)
            if self._strangers.among(tokens, sex):
                return None
            found = self.persons.mentioned(tokens, sex)
            described = self._acts.described_before(tokens, sex, found[0]) if len(found) == 1 and reach else None
            if described is not None:
                return self.near_person(sex, described, sentence - reach)
            if len(found) == 1 and reach and (earlier := self._acts.pronoun_before(tokens, sex, found[0])) is not None:
                form = next(one for one, other in PRONOUNS.items() if other == sex)
                return self.pronoun(form, earlier, sentence - reach)[0]
            if found:
                return found[0].name if len(found) == 1 else None
        so_far = self.persons.mentioned(range(token), sex)
        return so_far[0].name if len(so_far) == 1 else None

    def last_named(self, sex: str, sentence: int) -> str | None:
        """Whom `der` means at the beginning of a sentence: the man told of last in the sentence before."""
        tokens = self._tokens_back(sentence, 1, 0) if sentence else range(0)
        for token in reversed(tokens):
            name = self._at.get(token)
            if name and name.kind == "person" and token not in self._quoted and name.gender in {sex, ""}:
                return name.name if name.gender else None
            if name is None and token not in self._quoted and self._is_stranger_of(token, sex):
                return self._labels.of(Phrase(self._apposed.article_of(token), token))
        return None

    def _is_stranger_of(self, token: int, sex: str) -> bool:
        """Whether a noun means one man or woman without a name."""
        word = self._draft.words[token]
        one = word.tag in {"NN", "NNA"} and word.features.get("Number") != "Plur" and token + 1 not in self._at
        return one and gazetteer.sex_of_person(word.lemma) == sex

    def note(self, sentence: int, name: str, *, certain: bool) -> None:
        """Remember who speaks in a sentence: a pronoun in the next one may go on with him."""
        if certain or sentence not in self._spoke:
            self._spoke[sentence] = name

    def spoke_in(self, sentence: int) -> str | None:
        """Who speaks in a sentence, as far as that has been found out."""
        return self._spoke.get(sentence)

    def _speaking(self, sentence: int, sex: str) -> str | None:
        """Who speaks in a sentence, if a pronoun of this sex can mean him."""
        name = self._spoke.get(sentence)
        if name is None:
            return None
        known = next((one for one in self._names if one.name == name), None)
        if known is not None:
            return name if may_be(known, sex) else None
        nouns = [word for word in name.split() if word[0].isupper()]
        role = gazetteer.role(nouns[0]) if nouns else None
        return name if role and role[1] in {sex, "-"} else None

    def pronoun(self, form: str, token: int, sentence: int) -> tuple[str | None, bool]:
        """The person `er` or `sie` at a token means, and whether that is certain."""
        sex = PRONOUNS[form]
        everyone = self.persons.of_sex(sex)
        known = len(everyone) == 1 and self.persons.first_sentence_of(everyone[0]) <= sentence
        near = self._tokens_back(sentence, 0, token)
        body = (
            bool(sentence)
            and not self.persons.mentioned(near, sex)
            and self._body_before(self._sentences[sentence - 1], sex)
        )
        if known and not body and not self._strangers.among(range(token), sex):
            return everyone[0].name, everyone[0].gender == sex
        reach, limit, only_told = 0, _REACH, True
        while reach <= limit and reach <= sentence:
            tokens = self._tokens_back(sentence, reach, token)
            told = reach > 0 and self._is_report(sentence - reach)
            look = self._reported_by if told else self._settled
            settled = look(tokens, form, sentence - reach, reach)
            if settled is not None:
                return settled
            only_told = only_told and (told or not reach)
            far = only_told or self._has_pronoun(tokens, form) or self._is_quotation(tokens)
            limit += limit < _FARTHEST and reach > 0 and far
            reach += 1
        return self._only_in_paragraph(form, token, sentence) or self._told_in_report(form, token, sentence), False

    def _only_in_paragraph(self, form: str, token: int, sentence: int) -> str | None:
        """The only one of that sex whom the paragraph names so far, with no stranger beside."""
        paragraph = self._draft.article.sentences[sentence].paragraph
        first = next(one for one in range(sentence + 1) if self._draft.article.sentences[one].paragraph == paragraph)
        tokens = range(self._sentences[first].start, token)
        found = self.persons.mentioned(tokens, PRONOUNS[form])
        if len(found) != 1 or self._strangers.among(tokens, PRONOUNS[form]) or self._acts.are_two(tokens):
            return None
        return found[0].name

    def _told_in_report(self, form: str, token: int, sentence: int) -> str | None:
        """`Der Beschuldigte habe gestohlen, heißt es. Er …`: the only one told of, where nobody has a name so far."""
        sex = PRONOUNS[form]
        if self.persons.mentioned(range(token), sex):
            return None
        near = range(self._sentences[max(0, sentence - _REACH)].start, token)
        nouns = [one for one in near if self._draft.words[one].tag in {"NN", "NNA"} and one not in self._quoted]
        told = [one for one in nouns if is_party(self._draft.words[one].lemma) and self._apposed.is_definite(one, sex)]
        if len({self._draft.words[one].lemma for one in told}) != 1:
            return None
        return self._labels.of(Phrase(self._apposed.article_of(told[0]) - 1, told[0]))

    def _settled(self, tokens: range, form: str, sentence: int, reach: int) -> tuple[str | None, bool] | None:
        """Whom a pronoun means by the persons, strangers and bodies of one sentence; None where none stands there."""
        sex = PRONOUNS[form]
        found, strangers = self.persons.mentioned(tokens, sex), self._strangers.among(tokens, sex)
        earlier = self._acts.pronoun_before(tokens, sex, found[0]) if len(found) == 1 and reach else None
        several = earlier is None and len(self.persons.of_sex(sex)) > 1
        related = several and len(found) == 1 and self._acts.is_relative(found[0], tokens, sex)
        if strangers or related or self._acts.are_two(tokens):
            return (None if found else self._strangers.label_of(strangers) or self._told_by(strangers, sentence)), False
        if len(found) == 1:
            described = self._acts.described_before(tokens, sex, found[0]) if reach else None
            if described is not None:
                return self.near_person(sex, described, sentence), False
            if earlier is not None:
                return self.pronoun(form, earlier, sentence)[0], False
            sure = reach < _REACH and found[0].gender == sex
            return found[0].name, sure and not self._acts.is_aside(found[0], tokens, sex, sentence)
        if found:
            return self._acts.topic(sentence, found), False
        other = (
            self._speaking(sentence, sex) or self._body_before(tokens, sex) or self._told_about(tokens, sex, sentence)
            if reach
            else None
        )
        return (other, False) if other or (reach and self._acts.opens_with_unknown(tokens)) else None

    def _told_about(self, tokens: range, sex: str, sentence: int) -> str | None:
        """`Kranz sagt, es gehe nicht um Roth. Sie …`: the only one told about by somebody of the other sex."""
        speaker = next((one for one in self._names if one.name == self._spoke.get(sentence)), None)
        if speaker is None or not speaker.gender or may_be(speaker, sex):
            return None
        own = [token for token in tokens if token not in self._quoted]
        persons = {self._at[one].name for one in own if one in self._at and may_be(self._at[one], sex)}
        nouns = [self._draft.words[one].lemma for one in own if one not in self._at and one + 1 not in self._at]
        strangers = any(gazetteer.sex_of_person(noun) == sex for noun in nouns)
        return persons.pop() if len(persons) == 1 and not strangers else None

    def _body_before(self, tokens: range, sex: str) -> str | None:
        """`Der Verein rechnet damit. …, teilte er mit`: the body that is the subject of the sentence before."""
        article = {"m": "Der", "f": "Die"}[sex]
        if tokens and self._draft.forms[tokens[0]] in _OPENING:
            tokens, article = tokens[1:], article.lower()
        if len(tokens) < _SHORTEST or self._draft.forms[tokens[0]] != article or tokens[0] in self._quoted:
            return None
        noun, behind = self._draft.words[tokens[1]], self._draft.words[tokens[2]]
        singular = noun.features.get("Number") != "Plur" and behind.features.get("Number") != "Plur"
        person = gazetteer.role(noun.lemma) or gazetteer.sex_of_people(noun.lemma)
        speaks = gazetteer.speaks(noun.lemma) and not person
        if noun.tag != "NN" or not singular or not speaks or behind.tag not in FINITE or noun.lemma in _OF_ONE_HOUSE:
            return None
        return self._labels.of(Phrase(tokens[0], tokens[1]))

    def _tokens_back(self, sentence: int, reach: int, token: int) -> range:
        """The sentence so many back; of the sentence itself what stands before the token."""
        return self._sentences[sentence - reach] if reach else range(self._sentences[sentence].start, token)

    def _is_quotation(self, tokens: range) -> bool:
        """A sentence inside a quotation: its end stands beside the one who speaks, so it counts for no distance."""
        return bool(tokens) and all(token in self._quoted for token in tokens if self._draft.forms[token].isalnum())

    def _reported_by(self, tokens: range, form: str, sentence: int, _reach: int) -> tuple[str | None, bool] | None:
        """Who is known to give the words of a report, but nobody whom these words name."""
        name = self._speaking(sentence, PRONOUNS[form])
        named = any(self._at[token].name == name for token in tokens if token in self._at)
        return (name, False) if name and not named else None

    def _is_report(self, sentence: int) -> bool:
        """`Lutz sei dafür bekannt.`: words of whoever spoke before; whom they name is not who goes on speaking."""
        finite = (one.finite for one in self._draft.clauses[sentence] if one.kind == "main")
        told = [self._draft.words[token].features for token in finite if token is not None]
        reported = all(features.get("Mood") == "Sub" for features in told)
        led = ":" in (self._draft.forms[token] for token in self._sentences[sentence])  # `Lutz beruhigt: Man sei …`
        return reported and not led and any(features.get("Tense") == "Pres" for features in told)

    def _has_pronoun(self, tokens: Iterable[int], form: str) -> bool:
        """Whether the same pronoun stands there, so that its person may be named farther back."""
        return any(self._draft.forms[token].lower() == form and token not in self._quoted for token in tokens)

    def _told_by(self, nouns: Sequence[int], sentence: int) -> str | None:
        """`Nach den Worten ihres Bruders …`: the only one of them, if it is he who speaks in the sentence."""
        name = self._spoke.get(sentence)
        alone = len({self._draft.words[noun].lemma for noun in nouns}) == 1
        return name if name and alone and name.split()[0] == self._draft.words[nouns[0]].lemma else None
