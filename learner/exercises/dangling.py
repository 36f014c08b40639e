"""Pronouns for which nothing stands before them: `Am Donnerstag waren sie weg`, `werde er dem Rat vorschlagen`."""

from collections.abc import Sequence
from itertools import pairwise

from learner.exercises import extent
from learner.exercises.cohesion.anaphors import genders_of_sie
from learner.exercises.cohesion.antecedents import is_somebody
from learner.exercises.cohesion.reflexive import acts_beside
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.personal import means_person
from learner.exercises.pronouns import genders
from learner.exercises.questions.nouns import is_institution
from learner.exercises.wordlists import ordered, words
from learner.language.clauses import Clause, clause_of, clauses
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass, wordmap

_BESIDE_EMPTY_ES = wordclass("verbs.beside-empty-es")
_ANNOUNCED = wordclass("conjunctions.of-complements")
_WITH_MANNER = wordclass("verbs.empty-with-manner")
_BESIDE_WENN = wordclass("verbs.announcing-wenn")
_TOGETHER = wordclass("adverbs.together")
_NEAR = 8  # tokens before a clause
_GENDERS = wordmap("pronouns.antecedent")
_NOUNS = frozenset({"NN", "NE", "NNA", "NNI", "FM"})
_LACKING = wordclass("pronouns.lacking-nouns")
_DIMENSIONS = wordclass("adjectives.of-dimensions")
_EVERYBODY = wordclass("pronouns.binding")  # `wer klagt, vergisst, was er spart`


def speaks_for_itself(material: Material, tokens: Sequence[int]) -> bool:
    """Whether every pronoun of a quotation has a noun before it in the quotation that it can stand for."""
    return not any(dangles(material, tokens, token) for token in tokens)


def dangles(material: Material, tokens: Sequence[int], token: int) -> bool:
    """Whether what a pronoun stands for is not said before it, be it a noun or whoever the sentence is about."""
    lacking = _lacks_noun(material, token)
    opens = _is_first(material, tokens, token) or material.analysis.form(token)[0].islower()
    asked = wanted(material, token) if opens and not lacking else ""
    if not lacking and not asked:
        return False
    before = [one for one in tokens if one < token and not _is_only_said(material, one, token)]
    nouns = [one for one in before if can_be_meant(material, one)]
    if lacking:
        several = material.analysis.form(token) == "welche"
        return not any(_is_several(material, one) for one in nouns) if several else not nouns
    anybody = asked != "n" and any(_is_anybody(material, one) for one in before)  # `Man hört es nicht`: what
    return not anybody and not any(can_mean(material, token, one) for one in nouns)


def _is_first(material: Material, tokens: Sequence[int], token: int) -> bool:
    """Whether no word stands before it, but perhaps a quotation mark: a capital letter then says nothing."""
    return not any(material.analysis.form(one)[0].isalnum() for one in tokens if one < token)


def _is_only_said(material: Material, word: int, pronoun: int) -> bool:
    """`„Wer einen Weg sperrt, haftet“, sagt seine Anwältin`: of a thing in the quotation nothing outside goes on."""
    spans = material.analysis.article.tokens
    direct = (one for one in material.analysis.quotes if one.kind == "direct")
    said = any(one.start <= spans[word].start < one.end <= spans[pronoun].start for one in direct)
    named = material.analysis.words[word].tag in _NOUNS and is_person(material, word)
    return said and not named


def stands_for_somebody(material: Material, token: int) -> bool:
    """`er`, `sie`, `ihm`: in the first clause of a sentence it is nobody whom the clause names (`Kosten kann er …`)."""
    form = material.analysis.form(token)
    return form.islower() and form != "es" and material.analysis.words[token].tag == "PPER" and form in _GENDERS


def is_behind_opening_clause(material: Material, sentence: int, token: int) -> bool:
    """`Als der Gast die Halle verließ, schlug sie drei`: the hall is no subject; another thing may be meant."""
    if not stands_for_somebody(material, token) or material.analysis.form(token) not in {"er", "sie"}:
        return False
    found = clauses(material.analysis, sentence)
    main = clause_of(material.analysis, sentence, token)
    if (
        main is None
        or main.kind != "main"
        or main.finite != token - 1
        or main == found[0]
        or found[0].kind != "verb-last"
    ):
        return False
    meant = [one for one in found[0].tokens if can_mean(material, token, one)]
    acting = {one.head for one in noun_phrases(material, sentence) if one.cases == ("Nom",)}
    named = any(extent.in_person(material.analysis, one) for one in meant)
    again = any(material.analysis.form(one).lower() == material.analysis.form(token) for one in found[0].tokens)
    return not again and not named and acting.isdisjoint(meant)


def can_mean(material: Material, pronoun: int, noun: int) -> bool:
    """Whether a noun or name has a gender that the pronoun asks for, and is nobody who would be `sich` there."""
    if not can_be_meant(material, noun) or not set(genders(material, noun)) & set(wanted(material, pronoun)):
        return False
    if _acts_itself(material, pronoun, noun) or acts_beside(material, pronoun, noun) or _is_source(material, noun):
        return False
    apart = (_is_told_by_clause, _is_by_the_way, _is_relative_itself, _is_no_owner)
    if any(keeps_apart(material, pronoun, noun) for keeps_apart in apart):
        return False
    return is_person(material, noun) or not means_person(material, pronoun)


def _is_told_by_clause(material: Material, pronoun: int, noun: int) -> bool:
    """`kam zu dem Schluss, dass er …`: the clause says what the noun is, and tells of something else."""
    clause = clause_of(material.analysis, extent.sentence_of(material.analysis, pronoun), pronoun)
    behind = [material.analysis.form(token) for token in (noun + 1, noun + 2) if token < len(material.analysis.words)]
    return behind == [",", "dass"] and clause is not None and clause.start_token == noun + 2


def _is_by_the_way(material: Material, pronoun: int, noun: int) -> bool:
    """`Keller, der in dritter Generation ein Haus führt, hält sie für …`: a thing of a relative clause that is over."""
    if is_person(material, noun) or noun > pronoun:
        return False
    sentence = extent.sentence_of(material.analysis, pronoun)
    own, told = (clause_of(material.analysis, sentence, one) for one in (pronoun, noun))
    if own is None or told is None or told.kind != "verb-last" or own.start_token > told.start_token:
        return False
    return material.analysis.words[told.start_token].tag in {"PRELS", "PRELAT", "ART", "PDS"}


def _is_relative_itself(material: Material, pronoun: int, noun: int) -> bool:
    """`die Menge, in der Keller sie nutzte`: the relative pronoun stands for the noun, so this one does not."""
    clause = clause_of(material.analysis, extent.sentence_of(material.analysis, pronoun), pronoun)
    if clause is None or clause.kind != "verb-last" or noun != clause.start_token - 2:
        return False
    opening = [material.analysis.words[one].tag for one in clause.tokens[:2]]
    return opening[:1] == ["PRELS"] or opening == ["APPR", "PRELS"]


def _is_no_owner(material: Material, pronoun: int, noun: int) -> bool:
    """`Unter der Last des Schnees brachen ihre Kronen`, `Zusammen mit Ärzten hat ihr Team …`: whose, others tell."""
    if material.analysis.words[pronoun].tag != "PPOSAT" or not material.analysis.words[pronoun - 1].tag.endswith(
        "(FIN)"
    ):
        return False
    sentence = extent.sentence_of(material.analysis, pronoun)
    found = noun_phrases(material, sentence)
    owned = next((one for one in found if one.determiner == pronoun), None)
    ground = next((one for one in found if one.head == noun and one.preposition is not None), None)
    if owned is None or ground is None or ground.preposition is None or owned.preposition is not None:
        return False
    first = material.analysis.article.sentences[sentence].first
    beside = material.analysis.form(ground.preposition - 1).lower() in _TOGETHER if ground.preposition else False
    return beside or (ground.preposition == first and not is_person(material, noun))


def is_person(material: Material, token: int) -> bool:
    """Whether a noun or name can be a person: `nach eigenen Angaben`, `ihres Büros`, `Nationen` name nobody."""
    word = material.analysis.words[token]
    if word.tag == "NN":
        return is_somebody(material, word.lemma) and not is_institution(word.lemma)
    if word.tag == "NNA" and set(genders(material, token)) <= {"n"}:  # `im Dunkeln`
        return False
    return extent.in_person(material.analysis, token) or not extent.in_name(material.analysis, token)


def _acts_itself(material: Material, pronoun: int, noun: int) -> bool:
    """`Kruse hat versprochen, ihm zu helfen`: who is alone before an infinitive acts in it, and is not its object."""
    if material.analysis.words[pronoun].tag != "PPER" or noun > pronoun:
        return False
    sentence = extent.sentence_of(material.analysis, pronoun)
    own = clause_of(material.analysis, sentence, pronoun)
    if own is None or own.kind != "infinitive" or own.parent is None:
        return False
    above = clauses(material.analysis, sentence)[own.parent].tokens
    persons = [one for one in above if one < pronoun and (can_be_meant(material, one) or _is_pronoun(material, one))]
    return noun in above and all(behind - one == 1 for one, behind in pairwise(persons))


def _is_source(material: Material, noun: int) -> bool:
    """`Röhrs zufolge wurde sie …`: who says so would be `nach eigenen Angaben` of herself."""
    return noun + 1 < len(material.analysis.words) and material.analysis.form(noun + 1) == "zufolge"


def _is_pronoun(material: Material, token: int) -> bool:
    """Whether a word stands for somebody else in the clause (`Er bat sie, ihm zu helfen`)."""
    return material.analysis.words[token].tag in {"PPER", "PIS", "PDS"}


def _is_anybody(material: Material, token: int) -> bool:
    """`jeder`, `einer`, but no article (`eine Lawine`) nor `einer von ihnen`, `eine ihrer Reden` of somebody before."""
    if material.analysis.form(token).lower() not in _EVERYBODY or token + 1 == len(material.analysis.words):
        return False
    if token and material.analysis.words[token - 1].tag == "PTKNEG":
        return False  # `Nicht jeder in Moordorf teilt seine Begeisterung`
    tag = material.analysis.words[token + 1].tag
    return tag not in _NOUNS | {"ADJ(A)", "PPOSAT"} and material.analysis.form(token + 1) != "von"


def can_be_meant(material: Material, token: int) -> bool:
    """Whether it is a noun or name that a pronoun can stand for: not the month in `Im Februar … sein`, not `(CDU)`."""
    word = material.analysis.words[token]
    if token and material.analysis.form(token - 1) == "(":
        return False
    counted = column("times.tsv").union(words("measures.txt"), *ordered("calendar.txt"))
    return word.tag in _NOUNS and word.lemma not in counted


def _is_several(material: Material, noun: int) -> bool:
    """Whether a noun stands in the plural."""
    found = noun_phrases(material, extent.sentence_of(material.analysis, noun))
    return any(one.head == noun and one.number == "Plur" for one in found)


def _lacks_noun(material: Material, token: int) -> bool:
    """`Ich möchte einen, in dem …`, `fragt, ob es wieder welche gibt`."""
    if material.analysis.words[token].tag == "PIS" and _is_said_of(material, token):
        return True
    if material.analysis.words[token].tag != "PIS" or material.analysis.form(token) not in _LACKING:
        return False
    ends = token + 1 == len(material.analysis.words)
    if ends:
        return True
    some = material.analysis.form(token) == "welche" and material.analysis.words[token + 1].tag.startswith("V")
    return some or not material.analysis.form(token + 1)[0].isalnum()


def _is_said_of(material: Material, token: int) -> bool:
    """`wenn man selbst eine ist`: a what, another sentence says."""
    behind = material.analysis.words[token + 1 : token + 2]
    own = material.analysis.form(token) in {"eine", "einer"} and material.analysis.words[token - 1].tag != "KOUS"
    return own and any(word.tag == "VA(FIN)" and word.lemma == "sein" for word in behind)


def wanted(material: Material, token: int) -> str:
    """The genders of what a pronoun of the third person stands for; empty for other words."""
    form, tag = material.analysis.form(token).lower(), material.analysis.words[token].tag
    if tag == "PPOSAT" and form == "ihr" and set(genders(material, token + 1)) <= {"f", "p"}:
        return _GENDERS["ihr"]  # `mache ihr Sorgen`: its owner would be `ihre`
    if tag == "PPOSAT" and form.startswith(("sein", "ihr")):
        return _GENDERS["sein" if form.startswith("sein") else "ihre"]
    if tag != "PPER":
        return ""
    if form == "sie":
        return genders_of_sie(material, extent.sentence_of(material.analysis, token), token)
    if form == "es":
        number = extent.sentence_of(material.analysis, token)
        return "n" if means_a_thing(material, number, token) and not _holds_place(material, number, token) else ""
    return _GENDERS.get(form, "")


def means_a_thing(material: Material, sentence: int, token: int) -> bool:
    """Whether `es` stands beside a verb that is not used without a subject, and no clause says what it is."""
    clause = clause_of(material.analysis, sentence, token)
    if clause is None:
        return False
    verbs = {word.lemma for one in clause.tokens if (word := material.analysis.words[one]).tag.startswith("VV")}
    if not verbs and (_has(material, clause) or is_measured(material, sentence, token)):  # `Hat es eine Wirkung?`
        return True
    plain = not any(material.analysis.words[one].tag == "ADJ(D)" for one in clause.tokens)
    found_it = plain and bool(verbs & _WITH_MANNER)
    pointing = any(material.analysis.words[one].tag == "PROAV" for one in clause.tokens)
    if pointing and "ausgehen" in verbs:  # `Es geht davon aus, dass …`: an institute
        return True
    if not verbs or (verbs & _BESIDE_EMPTY_ES and not found_it):  # `findet es gut`, but `hat es gefunden`
        return False
    if pointing:  # `es führt dazu, dass …`
        return True
    found = clauses(material.analysis, sentence)
    own = found.index(clause)
    behind = (one for one in found if one.start_token > token and one.parent in {own, None})
    return not any(one.kind == "infinitive" or _opens(material, one.start_token) for one in behind)


def _holds_place(material: Material, sentence: int, token: int) -> bool:
    """`Es spielt ein Chor`: at the beginning `es` only keeps the place of what acts."""
    clause = clause_of(material.analysis, sentence, token)
    if clause is None or material.analysis.form(token) != "Es":
        return False
    phrases = [one for one in noun_phrases(material, sentence) if one.head in clause.tokens]
    return any(one.preposition is None and one.cases == ("Nom",) for one in phrases)


def _has(material: Material, clause: Clause) -> bool:
    """Whether its only verb is `haben`: who has something is no empty `es`."""
    words = [material.analysis.words[token] for token in clause.tokens]
    return [word.lemma for word in words if word.tag.startswith("V")] == ["haben"]


def is_measured(material: Material, sentence: int, token: int) -> bool:
    """`Es war 180 Quadratmeter groß`: in the clause stand a number, what it counts, and a dimension."""
    clause = clause_of(material.analysis, sentence, token)
    run = clause.tokens if clause else ()
    return any(
        [material.analysis.words[one].tag for one in three] == ["CARD", "NN", "ADJ(D)"]
        and material.analysis.form(three[2]) in _DIMENSIONS
        for three in zip(run, run[1:], run[2:], strict=False)
    )


def _opens(material: Material, token: int) -> bool:
    """Whether a clause begins here that `es` can announce (`dass`, `wer`); `wenn` beside some verbs only."""
    form = material.analysis.form(token).lower()
    before = material.analysis.words[max(token - _NEAR, 0) : token]
    return form in _ANNOUNCED or (form == "wenn" and any(word.lemma in _BESIDE_WENN for word in before))
