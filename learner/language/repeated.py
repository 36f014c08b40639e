"""Quotations that repeat others: in a headline, or the same words again, with the speaker of the fuller one."""

from collections.abc import Iterable, Iterator, Sequence

from learner.language.analysis import Quote
from learner.language.scene import Scene, with_speaker
from learner.text.article import Span

_QUOTED = 4  # words of a quotation by which a headline can be known to repeat it

_PART = 3  # words of a quotation that a headline may make a sentence of


def repeated(scene: Scene, quotes: Sequence[Quote]) -> list[Quote]:
    """Quotations without a speaker (in a headline) get that of the same words elsewhere."""
    text = scene.draft.article.text
    known = {_words(text[quote.start : quote.end]): quote for quote in reversed(quotes) if quote.speaker}
    known = {short: quote for words, quote in known.items() for short in _beginnings(words)} | known
    persons = {name.name for name in scene.names if name.kind == "person"}
    said = [(_words(text[quote.start : quote.end]), quote) for quote in reversed(quotes) if quote.speaker in persons]
    named = {short: quote for words, quote in said for short in (*_beginnings(words), words)}
    found: list[Quote] = []
    for quote in quotes:
        fuller = named.get(_words(text[quote.start : quote.end])) or _bearer(scene, quote, quotes)
        if quote.speaker not in persons and fuller and fuller.speaker in persons and _is_in_headline(scene, quote):
            found.append(with_speaker(Span(quote.start, quote.end), quote.kind, fuller))
            continue
        same = None if quote.speaker or quote.cue else known.get(_words(text[quote.start : quote.end]))
        if same is None and not quote.speaker and not quote.cue and _is_in_headline(scene, quote):
            same = _shortened(text[quote.start : quote.end], said) or _filled(text[quote.start : quote.end], said)
        found.append(with_speaker(Span(quote.start, quote.end), quote.kind, same) if same else quote)
    return found


def _bearer(scene: Scene, quote: Quote, quotes: Iterable[Quote]) -> Quote | None:
    """`Wirtin rettet Schwan: „…“`: what the only person says who is a `Wirtin` in the article."""
    bearers = {one.name for one in scene.names if one.kind == "person" and one.role == quote.speaker}
    said = next((one for one in quotes if one.speaker in bearers), None)
    if said is None or len(bearers) != 1 or not quote.speaker:
        return None
    return Quote(said.start, said.end, said.kind, said.speaker, certain=False, cue=said.cue)


def _is_in_headline(scene: Scene, quote: Quote) -> bool:
    """`Mieterin findet Python: „…“`: in a first paragraph, where nobody has a name yet."""
    return scene.paragraph(scene.draft.sentence_at(quote.start + 1)) <= 1


def _beginnings(words: str) -> Iterator[str]:
    """What a headline may quote of a longer quotation: its first clause or sentence of some length."""
    for place, character in enumerate(words):
        if character in ",.!?;" and len(words[:place].split()) >= _QUOTED:
            yield words[:place]


def _shortened(words: str, said: Sequence[tuple[str, Quote]]) -> Quote | None:
    """The only speaker of `Wir haben uns im Streit verloren` for `Wir haben uns verloren`: with words left out."""
    short = _words(words).split()
    found = [quote for other, quote in said if len(short) >= _QUOTED and _leaves_out(short, other.split())]
    return found[0] if len({quote.speaker for quote in found}) == 1 else None


def _filled(words: str, said: Sequence[tuple[str, Quote]]) -> Quote | None:
    """The only speaker of `Budget der Ausreden` for `Das ist ein Budget der Ausreden`: made a sentence of."""
    whole = f" {_words(words)} "
    found = [
        quote
        for part, quote in said
        if len(part.split()) >= _PART and f" {part} " in whole and 2 * len(part) >= len(whole.strip())
    ]
    return found[0] if len({quote.speaker for quote in found}) == 1 else None


def _leaves_out(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether all words of one stand in the other in their order."""
    rest = iter(full)
    return all(word in rest for word in short)


def _words(said: str) -> str:
    return said.strip(" .,!?").lower()
