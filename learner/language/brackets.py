"""Tags that the verb bracket decides: `zu rauchen`, `backen und verkaufen`, `Als der Redner unterbrochen wurde`."""

from collections.abc import Sequence

from learner.language.segments import FINITE, TaggedSentence, segments
from learner.language.wordbook import Wordbook

_SHORTEST_CLAUSE = 3  # `als er ging`


def close(forms: Sequence[str], tags: list[str], wordbook: Wordbook) -> None:
    """Put right in `tags` the verbs and openers that the brackets of a sentence leave no doubt about."""
    for place, tag in enumerate(tags):
        small = tag == "NNI" and forms[place][0].islower()
        if small or (tag == "ADJ(A)" and _ends_infinitive(forms, tags, place, wordbook)):
            _mark_infinitive(forms, tags, place)
        elif tag == "VV(INF)" and tags[place + 1 : place + 3] == ["KON", "VV(FIN)"]:
            _mark_predicate(forms, tags, place)
    if not {"als", "Als"} & set(forms):
        return
    for segment in segments(TaggedSentence(forms, tags, forms)):
        first = segment.first
        ends = bool(segment.finites) and segment.finites[-1] == segment.tokens[-1]
        if forms[first].lower() == "als" and ends and len(segment.body) >= _SHORTEST_CLAUSE:
            tags[first] = "KOUS"


def _ends_infinitive(forms: Sequence[str], tags: Sequence[str], place: int, wordbook: Wordbook) -> bool:
    """`ihn zu leeren.`: no adjective ends a sentence with its ending on; not `zu leeren, kalten Räumen`."""
    behind = tags[place + 1] if place + 1 < len(tags) else "$."
    joined = place > 0 and (forms[place - 1], tags[place - 1]) == ("zu", "APPR")
    return joined and behind in {"$.", "$("} and wordbook.lookup(forms[place], "VERB") is not None


def _mark_infinitive(forms: Sequence[str], tags: list[str], place: int) -> None:
    """`nicht zu rauchen`: a small letter is no noun."""
    tags[place] = "VV(INF)"
    if place and forms[place - 1] == "zu":
        tags[place - 1] = "PTKZU"


def _mark_predicate(forms: Sequence[str], tags: list[str], place: int) -> None:
    """`Die Bäcker backen und verkaufen Brot`: two predicates of one plural, where no modal verb stands before."""
    comma = next((one for one in range(place, -1, -1) if tags[one] in {"$,", "$.", "$("}), -1)
    before = tags[comma + 1 : place]
    if before and before[-1] != "PTKZU" and not FINITE & set(before) and forms[place + 2].endswith("n"):
        tags[place] = "VV(FIN)"
