"""How the analysis compares with the treebank; used by the benchmark and held by tests."""

from collections import Counter
from dataclasses import dataclass, field

from learner.language.analysis import Analysis
from tests.language.treebank import Gold

Places = frozenset[tuple[int, int]]  # sentence and token, see `Gold.place`
NO_PLACES: Places = frozenset()
LEMMA_CLASSES = ("NOUN", "VERB", "ADJ")
_NO_LEMMA = {"PUNCT", "SYM", "X"}


@dataclass
class Score:
    """Right answers among all, with the wrong ones to look at."""

    right: int = 0
    all: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return 100 * self.right / self.all if self.all else 0.0

    def __str__(self) -> str:
        return f"{self.share:5.1f} %  ({self.right} of {self.all})"


@dataclass
class Found:
    """Precision and recall of what was found."""

    right: int = 0
    extra: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return 100 * self.right / max(self.right + len(self.extra), 1)

    @property
    def recall(self) -> float:
        return 100 * self.right / max(self.right + len(self.missed), 1)

    def __str__(self) -> str:
        counts = f"{self.right} right, {len(self.extra)} too many, {len(self.missed)} missed"
        return f"P {self.precision:5.1f} %  R {self.recall:5.1f} %  ({counts})"


def tags(gold: list[Gold], analysis: Analysis) -> Score:
    """Universal part of speech."""
    score = Score()
    for token, word in zip(gold, analysis.words, strict=True):
        _count(score, word.pos == token.pos, f"{token.form} {word.tag} {word.pos}, gold {token.pos}")
    return score


def lemmas(gold: list[Gold], analysis: Analysis, pos: str = "", forgiven: Places = NO_PLACES) -> Score:
    """Lemmas of one part of speech or of all words; the old spelling (`Schluß`) counts as the new one.

    A separable verb's lemma counts with and without its particle, since the gold has it without. What is forgiven is
    left out.
    """
    score = Score()
    for token, word in zip(gold, analysis.words, strict=True):
        if token.parts or token.pos in _NO_LEMMA or (pos and token.pos != pos) or token.place in forgiven:
            continue
        right = same_lemma(word.lemma, token, word.head is not None or _separated(analysis, word.lemma))
        _count(score, right, f"{token.form} {word.tag} {word.lemma}, gold {'|'.join(token.lemmas)}")
    return score


def _separated(analysis: Analysis, lemma: str) -> bool:
    return any(word.lemma == lemma for word in analysis.words if word.head is not None)


def same_lemma(lemma: str, gold: Gold, joined: bool) -> bool:
    ours, theirs = lemma.replace("ß", "ss"), {one.replace("ß", "ss") for one in gold.lemmas}
    if gold.pos not in {"NOUN", "PROPN"}:
        ours, theirs = ours.lower(), {one.lower() for one in theirs}
    return ours in theirs or (joined and any(ours.endswith(one) or one in ours for one in theirs))


def left_inflected(gold: list[Gold], analysis: Analysis) -> int:
    """Noun lemmas where the gold repeats an inflected form (`Hundeschulen`, `Optikers`): the gold's own faults.

    `Angeklagter` beside our `Angeklagte` is no fault of either and counts as well.
    """
    pairs = zip(gold, analysis.words, strict=True)
    return sum(token.pos == "NOUN" and _unlike(token, word) for token, word in pairs)


def _unlike(token: Gold, word) -> bool:
    if word.tag == "NNA" and word.lemma + "r" in token.lemmas:
        return True
    same = token.form[:4].lower() == word.lemma[:4].lower()
    inflected = token.features.get("Number") == "Plur" or token.features.get("Case") == "Gen"
    return token.lemmas == (token.form,) and word.lemma != token.form and same and word.tag == "NN" and inflected


def separable(gold: list[list[Gold]], analysis: Analysis, forgiven: Places = NO_PLACES) -> Found:
    """Particles with their verbs and the joined lemma, which is particle + the gold's lemma of the verb.

    Wrong answers at places that are `forgiven`, since the gold is wrong there, are left out.
    """
    found = Found()
    for tokens, sentence in zip(gold, analysis.article.sentences, strict=True):
        place = {number: index for index, token in enumerate(tokens) for number in token.numbers}
        wanted = {index: place[token.head] for index, token in enumerate(tokens) if token.relation == "compound:prt"}
        text = " ".join(token.form for token in tokens)
        for index, token in enumerate(tokens):
            word = analysis.words[sentence.first + index]
            ours = None if word.head is None else word.head - sentence.first
            theirs = wanted.get(index)
            if ours is None and theirs is None:
                continue
            label = f"{token.form} {word.lemma} | {text}"
            if ours == theirs and theirs is not None and word.lemma in _joined(token, tokens[theirs]):
                found.right += 1
                continue
            if token.place in forgiven:
                continue
            if ours is not None:
                found.extra.append(label)
            if theirs is not None:
                found.missed.append(label)
    return found


def _joined(particle: Gold, verb: Gold) -> set[str]:
    return {part.lower() + lemma for part in (particle.form, *particle.lemmas) for lemma in verb.lemmas}


def subjunctive(gold: list[Gold], analysis: Analysis, tense: str, forgiven: Places = NO_PLACES) -> Found:
    """Konjunktiv I (`Pres`) or II (`Past`); wrong answers at places that are `forgiven` are left out."""
    found = Found()
    for number, (token, word) in enumerate(zip(gold, analysis.words, strict=True)):
        ours = word.features.get("Mood") == "Sub" and word.features.get("Tense") == tense
        theirs = token.features.get("Mood") == "Sub" and token.features.get("Tense") == tense
        label = " ".join(one.form for one in gold[max(number - 6, 0) : number + 4]) + f" [{token.form}]"
        if ours and theirs:
            found.right += 1
        elif token.place in forgiven:
            continue
        elif ours:
            found.extra.append(label)
        elif theirs:
            found.missed.append(label)
    return found


@dataclass(frozen=True)
class Agreement:
    """Of the nouns with this feature in the gold: how many get one answer, and how many of these are right."""

    all: int
    unique: int
    right: int

    def __str__(self) -> str:
        counts = f"{self.right} of {self.unique} answers right, {self.all} nouns"
        right, answered = 100 * self.right / self.unique, 100 * self.unique / self.all
        return f"right {right:5.1f} %  answered {answered:5.1f} %  ({counts})"


def agreement(gold: list[Gold], analysis: Analysis, feature: str, forgiven: Places = NO_PLACES) -> Agreement:
    """`Case`, `Gender` or `Number` of common nouns; wrong answers at places that are `forgiven` are left out."""
    pairs = [
        (word.features[feature] == token.features[feature] if feature in word.features else None, token.place)
        for token, word in zip(gold, analysis.words, strict=True)
        if token.pos == "NOUN" and feature in token.features and word.pos == "NOUN"
    ]
    said = [right for right, place in pairs if right is not False or place not in forgiven]
    return Agreement(len(said), sum(one is not None for one in said), sum(one is True for one in said))


def _count(score: Score, right: bool, label: str) -> None:
    score.all += 1
    score.right += right
    if not right:
        score.wrong.append(label)


def confusions(score: Score, most: int = 20) -> list[tuple[str, int]]:
    """The most frequent kinds of wrong answers."""
    return Counter(label.partition(" ")[2] for label in score.wrong).most_common(most)
