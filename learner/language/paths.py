"""HanTa's two searches for the morphemes of a word, done faster: same states, same order, same results.

HanTa asks anew for the probability of every piece of a word under every morpheme class, for every state. Here a piece
gets all its classes at once, and what is guessed of unknown pieces is remembered by length and last letters. A test
compares both on real sentences.
"""

import math
from typing import Any

_EMPTY, _START, _UNKNOWN, _END_UNKNOWN = 0, 1, 3, -3  # HanTa's own numbers
_LOWEST = -1e6
_BEAM = 3
_WHOLE_WORD = 4.6  # HanTa's penalty for a word that is one large unknown morpheme
_SHORT_WORD, _SHORT_PIECE = 4, 2  # in a word of four letters or more, pieces of one or two are never unknown morphemes
_LONGEST = 24
_SUFFIX = 4
_NONE: dict[int, float] = {}

State = tuple[int, int]
Row = dict[State, float]
Backward = dict[State, tuple[State, int]]


class Paths:
    """The searches over one HanTa model."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._kinds: dict[str, set[int]] = {}
        for kind, morphemes in model.LP_m_t.items():
            for morpheme in morphemes:
                self._kinds.setdefault(morpheme, set()).add(kind)
        self._followers: dict[tuple[State, int], list[tuple[int, float]]] = {}
        self._guesses: dict[tuple[str, int, bool], dict[int, float]] = {}
        self._open = [kind for kind in model.LP_m_t if kind in model.LP_hapax_t and kind in model.LP_s_t]
        self._seen: dict[str, dict[int, float]] = {}
        self._endings: dict[str, str] = {}
        self._suffixes = {suffix for kind in self._open for suffix in model.LP_s_t[kind]}

    def forward(self, word: str) -> list[tuple[int, float]]:
        """The word classes a word can have with their probabilities, the best first (HanTa's `analyze_forward`)."""
        model, length = self._model, len(word)
        table: list[Row] = [{(_EMPTY, _START): 0.0}, *({} for _ in range(length + 1))]
        for start in range(length + 1):
            if not table[start]:
                continue
            pieces = self._pieces_from(word, start, strict=False)
            for state, probability in _beam(table[start]):
                followers = model.LP_trans_nonfinal.get(state, ())
                for end, piece in pieces:
                    row = table[end]
                    for kind, step in followers:
                        if kind in piece:
                            total = probability + step + piece[kind]
                            if total > row.get((state[1], kind), _LOWEST):
                                row[state[1], kind] = total
        self._end(table)
        return _classes(table[-1])

    def _end(self, table: list[Row]) -> None:
        """Fill the last row: the steps from a complete word to its word class."""
        for state, probability in table[-2].items():
            for kind, step in self._model.LP_trans_final.get(state, ()):
                total = probability + step
                if total > table[-1].get((state[1], kind), _LOWEST):
                    table[-1][state[1], kind] = total

    def best(self, word: str, target: int) -> list[tuple[int, int]]:
        """The likeliest morphemes of a word of known class as (class, end), HanTa's `analyze_viterbi`."""
        for strict in (True, False):
            table, backward = self._search(word, target, strict=strict)
            if table[-1]:
                break
        best, highest = (_EMPTY, _EMPTY), -math.inf
        for state, probability in table[-1].items():
            if probability > highest:
                best, highest = state, probability
        place = len(backward) - 1
        if best == (_EMPTY, _EMPTY):
            return [(_UNKNOWN, place - 1), (_END_UNKNOWN, place)]
        path = [(best, place)]
        state = best
        while place > 0:
            state, place = backward[place][state]
            path.append((state, place))
        return [(state[1], place) for state, place in path[-2::-1]]

    def _search(self, word: str, target: int, *, strict: bool) -> tuple[list[Row], list[Backward]]:
        length = len(word)
        table: list[Row] = [{(_EMPTY, _START): 0.0}, *({} for _ in range(length + 1))]
        backward: list[Backward] = [{} for _ in range(length + 2)]
        for start in range(length + 1):
            if not table[start]:
                continue
            pieces = self._pieces_from(word, start, strict=strict)
            for state, probability in _beam(table[start]):
                followers = self._towards(state, target)
                for end, piece in pieces:
                    row = table[end]
                    for kind, step in followers:
                        if kind in piece:
                            total, new = probability + step + piece[kind], (state[1], kind)
                            if total > row.get(new, _LOWEST):
                                row[new] = total
                                backward[end][new] = state, start
        self._close(table, backward, target)
        return table, backward

    def _close(self, table: list[Row], backward: list[Backward], target: int) -> None:
        """Fill the last row: the steps from a complete word to the target."""
        for state, probability in table[-2].items():
            step = next((step for kind, step in self._model.LP_trans_final.get(state, ()) if kind == target), None)
            new = (state[1], target)
            if step is not None and probability + step > table[-1].get(new, _LOWEST):
                table[-1][new] = probability + step
                backward[-1][new] = state, len(table) - 2

    def _towards(self, state: State, target: int) -> list[tuple[int, float]]:
        """The classes that may follow a state on the way to the target."""
        found = self._followers.get((state, target))
        if found is None:
            reachable = self._model.reachability.get(target, frozenset())
            steps = self._model.LP_trans_nonfinal.get(state, [])
            found = self._followers[state, target] = [(kind, step) for kind, step in steps if kind in reachable]
        return found

    def _pieces_from(self, word: str, start: int, *, strict: bool) -> list[tuple[int, dict[int, float]]]:
        """The pieces of a word that begin at `start` and can be something, each with its end."""
        length = len(word)
        ends = range(start + 1, length + 1)
        return [(end, piece) for end in ends if (piece := self._pieces(word[start:end], length, strict=strict))]

    def _pieces(self, piece: str, length: int, *, strict: bool) -> dict[int, float]:
        """Every class a piece of a word this long can have, with its probability; `strict` allows known ones only."""
        known = self._known(piece)
        if strict or (length >= _SHORT_WORD and len(piece) <= _SHORT_PIECE):
            return known
        guess = self._guess(self._suffix(piece[-_SUFFIX - 1 :]), len(piece), whole=len(piece) == length)
        return {**guess, **known} if known else guess

    def _known(self, piece: str) -> dict[int, float]:
        """The classes of a piece that HanTa has seen; one empty dictionary for all it has not."""
        kinds = self._kinds.get(piece)
        if kinds is None:
            return _NONE
        found = self._seen.get(piece)
        if found is None:
            morphemes = self._model.LP_m_t
            found = self._seen[piece] = {kind: morphemes[kind][piece] for kind in kinds}
        return found

    def _suffix(self, tail: str) -> str:
        """The longest ending of at most four letters, shorter than the piece, that HanTa's statistics know.

        `tail` are the piece's last five letters.
        """
        found = self._endings.get(tail)
        if found is None:
            sizes = range(min(_SUFFIX, len(tail) - 1), 0, -1)
            found = next((tail[-size:] for size in sizes if tail[-size:] in self._suffixes), "")
            self._endings[tail] = found
        return found

    def _guess(self, suffix: str, length: int, *, whole: bool) -> dict[int, float]:
        """What HanTa expects of an unknown morpheme of this length that ends so."""
        found = self._guesses.get((suffix, length, whole))
        if found is None:
            model, long = self._model, min(length, _LONGEST)
            found = self._guesses[suffix, length, whole] = {
                kind: model.Int_t + model.LP_hapax_t[kind] + model.LP_len_t[kind][long] + model.LP_s_t[kind][suffix]
                for kind in self._open
            }
            if whole:
                for kind in found:
                    found[kind] -= _WHOLE_WORD
        return found


def _beam(row: Row) -> list[tuple[State, float]]:
    """The states of a row that are followed: those not much worse than the third best."""
    if len(row) <= _BEAM:
        return list(row.items())
    bound = sorted(row.values(), reverse=True)[_BEAM] - 1
    return [(state, probability) for state, probability in row.items() if not probability < bound]


def _classes(row: Row) -> list[tuple[int, float]]:
    found: dict[int, float] = {}
    for (_, kind), probability in row.items():
        if probability != -math.inf:
            known = found.get(-kind)
            found[-kind] = probability if known is None else logaddexp(known, probability)
    return sorted(found.items(), key=lambda item: item[1], reverse=True) or [(_UNKNOWN, 0)]


def logaddexp(first: float, second: float) -> float:
    """The logarithm of the sum of two numbers given by their logarithms; HanTa takes numpy's, which is slower."""
    low, high = sorted((first, second))
    return high + math.log1p(math.exp(low - high))
