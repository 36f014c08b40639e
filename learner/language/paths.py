"""HanTa's two searches for the morphemes of a word, done faster: same states, same order, same results.

HanTa asks anew for the probability of every piece of a word under every morpheme class, for every state. Here a piece
gets all its classes at once, and what is guessed of unknown pieces is remembered by length and last letters. A test
compares both on real sentences.
"""

import math
from functools import lru_cache
from typing import Any

_EMPTY, _START, _UNKNOWN, _END_UNKNOWN = 0, 1, 3, -3  # HanTa's own numbers
_LOWEST = -1e6
_BEAM = 3
_WHOLE_WORD = 4.6  # HanTa's penalty for a word that is one large unknown morpheme
_SHORT_WORD, _SHORT_PIECE = 4, 2  # in a word of four letters or more, pieces of one or two are never unknown morphemes
_LONGEST = 24
_SUFFIX = 4
_CLASSES = 1024  # more than HanTa has; those of words lie below zero
_RECENT = 1_000  # places of words whose pieces are kept; an article of 500 words has fewer that are searched
_MOST_TAILS = 20_000  # endings of pieces whose guesses are remembered: about 25 MB

# Keys of pieces: the number of the group of classes that a known morpheme has, below zero if the others are guessed.
_ALL, _GUESSED = 0, -1  # every step; a piece of which nothing is known

State = int  # two classes that follow each other as one number, which is found faster in a table than a pair
Row = dict[State, float]
Backward = dict[State, tuple[State, int]]
Kinds = dict[int, float]  # classes with their probabilities
Step = tuple[int, float, State]  # a class that may follow, its probability, the state it leads to
Steps = dict[int, list[Step]]  # by the key of a piece: the steps to its classes
Piece = tuple[int, int, Kinds]  # its end, its key, its classes


class Paths:
    """The searches over one HanTa model."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._groups: list[frozenset[int]] = [frozenset(), frozenset()]  # at _ALL and -_GUESSED
        self._known = self._numbered(model.LP_m_t)
        self._steps: dict[int | None, dict[State, tuple[Steps, Steps]]] = {}
        self._guesses: dict[str, _Guesses] = {}
        self._open = {
            kind: model.Int_t + model.LP_hapax_t[kind]
            for kind in model.LP_m_t
            if kind in model.LP_hapax_t and kind in model.LP_s_t
        }
        self._tails: dict[str, _Guesses] = {}
        self._pieces = lru_cache(maxsize=_RECENT)(self._all_pieces)  # both searches of a word ask for the same
        self._ends = lru_cache(maxsize=_RECENT)(self._endings)
        self._suffixes = {suffix for kind in self._open for suffix in model.LP_s_t[kind]}

    def _numbered(self, probabilities: dict[int, dict[str, float]]) -> dict[str, tuple[int, Kinds]]:
        """The classes of every known morpheme, and their group's number; most morphemes have one class."""
        known: dict[str, tuple[int, Kinds]] = {}
        numbers: dict[tuple[int, ...], int] = {}
        for kind, morphemes in probabilities.items():
            alone = numbers.setdefault((kind,), len(numbers) + 2)
            for morpheme, probability in morphemes.items():
                if morpheme in known:
                    kinds = {**known[morpheme][1], kind: probability}
                    known[morpheme] = numbers.setdefault(tuple(kinds), len(numbers) + 2), kinds
                else:
                    known[morpheme] = alone, {kind: probability}
        self._groups += map(frozenset, numbers)
        return known

    def forward(self, word: str) -> list[tuple[int, float]]:
        """The word classes a word can have with their probabilities, the best first (HanTa's `analyze_forward`)."""
        table, _ = self._search(word, None, strict=False)
        self._end(table)
        return self._classes(table[-1])

    def _classes(self, row: Row) -> list[tuple[int, float]]:
        found: dict[int, float] = {}
        for state, probability in row.items():
            if probability != -math.inf:
                kind = -_pair(state)[1]
                found[kind] = logaddexp(found[kind], probability) if kind in found else probability
        return sorted(found.items(), key=lambda item: item[1], reverse=True) or [(_UNKNOWN, 0)]

    def _end(self, table: list[Row]) -> None:
        """Fill the last row: the steps from a complete word to its word class."""
        for state, probability in table[-2].items():
            pair = _pair(state)
            for kind, step in self._model.LP_trans_final.get(pair, ()):
                total, new = probability + step, _state(pair[1], kind)
                if total > table[-1].get(new, _LOWEST):
                    table[-1][new] = total

    def best(self, word: str, target: int) -> list[tuple[int, int]]:
        """The likeliest morphemes of a word of known class as (class, end), HanTa's `analyze_viterbi`."""
        for strict in (True, False):
            table, backward = self._search(word, target, strict=strict)
            self._close(table, backward, target)
            if table[-1]:
                break
        place = len(backward) - 1
        if not table[-1]:
            return [(_UNKNOWN, place - 1), (_END_UNKNOWN, place)]
        state = max(table[-1], key=table[-1].__getitem__)
        path = [(state, place)]
        while place > 0:
            state, place = backward[place][state]
            path.append((state, place))
        return [(_pair(state)[1], place) for state, place in path[-2::-1]]

    def _search(self, word: str, target: int | None, *, strict: bool) -> tuple[list[Row], list[Backward]]:
        """The states behind every letter, and where each came from; `strict` allows known morphemes only."""
        length, towards = len(word), self._steps.setdefault(target, {})
        pieces_from = self._known_pieces if strict else self._pieces
        table: list[Row] = [{_state(_EMPTY, _START): 0.0}, *({} for _ in range(length + 1))]
        backward: list[Backward] = [{} for _ in range(length + 2)]
        for start in range(length):
            if not table[start]:
                continue
            pieces = pieces_from(word, start)
            for state, chance in _beam(table[start]):
                origin, (inner, last) = (state, start), towards.get(state) or self._towards(state, target)
                for end, key, chances in pieces:
                    row, back, steps = table[end], backward[end], last if end == length else inner
                    for kind, step, new in steps[key] if key in steps else self._chosen(steps, key):
                        total = chance + step + chances[kind]
                        if total > row.get(new, _LOWEST):
                            row[new] = total
                            back[new] = origin
        return table, backward

    def _close(self, table: list[Row], backward: list[Backward], target: int) -> None:
        """Fill the last row: the steps from a complete word to the target."""
        for state, probability in table[-2].items():
            pair = _pair(state)
            step = next((step for kind, step in self._model.LP_trans_final.get(pair, ()) if kind == target), None)
            new = _state(pair[1], target)
            if step is not None and probability + step > table[-1].get(new, _LOWEST):
                table[-1][new] = probability + step
                backward[-1][new] = state, len(table) - 2

    def _towards(self, state: State, target: int | None) -> tuple[Steps, Steps]:
        """The steps from a state on the way to the target (to any if it is None), inside a word and to its end."""
        pair = _pair(state)
        steps = [(kind, step, _state(pair[1], kind)) for kind, step in self._following(pair, target).items()]
        last = [one for one in steps if self._can_end(one[2], target)]
        found = self._steps[target][state] = {_ALL: steps}, {_ALL: last}
        return found

    def _following(self, pair: tuple[int, int], target: int | None) -> Kinds:
        steps: Kinds = dict(self._model.LP_trans_nonfinal.get(pair, ()))
        if target is None:
            return steps
        reachable = self._model.reachability.get(target, frozenset())
        return {kind: step for kind, step in steps.items() if kind in reachable}

    def _can_end(self, state: State, target: int | None) -> bool:
        """Whether a word can be complete in this state; what `_end` and `_close` pass over need not be found."""
        ends = self._model.LP_trans_final.get(_pair(state), ())
        return any(target in {None, kind} for kind, _ in ends)

    def _chosen(self, steps: Steps, key: int) -> list[Step]:
        """The steps to the classes of a piece, in HanTa's order; remembered under the piece's key."""
        kinds = self._groups[abs(key)]
        found = steps[key] = [one for one in steps[_ALL] if one[0] in kinds or (key < 0 and one[0] in self._open)]
        return found

    def _known_pieces(self, word: str, start: int) -> list[Piece]:
        """The known morphemes of a word that begin at `start`."""
        known = self._known
        return [(end, *known[piece]) for end in range(start + 1, len(word) + 1) if (piece := word[start:end]) in known]

    def _all_pieces(self, word: str, start: int) -> list[Piece]:
        """The pieces of a word that begin at `start`, with what is known of them and what is guessed."""
        length, seen, endings = len(word), self._known, self._ends(word)
        shortest = start + (_SHORT_PIECE if length >= _SHORT_WORD else 0)
        pieces: list[Piece] = []
        for end in range(start + 1, length + 1):
            known = seen.get(word[start:end])
            if end > shortest:
                guesses = endings[end] if end - start > _SUFFIX else self._tail(word[start:end])
                guess = guesses[end - start if end - start < length else -length]
                pieces.append((end, -known[0], {**guess, **known[1]}) if known else (end, _GUESSED, guess))
            elif known:
                pieces.append((end, *known))
        return pieces

    def _endings(self, word: str) -> dict[int, "_Guesses"]:
        """What is guessed of the pieces that are longer than any ending, by where they end."""
        return {end: self._tail(word[end - _SUFFIX - 1 : end]) for end in range(_SUFFIX + 1, len(word) + 1)}

    def _tail(self, tail: str) -> "_Guesses":
        """What is guessed of pieces that end with the longest ending of at most four letters that HanTa knows.

        `tail` are the piece's last five letters; the ending is shorter than the piece.
        """
        if tail in self._tails:
            return self._tails[tail]
        if len(self._tails) >= _MOST_TAILS:  # a few articles on they are known again
            self._tails.clear()
            self._guesses.clear()
        sizes = range(min(_SUFFIX, len(tail) - 1), 0, -1)
        suffix = next((tail[-size:] for size in sizes if tail[-size:] in self._suffixes), "")
        if suffix not in self._guesses:
            self._guesses[suffix] = _Guesses(self._model, self._open, suffix)
        found = self._tails[tail] = self._guesses[suffix]
        return found


class _Guesses(dict[int, Kinds]):
    """What HanTa expects of unknown morphemes with one ending, by length; below zero where they are a whole word."""

    def __init__(self, model: Any, classes: Kinds, suffix: str) -> None:
        super().__init__()
        self._lengths = model.LP_len_t
        self._before = {kind: (chance, model.LP_s_t[kind][suffix]) for kind, chance in classes.items()}

    def __missing__(self, size: int) -> Kinds:
        penalty, long = _WHOLE_WORD if size < 0 else 0.0, min(abs(size), _LONGEST)
        found = self[size] = {
            kind: chance + self._lengths[kind][long] + ending - penalty
            for kind, (chance, ending) in self._before.items()
        }
        return found


def _beam(row: Row) -> list[tuple[State, float]]:
    """The states of a row that are followed: those not much worse than the third best."""
    if len(row) <= _BEAM:
        return list(row.items())
    bound = sorted(row.values(), reverse=True)[_BEAM] - 1
    return [(state, probability) for state, probability in row.items() if not probability < bound]


def _state(before: int, kind: int) -> State:
    return before * _CLASSES + kind


def _pair(state: State) -> tuple[int, int]:
    """The two classes of a state."""
    before, kind = divmod(state + _CLASSES // 2, _CLASSES)
    return before, kind - _CLASSES // 2


def logaddexp(first: float, second: float) -> float:
    """The logarithm of the sum of two numbers given by their logarithms; HanTa takes numpy's, which is slower."""
    low, high = sorted((first, second))
    return high + math.log1p(math.exp(low - high))
