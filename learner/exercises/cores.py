"""The main clauses of an article that can stand without the clauses around them: short statements to ask about."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from learner.exercises import extent
from learner.exercises.additions import without_addition
from learner.exercises.authors import tells_of_author
from learner.exercises.correct import is_correct
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.reference import resolved
from learner.exercises.statement import Statement
from learner.exercises.statements import begins_badly, is_plain, is_prose, is_told, without_brackets
from learner.exercises.torn import is_torn
from learner.exercises.whole_clauses import has_bracket, is_subjunctive, is_whole
from learner.exercises.wordlists import words
from learner.language.clauses import Clause, clauses
from learner.language.segments import INFINITIVES, PARTICIPLES
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_COMPLEMENTS = wordclass("conjunctions.of-complements")
_INDEPENDENT = frozenset({"main", "verb-first", "fragment"})
_PURPOSE = wordclass("conjunctions.of-infinitives")
_ASKING = frozenset({"PWAT", "PWS"})
_RELATIVE = frozenset({"PRELS", "PRELAT", "ART", "PDS", "APPR", "PWAV"})
_JOINING = wordclass("conjunctions.joining-main")
_SUBJECTS = wordclass("pronouns.subjects")


@lru_cache(maxsize=2)
def cores(material: Material) -> tuple[Statement, ...]:
    """One statement per sentence whose first main clause says something of its own, in the order of the article."""
    found = (resolved(material, statement) for statement in _plain(material))
    return tuple(one for one in found if one is not None)


@lru_cache(maxsize=2)
def askable(material: Material) -> tuple[Statement, ...]:
    """The statements and, where only `Deshalb` or the like stood in front, what is left, beginning with its verb."""
    found = (resolved(material, statement, opened=True) for statement in _plain(material))
    return tuple(one for one in found if one is not None)


@lru_cache(maxsize=2)
def _plain(material: Material) -> tuple[Statement, ...]:
    """The first main clauses that are plain, as they stand."""
    found = (_core(material, number) for number in range(len(material.analysis.article.sentences)))
    return tuple(one for one in found if one is not None)


def _core(material: Material, number: int) -> Statement | None:
    article = material.analysis.article
    sentence = article.sentences[number]
    paragraph = article.slice(article.paragraphs[sentence.paragraph])
    if not material.is_running(number) or not is_prose(paragraph) or not is_told(material, number):
        return None
    if tells_of_author(material, number) or not is_correct(material, number):
        return None
    tokens = _kept(material, number, clauses(material.analysis, number))
    if tokens is None or begins_badly(material, number) or not _keeps_speaker(material, number, tokens):
        return None
    if _announces(material, tokens):
        return None
    statement = without_brackets(material, Statement(number, tokens))
    if is_torn(material, statement):
        return None
    return statement if is_plain(material, statement, fewest=5) else None


def _announces(material: Material, tokens: Sequence[int]) -> bool:
    """`Nach der Sitzung steht fest: Das Bad bleibt offen`: what stands behind the colon is a part of it."""
    return any(material.analysis.form(token + 1) == ":" for token in tokens)


def _kept(material: Material, number: int, found: Sequence[Clause]) -> tuple[int, ...] | None:
    """The tokens of the main clause, its complements and the full stop; None where more would be lost than said."""
    all_of_it = found
    main, found = without_addition(material, found)
    if main is None or not is_whole(material, main):
        return None
    place = found.index(main)
    if any(not _can_go(material, clause) for clause in found[:place]):
        return None
    kept = _first_of_two(material, main) if place + 1 == len(found) else list(main.tokens)
    inside = {place}
    for other, clause in enumerate(found[place + 1 :], place + 1):
        if clause.kind == "main" and _is_second(material, main, clause):
            break
        depends = clause.parent in inside or _resumes_before(main, found, clause)
        if _is_complement(material, main, clause) or (depends and _belongs(material, clause)):
            if not depends or not clause.certain:
                return None
            kept += clause.tokens
            inside.add(other)
        elif _adds_deed(material, main, clause):
            continue
        elif (depends or clause.parent is None or clause.kind in _INDEPENDENT) and not _can_go(material, clause):
            return None
        elif clause.parent in inside - {place} and material.analysis.form(clause.start_token) == "ohne":
            return None  # `warf ihm vor, er habe entschieden, ohne einen Arzt anzuhören`
    tokens = _with_commas(material, number, _without_apposition(material, main, sorted(kept)), found)
    alone = len(found) == 1 and found is all_of_it  # `können Freiheitsstrafen, der Entzug …` has lost its infinitive
    return tokens if alone or has_bracket(material, main) else None


def _resumes_before(main: Clause, found: Sequence[Clause], clause: Clause) -> bool:
    """Whether the main clause goes on between a clause and the one it is said to hang on: then it hangs on the main."""
    parent = found[clause.parent] if clause.parent is not None else None
    return parent is not None and any(parent.start_token < token < clause.start_token for token in main.tokens)


def _first_of_two(material: Material, main: Clause) -> list[int]:
    """`hat das Land besetzt und Truppen entsandt` without what `und` adds to the participle."""
    for token in main.tokens:
        bracket = material.analysis.words[token - 1].tag if token else ""
        if material.analysis.form(token) == "und" and bracket in INFINITIVES | PARTICIPLES and token - 1 in main.tokens:
            last = material.analysis.words[main.tokens[-1]].tag
            return [one for one in main.tokens if one < token] if last == bracket else list(main.tokens)
    return list(main.tokens)


def _keeps_speaker(material: Material, number: int, tokens: Sequence[int]) -> bool:
    """Whether reported speech keeps the words that say whose it is."""
    article = material.analysis.article
    sentence = article.sentences[number]
    spoken = [one for one in material.analysis.quotes if one.start < sentence.end and one.end > sentence.start]
    cues = [one.cue for one in spoken if one.cue]
    kept = frozenset(tokens)
    return all(token in kept for cue in cues for token in extent.tokens(material.analysis, cue.start, cue.end))


def _is_apposition(material: Material, between: range) -> bool:
    """Whether the tokens left out stand between two commas."""
    return all(material.analysis.form(token) == "," for token in (between[0], between[-1]))


def _without_apposition(material: Material, main: Clause, kept: list[int]) -> list[int]:
    """`Arkenau, Leiter der Abteilung, wird …` without what stands between the commas right before the verb."""
    assert main.finite is not None
    assert main.vorfeld is not None
    commas = [token for token in main.vorfeld if material.analysis.form(token) == ","]
    if (
        len(commas) != 2
        or commas[1] != main.finite - 1
        or any(token not in main.tokens for token in main.vorfeld if token not in commas)
    ):
        return kept
    return [token for token in kept if not commas[0] < token < commas[1]]


def _is_complement(material: Material, main: Clause, clause: Clause) -> bool:
    """`sagt, dass …`, `verspricht, … zu`, `sagt, es sei …`; not `…, danach müsste die Stadt zahlen`."""
    opener = material.analysis.form(clause.start_token).lower()
    if clause.kind == "infinitive":
        return opener not in _PURPOSE
    if clause.kind == "verb-last":
        return opener in _COMPLEMENTS or _asks(material, clause)
    return clause.kind == "main" and is_subjunctive(material, clause) and _opens_report(material, main)


def _asks(material: Material, clause: Clause) -> bool:
    """`…, in welcher Form sie helfen kann`: what is asked is what the verb is about."""
    tags = [material.analysis.words[token].tag for token in clause.tokens[:2]]
    return any(tag in _ASKING for tag in tags)


def _belongs(material: Material, clause: Clause) -> bool:
    """Whether what the clause depends on would say something else without it: which one is meant, on what condition."""
    if clause.kind != "verb-last" or not clause.certain or _can_go(material, clause):
        return False
    opener = material.analysis.words[clause.start_token]
    return opener.tag in {"PRELS", "PRELAT", "KOUS"} or opener.tag in _RELATIVE


def _is_second(material: Material, main: Clause, clause: Clause) -> bool:
    """Whether a main clause with a Vorfeld of its own begins here, and the first one says all it has to say alone."""
    if not clause.certain or clause.finite is None or clause.vorfeld is None or is_subjunctive(material, clause):
        return False
    if not set(clause.vorfeld) & set(clause.tokens) or main.finite is None:
        return False
    if material.analysis.words[clause.start_token].tag in _ASKING:
        return False  # `haben selbst entschieden, was sie lernen`
    forms = {material.analysis.form(token).lower() for token in main.tokens}
    return not _may_announce(material, main) and not forms & words("pairing.txt")


def _adds_deed(material: Material, main: Clause, clause: Clause) -> bool:
    """`Sattig verkaufte sein Haus, behielt aber …`: what the subject does besides, in the same tense and number."""
    if clause.kind != "verb-first" or clause.finite != clause.start_token or main.finite is None:
        return False
    features = [material.analysis.words[token].features for token in (main.finite, clause.finite)]
    same = (features[0].get(name) == features[1].get(name) for name in ("Mood", "Tense", "Number", "Person"))
    own = material.analysis.form(clause.finite + 1).lower() in _SUBJECTS  # `Denn hat ein Haus Fenster, verliert es …`
    return material.analysis.form(clause.finite - 1) == "," and all(same) and not own


def _may_announce(material: Material, main: Clause) -> bool:
    """Whether the second clause may be what somebody says or thinks; not where `vor neuen Schulden` says it already."""
    words_ = [material.analysis.words[token] for token in main.tokens]
    opens = _opens_report(material, main)
    pairs = zip(main.tokens, words_, strict=True)
    said = any(word.tag == "APPR" and token > (main.finite or token) for token, word in pairs)
    return opens and not (said and material.analysis.form(main.tokens[-1] + 1) == ",")


def _opens_report(material: Material, main: Clause) -> bool:
    """Whether a word of the clause is one of saying or thinking."""
    lemmas = {material.analysis.words[token].lemma for token in main.tokens}
    return not lemmas.isdisjoint(column("reporting.tsv") | words("opening_verbs.txt"))


def _can_go(material: Material, clause: Clause) -> bool:
    """Whether the main clause stays true without this one: a reason, a time, more about a person or a known thing."""
    opener = material.analysis.words[clause.start_token]
    form = material.analysis.form(clause.start_token).lower()
    if clause.kind == "main":
        certain = clause.certain or clause.finite == clause.start_token + 1
        return certain and opener.tag == "KON" and form in _JOINING
    if clause.kind == "infinitive":
        return form in _PURPOSE
    if clause.kind != "verb-last":
        return False
    return form in words("adverbial_openers.txt") or (opener.tag in _RELATIVE and _is_known(material, clause))


def _is_known(material: Material, clause: Clause) -> bool:
    """Whether the relative clause tells more about a name or a definite singular, and does not pick out which."""
    before = clause.start_token - 2
    if before < 0 or material.analysis.form(clause.start_token - 1) != ",":
        return False
    if material.analysis.words[before].tag == "NE":
        several = clause.finite is not None and material.analysis.words[clause.finite].features.get("Number") == "Plur"
        return not several  # `zu einer Handvoll Organisten in Deutschland, die das beherrschen`
    sentence = extent.sentence_of(material.analysis, before)
    phrase = next((one for one in noun_phrases(material, sentence) if one.head == before), None)
    return phrase is not None and phrase.number == "Sing" and phrase.determiner is not None and len(phrase.tokens) > 2


def _with_commas(
    material: Material, number: int, kept: Sequence[int], found: Sequence[Clause]
) -> tuple[int, ...] | None:
    """The kept tokens with the commas between neighbouring clauses; None where a phrase between commas is left."""
    starts = {clause.start_token for clause in found}
    whole: list[int] = [kept[0]]
    for before, token in pairwise(kept):
        between = range(before + 1, token)
        if len(between) == 1 and material.analysis.form(between[0]) in {"(", ")"}:
            whole.append(between[0])  # what stands in brackets is left out later
        elif len(between) == 1:
            if token not in starts or material.analysis.form(between[0]) != ",":
                return None
            whole.append(between[0])
        elif between and not any(start in between for start in starts) and not _is_apposition(material, between):
            return None
        whole.append(token)
    last = material.analysis.article.sentences[number].last - 1
    whole = [token for token in whole if token != last]
    return (*whole, last) if material.analysis.form(last) == "." else None
