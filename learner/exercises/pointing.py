"""Words by which a sentence points to the one before it: `Davon …`, `Das stammt …`, `Die andere war …`, `dort …`."""

from collections.abc import Iterator, Sequence

from learner.exercises.bare_das import is_bare_das, is_bare_dem
from learner.exercises.cohesion.antecedents import is_somebody
from learner.exercises.counting import (
    counts_of,
    ends_with_number,
    is_bare_number,
    is_behind_noun,
    is_share_of_something,
)
from learner.exercises.dangling import can_be_meant
from learner.exercises.material import Material
from learner.exercises.taken_as_told import takes_as_told
from learner.exercises.then_and_there import is_that_time, is_there, is_till_then
from learner.exercises.told_earlier import is_told_earlier
from learner.language.clauses import Clause, clause_of, clauses
from learner.lexicon.wordclasses import wordclass

_NOUNS = frozenset({"NN", "NNA", "NNI", "NE", "FM"})
_OF_PHRASES = _NOUNS | {"ADJ(A)", "ART", "PPOSAT", "PPER", "CARD"}
_NOW = wordclass("times.around-now")  # `in diesem Sommer`, but not `an diesem Abend`
_ONES = wordclass("pronouns.one-of-several")
_OCCASIONS = wordclass("nouns.occasions")
_CONTENT = wordclass("conjunctions.of-complements") - {"wo"} | {"wenn"}  # `…, wo er siegte` tells of a place
_PURPOSES = wordclass("conjunctions.of-infinitives")
_OPENING = frozenset({"PRELS", "PRELAT", "PWS", "PWAV", "KOUS"})
_OTHER = ("andere", "letztere", "erstere", "beide")


def points_outside(material: Material, sentence: int) -> bool:
    """Whether a word of the sentence stands for something that only the one before it tells."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    if len(tokens) > 1 and (ends_with_number(material, tokens) or _asks_how(material, tokens)):
        return True
    if len(tokens) > 1 and _adds_to_what_was_told(material, tokens):
        return True
    if takes_as_told(material, sentence) or is_told_earlier(material, tokens):
        return True
    if any(_points_anywhere(material, sentence, tokens, token) for token in tokens[:-1]):
        return True
    return any(_points_early(material, sentence, tokens, token) for token in first_clause(material, sentence))


def says_what(material: Material, clause: Clause, token: int) -> bool:
    """Whether a clause behind the word tells what it stands for (`dafür, dass …`, `dazu, … zu …`)."""
    opener = material.analysis.form(clause.start_token).lower()
    content = clause.kind == "infinitive" or (clause.kind == "verb-last" and opener in _CONTENT)
    return clause.start_token > token and content and opener not in _PURPOSES


def _points_anywhere(material: Material, sentence: int, tokens: range, token: int) -> bool:
    """Whether the word stands for something outside wherever it is in its sentence."""
    if _is_such(material, token) or _is_of_two(material, token) or _says_to_it(material, token):
        return True
    if _is_asked_for(material, sentence, token):
        return True
    if material.analysis.form(token) == "dort" and is_there(material, tokens, token):
        return True
    if token > tokens.start and (counts_of(material, token) or _joins_nothing_told(material, sentence, token)):
        return True
    summing = _stands_for_all(material, token) and _is_told_nothing(material, sentence, token)
    return summing or (lacks_noun(material, token) and not _is_behind_thing(material, tokens, token))


def _adds_to_what_was_told(material: Material, tokens: range) -> bool:
    """`Hinzu kommt …`, `Solche Erlebnisse …`, `Es war einer der …`, `heißt es dort`: to what was told before."""
    first, behind = material.analysis.form(tokens[0]), material.analysis.words[tokens[0] + 1].tag
    such = first in {"Solche", "Solch"} and behind in {"NN", "ADJ(A)"}
    forms = [material.analysis.form(token) for token in tokens]
    one_of = forms[:1] == ["Es"] and forms[2:4] in (["einer", "der"], ["eine", "der"], ["eines", "der"])
    there = ("heißt", "es", "dort") in zip(forms, forms[1:], forms[2:], strict=False)
    added = first == "Hinzu" and behind.endswith("(FIN)")
    return such or added or one_of or there or first in {"Demnach", "Stattdessen"}


def _points_early(material: Material, sentence: int, tokens: range, token: int) -> bool:
    """Whether the word does so in the first clause, before which nothing of the sentence could be meant."""
    return (
        _joins_thing(material, sentence, tokens, token)
        or _is_another(material, token)
        or is_there(material, tokens, token)
        or is_that_time(material, token)
        or _is_one_of_them(material, tokens, token)
        or _owns_nothing(material, token)
        or is_bare_number(material, tokens, token)
        or (is_share_of_something(material, token) and not is_behind_noun(material, tokens, token))
        or _is_of_those_two(material, token)
        or (token > tokens.start and is_till_then(material, token))
        or (lacks_noun(material, token) and not is_behind_noun(material, tokens, token))
    )


def sums_up(material: Material, sentence: int, tokens: Sequence[int]) -> bool:
    """Whether among the words stands a `das` for what was said before them."""
    return any(_stands_for_all(material, one) and _is_told_nothing(material, sentence, one) for one in tokens)


def first_clause(material: Material, sentence: int) -> list[int]:
    """The words up to the end of the first clause: what stands behind may point back to it."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    first = next(iter(clauses(material.analysis, sentence)), None)
    last = max(first.tokens) if first else tokens[-1]
    return [token for token in tokens if token <= last]


def _asks_how(material: Material, tokens: Sequence[int]) -> bool:
    """`Wie ungemütlich, zeigte sich …`: what is so, the sentence before says."""
    tags = [material.analysis.words[token].tag for token in tokens[:3]]
    return material.analysis.form(tokens[0]) == "Wie" and tags[1:] in (["ADJ(D)", "$,"], ["ADV", "$,"])


def _says_to_it(material: Material, token: int) -> bool:
    """`…, sagte Leeb dazu`: to what, the sentence before says."""
    start = material.analysis.article.tokens[token].start
    cues = [one.cue for one in material.analysis.quotes if one.cue]
    return material.analysis.form(token) == "dazu" and any(one.start <= start < one.end for one in cues)


def _is_asked_for(material: Material, sentence: int, token: int) -> bool:
    """`danach werde sie zu oft gefragt`: for what, another sentence says."""
    clause = clause_of(material.analysis, sentence, token)
    if material.analysis.form(token).lower() != "danach" or clause is None:
        return False
    asks = any(material.analysis.words[one].lemma in wordclass("verbs.asking") for one in clause.tokens)
    return asks and not any(says_what(material, one, token) for one in clauses(material.analysis, sentence))


def _is_of_two(material: Material, token: int) -> bool:
    """`dass sich Letzteres nicht ausschließen lässt`: one of two that were told."""
    behind = material.analysis.words[token + 1].tag if token + 1 < len(material.analysis.words) else ""
    named = material.analysis.form(token).startswith(("Letztere", "Erstere"))  # what stands at the beginning too
    return named and behind not in _NOUNS | {"ADJ(A)"}


def _stands_for_all(material: Material, token: int) -> bool:
    """`Das stammt …`, `soll diese …`, `in diesem Fall …`, but not `das, was …`, `dieses Jahr`."""
    if token + 1 == len(material.analysis.words):
        return False
    words = material.analysis.words
    tag, behind = words[token].tag, token + 1
    if material.analysis.form(token).lower() in {"ebendies", "ebendas"}:
        return True
    if tag == "PDAT":
        far = material.analysis.form(token).lower().startswith("jen")
        return words[behind].lemma not in _NOW and not (far and _says_which(material, behind))
    if is_bare_dem(material, token) or (tag == "ART" and is_bare_das(material, token)):
        return True
    return tag == "PDS" and not _is_told_by_clause(material, token)


def _says_which(material: Material, token: int) -> bool:
    """`zu jenen Plänen, auf die …`, `jener Teil der Stadt`: behind the noun stands which is meant."""
    words = material.analysis.words
    noun = next((one for one in range(token, len(words)) if words[one].pos == "NOUN"), len(words) - 1)
    return noun + 1 < len(words) and words[noun + 1].tag in {"$,", "ART", "APPR", "APPRART", "PPOSAT"}


def _is_told_by_clause(material: Material, token: int) -> bool:
    """`das, was …`, `das gemacht, was …`, but not `Das sei, sagt sie, …` nor `führt dieser reichlich, mehr als …`."""
    words = material.analysis.words
    reach = 1 if material.analysis.form(token).lower().startswith("dies") else 2
    near = range(token + 1, min(token + 1 + reach, len(words) - 2))
    commas = [one for one in near if material.analysis.form(one) == ","]
    return any(
        _opens_content(material, comma + 1) or (words[comma + 1].tag == "APPR" and words[comma + 2].tag in _OPENING)
        for comma in commas
    )


def _opens_content(material: Material, token: int) -> bool:
    """Whether a clause begins that can say what `das` is; `Möglich wird das, weil …` gives a reason only."""
    tag = material.analysis.words[token].tag
    return tag in _OPENING and (tag != "KOUS" or material.analysis.form(token) in _CONTENT)


def _joins_thing(material: Material, sentence: int, tokens: range, token: int) -> bool:
    """`Davon …`, `dazu …` with no clause behind it that says what; `, darunter …` is of what is told."""
    form = material.analysis.form(token).lower()
    if form not in wordclass("adverbs.standing-for-things") or token + 1 == tokens.stop:
        return False
    found = clauses(material.analysis, sentence)
    if token == tokens.start:  # `Dazu, dass …`, `Damit du weißt, …`, but `Darauf, so der Pianist, …`
        said = material.analysis.form(token + 1) == "," and any(says_what(material, one, token) for one in found)
        return not said and found[0].kind != "verb-last"
    if material.analysis.form(token - 1) == "," or material.analysis.form(token + 1) == "sein":  # `dabei sein`
        return False
    told = (one for one in found if one.parent is not None and token in found[one.parent].tokens)
    return found[0].kind != "main" or not any(says_what(material, one, token) for one in told)


def _joins_nothing_told(material: Material, sentence: int, token: int) -> bool:
    """`Sie ist gefragt worden, ob sie daran mitarbeite`: no thing is named before, and no clause tells what."""
    if material.analysis.form(token) not in wordclass("adverbs.standing-for-things"):
        return False
    found = clauses(material.analysis, sentence)
    own = next((clause for clause in found if token in clause.tokens), None)
    if own is None or own.parent is None or any(says_what(material, one, token) for one in found):
        return False
    before = (one for one in found if one.start_token <= own.start_token)
    return _is_told_nothing(material, sentence, token) and not any(_names_thing(material, one, token) for one in before)


def _is_told_nothing(material: Material, sentence: int, token: int) -> bool:
    """Whether all clauses that begin before the one of the token are those it depends on."""
    found = clauses(material.analysis, sentence)
    own = next((clause for clause in found if token in clause.tokens), None)
    if own is None:
        return token in first_clause(material, sentence)
    return all(one in _above(own, found) for one in found if one.start_token < own.start_token)


def _above(clause: Clause, found: Sequence[Clause]) -> Iterator[Clause]:
    """A clause and those it depends on."""
    yield clause
    if clause.parent is not None:
        yield from _above(found[clause.parent], found)


def _names_thing(material: Material, clause: Clause, token: int) -> bool:
    """Whether a noun that is nobody stands in the clause before the token."""
    named = (one for one in clause.tokens if one < token and can_be_meant(material, one))
    words = [material.analysis.words[one] for one in named]
    return any(word.tag == "NN" and not is_somebody(material, word.lemma) for word in words)


def _is_such(material: Material, token: int) -> bool:
    """`Ein solches müsse …`: a word for what was told before; not `solche, die …`."""
    if not material.analysis.form(token).lower().startswith("solche"):
        return False
    as_such = token > 0 and material.analysis.form(token - 1).lower() == "als"
    return not as_such and material.analysis.words[token + 1].tag not in _OF_PHRASES | {"$,"}


def _is_one_of_them(material: Material, tokens: Sequence[int], token: int) -> bool:
    """`In einem fehlten 22 Gramm`: one of what, the sentence before says; not `einer von ihnen`, `einer der Gäste`."""
    if material.analysis.words[token].tag != "PIS" or material.analysis.form(token) not in _ONES:
        return False
    behind = material.analysis.words[token + 1].tag if token + 1 < len(material.analysis.words) else ""
    return behind not in _OF_PHRASES | {"APPR", "$,"} and not is_behind_noun(material, tokens, token)


def _is_another(material: Material, token: int) -> bool:
    """`Die andere war:`, `Letzteres ist …`, `Beide sagten …`: a word for a noun that stands elsewhere."""
    form = material.analysis.form(token).lower()
    if not form.startswith(_OTHER) or token + 1 == len(material.analysis.words):
        return False
    behind = material.analysis.words[token + 1].tag
    if form.startswith("beide"):
        return behind not in _OF_PHRASES
    if form.startswith(("letztere", "erstere")):
        return behind not in _NOUNS | {"ADJ(A)"}
    return behind.startswith("V") or (behind.startswith("$") and form.startswith(("letzter", "erster")))


def lacks_noun(material: Material, token: int) -> bool:
    """`die sechs übrigen haben …`, `die jüngste, Mia Stubbe, …`, `Das in Brünau wurde …`: the noun stands elsewhere."""
    if _has_place_for_noun(material, token):
        return True
    tag, before = material.analysis.words[token].tag, material.analysis.words[token - 1].tag if token else ""
    attribute = tag == "ADJ(A)" or (tag == "ADJ(D)" and before == "ART")  # `In der höchsten können …`
    if not attribute or not material.analysis.form(token).islower():
        return False
    behind = material.analysis.words[token + 1] if token + 1 < len(material.analysis.words) else None
    against = behind is not None and behind.lemma in wordclass("adverbs.behind-named-alone")  # `Das fünfte hingegen …`
    named = [word.tag for word in material.analysis.words[token + 1 : token + 3]] in (
        ["$,", "NN"],
        ["$,", "NE"],
        ["$,", "ART"],
    )
    return behind is None or against or named or behind.tag.startswith(("V", "$.", "PTK"))


def _has_place_for_noun(material: Material, token: int) -> bool:
    """`Das in Brünau wurde …`: an article before a place and the verb."""
    tags = [word.tag for word in material.analysis.words[token : token + 4]]
    placed = tags[:1] in (["ART"], ["PDS"]) and tags[1:2] == ["APPR"] and tags[2:3] in (["NE"], ["NN"])
    return placed and tags[3:] != [] and tags[3].endswith("(FIN)")


def _is_behind_thing(material: Material, tokens: Sequence[int], token: int) -> bool:
    """Whether a noun that is nobody stands before the token (`Haddo verspricht, einen schwierigeren zu bringen`)."""
    found = (one for one in tokens if one < token and can_be_meant(material, one))
    things = (one for one in found if _is_noun(material, one))
    return any(not is_somebody(material, material.analysis.words[one].lemma) for one in things)


def _is_noun(material: Material, token: int) -> bool:
    word = material.analysis.words[token]
    return word.tag in {"NN", "NNI"} and word.lemma not in _OCCASIONS


def _owns_nothing(material: Material, token: int) -> bool:
    """`Ein Bauer hat seine in Vietnam gefunden`: whose what, the sentence before says."""
    tag = material.analysis.words[token].tag
    behind = material.analysis.words[token + 1].tag if token + 1 < len(material.analysis.words) else ""
    return tag == "PPOSS" or (tag == "PPOSAT" and behind.startswith(("APPR", "V", "$", "PTK")))


def _is_of_those_two(material: Material, token: int) -> bool:
    """`Wenn die beiden Raubfische wären`: which two, the sentence before says; not `die beiden Räte Kolb und Senn`."""
    words = material.analysis.words
    pair = material.analysis.form(token) == "beiden" and words[token - 1].tag == "ART"
    tags = [word.tag for word in words[token + 1 : token + 3]]
    return pair and tags[:1] == ["NN"] and tags[1:] != [] and not tags[1].startswith(("N", "$", "ART", "APPR", "FM"))
