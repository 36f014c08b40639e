"""Whom a sentence is attributed to without a verb of saying: `laut X`, `X zufolge`, `nach Angaben von X`, `so X`."""

import re
from collections.abc import Iterator

from learner.language import gazetteer
from learner.language.clause import Clause
from learner.language.cue import Cue
from learner.language.draft import Draft
from learner.language.phrases import phrase_from, phrase_to
from learner.language.segments import FINITE
from learner.language.speakers import Speaker, Speakers
from learner.language.subjects import Phrase
from learner.language.tables import column
from learner.language.titled import titled_paper
from learner.lexicon.wordclasses import wordclass, wordrow

_COMPOUND = re.compile(r"([A-ZÄÖÜ]\w+)(?:angaben|auskunft|einschätzung|darstellung)")
_INFORMING = wordclass("nouns.informing")
_OUR = wordclass("determiners.of-this-paper")  # `nach Informationen unserer Redaktion`, `dieser Zeitung`
_GENITIVES = wordclass("determiners.genitive", "determiners.possessive-genitive")
_OWN = ("sein", "ihr")
_FURTHER = wordclass("adverbs.furthering") | {"gestern", "später", "dazu"}
_POINTING = frozenset({"dem", "diesem", "dieser"})  # `diesem zufolge`: what was named last
_SCHEDULES = wordrow("nouns.schedule-endings")
_ATTRIBUTING = wordclass("prepositions.attributing")
_ACCORDING = {"gemäß": "laut", "gemäss": "laut"}
_VIEW = frozenset({"Sicht", "Perspektive", "Warte"})  # `aus Sicht der Union`


def prepositional(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int) -> Iterator[Cue]:
    """`laut X`, `X zufolge`, `nach Angaben von X`, `nach seinen Worten`, and `so X` at the end."""
    for token in draft.sentences[sentence]:
        form = _ACCORDING.get(draft.forms[token].lower(), draft.forms[token].lower())
        if form not in _ATTRIBUTING or token in quoted or (form == "aus" and _is_hung(draft, token, sentence)):
            continue
        if found := _by_itself(draft, speakers, token, form, sentence):
            speaker: Speaker | None = found
        elif form in {"nach", "aus", "laut"} and (noun := _attributing(draft, token + 1, form)):
            speaker = _by_noun(draft, speakers, token + 1, noun, sentence)
        elif (form == "nach" and _is_behind_opinion(draft, token)) or (form == "zufolge" and _is_own(draft, token - 1)):
            speaker = speakers.possessor(token - 2, sentence)
        elif form == "zufolge" and token and draft.words[token - 1].tag == "PPER":
            speaker = speakers.dative(token - 1, sentence)
        elif form == "zufolge" and token and draft.form(token - 1).lower() in _POINTING:
            speaker = _paper_before(draft, speakers, token - 1, sentence)
        else:
            phrase = _attributed(draft, token, form, sentence, quoted)
            free = draft.form(token).lower() in {"laut", "zufolge"} and not _is_schedule(draft, phrase)
            free = free and not (phrase and draft.forms[phrase.last] in column("attribution.tsv"))
            known = speakers.source(phrase, sentence) if free else None
            speaker = (
                _written(draft, speakers, phrase, sentence)
                or known
                or speakers.speaker(phrase, None, sentence, attributed=form != "so")
            )
        if speaker:
            phrase = speaker.phrase if form != "zufolge" else _whole(draft, speaker.phrase)
            if form in {"nach", "laut"} and any(word.lemma == "eigen" for word in draft.words[token + 1 : token + 3]):
                phrase = phrase_from(draft, token + 1) or phrase  # the subject stands inside what is said
            last = max(token, phrase.last)
            last += form == "so" and draft.form(last + 1) in _FURTHER  # `…, so Renn weiter, und …`
            yield Cue(sentence, None, min(token, phrase.first), last, speaker, "i")


def _by_itself(draft: Draft, speakers: Speakers, token: int, form: str, sentence: int) -> Speaker | None:
    """Who is told by one word or a title (`nach Polizeiangaben`, `laut „Kurier“`), or by `eigenen Angaben zufolge`."""
    if form == "zufolge" and token > 1 and draft.words[token - 2].lemma == "eigen":
        return _by_noun(draft, speakers, token - 2, token - 1, sentence)
    return _by_compound(draft, token, form) or titled_paper(draft, token, form)


def _is_hung(draft: Draft, token: int, sentence: int) -> bool:
    """`…, weil das aus Sicht der Union zu teuer ist`: a view that the article gives as a reason, no words."""
    own = next((one for one in draft.clauses[sentence] if token in one.tokens), None)
    return own is not None and own.kind == "verb-last"


def _is_schedule(draft: Draft, phrase: Phrase | None) -> bool:
    """`laut Fahrplan`, `laut Kalender`: nobody's words."""
    return phrase is not None and draft.words[phrase.last].lemma.lower().endswith(_SCHEDULES)


def _by_compound(draft: Draft, token: int, form: str) -> Speaker | None:
    """`nach Polizeiangaben`, `Gewerkschaftsangaben zufolge`: whose words they are stands in the noun."""
    noun = {"nach": token + 1, "laut": token + 1, "zufolge": token - 1}.get(form, len(draft.forms))
    found = _COMPOUND.fullmatch(draft.forms[noun]) if 0 <= noun < len(draft.forms) else None
    if found is None:
        return None
    body = next((one for one in (found[1], found[1].removesuffix("s")) if gazetteer.is_body(one)), None)
    body = body or (found[1] if gazetteer.speaks(found[1]) or found[1] in {"Polizei", "Behörden"} else None)
    return Speaker(body, certain=False, phrase=Phrase(noun, noun)) if body else None


def _is_behind_opinion(draft: Draft, token: int) -> bool:
    """`ihrer Ansicht nach`; not `meiner Meinung nach`, nor `Ihrer Meinung nach` where somebody is asked."""
    opinion = token > 1 and draft.forms[token - 1] in column("attribution.tsv")
    whose = draft.forms[token - 2] if opinion else ""
    opens = draft.sentences[draft.sentence_of(token)].start == token - 2
    return whose.lower().startswith(("sein", "ihr")) and (whose[0].islower() or opens)


def _is_own(draft: Draft, noun: int) -> bool:
    """`ihren Berechnungen zufolge`, `seiner Studie zufolge`: what the one told of has said or written."""
    told = draft.form(noun) in column("attribution.tsv") or gazetteer.is_document(draft.words[noun].lemma)
    return told and noun > 0 and draft.tag(noun - 1) == "PPOSAT" and draft.form(noun - 1).lower().startswith(_OWN)


def _paper_before(draft: Draft, speakers: Speakers, token: int, sentence: int) -> Speaker | None:
    """`Er verweist auf ein Gutachten. Diesem zufolge …`: the last paper of the sentence before."""
    before = draft.sentences[sentence - 1] if sentence else range(0)
    noun = next((one for one in reversed(before) if gazetteer.is_document(draft.words[one].lemma)), None)
    phrase = phrase_to(draft, noun) if noun is not None and draft.tag(noun) == "NN" else None
    if phrase is None:
        return None
    return Speaker(speakers.paper(phrase).name, certain=False, phrase=Phrase(token, token))


def _written(draft: Draft, speakers: Speakers, phrase: Phrase | None, sentence: int) -> Speaker | None:
    """`(laut) einer Umfrage des Verbands`: the paper that says so, or the person who wrote it."""
    if phrase is None or not gazetteer.is_document(draft.words[phrase.last].lemma):
        return None
    behind = phrase.last + 1 + (draft.form(phrase.last + 1) in {"von", "vom"})
    maker = phrase_from(draft, behind)
    writer = speakers.speaker(maker, None, sentence, attributed=True) if maker else None
    if maker and writer and writer.name and speakers.names_person(range(maker.first, maker.last + 1)):
        return writer
    return speakers.paper(phrase)


def _attributed(draft: Draft, token: int, form: str, sentence: int, quoted: frozenset[int]) -> Phrase | None:
    """The noun phrase that `laut`, `zufolge` or a final `so` attributes the sentence to."""
    if form == "laut" and draft.words[token].tag in {"APPR", "ADJ(D)", "NN", "NE", "APPO"}:
        return phrase_from(draft, token + 1)
    if form == "zufolge":
        return _owning(draft, phrase_to(draft, token - 1))
    if form == "so" and token - 1 in draft.sentences[sentence] and draft.forms[token - 1] == ",":
        before = next((one for one in range(token - 1, 0, -1) if draft.forms[one][0].isalnum()), 0)
        return _final(draft, token, sentence) if before not in quoted else None
    return None


def _owning(draft: Draft, phrase: Phrase | None) -> Phrase | None:
    """`einer Sprecherin des Gerichts (zufolge)`: the one to whom the genitive belongs; of `Angaben des X` X himself."""
    before = phrase.first - 1 if phrase else 0
    written = gazetteer.is_document(draft.words[before].lemma) and phrase is not None and _may_write(draft, phrase)
    if phrase is None or draft.forms[before] in column("attribution.tsv") or written:
        return phrase
    whole = _whole(draft, phrase)
    nouns = (token for token in range(whole.first, whole.last + 1) if draft.words[token].tag in {"NN", "NE", "NNA"})
    head = next(nouns, whole.last)  # a foreign word or a sign may stand there alone
    return Phrase(whole.first, head) if whole != phrase else phrase


def _may_write(draft: Draft, phrase: Phrase) -> bool:
    """Whether a name or a noun for a person or body stands in a phrase; not `(Analyse) der Zähne`."""
    tokens = range(phrase.first, phrase.last + 1)
    return any(draft.tag(one) == "NE" or gazetteer.speaks(draft.words[one].lemma) for one in tokens)


def _whole(draft: Draft, phrase: Phrase) -> Phrase:
    """The phrase with the noun before it of which it is the genitive."""
    before = phrase.first - 1
    genitive = before >= 0 and draft.forms[phrase.first].lower() in _GENITIVES and draft.words[before].tag == "NN"
    head = phrase_to(draft, before) if genitive else None
    return Phrase(head.first, phrase.last) if head else phrase


def _final(draft: Draft, so: int, sentence: int) -> Phrase | None:
    """The phrase behind `so`, where no verb follows (`…, so der Analyst weiter`)."""
    phrase = phrase_from(draft, so + 1)
    if phrase is None or draft.tag(so + 1) not in {"ART", "PPOSAT", "NE", "NN"}:
        return None
    if draft.form(phrase.last + 1 + (draft.form(phrase.last + 1) in _FURTHER)) == ",":
        return phrase
    rest = range(phrase.last + 1, draft.sentences[sentence].stop)
    behind = [token for token in rest if draft.forms[token][0].isalnum()]
    return phrase if len(behind) <= _REST and not any(is_finite(draft, token) for token in behind) else None


def _owner(draft: Draft, first: int) -> Phrase | None:
    """`nach Kellers Worten`: the name in the genitive before the noun."""
    genitive = draft.words[first].tag == "NE" and draft.forms[first].endswith(("s", "’", "'"))
    return Phrase(first, first) if genitive and draft.form(first + 1) in column("attribution.tsv") else None


def _attributing(draft: Draft, token: int, preposition: str) -> int | None:
    """The noun of `nach Angaben von X`, `nach den Worten des X`, `nach eigenen Angaben`, `aus Sicht von X`."""
    phrase = phrase_from(draft, token)
    inside = range(phrase.first, phrase.last + 1) if phrase else ()
    nouns = _VIEW if preposition == "aus" else column("attribution.tsv")
    found = next((one for one in inside if draft.forms[one] in nouns), None)
    paper = preposition == "laut" and found is not None and gazetteer.is_document(draft.words[found].lemma)
    if any(draft.words[one].lemma == "eigen" for one in inside):  # `laut eigenem Bericht`
        return found
    return None if paper else found


def _by_noun(draft: Draft, speakers: Speakers, first: int, noun: int, sentence: int) -> Speaker | None:
    """Whose words they are: the phrase behind the noun, the possessive before it, with `eigen` the subject."""
    if draft.words[first].tag == "PPOSAT":
        return speakers.possessor(first, sentence)
    if draft.forms[noun + 1 : noun + 2] and draft.form(noun + 1).lower() in _OUR:  # what the article itself has found
        return None
    if any(draft.words[token].lemma == "eigen" for token in range(first, noun)):
        main = next((clause for clause in draft.clauses[sentence] if first in clause.tokens), None)
        phrase = speakers.subject(main, frozenset()) if main else None
        if phrase is None and main and main.parent is not None and draft.tag(main.start_token) == "KON":
            phrase = speakers.subject(draft.clauses[sentence][main.parent], frozenset())
        return _own_words(draft, speakers, main, phrase, sentence) if main else None
    if owner := _owner(draft, first):
        return speakers.speaker(owner, None, sentence)
    behind = noun + 1
    if behind < len(draft.forms) and draft.forms[behind] in {"von", "vom"}:
        behind += 1
    if draft.forms[noun] in _INFORMING:
        return speakers.source(phrase_from(draft, behind), sentence)
    return speakers.speaker(phrase_from(draft, behind), None, sentence, attributed=True)


def _own_words(draft: Draft, speakers: Speakers, main: Clause, phrase: Phrase | None, sentence: int) -> Speaker | None:
    """Whom the subject means; behind an object in front (`Geld will der Verein nach eigenen Angaben`) the one there."""
    found = speakers.speaker(phrase, main.finite, sentence)
    if main.finite is None or (found and found.name):
        return found
    other = speakers.speaker(phrase_from(draft, main.finite + 1), main.finite, sentence)
    return other if other and other.name else found


_REST = 4  # words that may follow `so X` (`am Freitag in Berlin`)


def is_finite(draft: Draft, token: int) -> bool:
    """Whether a token is a finite verb."""
    return draft.words[token].tag in FINITE
