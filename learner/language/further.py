"""Speech that others lead to: what somebody quotes inside a quotation, and `hieß es weiter` behind a body's words."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from learner.language.analysis import Quote
from learner.language.cue import Cue
from learner.language.cues import can_introduce
from learner.language.governed import governed_by
from learner.language.quotation import nested
from learner.language.scene import Scene
from learner.lexicon.wordclasses import wordclass
from learner.text.article import Span

ANYBODY = wordclass("persons.anybody")  # `die alte Dame` has been called something else
_AGAIN = wordclass("adverbs.furthering") | {"dazu"}
_MYSELF = frozenset({"Ich", "ich"})
_SAID = wordclass("verbs.heissen-forms")


def inside(scene: Scene, outer: Sequence[Quote]) -> Iterator[Quote]:
    """`„Neulich sagte eine Kundin: ‚Ich komme nicht mehr.‘“`: the words of another inside a quotation."""
    for span in nested(scene.draft.article, [Span(one.start, one.end) for one in outer if one.kind == "direct"]):
        tokens = scene.draft.tokens_in(span)
        if tokens:
            teller = next((one for one in outer if one.start < span.start and span.end <= one.end), None)
            who = _who(scene, tokens.start, teller.speaker if teller else None)
            yield Quote(span.start, span.end, "direct", who, certain=False, cue=None)


def _who(scene: Scene, first: int, teller: str | None) -> str | None:
    """The role or person that is the subject of the clause before; of `ich` the one who tells of it."""
    colon = first - 2
    for clause in scene.draft.clauses[scene.draft.sentence_of(max(colon, 0))]:
        if clause.finite is None or not clause.start_token <= colon - 1 < clause.end_token:
            continue
        if any(scene.draft.forms[token] in _MYSELF for token in clause.tokens if token < colon):
            return teller if can_introduce(scene.draft, clause) else None
        phrase = scene.speakers.subject(clause, frozenset())
        if phrase is None or scene.draft.words[phrase.first].tag == "PPER" or not can_introduce(scene.draft, clause):
            return None
        found = scene.speakers.speaker(phrase, None, scene.draft.sentence_of(phrase.first))
        return found.name if found else None
    return None


def retold(scene: Scene, outer: Sequence[Quote]) -> Iterator[Quote]:
    """`Der Chef habe versprochen, dass alle bleiben, klagt sie`: what one says whom the report of another tells of."""
    for cue in scene.cues:
        if not _is_retold(scene, cue):
            continue
        own = scene.draft.span(cue.first, cue.last)
        teller = next((one for one in outer if one.kind == "indirect" and _holds(one, own) and one.speaker), None)
        if teller is None or cue.speaker is None or teller.speaker == cue.speaker.name:
            continue
        for span in governed_by(scene, cue, scene.draft.clauses[cue.sentence]):
            found = scene.quote(span, "indirect", cue)
            others = (one for one in outer if one.kind == "indirect" and one is not teller and not _holds(one, own))
            known = any(one.start < span.end and span.start < one.end for one in others)
            if own.end < span.start and _holds(teller, span) and not known:
                yield Quote(found.start, found.end, "indirect", found.speaker, certain=False, cue=found.cue)


def _is_retold(scene: Scene, cue: Cue) -> bool:
    """Whether a verb of saying stands in the perfect in Konjunktiv I, with words behind it and somebody named."""
    if cue.clause is None:
        return False
    verb, clauses = scene.draft.words[cue.clause.finite or 0], scene.draft.clauses[cue.sentence]
    behind = clauses[clauses.index(cue.clause) + 1 :][:1]
    words = bool(behind) and behind[0].kind != "infinitive"
    ordered = bool(behind) and scene.draft.words[behind[0].finite or 0].lemma == "sollen"  # `…, sie solle warten`
    told = verb.lemma == "haben" and verb.features.get("Mood") == "Sub" and verb.features.get("Tense") == "Pres"
    named = (cue.speaker.name or "") if cue.speaker and scene.draft.tag(cue.speaker.phrase.first) != "PPER" else ""
    says = "i" in cue.kinds and cue.strength == "s"
    return told and words and not ordered and says and bool(named) and named.split()[-1] not in ANYBODY


def _holds(quote: Quote, span: Span) -> bool:
    return quote.start <= span.start and span.end <= quote.end


def said_again(scene: Scene, quotes: Sequence[Quote]) -> list[Quote]:
    """`…, hieß es weiter`: the body that spoke right before in the paragraph."""
    found: list[Quote] = []
    for quote in quotes:
        before = found[-1] if found else None
        if quote.speaker is None and before and before.speaker and _goes_on(scene, before, quote):
            found.append(replace(quote, speaker=before.speaker))
        else:
            found.append(quote)
    return found


def _goes_on(scene: Scene, before: Quote, quote: Quote) -> bool:
    """Whether the quotation's cue says `hieß es weiter` in the same paragraph and no person spoke before."""
    sentence = scene.draft.sentence_at(quote.start + 1)
    if scene.paragraph(scene.draft.sentence_at(before.start + 1)) != scene.paragraph(sentence):
        return False
    person = any(name.name == before.speaker and name.kind == "person" for name in scene.names)
    if person and not _is_written(scene, before):
        return False
    tokens = [token for token in scene.draft.sentences[sentence] if token not in scene.quoted]
    forms = [scene.draft.forms[token].lower() for token in tokens]
    says = any(forms[place] in _SAID and forms[place + 1] == "es" for place in range(len(forms) - 1))
    return says and bool(set(forms) & _AGAIN)


def _is_written(scene: Scene, quote: Quote) -> bool:
    """`…, schrieb sie in einem Brief. …, heißt es weiter`: a person goes on in what he has written."""
    tokens = scene.draft.tokens_in(quote.cue) if quote.cue else range(0)
    return any(scene.draft.words[token].lemma == "schreiben" for token in tokens)
