"""word-order: a main clause in pieces; the first one is given, every order that German allows is accepted."""

from collections.abc import Sequence
from itertools import pairwise, permutations

from learner.exercises.chunks import Chunk
from learner.exercises.cores import cores
from learner.exercises.difficulty import at_least
from learner.exercises.item import Feedback, Item, Order
from learner.exercises.material import Material, fingerprint
from learner.exercises.passage import safe
from learner.exercises.questions.frame import Frame, acts, frame
from learner.exercises.questions.when import tells_time
from learner.exercises.statement import Statement
from learner.exercises.usage import in_expressions
from learner.exercises.wordlists import words
from learner.lexicon.wordclasses import wordclass

EXERCISE = "word-order"
_FEWEST, _FEWEST_HARDEST, _MOST = 5, 6, 7
_FEWEST_WORDS, _FEWEST_WORDS_HARD = 8, 9
_FEWEST_UNBRACKETED = 5
_FREE = 2
_LONGEST_FRONT = 8  # tokens; behind a longer beginning nobody sees the sentence
_ATTRIBUTIVE = wordclass("prepositions.attributive")
_LIGHT = frozenset({"pronoun", "reflexive"})
_FIXED = frozenset({"negation", "adjective"})
_COPULAS = wordclass("verbs.linking")


def generate(material: Material) -> tuple[Item, ...]:
    """One item per short main clause whose Mittelfeld has at most two pieces that can change places."""
    frames = (frame(material, statement) for statement in cores(material))
    found = (_item(material, one) for one in frames if one is not None and one.complete)
    return tuple(item for item in found if item is not None)


def _item(material: Material, one: Frame) -> Order | None:
    if not _is_free(material, one):
        return None
    chunks = _chunks(material, one)
    fewest = _FEWEST_HARDEST if at_least(material.level, "C1") else _FEWEST
    if len(" ".join(chunks).split()) < (_FEWEST_WORDS_HARD if at_least(material.level, "B2") else _FEWEST_WORDS):
        return None
    if not one.fields.bracket and len(chunks) <= _FEWEST_UNBRACKETED:  # `Der Kurs ist weiterhin offen`
        return None
    if not fewest <= len(chunks) <= _MOST or len(set(chunks)) != len(chunks) or not all(map(safe, chunks)):
        return None
    evidence = material.analysis.sentence_text(one.statement.sentence)
    return Order(
        id=f"{EXERCISE}-{fingerprint(evidence)}",
        exercise=EXERCISE,
        skill="grammar",
        level=material.level,
        stem="Bilde den Satz. Der Anfang steht fest.",
        evidence=(evidence,),
        chunks=chunks,
        accepted=_accepted(material, one),
        feedback=Feedback(f"{EXERCISE}.right", {"sentence": one.statement.text(material.analysis)}),
    )


def _is_free(material: Material, one: Frame) -> bool:
    """Whether every order of the Mittelfeld's pieces is known to be right or wrong."""
    fixed = _has_predicate(material, one)
    middle = [piece for piece in one.middle[: len(one.middle) - fixed] if piece.kind not in _LIGHT]
    if not middle or len(middle) > _FREE or not _light_first(one) or not _has_plain_front(material, one):
        return False
    if any(piece.kind in _FIXED or _is_tied(material, piece) or _limits(material, piece) for piece in middle):
        return False
    if fixed and any(piece.kind == "prepositional" for piece in middle):
        return False  # `ist über den Ausgang erleichtert`, `ist erleichtert über den Ausgang`
    particle = [material.analysis.words[token].tag for token in one.fields.bracket] == ["PTKVZ"]
    if particle and middle[-1].kind == "prepositional":
        return False  # `setzt sich aus Posten zusammen`, `setzt sich zusammen aus Posten`
    if len(middle) < len(one.middle) and one.subject in middle:
        return False  # `hat sich der Rat` and `hat der Rat sich` are both right
    return not _is_cut(material, one) and not _leaves_pair_open(material, one, middle)


def _has_plain_front(material: Material, one: Frame) -> bool:
    """Whether the beginning is short and does not limit anything (`Nur den Kassen kommt …`).

    Behind an object the participle may follow at once (`Einen ersten Schritt gemacht hat der Rat`).
    """
    front = one.fields.vorfeld
    object_ = one.front and one.front[0].kind == "noun" and not one.subject_in_front and one.fields.bracket
    plain = material.analysis.form(front[0]).lower() not in words("scope.txt") and not object_
    return len(front) <= _LONGEST_FRONT and plain


def _leaves_pair_open(material: Material, one: Frame, middle: Sequence[Chunk]) -> bool:
    """Whether one of two pieces may belong to the other, or either of them be the subject."""
    if _leaves_subject_open(material, one, middle) or any(
        _may_belong(material, one, *pair) for pair in pairwise(middle)
    ):
        return True
    return len(middle) > 1 and any(_may_be_genitive(material, piece) for piece in middle)


def _leaves_subject_open(material: Material, one: Frame, middle: Sequence[Chunk]) -> bool:
    """`sollen elf Wehre die Dämme ersetzen`: two phrases may be nominative and agree, and neither is nothing else."""
    number = material.analysis.words[one.fields.finite].features.get("Number", "")
    phrases = [piece.phrase for piece in middle if piece.phrase is not None and not _counts_times(material, piece)]
    able = [phrase for phrase in phrases if "Nom" in phrase.cases and phrase.number in {number, ""}]
    return len(able) > 1 and not any(phrase.cases == ("Nom",) for phrase in able)


def _has_predicate(material: Material, one: Frame) -> bool:
    """Whether the Mittelfeld ends with the adjective of `ist … offen`, whose place is the end of the clause."""
    copula = material.analysis.words[one.fields.finite].lemma in _COPULAS
    return copula and not one.fields.bracket and bool(one.middle) and one.middle[-1].kind == "adjective"


def _is_tied(material: Material, piece: Chunk) -> bool:
    """Whether a piece is `mehr`, `sehr`, `als Ziel`, which may belong to others, or part of an expression."""
    if material.analysis.words[piece.tokens[0]].tag == "KOKOM":  # `Der Gipfel als Ziel hat …` is as right
        return True
    measure = len(piece.tokens) == 1 and material.analysis.form(piece.tokens[0]).lower() in words("measuring.txt")
    return measure or bool(set(piece.tokens) & in_expressions(material))


def _is_cut(material: Material, one: Frame) -> bool:
    """Whether a relative clause was left out: `Es gibt kaum ein Gerät(, das …)` says something else without it."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[one.statement.sentence])
    return any(material.analysis.words[token].tag in {"PRELS", "PRELAT"} for token in tokens)


def _limits(material: Material, piece: Chunk) -> bool:
    """Whether a piece begins with `kaum`, `nur`, `auch` and the like, which must stand before what they limit."""
    return material.analysis.form(piece.tokens[0]).lower() in words("scope.txt") | {"kaum"}


def _may_belong(material: Material, one: Frame, before: Chunk, piece: Chunk) -> bool:
    """Whether a piece may be an attribute of the noun before it, with which it would have to stay."""
    if before.kind not in {"noun", "prepositional"}:
        return False
    if piece.kind == "noun":
        return piece.phrase is None or "Gen" in piece.phrase.cases
    if piece.kind != "prepositional":
        return False
    form = material.analysis.form(piece.tokens[0]).lower()
    acting = before == one.subject and acts(material, before) and form not in _ATTRIBUTIVE
    return not acting and form not in wordclass("prepositions.never-attributive")


def _may_be_genitive(material: Material, piece: Chunk) -> bool:
    """Whether the piece would read as a genitive behind another noun (`den Knöchel einer 42-Jährigen`)."""
    if piece.kind != "noun":
        return False
    certain = piece.phrase is not None and piece.phrase.cases == ("Nom",)
    first = material.analysis.form(piece.tokens[0]).lower()
    return not certain and (first.endswith(("er", "es")) or first == "des")


def _counts_times(material: Material, piece: Chunk) -> bool:
    """Whether it tells when or how often (`87-mal`), and may stand before or behind a noun."""
    return tells_time(material, piece) or material.analysis.form(piece.tokens[-1]).lower().endswith("mal")


def _light_first(one: Frame) -> bool:
    kinds = [piece.kind in _LIGHT for piece in one.middle]
    return kinds == sorted(kinds, reverse=True)


def _chunks(material: Material, one: Frame) -> tuple[str, ...]:
    """Vorfeld, finite verb, the pieces of the Mittelfeld, right bracket."""
    runs: list[tuple[int, ...]] = [one.fields.vorfeld, (one.fields.finite,), *(piece.tokens for piece in one.middle)]
    if one.fields.bracket:
        runs.append(one.fields.bracket)
    texts = [Statement(one.statement.sentence, run, one.statement.instead).text(material.analysis) for run in runs]
    return (texts[0], *(_lowered(material, one, run[0], text) for run, text in zip(runs[1:], texts[1:], strict=True)))


def _lowered(material: Material, one: Frame, first: int, text: str) -> str:
    """The piece as it stands inside a sentence; what stands for its first word may be a name."""
    form = one.statement.instead.get(first, material.analysis.form(first))
    return text if form[0].isupper() else text[0].lower() + text[1:]


def _accepted(material: Material, one: Frame) -> tuple[tuple[int, ...], ...]:
    """Every other order of the free pieces, as indexes of chunks."""
    light = sum(piece.kind in _LIGHT for piece in one.middle)
    fixed = _has_predicate(material, one)
    free = range(2 + light, 2 + len(one.middle) - fixed)
    head, tail = tuple(range(2 + light)), tuple(range(free.stop, free.stop + (fixed or bool(one.fields.bracket))))
    own = (*head, *free, *tail)
    pieces = one.middle[light : len(one.middle) - fixed]
    if all(piece.kind == "noun" and not _counts_times(material, piece) for piece in pieces):
        return ()  # subject and object, or two objects; `Anfang 2025` can stand before and behind one
    orders = ((*head, *order, *tail) for order in permutations(free))
    return tuple(order for order in orders if order != own)
