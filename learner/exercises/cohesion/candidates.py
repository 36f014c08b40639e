"""The nouns a pronoun could stand for: with the genders their form and phrase can have, a plural as `p`.

Whatever leaves it open (a name of unknown sex, `viele`, `die Stadt und der Kreis`) counts as one that could be meant.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from learner.exercises import extent
from learner.exercises.cohesion.antecedents import NOUNS
from learner.exercises.extent import in_name
from learner.exercises.kinds import kind_of
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.pronouns import genders
from learner.exercises.questions.nouns import is_institution
from learner.exercises.wordlists import grammar_words, words
from learner.language import gazetteer
from learner.language.agreement import NounPhrase, allowed, phrase_sources
from learner.language.clauses import clause_of
from learner.language.dates import is_year
from learner.language.declension import Reading
from learner.language.segments import QUOTATION_MARKS
from learner.language.tables import column
from learner.language.wordbook import wordbook
from learner.lexicon.wordclasses import wordclass, wordmap

_PRONOUNS = frozenset({"PIS", "PDS", "PPOSS", "PWS"})
_JOINING = wordclass("conjunctions.coordinating") - {"aber", "denn", "doch"}
_SUBSTITUTES = wordmap("pronouns.can-be-taken-up")
_TAKEN_UP = wordclass("pronouns.pointing-to-nouns")
_BETWEEN = frozenset({"ADJ(A)", "ADJ(D)", "ADV", "CARD", "TRUNC", "KON", "$,", "PIAT"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun, or what else a pronoun could take up; `genders` are those of `mfn` and `p` it can have."""

    token: int
    lemma: str
    genders: str
    phrase: NounPhrase | None = None

    def fits(self, wanted: str) -> bool:
        """Whether a pronoun of these genders could take it up."""
        return bool(set(self.genders) & set(wanted))


@lru_cache(maxsize=512)
def candidates(material: Material, sentence: int, *, whole: bool = False) -> tuple[Candidate, ...]:
    """Everything in a sentence that a pronoun could stand for, in its order.

    `whole` keeps measures, predicates and parts of adverbs, which a relative pronoun takes up as well.
    """
    return tuple(sorted(_found(material, sentence, whole=whole), key=lambda one: one.token))


def _found(material: Material, sentence: int, *, whole: bool) -> Iterator[Candidate]:
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    phrases = {phrase.head: phrase for phrase in noun_phrases(material, sentence)}
    for token in tokens:
        word = material.analysis.words[token]
        if word.tag in NOUNS:
            if _is_of_name(material, token) or _is_of_town(material, token):
                continue
            phrase = phrases.get(token)
            if phrase is not None and not whole and _is_nothing(material, sentence, phrase):
                continue
            yield Candidate(token, word.lemma, _genders(material, token, phrase), phrase)
        elif word.tag == "PDS" and material.analysis.form(token).lower() in _TAKEN_UP:
            continue  # points to a noun itself
        elif word.tag in _PRONOUNS or _lacks_noun(material, token):
            form = material.analysis.form(token).lower()
            yield Candidate(token, form, _SUBSTITUTES.get(form) or _by_ending(form, word.tag))
    yield from (Candidate(token, "und", "p") for token in tokens if _joins(material, tokens, token))


def _is_of_name(material: Material, token: int) -> bool:
    """`die Universität Hallbergen`: a noun right behind an institution is its name."""
    before = material.analysis.words[token - 1] if token else None
    return before is not None and before.tag == "NN" and is_institution(before.lemma)


def _is_of_town(material: Material, token: int) -> bool:
    """`im Linzer Landhaus`: no inhabitant, but an adjective that does not change."""
    form, behind = material.analysis.form(token), material.analysis.words[token + 1 : token + 2]
    town = gazetteer.match([form.removesuffix("er")]) if form.endswith("er") else None
    return town is not None and town.kind == "place" and any(word.tag == "NN" for word in behind)


def _is_nothing(material: Material, sentence: int, phrase: NounPhrase) -> bool:
    """Whether a noun names nothing apart that could be taken up."""
    if _is_adverbial(material, phrase) or _is_measure(material, phrase.head):
        return True
    before = material.analysis.words[phrase.tokens[0] - 1] if phrase.tokens[0] else None
    bare_as = before is not None and before.tag == "KOKOM" and before.lemma == "als" and len(phrase.tokens) == 1
    return bare_as or _is_predicate(material, sentence, phrase)


def _is_predicate(material: Material, sentence: int, phrase: NounPhrase) -> bool:
    """`Die Schalung ist eine Wand`: what a subject before it is called."""
    clause = clause_of(material.analysis, sentence, phrase.head)
    if clause is None or clause.finite is None or not _may_be_subject(phrase) or phrase.head < clause.finite:
        return False
    verbs = [material.analysis.words[token] for token in clause.tokens]
    if material.analysis.words[clause.finite].lemma not in {"sein", "bleiben"} or any(
        word.tag in {"VV(PP)", "VV(INF)", "VV(IZU)"} for word in verbs
    ):
        return False
    if material.analysis.words[phrase.tokens[0] - 1].tag in NOUNS:
        return False
    number = material.analysis.words[clause.finite].features.get("Number", "")
    others = (one for one in noun_phrases(material, sentence) if one.head in clause.tokens and one.head < clause.finite)
    fronted = (one for one in others if one.tokens[0] == clause.start_token)
    return any(_may_be_subject(one) and one.number == number for one in fronted)


def _by_ending(form: str, tag: str) -> str:
    """The genders an adjective or pronoun without its noun can have."""
    return "" if tag == "PWS" else {"s": "n", "e": "fp", "r": "mf", "m": "mn"}.get(form[-1:], "mfp")


def _is_adverbial(material: Material, phrase: NounPhrase) -> bool:
    """`in der Regel`, `im Grunde`, `seit Jahren`: no pronoun takes up what is part of an adverb."""
    lemma = material.analysis.words[phrase.head].lemma
    first = material.analysis.words[phrase.tokens[0]].tag
    if phrase.preposition is None and first != "APPRART":
        return False
    bare = len(phrase.tokens) == 1 or (first == "APPRART" and len(phrase.tokens) == 2)
    return kind(material, lemma) == "time" or (bare and lemma in wordclass("nouns.in-expressions"))


def _is_measure(material: Material, token: int) -> bool:
    """`5 Euro`, `drei Prozent`."""
    lemma = material.analysis.words[token].lemma
    counted = token > 0 and material.analysis.words[token - 1].tag == "CARD"
    return counted and (
        lemma in column("units.tsv")
        or lemma in wordclass("nouns.money", "nouns.large-numbers", "nouns.not-counted") | {"Prozent", "%", "Promille"}
    )


def _lacks_noun(material: Material, token: int) -> bool:
    """`die drei`, `zu den wenigen im Kollegium`: the noun is left out."""
    every = material.analysis.words
    behind = token + 1
    while behind < len(every) and (every[behind].tag in _BETWEEN or material.analysis.form(behind) in QUOTATION_MARKS):
        behind += 1
    followed = behind < len(every) and every[behind].tag in NOUNS
    if token and material.analysis.form(token - 1) == "am":  # `am leisesten`
        return False
    return (
        every[token].tag in {"ADJ(A)", "CARD", "PIAT"}
        and not followed
        and not any(map(str.isdigit, material.analysis.form(token)))
    )


def _joins(material: Material, tokens: range, token: int) -> bool:
    """Whether a conjunction or comma joins two nouns, which are several then."""
    if token - 1 not in tokens or token + 1 not in tokens or material.analysis.form(token).lower() not in _JOINING:
        return False
    if material.analysis.words[token - 1].tag not in NOUNS:
        return False
    behind = token + 1
    while behind in tokens and material.analysis.words[behind].tag in {
        "ART",
        "PPOSAT",
        "PIAT",
        "ADJ(A)",
        "CARD",
        "APPRART",
        "APPR",
    }:
        behind += 1
    return behind in tokens and material.analysis.words[behind].tag in NOUNS


def _genders(material: Material, token: int, phrase: NounPhrase | None) -> str:
    """What the noun can be; a body or a number of things can be several as well."""
    if phrase is None or in_name(material.analysis, token):
        return _of_name(material, token)
    if _is_behind_figure(material, phrase):
        return genders(material, token)
    if phrase.number == "Plur":
        return "p"
    lemma = material.analysis.words[token].lemma
    own = _of_phrase(material, phrase)
    if own == "p":
        return "p"
    found = set(own or _of_name(material, token))
    if len(own) != 1 and lemma in grammar_words("two-genders.txt"):
        found |= set("mfn") & _allowed(material, token)
    return "".join(sorted(found | set("p" if is_collective(lemma) else "")))


def _of_name(material: Material, token: int) -> str:
    """What a name or unknown noun can be by its article; neuter where it is a place (`in Wiggenmatt`)."""
    named = extent.in_person(material.analysis, token)
    strange = material.analysis.words[token].tag in {"NE", "FM"}
    if strange and not named and token and material.analysis.form(token - 1).lower() in {"in", "nach", "aus"}:
        return "n"
    found = set(genders(material, token))
    return "".join(sorted(found & _allowed(material, token) or found))


def _allowed(material: Material, token: int) -> set[str]:
    """The genders that article, adjectives and preposition let stand, whichever noun it is."""
    sentence = material.analysis.article.sentences[extent.sentence_of(material.analysis, token)]
    tokens = material.analysis.article.tokens_of(sentence)
    forms = [material.analysis.form(one) for one in tokens]
    found = allowed(forms, [material.analysis.words[one] for one in tokens], token - tokens.start)
    return {"p" if one.number == "Plur" else one.gender for one in found}


def _is_behind_figure(material: Material, phrase: NounPhrase) -> bool:
    """`das 1911 gegründete Unternehmen`: the article stands before a year, so that the phrase does not show it."""
    shown = (phrase.tokens[0] - 1, *phrase.tokens) if phrase.tokens[0] else phrase.tokens
    return any(is_year(material.analysis.form(one)) for one in shown)


def _of_phrase(material: Material, phrase: NounPhrase) -> str:
    """The genders that noun, article, adjectives, preposition and verb let stand; empty where they contradict."""
    sentence = extent.sentence_of(material.analysis, phrase.head)
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    forms = [material.analysis.form(token) for token in tokens]
    said = [material.analysis.words[token] for token in tokens]
    sources = phrase_sources(forms, said, phrase.head - tokens.start, wordbook(material.lexicon))
    left = frozenset[Reading].intersection(*sources) if sources else frozenset()
    if not phrase.number and _has_old_ending(material, phrase):
        left = frozenset(one for one in left if one.number == "Plur") or left
    number = phrase.number or _agreed(material, sentence, phrase)
    left = frozenset(one for one in left if number in {one.number, ""}) or left
    return "".join(sorted({"p" if one.number == "Plur" else one.gender for one in left}))


def _has_old_ending(material: Material, phrase: NounPhrase) -> bool:
    """`Geräte`, which in the singular would be an old dative (`im Grunde`)."""
    form = material.analysis.form(phrase.head)
    singular = [one for one in wordbook(material.lexicon).noun_readings(form) if one.number == "Sing"]
    return all(one.case == "Dat" and form == f"{one.lemma}e" for one in singular)


def _agreed(material: Material, sentence: int, phrase: NounPhrase) -> str:
    """The number of a bare noun that is the only possible subject of its clause (`Vermieter können …`)."""
    clause = clause_of(material.analysis, sentence, phrase.head)
    if clause is None or clause.finite is None or not clause.certain or not _may_be_subject(phrase):
        return ""
    tags = {material.analysis.words[token].tag for token in clause.tokens}
    others = [one for one in noun_phrases(material, sentence) if one != phrase and one.head in clause.tokens]
    if tags & {"PPER", "PRELS", "PIS", "PDS", "NE", "KON"} or any(map(_may_be_subject, others)):
        return ""
    return material.analysis.words[clause.finite].features.get("Number", "")


def _may_be_subject(phrase: NounPhrase) -> bool:
    return phrase.preposition is None and "Nom" in phrase.cases


def is_collective(lemma: str) -> bool:
    """Whether a noun in the singular may be taken up by a plural (`die Polizei … sie`, `ein Drittel … sie`)."""
    return is_institution(lemma) or lemma in words("groups.txt") | wordclass("nouns.masses", "nouns.collective")


def kind(material: Material, lemma: str) -> str:
    """What kind of thing a noun is; empty where the lexicon lacks it."""
    lexeme = wordbook(material.lexicon).lookup(lemma, "NOUN")
    return kind_of(lexeme) if lexeme is not None else ""
