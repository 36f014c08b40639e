"""true-false: a statement of the article, as it is or with one minimal edit that the article contradicts."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from learner.exercises.cores import cores
from learner.exercises.dangling import dangles
from learner.exercises.difficulty import at_least
from learner.exercises.edits import Edit, edits
from learner.exercises.edits.edit import happened, is_planned
from learner.exercises.freely import is_copied, said_freely
from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.material import Material, fingerprint
from learner.exercises.paraphrasing import paraphrased
from learner.exercises.passage import safe
from learner.exercises.retelling import retold
from learner.exercises.statement import Statement
from learner.exercises.statements import statements
from learner.exercises.taking_up import takes_up_things
from learner.exercises.told_fully import is_told_fully
from learner.exercises.turning import turned
from learner.exercises.wordlists import ordered, words
from learner.language.clauses import clauses
from learner.lexicon.wordclasses import wordclass

EXERCISE = "true-false"
_FEWEST_TOKENS = 8
_FEWEST_CONTENT = 3
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Turned into its opposite a sentence tells by itself that it is false, or nothing: asked at A1 only (decision 0053).
TURNED = frozenset({"opposite", "denial"})
_HARDLY = wordclass("adverbs.opening-clauses")
_LEFT_OUT = wordclass("adverbs.missed-where-left-out")
_DATE = re.compile(r"\d{1,2}\.")
_MORE = 1  # by which one kind may outnumber the other


@lru_cache(maxsize=2)
def generate(material: Material) -> tuple[Item, ...]:
    """At most one item a sentence, about as many true ones as false ones, in the order of the article."""
    usable = _usable_statements(material)
    changing = _changing(material)
    made = {one.sentence: _clear(material, changing[one.sentence]) for one in usable}
    able = {one.sentence for one in usable if is_checkable(material, one)}
    false = _false_ones(material, usable, made, able)
    true = [one for one in usable if one.sentence in able - set(false)]
    chosen = _best(material, true)[: len(false) + _MORE]
    items = {one.sentence: _true(material, one) for one in chosen}
    items |= {number: _false(material, false[number]) for number in list(false)[: len(chosen) + _MORE]}
    return tuple(items[number] for number in sorted(items))


def left_over(material: Material) -> tuple[list[Statement], list[Edit]]:
    """True statements and edits of sentences about which no item is made, also those too easy to stand alone."""
    asked = {sentence for item in generate(material) for sentence in item.evidence}
    free = [one for one in _usable_statements(material) if material.analysis.sentence_text(one.sentence) not in asked]
    return free, [edit for one in free for edit in _changing(material)[one.sentence]]


def is_checkable(material: Material, statement: Statement) -> bool:
    """Whether it tells a fact of this article: a name, a number or a date is in it, and it is not about `man`."""
    if _is_general(material, statement):
        return False
    past = _is_past(material, statement)
    return any(_is_detail(material, token, past=past) for token in statement.tokens)


def _is_unfit(material: Material, statement: Statement) -> bool:
    """Too short to tell anything (`Näf wiegt den Kopf`), about whoever does something, or up to B1 in hard order.

    `Wer durch den Bruch geht, braucht hohe Stiefel`, `Dass es Gewinner gibt, weiß sie`, `Aufgenommen wurde der Ton …`.
    """
    first = material.analysis.words[statement.tokens[0]].tag
    short = at_least(material.level, "B1") and len(statement.tokens) < _FEWEST_TOKENS
    hard = first in {"KOUS", "VV(PP)"} or _opens_with_clause(material, statement)
    return short or first in {"PWS", "PWAV"} or (hard and not at_least(material.level, "B2"))


def _says_enough(material: Material, statement: Statement) -> bool:
    """Three words of content, none of them about everybody."""
    told = sum(material.analysis.words[token].pos in _CONTENT for token in statement.tokens)
    return told >= _FEWEST_CONTENT and not _is_general(material, statement)


def _is_general(material: Material, statement: Statement) -> bool:
    """Whether it is about everybody (`man`) or holds everywhere."""
    forms = {material.analysis.form(token).lower() for token in statement.tokens}
    return bool(forms & words("scene_words.txt"))


def _is_past(material: Material, statement: Statement) -> bool:
    words_ = [material.analysis.words[token] for token in statement.tokens]
    return any(word.features.get("Tense") == "Past" or word.tag in {"VV(PP)", "VA(PP)"} for word in words_)


def _is_detail(material: Material, token: int, *, past: bool) -> bool:
    """A number, a day, a person or body; a place where something happened in the past."""
    form, span = material.analysis.form(token), material.analysis.article.tokens[token]
    dated = any(form in row for row in ordered("calendar.txt")) or any(letter.isdigit() for letter in form)
    return dated or any(
        mention.start <= span.start < mention.end and (past or name.kind in {"person", "organisation"})
        for name in material.analysis.names
        for mention in name.mentions
    )


@lru_cache(maxsize=2)
def _usable_statements(material: Material) -> tuple[Statement, ...]:
    """Whole sentences that stand alone, and of the others the main clauses that do."""
    whole = statements(material)
    numbers = {one.sentence for one in whole}
    parts = [one for one in cores(material) if one.sentence not in numbers and len(one.tokens) >= _FEWEST_TOKENS]
    firm = [one for one in (*whole, *parts) if _is_firm(material, one)]
    once = {one.text(material.analysis): one for one in reversed(firm)}
    return tuple(sorted(once.values(), key=lambda one: one.sentence))


def _is_firm(material: Material, statement: Statement) -> bool:
    told = is_told_fully(material, statement) and not takes_up_things(material, statement)
    whole = told and not _is_unfit(material, statement) and not _says_also(material, statement)
    said = (token for token in statement.tokens if token not in statement.instead)
    return whole and not any(dangles(material, statement.tokens, token) or _would_be(material, token) for token in said)


def _would_be(material: Material, token: int) -> bool:
    """`Sieben Minuten, und der Verein wäre ausgeschieden`: what did not happen is neither true nor false."""
    word = material.analysis.words[token]
    unreal = word.tag == "VA(FIN)" and word.features.get("Mood") == "Sub" and word.features.get("Tense") == "Past"
    return unreal and not any(
        quote.start <= material.analysis.article.tokens[token].start < quote.end for quote in material.analysis.quotes
    )


def _opens_with_clause(material: Material, statement: Statement) -> bool:
    """`Kaum war die Folie weg, meldete sich …`: the verb of another clause comes first."""
    return material.analysis.form(statement.tokens[0]).lower() in _HARDLY


def _says_also(material: Material, statement: Statement) -> bool:
    """`Auch Petrović kam durch Zufall`, `dachten dabei an den Mai`: without the word another sentence is missing."""
    sentence = material.analysis.article.sentences[statement.sentence]
    inside = range(min(statement.tokens), max(statement.tokens))
    left_out = {material.analysis.form(token).lower() for token in inside if token not in statement.tokens}
    return material.analysis.form(sentence.first) == "Auch" or bool(left_out & _LEFT_OUT)


@lru_cache(maxsize=2)
def _changing(material: Material) -> dict[int, tuple[Edit, ...]]:
    """By sentence the edits that change its text; none where it says too little."""
    return {
        one.sentence: _edited(material, one) if _says_enough(material, one) else ()
        for one in _usable_statements(material)
    }


def _edited(material: Material, statement: Statement) -> tuple[Edit, ...]:
    plain = statement.text(material.analysis)
    texts = ((edit, edit.statement.text(material.analysis)) for edit in edits(material, statement))
    return tuple(edit for edit, text in texts if text != plain and safe(text))


def _clear(material: Material, made: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits of which it can be told what they change."""
    return tuple(edit for edit in made if _changed(material, edit) is not None)


def _false_ones(
    material: Material, usable: Sequence[Statement], made: dict[int, tuple[Edit, ...]], able: set[int]
) -> dict[int, Edit]:
    """An edit, of the kind least used so far, for what can only be false, and for half of what can be both."""
    numbers = [one.sentence for one in usable if made[one.sentence]]
    both = [number for number in numbers if number in able]
    material.rng(EXERCISE).shuffle(both)
    only, kept = len(numbers) - len(both), len(able) - len(both)
    share = min(len(both), max(0, (len(both) + kept - only + 1) // 2))
    used: Counter[str] = Counter()
    chosen: dict[int, Edit] = {}
    for number in [one for one in numbers if one not in able or one in both[:share]]:
        edit = min(made[number], key=lambda edit: used[edit.kind])
        used[edit.kind] += 1
        chosen[number] = edit
    return chosen


def _best(material: Material, true: Sequence[Statement]) -> list[Statement]:
    """Statements that do not merely repeat their sentence first."""

    def repeats(one: Statement) -> bool:
        return is_copied(said_freely(material, one))

    return sorted(true, key=repeats)


def _false(material: Material, edit: Edit) -> Choice:
    evidence = material.analysis.sentence_text(edit.statement.sentence)
    values = {"said": edit.said, "right": edit.right, "evidence": evidence}
    feedback = Feedback(f"{EXERCISE}.{edit.kind}", values)
    return _item(material, _changed(material, edit) or edit.statement, evidence, edit.kind, feedback)


def _changed(material: Material, edit: Edit) -> Statement | None:
    """The false statement, told as freely as true ones from B1 on; None where that is not certain (decision 0066)."""
    if edit.kind in TURNED and material.level != "A1":
        return None
    if not at_least(material.level, "B1"):
        return edit.statement
    if edit.kind == "time" and not _is_of_main_event(material, edit):
        return None
    if not at_least(material.level, "B2"):
        return _with_synonym(material, edit.statement)
    other = turned(material, edit.statement) or edit.statement
    return _with_synonym(material, retold(material, other) or other)


def _is_of_main_event(material: Material, edit: Edit) -> bool:
    """`Im April gewann …`, no state that goes on (`war krank`), and no day told only by the way in a clause."""
    main = (one for one in clauses(material.analysis, edit.statement.sentence) if one.kind == "main")
    inside = {token for one in main for token in one.tokens}
    changed = [token for token, written in edit.statement.instead.items() if written in edit.said]
    dated = any(_DATE.fullmatch(material.analysis.form(token - 1)) for token in changed if token)  # `am 12. Juni`
    told = dated or happened(material, edit.statement) or is_planned(material, edit.statement)
    return told and any(token in inside for token in changed)


def _with_synonym(material: Material, statement: Statement) -> Statement:
    """With another word of the table, where that touches nothing exchanged."""
    other = paraphrased(material, statement)
    return other if other is not None and set(statement.instead) <= set(other.tokens) else statement


def _true(material: Material, statement: Statement) -> Choice:
    evidence = material.analysis.sentence_text(statement.sentence)
    said = said_freely(material, statement)
    return _item(material, said, evidence, "", Feedback(f"{EXERCISE}.true", {"evidence": evidence}))


def _item(material: Material, statement: Statement, evidence: str, kind: str, feedback: Feedback) -> Choice:
    return Choice(
        id=f"{EXERCISE}-{fingerprint(evidence, kind)}",
        exercise=EXERCISE,
        skill="comprehension",
        level=material.level,
        stem=statement.text(material.analysis),
        evidence=(evidence,),
        options=(Option("richtig", not kind, feedback), Option("falsch", bool(kind), feedback)),
    )
