"""Which person a pronoun means: the nearest one that fits, if no other could be meant."""

from collections.abc import Iterable, Mapping, Sequence

from learner.language import gazetteer
from learner.language.analysis import Name
from learner.language.draft import Draft
from learner.language.labels import Labels
from learner.language.segments import FINITE
from learner.language.subjects import INSIDE, Phrase
from learner.language.tables import column
from learner.language.verdicts import verdict

PRONOUNS = {"er": "m", "sie": "f"}
_UNNAMED = frozenset(
    """Mann Frau Herr Junge Bub Knabe Bursche Mädchen Dame Kind Jugendlicher Jugendliche Greis Greisin Stimme Gast
    Person""".split()
)
_ADULTS = frozenset({"Frau", "Mann", "Kollege", "Kollegin", "Politiker", "Politikerin", "Minister", "Ministerin"})
_POSSESSIVES = {
    "sein": "m",
    "ihr": "m",
    "mein": "m",
    "seine": "f",
    "ihre": "f",
    "meine": "f",
    "deren": "-",
    "dessen": "-",
}
_OWN = {"m": frozenset({"sein"}), "f": frozenset({"ihre"})}  # whose owner is of the same sex
_IN_COURT = tuple(
    f"{one}{ending}"
    for one in ("richter", "anwalt", "anwält", "verteidiger", "gutachter", "ankläger")
    for ending in ("", "in")
)
_ADVOCATES = frozenset({"anwalt", "anwältin"})
_PARTIES = ("angeklagte", "beschuldigte", "verdächtige", "verurteilte")
_INDEFINITE = frozenset({"ein", "eine", "einer", "einem", "einen"})
_BEING = frozenset({"sein", "werden", "bleiben"})
_OF_ONE_HOUSE = frozenset({"Familie", "Paar", "Ehepaar"})  # nobody says `sie sagt leise` of them
_FARTHEST = 5
_APPOSED = 8  # tokens behind a role within which a name may follow
_SHORTEST = 3  # tokens of a sentence that tells of somebody
_REACH = 2  # sentences back in which a pronoun may find its person


class Referents:
    """Resolves pronouns in one article; `at` tells the name that covers a token."""

    def __init__(self, draft: Draft, names: Sequence[Name], at: Mapping[int, Name], quoted: frozenset[int]) -> None:
        self._draft = draft
        self._names = names
        self._at = at
        self._quoted = quoted
        self._labels = Labels(draft, at)
        self._spoke: dict[int, str] = {}
        self._described: dict[int, bool] = {}
        self._sentences = draft.sentences

    def near_person(self, sex: str, token: int, sentence: int) -> str | None:
        """The only person of this sex in the sentences right before, with no stranger beside."""
        for reach in range(_REACH + 2):
            if sentence - reach < 0:
                return None
            tokens = self._tokens_back(sentence, reach, token)
            if self._strangers(tokens, sex):
                return None
            found = self.mentioned(tokens, sex)
            described = self._described_before(tokens, sex, found[0]) if len(found) == 1 and reach else None
            if described is not None:
                return self.near_person(sex, described, sentence - reach)
            if len(found) == 1 and reach and (earlier := self._acting(tokens, sex, found[0])) is not None:
                form = next(one for one, other in PRONOUNS.items() if other == sex)
                return self.pronoun(form, earlier, sentence - reach)[0]
            if found:
                return found[0].name if len(found) == 1 else None
        so_far = self.mentioned(range(token), sex)
        return so_far[0].name if len(so_far) == 1 else None

    def _acting(self, tokens: range, sex: str, other: Name) -> int | None:
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

    def _described_before(self, tokens: range, sex: str, other: Name) -> int | None:
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

    def last_named(self, sex: str, sentence: int) -> str | None:
        """Whom `der` means at the beginning of a sentence: the person named last in the sentence before."""
        tokens = self._tokens_back(sentence, 1, 0) if sentence else range(0)
        named = [self._at[token] for token in tokens if token in self._at and token not in self._quoted]
        persons = [one for one in named if one.kind == "person"]
        return persons[-1].name if persons and persons[-1].gender == sex else None

    def note(self, sentence: int, name: str, *, certain: bool) -> None:
        """Remember who speaks in a sentence: a pronoun in the next one may go on with him."""
        if certain or sentence not in self._spoke:
            self._spoke[sentence] = name

    def _speaking(self, sentence: int, sex: str) -> str | None:
        """Who speaks in a sentence, if a pronoun of this sex can mean him."""
        name = self._spoke.get(sentence)
        if name is None:
            return None
        known = next((one for one in self._names if one.name == name), None)
        if known is not None:
            return name if _may_be(known, sex) else None
        nouns = [word for word in name.split() if word[0].isupper()]
        role = gazetteer.role(nouns[0]) if nouns else None
        return name if role and role[1] in {sex, "-"} else None

    def pronoun(self, form: str, token: int, sentence: int) -> tuple[str | None, bool]:
        """The person `er` or `sie` at a token means, and whether that is certain."""
        sex = PRONOUNS[form]
        everyone = self.persons(sex)
        known = len(everyone) == 1 and self._sentence_of_first(everyone[0]) <= sentence
        near = self._tokens_back(sentence, 0, token)
        body = (
            bool(sentence) and not self.mentioned(near, sex) and self._body_before(self._sentences[sentence - 1], sex)
        )
        if known and not body and not self._strangers(range(self._sentences[sentence].stop), sex):
            return everyone[0].name, everyone[0].gender == sex
        reach, limit = 0, _REACH
        while reach <= limit and reach <= sentence:
            tokens = self._tokens_back(sentence, reach, token)
            if (settled := self._settled(tokens, form, sentence - reach, reach)) is not None:
                return settled
            limit += limit < _FARTHEST and (self._has_pronoun(tokens, form) or self._is_quotation(tokens))
            reach += 1
        return self._told_in_report(form, token, sentence), False

    def _told_in_report(self, form: str, token: int, sentence: int) -> str | None:
        """`Der Beschuldigte habe gestohlen, heißt es. Er …`: the only one told of, where nobody has a name so far."""
        sex = PRONOUNS[form]
        if self.mentioned(range(token), sex):
            return None
        near = range(self._sentences[max(0, sentence - _REACH)].start, token)
        nouns = [one for one in near if self._draft.words[one].tag in {"NN", "NNA"} and one not in self._quoted]
        told = [one for one in nouns if is_party(self._draft.words[one].lemma) and self._is_definite(one, sex)]
        if len({self._draft.words[one].lemma for one in told}) != 1:
            return None
        return self._labels.of(Phrase(self._article_of(told[0]) - 1, told[0]))

    def _is_definite(self, noun: int, sex: str) -> bool:
        """Whether the article before a noun is `der` for a man, `die` for a woman, and no name stands beside it."""
        article = self._draft.form(self._article_of(noun) - 1).lower()
        return article == {"m": "der", "f": "die"}[sex] and noun not in self._at and noun + 1 not in self._at

    def _settled(self, tokens: range, form: str, sentence: int, reach: int) -> tuple[str | None, bool] | None:
        """Whom a pronoun means by the persons, strangers and bodies of one sentence; None where none stands there."""
        sex = PRONOUNS[form]
        found, strangers = self.mentioned(tokens, sex), self._strangers(tokens, sex)
        earlier = self._acting(tokens, sex, found[0]) if len(found) == 1 and reach else None
        several = earlier is None and len(self.persons(sex)) > 1
        related = several and len(found) == 1 and self._is_relative(found[0], tokens, sex)
        if strangers or related or self._are_two(tokens):
            return (None if found else self._stranger(strangers) or self._told_by(strangers, sentence)), False
        if len(found) == 1:
            described = self._described_before(tokens, sex, found[0]) if reach else None
            if described is not None:
                return self.near_person(sex, described, sentence), False
            if earlier is not None:
                return self.pronoun(form, earlier, sentence)[0], False
            sure = reach < _REACH and found[0].gender == sex
            return found[0].name, sure and not self._is_aside(found[0], tokens, sex, sentence)
        if found:
            return self._topic(sentence, found), False
        other = (
            self._speaking(sentence, sex) or self._body_before(tokens, sex) or self._told_about(tokens, sex, sentence)
            if reach
            else None
        )
        return (other, False) if other or (reach and self._opens_with_unknown(tokens)) else None

    def _told_about(self, tokens: range, sex: str, sentence: int) -> str | None:
        """`Kranz sagt, es gehe nicht um Roth. Sie …`: the only one told about by somebody of the other sex."""
        speaker = next((one for one in self._names if one.name == self._spoke.get(sentence)), None)
        if speaker is None or not speaker.gender or _may_be(speaker, sex):
            return None
        own = [token for token in tokens if token not in self._quoted]
        persons = {self._at[one].name for one in own if one in self._at and _may_be(self._at[one], sex)}
        nouns = [self._draft.words[one].lemma for one in own if one not in self._at and one + 1 not in self._at]
        strangers = any(gazetteer.sex_of_person(noun) == sex for noun in nouns)
        return persons.pop() if len(persons) == 1 and not strangers else None

    def _is_aside(self, name: Name, tokens: range, sex: str, sentence: int) -> bool:
        """`Kranz kam mit Renn`, `Renns Pferd lahmte`: named beside the subject, with another one told of before."""
        near = range(self._sentences[max(0, sentence - _REACH)].start, tokens.stop)
        if len(self.mentioned(near, sex)) < 2:
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
        return self._draft.forms[token].lower() in {"dem", "den", "des", "einem", "einen", "eines"}

    def _body_before(self, tokens: range, sex: str) -> str | None:
        """`Der Verein rechnet damit. …, teilte er mit`: the body that is the subject of the sentence before."""
        article = {"m": "Der", "f": "Die"}[sex]
        if tokens and self._draft.forms[tokens[0]] in {"Auch", "Doch", "Und", "Aber"}:
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

    def _opens_with_unknown(self, tokens: range) -> bool:
        """`Caduff will klagen`: the subject is a name of nobody found, so nobody farther back is sure."""
        if len(tokens) < _SHORTEST or tokens[0] in self._at or tokens[0] in self._quoted:
            return False
        return self._draft.words[tokens[0]].tag == "NE" and self._draft.words[tokens[1]].tag in FINITE

    def _tokens_back(self, sentence: int, reach: int, token: int) -> range:
        """The sentence so many back; of the sentence itself what stands before the token."""
        return self._sentences[sentence - reach] if reach else range(self._sentences[sentence].start, token)

    def _is_quotation(self, tokens: range) -> bool:
        """A sentence inside a quotation: its end stands beside the one who speaks, so it counts for no distance."""
        return bool(tokens) and all(token in self._quoted for token in tokens if self._draft.forms[token].isalnum())

    def _is_relative(self, name: Name, tokens: range, sex: str) -> bool:
        """`Ihre Tochter Nina hilft`: the pronoun behind it may as well mean the mother."""
        places = [token for token in tokens if self._at.get(token) is name and self._at.get(token - 1) is not name]
        before = [self._draft.forms[one].lower() for token in places for one in range(max(0, token - 2), token)]
        return any(form.startswith({"m": "sein", "f": "ihr"}[sex]) for form in before)

    def _are_two(self, tokens: range) -> bool:
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

    def _has_pronoun(self, tokens: Iterable[int], form: str) -> bool:
        """Whether the same pronoun stands there, so that its person may be named farther back."""
        return any(self._draft.forms[token].lower() == form and token not in self._quoted for token in tokens)

    def persons(self, sex: str) -> list[Name]:
        """Every person of a sex, or of one the article leaves open."""
        return [name for name in self._names if _may_be(name, sex)]

    def _sentence_of_first(self, name: Name) -> int:
        """The sentence in which a person is named first."""
        return self._draft.sentence_at(name.mentions[0].start)

    def mentioned(self, tokens: Iterable[int], sex: str) -> list[Name]:
        """The persons of a sex whom the article itself names among the tokens."""
        told = [token for token in tokens if token not in self._quoted and not self._is_reported(token)]
        persons = [self._at[token] for token in told if token in self._at]
        return list({name.name: name for name in persons if _may_be(name, sex)}.values())

    def _strangers(self, tokens: Iterable[int], sex: str) -> list[int]:
        """The persons without a name (`ein Sprecher`) that could be meant as well."""
        return [
            token
            for token in tokens
            if self._draft.words[token].tag in {"NN", "NNA"}
            and token not in self._quoted
            and self._is_stranger(token, sex)
            and not self._is_reported(token)
        ]

    def _stranger(self, nouns: Sequence[int]) -> str | None:
        """The label of the only one of them (of none where two are told of together)."""
        nouns = [noun for noun in nouns if not self._is_apposed_to(noun, nouns)]
        if len({self._draft.words[noun].lemma for noun in nouns}) != 1:
            return None
        first = nouns[0]
        if self._is_told_anew(first, "m") or self._is_told_anew(first, "f") or self._was_a_stranger(first):
            return self._labels.of(Phrase(self._article_of(first) - 1, first))
        known = (gazetteer.role(self._draft.words[first].lemma) or ("", ""))[1]
        definite = self._draft.forms[self._article_of(first) - 1].lower() in {"der", "die"}
        office = is_office(self._draft.words[first].lemma)
        known_before = definite and not office and known and self.mentioned(range(first), known)
        if known_before and not self._opens_about_another(first, known_before[-1]):  # or a person named before
            return None
        if self._draft.forms[first - 1].lower() in _OWN["m"] | _OWN["f"]:  # `ihre Tochter`: or the mother herself
            return None
        while first and self._draft.words[first - 1].tag in {"ADJ(A)", "ART"}:
            first -= 1
        return self._labels.of(Phrase(first, nouns[0]))

    def _told_by(self, nouns: Sequence[int], sentence: int) -> str | None:
        """`Nach den Worten ihres Bruders …`: the only one of them, if it is he who speaks in the sentence."""
        name = self._spoke.get(sentence)
        alone = len({self._draft.words[noun].lemma for noun in nouns}) == 1
        return name if name and alone and name.split()[0] == self._draft.words[nouns[0]].lemma else None

    def _is_stranger(self, noun: int, sex: str) -> bool:
        word = self._draft.words[noun]
        if noun in self._at or noun + 1 in self._at or word.features.get("Number") == "Plur":
            return False
        known = gazetteer.role(word.lemma)
        start = self._article_of(noun)
        article = self._draft.forms[start - 1].lower() if start else ""
        if start > 1 and self._draft.forms[start - 2].lower() in {"wie", "als"}:  # `freut sich wie ein Kind`
            return False
        if article in _POSSESSIVES and _POSSESSIVES[article] in {sex, "-"}:
            fits = word.lemma in _UNNAMED or bool(known and known[1] == sex)
            opens = start - 1 == self._sentences[self._draft.sentence_of(noun)].start
            return fits and (opens or article not in _OWN[sex]) and not self._has_name_behind(noun)
        if self._has_apposition(noun) or self._is_told_anew(noun, sex):
            return not self._has_apposition(noun)
        if _sex_of(article):
            means = bool(known and known[1] == sex) or (word.lemma in _UNNAMED and _sex_of(article) == sex)
            return means and not self._tells_of_a_name(noun)
        definite = article == {"m": "der", "f": "die"}[sex]  # before `Verdächtige` the article tells the sex
        fits = known is not None and (known[1] == sex or (known[1] == "-" and not is_office(word.lemma)))
        owned = self._belongs(noun, sex)
        return fits and (owned or (definite and not self._is_someone(noun, sex)))

    def _has_name_behind(self, noun: int) -> bool:
        """`ihr Mann, Karl Roth,`: the name stands behind a comma."""
        return self._draft.forms[noun + 1 : noun + 2] == [","] and noun + 2 in self._at

    def _has_apposition(self, noun: int) -> bool:
        """`die Präsidentin des Verbands, Anna Keller`: the name stands behind attributes and a comma."""
        words, forms = self._draft.words, self._draft.forms
        for token in range(noun + 1, min(noun + _APPOSED, len(forms) - 1)):
            if forms[token] == ",":
                behind = token + 1
                # `ein Zeuge, der Maurer Karl Roth,`
                behind += words[behind].tag == "ART" and bool(gazetteer.role(words[behind + 1].lemma))
                while gazetteer.role(words[behind].lemma) and behind + 1 < len(forms):  # `der Chef, Meister Karl Roth,`
                    behind += 1
                name = self._at.get(behind)
                return name is not None and name.kind == "person"
            if words[token].tag not in INSIDE | {"APPR", "APPRART"}:
                return False
        return False

    def _is_apposed_to(self, noun: int, others: Sequence[int]) -> bool:
        """The `Maurer` of `Der Gutachter, ein Maurer`: the same person as the noun before the comma."""
        comma = self._article_of(noun) - 2
        return self._draft.forms[comma] == "," and comma - 1 in others

    def _is_told_anew(self, noun: int, sex: str) -> bool:
        """`Der Sachverständige, ein Maurer aus Bern,`: a comma and what he is, so nobody who was named before."""
        article = self._draft.forms[self._article_of(noun) - 1].lower()
        behind = self._draft.form(noun + 1), self._draft.form(noun + 2)
        opens = article == {"m": "der", "f": "die"}[sex] and behind == (",", {"m": "ein", "f": "eine"}[sex])
        known = gazetteer.role(self._draft.words[noun].lemma)
        return opens and known is not None and known[1] in {sex, "-"}

    def _is_someone(self, noun: int, sex: str) -> bool:
        """Whether a role with a definite article is that of a person the article names."""
        if noun not in self._described:
            self._described[noun] = True  # while it is looked for: it cannot stand in its own way
            self._described[noun] = self._find_someone(noun, sex)
        return self._described[noun]

    def _article_of(self, noun: int) -> int:
        """The first token behind the article of a noun; also of `eine etwa 30 Jahre alte Frau`."""
        start = noun
        while start > 0 and self._draft.words[start - 1].tag == "ADJ(A)":
            start -= 1
        if start > 2 and start < noun and self._draft.forms[start - 1] == "Jahre":
            start -= 2
            start -= self._draft.words[start - 1].tag == "ADV"
        return start

    def _belongs(self, noun: int, sex: str) -> bool:
        """`der Chef von Peter Holm`, `Peter Holms Chef`: he is somebody else than the one beside whom he is named."""
        behind = noun + 1
        of = self._draft.forms[behind : behind + 1] in (["von"], ["vom"])
        owner = self._at.get(behind + 1) if of else self._at.get(noun - 1)
        genitive = of or self._draft.forms[noun - 1].endswith(("s", "’", "'"))
        whose = owner is not None and (
            _may_be(owner, sex) or (owner is self._at.get(noun - 1) and owner.kind == "person")
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
        persons = self.persons(sex)
        if len({name.name for name in persons}) == 1:
            soon = self._sentence_of_first(persons[0]) <= self._draft.sentence_of(noun) + 1
            return soon and not is_office(lemma) and not self._opens_about_another(noun, persons[0])
        near = None if is_office(lemma) else self.near_person(sex, noun, self._draft.sentence_of(noun))
        return near is not None and not self.is_another(near, lemma)

    def _opens_about_another(self, noun: int, name: Name) -> bool:
        """`Der Landwirt wurde wach` at the top of a paragraph, where the only one named has another part before it."""
        sentence = self._draft.sentence_of(noun)
        paragraphs = (
            [self._draft.article.sentences[one].paragraph for one in (sentence - 1, sentence)] if sentence else []
        )
        opens = len(set(paragraphs)) == 2 and self._article_of(noun) - 1 == self._sentences[sentence].start
        return opens and bool(name.role) and self._draft.sentence_at(name.mentions[0].start) < sentence

    def _was_a_stranger(self, noun: int) -> bool:
        """`die Pflegerin` behind `eine Altenpflegerin`, where nobody with a name is called so."""
        ending = self._draft.words[noun].lemma.lower()
        if any(name.role.lower().endswith(ending) for name in self._names):
            return False
        nouns = (one for one in range(1, noun) if self._draft.words[one].lemma.lower().endswith(ending))
        return any(self._is_first_told(one) for one in nouns if one not in self._quoted)

    def _tells_of_a_name(self, noun: int) -> bool:
        """`Moll, eine Lehrerin`, `Moll ist eine ruhige Lehrerin`: says what somebody with a name is."""
        article = self._article_of(noun) - 1
        before = self._at.get(article - 2)
        if self._draft.form(article - 1) == "," and before is not None and before.kind == "person":
            return True
        clauses = self._draft.clauses[self._draft.sentence_of(noun)]
        own = next((one for one in clauses if noun in one.tokens and one.finite is not None), None)
        if own is None or own.kind != "main" or self._draft.words[own.finite or 0].lemma not in _BEING:
            return False
        first = self._at.get(own.start_token)
        person = (first is not None and first.kind == "person") or self._draft.forms[
            own.start_token
        ].lower() in PRONOUNS
        return person and (own.finite or 0) < noun

    def _is_first_told(self, noun: int) -> bool:
        """Whether a noun has an indefinite article and neither a name beside it nor somebody who is said to be it."""
        start = self._article_of(noun)
        article = self._draft.forms[start - 1].lower() if start else ""
        joined = self._draft.form(start - 2).lower() in {"als", "wie", ","} or noun + 1 in self._at or noun in self._at
        clauses = self._draft.clauses[self._draft.sentence_of(noun)]
        finite = next((one.finite for one in clauses if noun in one.tokens and one.finite is not None), None)
        said_to_be = finite is not None and finite < noun and self._draft.words[finite].lemma in _BEING
        return article in _INDEFINITE and not joined and not said_to_be

    def is_another(self, name: str, noun: str) -> bool:
        """Whether a person has another part in court than a noun names: `Staatsanwalt Keller` is no `Verteidiger`."""
        own = next((one.role for one in self._names if one.name == name), "").lower()
        same = bears(own, noun) or own in {one.lower() for one in gazetteer.introduced_as(noun)}
        return own.endswith(_IN_COURT) and noun.lower().endswith(_IN_COURT) and not same

    def _is_reported(self, token: int) -> bool:
        """Whether a token stands in a clause in the subjunctive: somebody's words, who is not named in them."""
        colon = verdict(self._draft, self._draft.sentence_of(token))
        if colon is not None and token > colon:
            return True
        clause = next((one for one in self._draft.clauses[self._draft.sentence_of(token)] if token in one.tokens), None)
        if clause is None or clause.finite is None:
            return False
        features = self._draft.words[clause.finite].features
        alone = (
            sum(one.kind in {"main", "verb-first"} for one in self._draft.clauses[self._draft.sentence_of(token)]) == 1
        )
        wish = clause.kind == "main" and alone and features.get("Tense") == "Past" and features.get("Number") == "Sing"
        return features.get("Mood") == "Sub" and not wish  # `Ihre Agentin hätte sich mehr gewünscht`

    def _topic(self, sentence: int, found: Sequence[Name]) -> str | None:
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


def _sex_of(article: str) -> str:
    """`eine` can only stand before a woman, `ein` hardly; `einem` and `einer` tell by themselves."""
    return {"ein": "m", "einem": "m", "eine": "f", "einer": "f"}.get(article, "")


def _may_be(name: Name, sex: str) -> bool:
    """Whether a pronoun of this sex can mean the name: a person of that sex, or one of unknown sex."""
    return name.kind == "person" and name.gender in {sex, ""}


def bears(role: str, noun: str) -> bool:
    """Whether somebody with a role may be called by a noun; a `Staatsanwalt` is no `Anwalt`."""
    role, noun = role.lower(), noun.lower()
    return role.endswith(noun) and not (
        noun in _ADVOCATES and role.endswith(tuple(f"staats{one}" for one in _ADVOCATES))
    )


def is_party(noun: str) -> bool:
    """`Angeklagter`, `Beschuldigte`: who stands before a court."""
    return noun.lower().removesuffix("r").endswith(_PARTIES)


def is_office(noun: str) -> bool:
    """`Bundeskanzler`, `Sprecherin`, `Vater`: means a person only if the text gives that person this role."""
    known = gazetteer.role(noun)
    return noun in column("offices.tsv") or (known is not None and known[0] in column("offices.tsv"))
