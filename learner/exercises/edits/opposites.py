"""Opposites: one word is exchanged for its opposite in the same form (`stieg`, `sank`), where nothing is denied."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from learner.exercises import extent
from learner.exercises.chunks import chunks
from learner.exercises.edits.edit import Edit, told_with
from learner.exercises.material import Material
from learner.exercises.statement import Statement
from learner.exercises.wordlists import table, words
from learner.language.clauses import Clause, clauses
from learner.language.tables import column
from learner.lexicon.lexeme import Verb
from learner.lexicon.wordclasses import wordclass

_NEVER = frozenset({"ART", "$.", "$,", "$(", "KON", "KOUS", "PPER", "PRELS", "PRF", "NE", "CARD"})  # in no row
_COPULAS = wordclass("verbs.linking")
_ENDINGS = ("e", "en", "er", "es", "em")
_BESIDE = wordclass("adverbs.beside-opposites")
_RESTRICTING = wordclass("prepositions.restricting")  # `in kleineren Mengen`: says when it holds, not what
_DEFINITE = wordclass("determiners.definite")
_SOME = wordclass("pronouns.of-some")
_DENYING = wordclass("adverbs.denying", "adverbs.nearly-denying")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A row of the table: kind, word, opposite, word beginnings that must and words that must not stand beside it."""

    kind: str
    word: str
    opposite: str
    wanted: tuple[str, ...]
    unwanted: frozenset[str]

    def fits(self, forms: list[str]) -> bool:
        """Whether the words of the clause allow the exchange."""
        if self.wanted and not any(self.wanted_by(form) for form in forms):
            return False
        return not self.unwanted & set(forms)

    def wanted_by(self, form: str) -> bool:
        """Whether a word is one of those that must stand there; of compounds the head counts."""
        return any(form.startswith(start) or (len(start) > 3 and start in form) for start in self.wanted)


@cache
def _pairs() -> tuple[_Pair, ...]:
    rows = (row + ("",) * (5 - len(row)) for row in table("opposites.tsv"))
    return tuple(
        _Pair(kind, word, opposite, tuple(wanted.split()), frozenset(unwanted.split()))
        for kind, word, opposite, wanted, unwanted in rows
    )


def opposites(material: Material, statement: Statement) -> Iterator[Edit]:
    """The statement with one word exchanged for its opposite."""
    found = clauses(material.analysis, statement.sentence)
    for place, token in enumerate(statement.tokens):
        if material.analysis.words[token].tag in _NEVER:
            continue
        clause = next((one for one in found if token in one.tokens), None)
        if (
            clause is None
            or not _is_asserted(material, clause)
            or _is_meant(material, clause)
            or _is_of_some(material, clause)
            or _is_limited(material, statement, place)
        ):
            continue
        for pair in _pairs_for(material, token):
            for changed, said in _exchanged(material, statement, clause, token, pair):
                if not told_with(material, statement, said):
                    yield Edit(changed, "opposite", said, material.analysis.form(token))


def _pairs_for(material: Material, token: int) -> list[_Pair]:
    """The pairs whose word the token can be a form of, in the order of the table."""
    form = material.analysis.form(token)
    stems = {form.removesuffix(ending) for ending in _ENDINGS}
    found = stems | {form, material.analysis.words[token].lemma}
    numbers = sorted(number for word in found for number in _numbers().get(word, ()))
    return [_pairs()[number] for number in numbers]


@cache
def _numbers() -> dict[str, list[int]]:
    """Where the pairs of each word stand in the table."""
    numbers: dict[str, list[int]] = {}
    for number, pair in enumerate(_pairs()):
        numbers.setdefault(pair.word, []).append(number)
    return numbers


def _is_asserted(material: Material, clause: Clause) -> bool:
    """Whether what the clause says is claimed: not what is asked, conditional, or denied."""
    forms = {material.analysis.form(token).lower() for token in clause.tokens}
    denied = forms & _DENYING or any(form.startswith("kein") for form in forms)
    opener = material.analysis.form(clause.start_token).lower()
    return not denied and (clause.kind == "main" or (clause.kind == "verb-last" and opener == "dass"))


def _is_meant(material: Material, clause: Clause) -> bool:
    """`Die Hülle soll die Laufzeit verlängern`: nobody means the opposite."""
    return clause.finite is not None and material.analysis.words[clause.finite].lemma == "sollen"


def _is_of_some(material: Material, clause: Clause) -> bool:
    """`Für manche Geschäfte ist die Lage schwierig`: for others it may be easy; not `seit einigen Jahren`."""
    return any(
        material.analysis.form(token).lower() in _SOME
        and material.analysis.words[token + 1].lemma not in column("times.tsv")
        for token in clause.tokens[:-1]
    )


def _is_limited(material: Material, statement: Statement, place: int) -> bool:
    """Whether the word is part of a pair or a phrase (`mehr oder weniger`, `je größer`, `so groß wie`) or of a name."""
    token = statement.tokens[place]
    before = material.analysis.form(statement.tokens[place - 1]).lower() if place else ""
    after = material.analysis.form(statement.tokens[place + 1]).lower() if place + 1 < len(statement.tokens) else ""
    restricts = before in _RESTRICTING and material.analysis.words[token].tag == "ADJ(A)"
    return restricts or extent.in_name(material.analysis, token) or bool({before, after} & _BESIDE)


def _exchanged(
    material: Material, statement: Statement, clause: Clause, token: int, pair: _Pair
) -> Iterator[tuple[Statement, str]]:
    change = _CHANGES[pair.kind]
    instead = change(material, clause, token, pair)
    if instead:
        forms = [material.analysis.form(one).lower() for one in clause.tokens]
        if (pair.wanted[:1] in {("@events",), ("@verdicts",)} or pair.fits(forms)) and _is_alone(
            material, statement, instead
        ):
            yield statement.writing(instead), " ".join(instead.values())


def _is_alone(material: Material, statement: Statement, instead: dict[int, str]) -> bool:
    """Whether neither the opposite nor the word itself stands in the statement once more."""
    forms = [material.analysis.form(token).lower() for token in statement.tokens]
    said = {form.lower() for form in instead.values()}
    return not said & set(forms) and all(forms.count(material.analysis.form(token).lower()) == 1 for token in instead)


def _noun(material: Material, _: Clause, token: int, pair: _Pair) -> dict[int, str]:
    fits = material.analysis.form(token) == pair.word and material.analysis.words[token].tag == "NN"
    return {token: pair.opposite} if fits else {}


def _adjective(material: Material, clause: Clause, token: int, pair: _Pair) -> dict[int, str]:
    """Attributive with the same ending; predicative behind sein, werden, bleiben at the clause's end."""
    form, tag = material.analysis.form(token), material.analysis.words[token].tag
    ending = form.removeprefix(pair.word)
    measured = material.analysis.form(token - 1) in words("measures.txt")
    attribute = pair.kind == "adjective" and form == pair.word + ending and ending in _ENDINGS
    if attribute and tag == "ADJ(A)" and not measured and not _picks_out(material, token):
        return {token: pair.opposite + ending}
    if form == pair.word and tag == "ADJ(D)" and _is_predicate(material, clause, token):
        return {token: {"teur": "teuer", "hoh": "hoch"}.get(pair.opposite, pair.opposite)}
    return {}


def _picks_out(material: Material, token: int) -> bool:
    """`die kleine Ausstellung`: which one is told of; `die große` would be no false claim but another thing."""
    while token and material.analysis.words[token].tag == "ADJ(A)":
        token -= 1
    return material.analysis.form(token).lower() in _DEFINITE


def _is_predicate(material: Material, clause: Clause, token: int) -> bool:
    """Whether the adjective is what the verb says: `ist … größer (als …)`."""
    if clause.finite is None or material.analysis.words[clause.finite].lemma not in _COPULAS:
        return False
    before, after = material.analysis.words[token - 1], material.analysis.words[token + 1]
    compared = after.tag == "KOKOM" or material.analysis.form(token).endswith("er")
    if compared:
        return after.tag == "KOKOM" and material.analysis.form(token + 1) == "als"
    return before.tag != "ADV" and (after.tag in {"$.", "$,"} or after.lemma in _COPULAS)


def _preposition(material: Material, clause: Clause, token: int, pair: _Pair) -> dict[int, str]:
    """The same case behind it, and a noun or verb beside it with which both make sense."""
    if material.analysis.form(token) != pair.word or material.analysis.words[token].tag != "APPR":
        return {}
    if pair.wanted == ("@events",) and not (_is_over(material, clause) and _governs_event(material, clause, token)):
        return {}
    if pair.word in {"innerhalb", "außerhalb"} and _governs_time(material, token):
        return {}
    lemmas = {material.analysis.words[one].lemma for one in clause.tokens}
    if pair.wanted == ("@verdicts",) and not lemmas & words("verdicts.txt"):
        return {}
    return {token: pair.opposite}


def _is_over(material: Material, clause: Clause) -> bool:
    """Whether the past is told of: `steht nach der Wahl bevor` with `vor` would be muddled."""
    if clause.finite is None:
        return False
    finite = material.analysis.words[clause.finite]
    perfect = finite.lemma in {"haben", "sein"} and any(
        material.analysis.words[token].tag.endswith("(PP)") for token in clause.tokens
    )
    return perfect or finite.features.get("Tense") == "Past"


def _governs_event(material: Material, clause: Clause, token: int) -> bool:
    behind = [one for one in clause.tokens if one >= token]
    piece = chunks(material, extent.sentence_of(material.analysis, token), behind)[0]
    if piece.phrase is None or piece.phrase.determiner is None:
        return False
    determiner, before = material.analysis.form(piece.phrase.determiner), material.analysis.words[token - 1].tag
    governed = {material.analysis.words[one].lemma for one in clause.tokens} & words("governing.txt")
    free = before not in {"NN", "NNA", "ADJ(D)", "ADJ(A)"} and not governed
    return (
        free
        and determiner in {"dem", "der", "den"}
        and material.analysis.form(piece.phrase.head) in words("events.txt")
    )


def _governs_time(material: Material, token: int) -> bool:
    """`innerhalb kurzer Zeit`, `innerhalb von drei Tagen`."""
    behind = material.analysis.words[token + 1 : token + 5]
    return any(word.lemma in column("times.tsv") or word.tag == "CARD" for word in behind)


def _verb(material: Material, clause: Clause, token: int, pair: _Pair) -> dict[int, str]:
    """The same form of the other verb, its particle in the particle's place."""
    word = material.analysis.words[token]
    if word.lemma != pair.word or word.pos not in {"VERB", "AUX"} or word.head is not None:
        return {}
    mine, other = (material.lexicon.lookup(lemma, "VERB") for lemma in (pair.word, pair.opposite))
    if mine is None or other is None or mine.verb is None or other.verb is None:
        return {}
    particle = next((one for one in clause.tokens if material.analysis.words[one].head == token), None)
    if particle is not None and not other.verb.particle:
        return {}
    if _attributes(material, token) or _goes_from_to(material, clause):
        return {}
    form = _form(
        pair.opposite, other.verb, word.tag, word.features, split=particle is not None or _stands_first(clause, token)
    )
    if not form or mine.verb.auxiliaries != other.verb.auxiliaries:
        return {}
    return {token: form} | ({particle: other.verb.particle} if particle is not None else {})


def _attributes(material: Material, token: int) -> bool:
    """Whether the verb says that somebody says something (`…, lobte sie`): its opposite would not fit the words."""
    span = material.analysis.article.tokens[token]
    return any(quote.cue and quote.cue.start <= span.start < quote.cue.end for quote in material.analysis.quotes)


def _goes_from_to(material: Material, clause: Clause) -> bool:
    """`von 18 auf 31`: the numbers themselves tell the direction."""
    forms = {material.analysis.form(one).lower() for one in clause.tokens}
    return {"von", "auf"} <= forms


def _stands_first(clause: Clause, token: int) -> bool:
    return clause.kind == "main" and clause.finite == token


def _form(lemma: str, verb: Verb, tag: str, features: dict[str, str], *, split: bool) -> str:
    """The verb in the form of another: infinitive, participle, third person of present or preterite."""
    if tag == "VV(INF)":
        return lemma
    if tag == "VV(PP)":
        return verb.participle
    if tag != "VV(FIN)" or (split and verb.particle):
        return ""
    wanted = tuple(features.get(name, "") for name in ("Mood", "Tense", "Person", "Number"))
    found = _third_person(lemma, verb).get(wanted, "")
    return found if split or not found else verb.particle + found


def _third_person(lemma: str, verb: Verb) -> dict[tuple[str, ...], str]:
    """The third person of the indicative without its particle, by mood, tense, person and number."""
    past = verb.preterite.partition(" ")[0]
    return {
        ("Ind", "Pres", "3", "Sing"): verb.third.partition(" ")[0],
        ("Ind", "Pres", "3", "Plur"): lemma.removeprefix(verb.particle),
        ("Ind", "Past", "3", "Sing"): past,
        ("Ind", "Past", "3", "Plur"): past + ("n" if past.endswith("e") else "en"),
    }


_CHANGES: dict[str, Callable[[Material, Clause, int, _Pair], dict[int, str]]] = {
    "verb": _verb,
    "adjective": _adjective,
    "predicate": _adjective,
    "noun": _noun,
    "preposition": _preposition,
}
