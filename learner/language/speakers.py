"""Who speaks: the person, institution or role that the subject of a clause means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from learner.language import gazetteer
from learner.language.analysis import Name
from learner.language.apposed import BEFORE_NAMES, Apposed
from learner.language.clause import Clause
from learner.language.descriptions import Descriptions
from learner.language.doubts import Doubts
from learner.language.draft import Draft
from learner.language.labels import ADDRESSING, Labels
from learner.language.persons import PRONOUNS
from learner.language.phrases import phrase_from
from learner.language.referents import Referents
from learner.language.subjects import DEMONSTRATIVES, NOUNS, Phrase, Subjects
from learner.language.tables import column
from learner.language.unnamed import Unnamed, is_joined, is_main
from learner.lexicon.wordclasses import wordclass

_OBLIQUE = wordclass("determiners.oblique") | {"einer"}
_APPOSED = 9  # tokens within which an apposition may follow


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
        self._quoted = quoted
        self._at = {token: name for name in names for mention in name.mentions for token in draft.tokens_in(mention)}
        self._subjects = Subjects(draft, self._at)
        self._around = Apposed(draft, self._at)
        self._labels = Labels(draft, self._at)
        self._referents = Referents(draft, names, self._at, quoted)
        self._descriptions = Descriptions(draft, names, self._at, self._referents)
        self._doubts = Doubts(draft, names, self._at, self._referents.persons)
        self._unnamed = Unnamed(draft, self._at, quoted, self._referents, self._doubts, self._subject_named)

    def subject(self, clause: Clause, outside: frozenset[int]) -> Phrase | None:
        """The subject of a clause; tokens in `outside` (those between quotation marks) are passed over."""
        return self._subjects.of(clause, outside)

    def subject_of(self, sentence: int, outside: frozenset[int]) -> Speaker | None:
        """Whom the subject of a sentence's first main clause means; None where it is nobody who can speak."""
        clauses = self._draft.clauses[sentence]
        main = next((clause for clause in clauses if is_main(clause, outside)), None)
        return self.speaker(self.subject(main, outside), main.finite, sentence) if main else None

    def _subject_named(self, sentence: int) -> str | None:
        """The name or label of the subject of a sentence."""
        found = self.subject_of(sentence, self._quoted)
        return (found.name or self._labels.of(found.phrase)) if found else None

    def owner(self, token: int, sentence: int, outside: frozenset[int]) -> Speaker | None:
        """Whose paper it is that no name stands beside: the subject of the sentence before, if it is one."""
        found = self.subject_of(sentence - 1, outside) if sentence else None
        return Speaker(found.name, certain=False, phrase=Phrase(token, token)) if found else None

    def speaker(
        self, phrase: Phrase | None, finite: int | None, sentence: int, *, attributed: bool = False
    ) -> Speaker | None:
        """Whom a phrase means, which may be one that words are attributed to; None where there is no phrase."""
        if phrase is None:
            return None
        phrase = self._first_person(phrase)
        number = self._draft.words[finite].features.get("Number", "") if finite is not None else ""
        form = self._draft.forms[phrase.first].lower()
        if finite is None and self._is_of_men(phrase, form, attributed=attributed):
            number = "Plur"
        if (alone := self._alone(phrase, form, number, sentence)) is not None:
            name, certain = alone
        elif form == "sie" and number == "Plur":
            name, certain = self._unnamed.group(sentence), False
        elif number == "Plur" and not self._is_plural_name(phrase):
            name, certain = None, False
        else:
            name, certain = self._named(phrase, sentence, attributed=attributed)
        if name is None and form not in PRONOUNS and not self._points(phrase) and not is_joined(self._draft, phrase):
            name = self._unnamed.label(phrase, sentence, plural=number == "Plur")
        if name and any(one.name == name and self._around.is_only_relative(one) for one in self._at.values()):
            return Speaker(None, certain=False, phrase=phrase)
        if name:
            self._referents.note(sentence, name, certain=finite is not None)
        return Speaker(name, certain, phrase)

    def _alone(self, phrase: Phrase, form: str, number: str, sentence: int) -> tuple[str | None, bool] | None:
        """Whom a pronoun for one person means (`er`, `einer von ihnen`, `der`); None where it is none."""
        single = phrase.first == phrase.last
        if single and form in PRONOUNS and number != "Plur":
            return self._referents.pronoun(form, phrase.first, sentence)
        if single and self._subjects.is_one_of_them(phrase.first):
            return self._unnamed.one_of_them(phrase.first, sentence), False
        if self._points(phrase):
            sex = DEMONSTRATIVES[self._draft.forms[phrase.first].capitalize()]
            return self._referents.last_named(sex, sentence), False
        return None

    def _first_person(self, phrase: Phrase) -> Phrase:
        """`(warf) Reporterin Roth Ministerin Keller (vor)`: of two persons in a row the first speaks."""
        persons = [token for token in range(phrase.first, phrase.last + 1) if self._is_person(token)]
        if not persons or self._at[persons[0]] is self._at[persons[-1]]:
            return phrase
        last = max(token for token in persons if self._at[token] is self._at[persons[0]])
        genitive = self._draft.forms[last] not in self._at[last].name.split()
        return phrase if genitive else Phrase(phrase.first, last)

    def _is_person(self, token: int) -> bool:
        return token in self._at and self._at[token].kind == "person"

    def paper(self, phrase: Phrase) -> Speaker:
        """The paper a phrase names (`Studie der Universität`), whose words are given as its own."""
        return Speaker(self._labels.of(phrase, told=True), certain=False, phrase=phrase)

    def source(self, phrase: Phrase | None, sentence: int) -> Speaker | None:
        """Whom `nach Angaben des X` names: also a body or person that no list has; no paper, day or place."""
        found = self.speaker(phrase, None, sentence, attributed=True)
        if found is None or found.name or phrase is None or is_joined(self._draft, phrase):
            return found
        head = self._labels.head(phrase)
        word = self._draft.words[head] if head is not None else None
        thing = word is None or word.tag != "NN" or gazetteer.is_document(word.lemma)
        if thing or head is None or head in self._at or self._labels.can_speak(head):
            return found
        day = word is not None and word.lemma in column("calendar.tsv")
        return found if day else Speaker(self._labels.of(phrase, told=True), certain=False, phrase=phrase)

    def _is_of_men(self, phrase: Phrase, article: str, *, attributed: bool) -> bool:
        """`(so) die Forscher`, `(nach Ansicht) der Experten`: a noun for a man has such an article in the plural."""
        word, form = self._draft.words[phrase.last], self._draft.forms[phrase.last]
        role = gazetteer.role(word.lemma)
        woman = article == "die" and form == word.lemma.removesuffix("r") != word.lemma  # `die Sachverständige`
        men = phrase.last not in self._at and role is not None and role[1] == "m" and not woman
        several = attributed or (form != word.lemma and form.endswith("n"))
        return men and (article == "die" or (article == "der" and several))

    def _points(self, phrase: Phrase) -> bool:
        """Whether the phrase is `der` or `diese` alone."""
        alone = phrase.first == phrase.last and self._draft.words[phrase.first].tag == "PDS"
        opens = alone and self._draft.forms[phrase.first] in DEMONSTRATIVES
        return opens or (phrase.first == phrase.last and self._subjects.points_back(phrase.first))

    def _is_plural_name(self, phrase: Phrase) -> bool:
        """`Die Grünen fordern`, `die USA hätten`: a name that takes a plural verb."""
        name = self._at.get(phrase.last)
        return name is not None and name.kind in {"organisation", "place"}

    def _named(self, phrase: Phrase, sentence: int, *, attributed: bool) -> tuple[str | None, bool]:
        """The name a noun phrase ends in; else the only person whose role it names."""
        tokens = range(phrase.first, phrase.last + 1)
        name = self._at.get(phrase.last)
        if name is None or (name.kind == "place" and phrase.first < phrase.last):
            name = self._around.person_apposed(phrase) or name
        shared = self._doubts.is_shared(name, phrase.last) if name and name.kind == "person" else False
        if name and shared is not False:
            return (name.name if shared else None), False
        if name and name.kind != "nationality" and self._may_speak(tokens, name):
            return name.name, not is_joined(self._draft, phrase)
        articles = {"der", "die", "das"} | ({"des", "dem"} if attributed else set())
        definite = self._draft.forms[phrase.first].lower() in articles
        if body := self._body_apposed(phrase):
            return body, False
        return self._descriptions.described(phrase, sentence) if definite else (None, False)

    def _body_apposed(self, phrase: Phrase) -> str | None:
        """The body between commas behind a phrase: `der Investor, die Firma Alva, verspricht`."""
        forms, words, start = self._draft.forms, self._draft.words, phrase.last + 2
        if forms[phrase.last + 1 : start] != [","] or forms[start : start + 1] not in (["die"], ["der"], ["das"]):
            return None
        end = next((token for token in range(start, min(start + _APPOSED, len(forms))) if forms[token] == ","), start)
        nouns = [token for token in range(start, end) if words[token].tag == "NN" and token not in self._at]
        body = next((token for token in nouns if gazetteer.is_body(words[token].lemma)), None)
        return self._labels.of(Phrase(body, body)) if body is not None else None

    def named_behind(self, clause: Clause, front: Phrase, outside: frozenset[int]) -> Speaker | None:
        """`Die Deutung nennt Ashdown „kühn“`: the person right behind a verb before which stands nobody."""
        finite = clause.finite or 0
        token = finite + 1
        if token not in clause.tokens or token in outside or self._labels.of(front):
            return None
        while token in clause.tokens and token not in self._at and self._draft.words[token].tag in BEFORE_NAMES:
            token += 1
        name = self._at.get(token)
        if name is None and (role := self._role_behind(finite, clause)):
            return role
        if name is None or name.kind != "person" or self._draft.form(finite + 1).lower() in _OBLIQUE:
            return None
        if self._draft.words[finite].lemma in ADDRESSING:
            return None
        last = token
        while self._at.get(last + 1) is name:
            last += 1
        return Speaker(name.name, certain=False, phrase=Phrase(finite + 1, last))

    def _role_behind(self, finite: int, clause: Clause) -> Speaker | None:
        """`Die Ordnung verteidigt der Arzt`: a noun for a man or woman in the nominative right behind the verb."""
        phrase = phrase_from(self._draft, finite + 1)
        if phrase is None or phrase.last not in clause.tokens:
            return None
        sex = gazetteer.sex_of_person(self._draft.words[phrase.last].lemma)
        if (self._draft.forms[phrase.first].lower(), sex) not in {("der", "m"), ("die", "f")}:
            return None
        found = self.speaker(phrase, finite, self._draft.sentence_of(finite))
        return Speaker(found.name, certain=False, phrase=phrase) if found and found.name else None

    def body(self, phrase: Phrase) -> Speaker | None:
        """The organisation a phrase names, if it is one."""
        name = self._at.get(phrase.last)
        return Speaker(name.name, certain=True, phrase=phrase) if name and name.kind == "organisation" else None

    def alone_at(self, last: int) -> Speaker | None:
        """The person whose name ends here and has nothing but a dash before it."""
        name, first = self._at.get(last), last
        if name is None or name.kind != "person":
            return None
        while first and self._at.get(first - 1) is name:
            first -= 1
        while first and gazetteer.role(self._draft.words[first - 1].lemma):  # `– Kapitän Renn: „…“`
            first -= 1
        dashed = first > 0 and self._draft.forms[first - 1] in {"–", "—", "-"}
        return Speaker(name.name, certain=True, phrase=Phrase(first, last)) if dashed else None

    def named(self, tokens: Iterable[int]) -> set[str | None]:
        """The persons whose names stand among the tokens."""
        return {self._at[token].name for token in tokens if token in self._at and self._at[token].kind == "person"}

    def names_person(self, tokens: Iterable[int]) -> bool:
        """Whether a person's name stands among the tokens."""
        return bool(self.named(tokens))

    def only_person(self, tokens: Sequence[int]) -> Speaker | None:
        """The one person that is named among the tokens."""
        found = {self._at[token].name for token in tokens if token in self._at and self._at[token].kind == "person"}
        places = [token for token in tokens if token in self._at and self._at[token].name in found]
        return Speaker(found.pop(), False, Phrase(places[0], places[0])) if len(found) == 1 else None

    def dative(self, token: int, sentence: int) -> Speaker | None:
        """Whom `ihm` or `ihr` means (`ihr zufolge`)."""
        form = {"ihm": "er", "ihr": "sie"}.get(self._draft.forms[token].lower())
        if form is None:
            return None
        name, certain = self._referents.pronoun(form, token, sentence)
        return Speaker(name, certain, Phrase(token, token))

    def accusative(self, token: int, sentence: int) -> Speaker | None:
        """Whom `ihn` or `sie` means (`für ihn`), where somebody fits."""
        form = {"ihn": "er", "sie": "sie"}.get(self._draft.forms[token].lower())
        name = self._referents.pronoun(form, token, sentence)[0] if form else None
        return Speaker(name, certain=False, phrase=Phrase(token, token)) if name else None

    def possessor(self, token: int, sentence: int) -> Speaker:
        """Whom `seinen` or `ihren` means (`nach seinen Worten`)."""
        form = "er" if self._draft.forms[token].lower().startswith("sein") else "sie"
        name, certain = self._referents.pronoun(form, token, sentence)
        return Speaker(name, certain, Phrase(token, token))

    def _may_speak(self, tokens: Iterable[int], name: Name) -> bool:
        """Not `der Sprecher Russlands`: a place or organisation behind another noun is an attribute."""
        nouns = [token for token in tokens if self._draft.words[token].tag in NOUNS and self._at.get(token) is not name]
        return name.kind == "person" or not nouns
