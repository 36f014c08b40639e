"""The analysis against UD_German-GSD dev (aims of the design beside each figure) and its speed."""

import sys
import time
from functools import partial
from itertools import chain

from learner.cli import collecting
from learner.language.analyzing import analyze
from learner.lexicon.lexicon import Lexicon
from tests.language import figures, treebank


def main() -> None:
    if not treebank.FILE.exists():
        print("gsd-dev.conllu is not here")
        return
    gold = treebank.sentences()
    article = treebank.article(gold)
    lexicon = Lexicon.open()
    collecting.seldom()  # as every command does
    start = time.perf_counter()
    analysis = analyze(article, lexicon)
    cold = time.perf_counter() - start
    start = time.perf_counter()
    analyze(article, lexicon)
    warm = time.perf_counter() - start
    tokens = list(chain.from_iterable(gold))
    tags = figures.tags(tokens, analysis)
    print(f"part of speech        {tags}  aim 95")
    print(f"lemma, all words      {figures.lemmas(tokens, analysis)}")
    scores = {pos: figures.lemmas(tokens, analysis, pos) for pos in figures.LEMMA_CLASSES}
    for (pos, score), aim in zip(scores.items(), ("aim 97.5", "aim 98.5", ""), strict=True):
        print(f"lemma {pos:6}          {score}  {aim}")
    faults = figures.left_inflected(tokens, analysis)
    nouns = scores["NOUN"]
    print(f"lemma NOUN without the gold's own faults ({faults}): {100 * nouns.right / (nouns.all - faults):.1f} %")
    forgiven = treebank.faults("lemma VERB")
    print(f"lemma VERB {_without('lemma VERB')}: {figures.lemmas(tokens, analysis, 'VERB', forgiven)}")
    found = {
        "separable": (figures.separable, "aim P 98 R 95"),
        "Konjunktiv I": (partial(figures.subjunctive, tense="Pres"), "aim P 97 R 92"),
        "Konjunktiv II": (partial(figures.subjunctive, tense="Past"), ""),
    }
    results = {}
    for what, (measure, aim) in found.items():
        source = gold if what == "separable" else tokens
        results[what] = measure(source, analysis)
        print(f"{what:21} {results[what]}  {aim}")
        print(f"  {_without(what):35} {measure(source, analysis, forgiven=treebank.faults(what))}")
    for feature in ("Case", "Gender", "Number"):
        print(f"agreement, {feature:10} {figures.agreement(tokens, analysis, feature)}  aim 97 right")
        rest = figures.agreement(tokens, analysis, feature, treebank.faults(feature))
        print(f"  {_without(feature):35} {rest}")
    print(f"tokens a second       {len(tokens) / cold:8,.0f} first time, {len(tokens) / warm:,.0f} again  aim 6,000")
    if "--wrong" in sys.argv:
        _print_wrong(tags, scores, results)


def _without(what: str) -> str:
    return f"without the gold's own faults ({len(treebank.faults(what))})"


def _print_wrong(tags, scores, found) -> None:
    for label, count in figures.confusions(tags, 40):
        print(f"  {count:4} {label}")
    for pos, score in scores.items():
        print(f"\n{pos}", *score.wrong, sep="\n  ")
    for name, result in found.items():
        print(f"\n{name}: too many", *result.extra, "missed", *result.missed, sep="\n  ")


if __name__ == "__main__":
    main()
