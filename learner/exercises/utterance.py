"""What somebody says in an article, as a sentence that can be shown alone."""

from collections.abc import Sequence

from learner.exercises import extent
from learner.exercises.dangling import speaks_for_itself
from learner.exercises.difficulty import at_least
from learner.exercises.material import Material
from learner.exercises.parted_quotes import put_together
from learner.exercises.pointing import sums_up
from learner.exercises.pronouns import is_finite
from learner.exercises.readable import are_easy, is_readable
from learner.exercises.reference import is_understood, resolved
from learner.exercises.said_before import leans_on_words_before
from learner.exercises.self_told import of_speaker
from learner.exercises.statement import Statement
from learner.exercises.wordlists import words as words_of
from learner.language.analysis import Quote, Word
from learner.language.clauses import Clause, clauses
from learner.lexicon.wordclasses import wordclass
from learner.text.article import Span

_FEWEST_WORDS, _MOST_WORDS = 5, 60
_FEWEST_CONTENT, _FEWEST_CONTENT_HARD, _FEWEST_SPOKEN = 3, 6, 2
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_POINTING = frozenset({"PDS", "PDAT", "PAV", "PROAV"})
_CONDITIONS = frozenset({"sollte", "sollten"})
_ADDING = wordclass("adverbs.only-adding")
_JOINING = wordclass("adverbs.joining-sentences")
_GOING_ON = wordclass("conjunctions.going-on")  # `…, erklärte er, und einen Bruch könne man …`, `…, sagte er, aber …`
_NEAR = 4  # tokens from a comma to what is set against the part before it (`im Zug sieben, im Bus aber 19 Prozent`)
_JOINED = frozenset({"ADV", "KON", "KOKOM", "PTKNEG", "$,", "$."})  # beside an adverb, what may be one with it
_MARKS = '„“”»«"\n'


def utterance(material: Material, quote: Quote) -> str | None:
    """What was said as a sentence of its own; None where it is a part, a question or too short to tell who spoke."""
    parted = put_together(material, quote)
    said = parted.text if parted else material.analysis.article.slice(Span(quote.start, quote.end)).strip(" ,;–-")
    tokens = parted.tokens if parted else tuple(extent.tokens(material.analysis, quote.start, quote.end))
    if quote.kind == "indirect" and len(freed := _without_joining(material, tokens)) < len(tokens):
        said, tokens = Statement(extent.sentence_of(material.analysis, tokens[0]), freed).text(material.analysis), freed
    words = [material.analysis.words[token] for token in tokens]
    if (
        any(mark in said for mark in _MARKS)
        or said.count("(") != said.count(")")
        or said.endswith(("?", "…", ":", "..."))
        or not _says_something(words, _fewest(material, quote))
    ):
        return None
    if (plain := _without_adding(material, quote, tokens)) is not None:
        return plain
    joined = words[0].tag == "KON" or material.analysis.form(tokens[0]).lower() in _GOING_ON
    if joins_others(material, tokens) or (quote.kind == "indirect" and joined) or retells(material, tokens):
        return None
    if not _is_of_level(material, tokens):
        return None
    whole = _is_whole_quotation if quote.kind == "direct" else _is_whole_report
    if not whole(material, quote, tokens):
        return None
    ended = said if said.endswith((".", "!")) else f"{said}."
    return ended[0].upper() + ended[1:]


def _is_of_level(material: Material, tokens: Sequence[int]) -> bool:
    """Whether it can be read at the level, and at C1 says something."""
    if at_least(material.level, "B1"):
        short = at_least(material.level, "C1") and _is_short([material.analysis.words[token] for token in tokens])
        return not short and is_readable(material, tokens)
    return are_easy(material, tokens) and is_readable(material, tokens, weighed=True)


def _without_joining(material: Material, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """`Die Stadt müsse deshalb sparen` without the word that joins it to what was said before."""
    inside = zip(tokens, tokens[1:-1], tokens[2:], strict=False)
    joining = {token for before, token, behind in inside if _joins_alone(material, before, token, behind)}
    parted = next((token for token in tokens if material.analysis.form(token) == ","), tokens[-1])
    against = {token for token in joining if material.analysis.form(token) == "aber" and token > parted}
    return tuple(token for token in tokens if token not in joining - against)


def _joins_alone(material: Material, before: int, token: int, behind: int) -> bool:
    """Whether a joining adverb belongs to nothing beside it (`aber auch`, `deshalb, weil`)."""
    form, beside = material.analysis.form(token), {material.analysis.words[one].tag for one in (before, behind)}
    joined = _JOINED - {"$,"} if form in _ADDING else _JOINED
    opens = material.analysis.form(before) == "," and is_finite(material, behind)  # `…, außerdem sei es neu`
    return (form in _JOINING or form == "aber") and beside.isdisjoint(joined) and not opens


def joins_others(material: Material, tokens: Sequence[int]) -> bool:
    """`Das sei jedoch schwierig`, `habe sich aber gezeigt`: it goes on from what was said before."""
    forms = [material.analysis.form(token).lower() for token in tokens]
    places = [place for place, form in enumerate(forms) if form == "aber" and place]
    but = any("," not in forms[max(place - _NEAR, 0) : place] for place in places)
    return but or not _JOINING.isdisjoint(forms)


def retells(material: Material, tokens: Sequence[int]) -> bool:
    """`Dann hör ich auf, hat sie immer gesagt`: somebody else's words inside the quotation."""
    said = [material.analysis.words[token] for token in tokens]
    saying = any(word.lemma in {"sagen", "meinen", "fragen"} for word in said)
    if saying and any(material.analysis.form(token) == ":" for token in tokens):
        return True  # `Irgendwann hat jemand gesagt: Die Kunden kennen euch.`
    others = {material.analysis.form(token).lower() for token in tokens if material.analysis.words[token].tag == "PPER"}
    return saying and bool(others & {"er", "sie"})


def tells_itself(material: Material, number: int, tokens: Sequence[int]) -> bool:
    """`Ein Roman sei nicht in Arbeit, beschied sie`: a clause of the article itself stands in what it reports.

    In the plural the present may be either (`die Leute zahlen mehr`), and so may what seems a first person (`Komme …`).
    """
    found = clauses(material.analysis, number)
    finite = (one.finite for one in found if one.kind in {"main", "verb-first"} and one.finite in tokens)
    told = [material.analysis.words[token].features for token in finite if token is not None]
    own = (one for one in told if one.get("Mood") == "Ind" and one.get("Person") != "1")
    return any(one.get("Tense") == "Past" or one.get("Number") == "Sing" for one in own)


def _fewest(material: Material, quote: Quote) -> int:
    """How many words of content are enough: of a quotation up to B1 two (`Ich schlafe wie ein Stein`)."""
    short = quote.kind == "direct" and not at_least(material.level, "B2")
    opener = material.analysis.form(extent.tokens(material.analysis, quote.start, quote.end)[0]).lower()
    return _FEWEST_SPOKEN if short and opener not in words_of("connectives.txt") | {"und", "aber"} else _FEWEST_CONTENT


def _says_something(words: Sequence[Word], fewest: int) -> bool:
    count = sum(word.pos != "PUNCT" for word in words)
    content = {word.lemma for word in words if word.pos in _CONTENT}
    finite = any(word.features.get("VerbForm") == "Fin" for word in words)
    return finite and _FEWEST_WORDS <= count <= _MOST_WORDS and len(content) >= fewest


def _is_short(words: Sequence[Word]) -> bool:
    """Whether it says little: `Die Stadt habe keine Wahl`."""
    return len({word.lemma for word in words if word.pos in _CONTENT}) < _FEWEST_CONTENT_HARD


def _is_whole_quotation(material: Material, quote: Quote, tokens: Sequence[int]) -> bool:
    """It begins a sentence, does not begin by pointing back, and does not go on behind `sagte X,`."""
    begins = material.analysis.article.text[quote.start].isupper()
    number = extent.sentences(material.analysis, quote.start, quote.end)[0]
    first = material.analysis.words[tokens[0]]
    points = first.tag in _POINTING or (first.tag == "PPER" and first.lemma in {"er", "sie", "es"})
    points |= leans_on_words_before(material, tokens)
    asks = first.tag in {"KON", "PWAV", "PWS", "PWAT"} and not _is_whoever(material, number, tokens)
    whole = not is_half(material, quote) and _is_sentence(material, quote) and speaks_for_itself(material, tokens)
    return begins and not (points or asks or sums_up(material, number, tokens)) and whole


def _is_whoever(material: Material, number: int, tokens: Sequence[int]) -> bool:
    """`Wer ein Volk stiehlt, nimmt …`: the clause that opens the quotation is what another one is about."""
    found = clauses(material.analysis, number)
    clause = next((clause for clause in found if clause.start_token == tokens[0]), None)
    if clause is None or clause.kind != "verb-last" or material.analysis.form(tokens[0]) != "Wer":
        return False
    points = any(material.analysis.words[token].tag == "PROAV" for token in clause.tokens)  # `Wer daraus lernt, …`
    return not points and _main_behind(found, clause, tokens) is not None


def _is_sentence(material: Material, quote: Quote) -> bool:
    """Whether a main clause is quoted: no `Durchbruch, mit dem keiner gerechnet hat`, no `Obwohl ich gut sehe`."""
    tokens = extent.tokens(material.analysis, quote.start, quote.end)
    number = extent.sentences(material.analysis, quote.start, quote.end)[0]
    found = clauses(material.analysis, number)
    return any(one.kind in {"main", "verb-first"} and one.finite is not None and one.finite in tokens for one in found)


def is_half(material: Material, quote: Quote) -> bool:
    """Whether a quotation goes on behind who says it, in a way that may make both halves one clause."""
    return quote.kind == "direct" and _goes_on(material, quote) and put_together(material, quote) is None


def is_cut_off(material: Material, quote: Quote) -> bool:
    """`Es habe einen Abend gegeben, sagt Kern, an dem sie …`: what tells of the last noun stands behind the report."""
    if quote.kind == "direct":
        return False
    behind = _tags_behind(material, Span(quote.start, quote.end))
    cue = quote.cue if quote.cue and quote.cue.start >= quote.end else None
    far = _tags_behind(material, cue) if cue else []  # `versicherte Ott, der …` tells of the speaker
    return behind[:2] == ["$,", "PRELS"] or ["$,", "APPR", "PRELS"] in (behind, far)


def _tags_behind(material: Material, span: Span) -> list[str]:
    last = extent.tokens(material.analysis, span.start, span.end)[-1]
    return [word.tag for word in material.analysis.words[last + 1 : last + 4]]


def _goes_on(material: Material, quote: Quote) -> bool:
    """Whether another part of the same quotation follows in lower case, or this is such a part."""
    article = material.analysis.article
    last = extent.sentences(material.analysis, quote.start, quote.end).stop
    end = article.sentences[last - 1].end
    return any(
        other.kind == "direct" and quote.end < other.start < end and article.text[other.start].islower()
        for other in material.analysis.quotes
    )


def _without_adding(material: Material, quote: Quote, tokens: Sequence[int]) -> str | None:
    """`Zudem habe jeder Kunde unterschrieben` as `Jeder Kunde habe unterschrieben`; None where no such word begins."""
    opener = material.analysis.form(tokens[0]).lower()
    if quote.kind == "direct" or opener not in _ADDING or joins_others(material, tokens[1:]):
        return None
    number = extent.sentences(material.analysis, quote.start, quote.end)[0]
    reports = any(one.finite == tokens[1] and one.kind == "main" for one in clauses(material.analysis, number))
    told = material.analysis.words[tokens[1]].features
    if not reports or told.get("Mood") != "Sub" or tells_itself(material, number, tokens):
        return None
    if not is_readable(material, tokens) or (quote.cue and quote.start <= quote.cue.start < quote.end):
        return None
    plain = resolved(material, Statement(number, tuple(tokens)))
    unnamed = plain is not None and not plain.instead  # `Zudem sei er krank`: whoever that is
    return f"{plain.text(material.analysis)}." if plain is not None and unnamed else None


def _is_whole_report(material: Material, quote: Quote, tokens: Sequence[int]) -> bool:
    """A main clause in the subjunctive that does not hold its cue, and in which no pronoun points outside."""
    words = [material.analysis.words[token] for token in tokens]
    found = clauses(material.analysis, extent.sentences(material.analysis, quote.start, quote.end)[0])
    clause = next((clause for clause in found if clause.start_token == tokens[0]), None)
    if clause is not None and _opens_report(material, clause) and material.analysis.form(tokens[0]).lower() != "dass":
        clause = _main_behind(found, clause, tokens)  # `Wer zu spät kommt, zahle fünf Euro`
    if leans_on_words_before(material, tokens) or is_cut_off(material, quote):
        return False
    if clause is None or clause.kind != "main" or not clause.certain or clause.finite in {None, tokens[0]}:
        return False  # `Gelinge das, so Keller, werde nur ein Apfel übersehen`: half of it begins with its verb
    assert clause.finite is not None
    number = extent.sentences(material.analysis, quote.start, quote.end)[0]
    if material.analysis.words[clause.finite].features.get("Mood") != "Sub" or tells_itself(material, number, tokens):
        return False
    outside = quote.cue is not None and not quote.start <= quote.cue.start < quote.end
    own = of_speaker(material, quote, tokens)
    if own is not None:
        return outside and is_understood(material, own)
    if material.analysis.form(tokens[0]).lower() in words_of("connectives.txt"):
        return False
    sentence = extent.sentences(material.analysis, quote.start, quote.end)[0]
    return outside and words[0].tag not in _POINTING and is_understood(material, Statement(sentence, tuple(tokens)))


def _opens_report(material: Material, clause: Clause) -> bool:
    """Whether a clause may stand before the main clause of a report: `Wer …`, `Sollte es …`, `Komme die Sperre`."""
    opener, form = material.analysis.words[clause.start_token].features, material.analysis.form(clause.start_token)
    supposed = opener.get("Tense") == "Pres" and (opener.get("Mood") == "Sub" or form.endswith("e"))
    supposed |= form.lower() in _CONDITIONS
    return clause.kind == "verb-last" or (clause.kind == "verb-first" and supposed)


def _main_behind(found: Sequence[Clause], clause: Clause, tokens: Sequence[int]) -> Clause | None:
    """The main clause whose Vorfeld a clause is that opens a report, where the report holds all of it."""
    behind = next((one for one in found if one.kind == "main" and one.start_token > clause.start_token), None)
    inside = behind is not None and behind.finite in tokens and behind.tokens[-1] in tokens
    return behind if inside and clause.certain else None
