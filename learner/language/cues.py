"""Where an article says that somebody speaks: verbs of saying with their subjects, `laut`, `zufolge`, `so X`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from learner.language import gazetteer
from learner.language.clauses import Clause
from learner.language.draft import Draft
from learner.language.phrases import phrase_from, phrase_to
from learner.language.segments import FINITE, INFINITIVES, PARTICIPLES
from learner.language.speakers import Speaker, Speakers
from learner.language.subjects import Phrase
from learner.language.tables import column, rows

_IMPERSONAL = frozenset({"heißen", "verlauten"})
_PLACES = frozenset({"in", "im", "aus", "bei", "beim", "von", "vom", "seitens"})
_INSIDE = frozenset({"in", "im"})  # `in der Gemeinde heißt es`: somebody there says so
_SOMEBODY_OF = frozenset(
    "Mannschaft Belegschaft Team Branche Familie Publikum Gruppe".split()
)  # `hieß es aus der Mannschaft`: one of many
_PLAIN = frozenset({"klar", "sicher", "unstrittig", "ausgemacht"})  # `für X ist klar, dass …`
_AUXILIARIES = frozenset({"VA(FIN)", "VM(FIN)"})
_OUGHT = frozenset({"müssen", "sollen", "dürfen"})  # `der Mieter muss mitteilen, dass …` is a duty
_ADMITTING = frozenset({"zugeben", "einräumen", "gestehen", "eingestehen", "feststellen", "sagen", "haben"})
_GENITIVE = frozenset({"des", "der", "eines", "einer"})
_ANSWERING = frozenset({"antworten", "entgegnen", "erwidern"})
_ASKING = frozenset({"fragen", "nachfragen", "erkundigen"})
_BECOMING = frozenset({"VA(FIN)", "VA(INF)", "VA(PP)"})
_HEARD = frozenset({"hören", "lesen", "vernehmen", "erfahren"})
_ADVERBS = ("hinterher", "weiter", "dazu", "dabei", "vorher", "zusammen")  # read as particles of the verb
_COMPOUND = re.compile(r"([A-ZÄÖÜ]\w+)(?:angaben|auskunft|einschätzung|darstellung)")
_VIEW = frozenset({"Sicht", "Perspektive", "Warte"})  # `aus Sicht der Union`


@dataclass(frozen=True, slots=True)
class Cue:
    """One attribution: its sentence, the verb's clause (None for `laut X`), first and last token, the speaker.

    `kinds` says what it can introduce (`d` direct, `i` indirect); `strength` is `s` for speech, `t` for thought.
    """

    sentence: int
    clause: Clause | None
    first: int
    last: int
    speaker: Speaker | None
    kinds: str
    strength: str = "s"


def cues(draft: Draft, speakers: Speakers, quoted: frozenset[int]) -> list[Cue]:
    """Every cue outside quotation marks, in order."""
    found: list[Cue] = []
    for sentence, clauses in enumerate(draft.clauses):
        verbs = [cue for clause in clauses if (cue := _verb_cue(draft, speakers, quoted, sentence, clause))]
        found += verbs
        found += _before_colon(draft, speakers, quoted, sentence)
        found += _prepositional(draft, speakers, quoted, sentence)
    return sorted(found, key=lambda cue: cue.first)


def _before_colon(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int) -> Iterator[Cue]:
    """`Das Amt bestätigt: Die Brücke sei marode`: a verb that is read as a participle, and no other verb beside it."""
    tokens = draft.sentences[sentence]
    colon = next((token for token in tokens if draft.forms[token] == ":" and token not in quoted), tokens.start)
    verb = colon - 1
    if verb <= tokens.start or draft.words[verb].tag != "VV(PP)" or not draft.forms[verb].endswith("t"):
        return
    known, phrase = _verbs().get(draft.words[verb].lemma), phrase_from(draft, tokens.start)
    if known is None or phrase is None or phrase.last != verb - 1:
        return
    speaker = speakers.speaker(phrase, verb, sentence)
    if speaker and speaker.name:
        yield Cue(sentence, None, phrase.first, verb, speaker, known[0], known[1])


def can_introduce(draft: Draft, clause: Clause) -> bool:
    """Whether the verb of a clause can introduce direct speech."""
    known = _saying(draft, clause, frozenset())
    return known is not None and "d" in known[0]


def _verb_cue(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, clause: Clause) -> Cue | None:
    if clause.finite is None or clause.finite in quoted or _is_unreal(draft, clause.finite):
        return None
    known = _saying(draft, clause, quoted)
    if not known:
        return _conviction(draft, speakers, quoted, sentence, clause)
    if _is_passive(draft, clause, quoted):
        if draft.words[clause.finite].features.get("Mood") == "Sub":  # `ihm sei gesagt worden, …`: told by another
            return None
        return Cue(sentence, clause, clause.finite, clause.finite, None, known[0], known[1])
    shared = _shared(draft, speakers, quoted, sentence, clause)
    omitted = shared is not None and clause.finite == clause.start_token + 1  # `und lobte die Helfer`
    phrase = (shared if omitted else speakers.subject(clause, quoted)) or shared
    speaker = speakers.speaker(phrase, clause.finite, sentence)
    if speaker and speaker.name and _answers_himself(draft, speakers, sentence, clause, speaker):
        speaker = Speaker(None, certain=False, phrase=speaker.phrase)
    if phrase and phrase.last < clause.finite and not (speaker and speaker.name):
        speaker = speakers.named_behind(clause, phrase, quoted) or speaker
        phrase = speaker.phrase if speaker else phrase
    if _is_impersonal(draft, clause, quoted) and not (speaker and speaker.name):
        speaker = _source(draft, speakers, quoted, sentence, clause)
        phrase = speaker.phrase if speaker else phrase
    ends = [clause.finite, *((phrase.first, phrase.last) if phrase else ())]
    return Cue(sentence, clause, min(ends), max(ends), speaker, known[0], known[1])


def _conviction(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, clause: Clause) -> Cue | None:
    """`Für Keller steht fest: …`, `Für die Ministerin ist klar, dass …`."""
    finite, forms = clause.finite or 0, draft.forms
    lemmas = {draft.words[token].lemma for token in clause.tokens if token not in quoted}
    if "feststehen" not in lemmas and not (draft.words[finite].lemma == "sein" and lemmas & _PLAIN):
        return None
    token = next((one for one in clause.tokens if forms[one].lower() == "für" and one not in quoted), None)
    speaker = speakers.speaker(phrase_from(draft, token + 1), None, sentence) if token is not None else None
    if token is None or speaker is None or not speaker.name:
        return None
    sure = Speaker(speaker.name, certain=False, phrase=speaker.phrase)
    return Cue(sentence, clause, min(token, finite), max(finite, sure.phrase.last), sure, "di")


def _answers_himself(draft: Draft, speakers: Speakers, sentence: int, clause: Clause, speaker: Speaker) -> bool:
    """`Der Richter fragte, … „…“, antwortete er`: the pronoun cannot mean the one who has just asked."""
    answers = draft.words[clause.finite or 0].lemma in _ANSWERING
    if not answers or draft.words[speaker.phrase.first].tag != "PPER":
        return False
    before = range(max(0, sentence - 2), sentence + 1)
    asked = [one for place in before for one in draft.clauses[place] if draft.words[one.finite or 0].lemma in _ASKING]
    phrases = [speakers.subject(one, frozenset()) for one in asked if one.finite is not None]
    return any(
        (found := speakers.speaker(phrase, None, draft.sentence_of(phrase.first))) and found.name == speaker.name
        for phrase in phrases
        if phrase
    )


def _is_passive(draft: Draft, clause: Clause, quoted: frozenset[int]) -> bool:
    """`Keller wurde gefragt, …`, `ihm ist gesagt worden, …`: the subject is not the one who speaks."""
    verbs = [draft.words[token] for token in clause.tokens if token not in quoted]
    participles = [word for word in verbs if word.tag in PARTICIPLES and word.lemma != "werden"]
    return bool(participles) and any(word.lemma == "werden" and word.tag in _BECOMING for word in verbs)


def _is_impersonal(draft: Draft, clause: Clause, quoted: frozenset[int]) -> bool:
    """`es heißt`, `von „…“ ist die Rede`."""
    lemma = draft.words[clause.finite or 0].lemma
    return lemma in _IMPERSONAL or _is_talk(draft, clause, quoted)


def _is_talk(draft: Draft, clause: Clause, quoted: frozenset[int]) -> bool:
    """`ist von „…“ die Rede`."""
    forms = [draft.forms[token] for token in clause.tokens if token not in quoted]
    return draft.words[clause.finite or 0].lemma == "sein" and forms[-2:] == ["die", "Rede"]


def _source(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, clause: Clause) -> Speaker | None:
    """`beim Amt heißt es`, `in einem Papier des Ministeriums hieß es`: where it is said, or whose paper it is."""
    for token in clause.tokens:
        if token in quoted or draft.forms[token].lower() not in _PLACES:
            continue
        phrase = phrase_from(draft, token + 1)
        noun = draft.words[phrase.last] if phrase else None
        if phrase is None or noun is None or noun.lemma in column("calendar.tsv"):
            continue
        if noun.lemma in _SOMEBODY_OF and draft.forms[token].lower() == "aus":
            return None
        if noun.tag == "NE":
            found = speakers.body(phrase)
            if found is None or draft.forms[token].lower() in _INSIDE:
                continue
            return found
        if not gazetteer.is_document(noun.lemma):
            inside = draft.forms[token].lower() in _INSIDE and not gazetteer.is_institution(noun.lemma)
            return None if inside or noun.lemma.lower().endswith("kreis") else speakers.speaker(phrase, None, sentence)
        behind = phrase.last + 1 + (draft.forms[phrase.last + 1 : phrase.last + 2] in (["von"], ["vom"]))
        maker = speakers.speaker(phrase_from(draft, behind), None, sentence)
        if maker is None or not maker.name:
            maker = _known_maker(draft, speakers, token, noun.lemma, sentence)
        return maker or speakers.owner(token, sentence, quoted)
    there = next((token for token in clause.tokens if draft.forms[token].lower() == "dort"), None)
    return _there(draft, speakers, quoted, sentence, there) if there is not None else None


def _there(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, there: int) -> Speaker | None:
    """`Skeptisch ist man beim Verband. Das sei falsch, heißt es dort`: the body of the sentence before."""
    tokens = draft.sentences[sentence - 1] if sentence else range(0)
    for token in tokens:
        if token not in quoted and draft.forms[token].lower() in {"bei", "beim"}:
            found = speakers.speaker(phrase_from(draft, token + 1), None, sentence)
            return Speaker(found.name, certain=False, phrase=Phrase(there, there)) if found else None
    return None


def _known_maker(draft: Draft, speakers: Speakers, token: int, lemma: str, sentence: int) -> Speaker | None:
    """`In dem Brief heißt es` behind `ein Brief des Pfarrers`: whose paper it was where it was named before."""
    for place in range(token - 1, 0, -1):
        if draft.words[place].lemma == lemma and draft.forms[place + 1].lower() in _GENITIVE:
            phrase = phrase_from(draft, place + 1)
            maker = speakers.speaker(phrase, None, sentence)
            return Speaker(maker.name, certain=False, phrase=Phrase(token, token)) if maker and maker.name else None
    return None


def _is_unreal(draft: Draft, finite: int) -> bool:
    """`könnte vorschlagen`, `würde sagen`: nobody has said anything yet."""
    word = draft.words[finite]
    if word.lemma == "wollen" and "wissen" in draft.forms[finite : draft.sentences[draft.sentence_of(finite)].stop]:
        return False  # `wollte sie wissen`
    subjunctive = word.features.get("Mood") == "Sub" and word.features.get("Tense") == "Past"
    if word.features.get("Mood") == "Ind" and word.features.get("Tense") == "Pres" and word.lemma in _OUGHT:
        behind = {other.lemma for other in draft.words[finite : draft.sentences[draft.sentence_of(finite)].stop]}
        return not behind & _ADMITTING
    return subjunctive and (word.tag == "VM(FIN)" or word.lemma == "werden")


def _shared(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, clause: Clause) -> Phrase | None:
    """`Ruto schwieg lange und kündigte dann an`: the subject of the clause before."""
    if clause.parent is None or draft.words[clause.start_token].tag != "KON":
        return None
    before = draft.clauses[sentence][clause.parent]
    return speakers.subject(before, quoted) if before.kind in {"main", "verb-first"} else None


def _saying(draft: Draft, clause: Clause, quoted: frozenset[int]) -> tuple[str, str] | None:
    """What the verb of a clause can introduce; looks through haben and modal verbs to participle and infinitive."""
    assert clause.finite is not None
    finite = draft.words[clause.finite]
    own = [draft.words[token] for token in clause.tokens if token not in quoted]
    verbs = [finite.lemma]
    if finite.tag in _AUXILIARIES:
        verbs += [word.lemma for word in own if word.tag in PARTICIPLES | INFINITIVES]
    lemmas = {word.lemma for word in own}
    if finite.lemma == "sein" and lemmas & _HEARD and any(word.tag == "PTKZU" for word in own):
        return "i", "s"
    if _is_talk(draft, clause, quoted):
        return "d", "s"
    if any(_phrases().get(verb, frozenset()) & lemmas for verb in verbs):
        return "di", "s"
    for verb in reversed(verbs):
        if known := _verbs().get(verb) or _verbs().get(_without_adverb(verb)):
            return known
    return None


def _without_adverb(verb: str) -> str:
    """`hinterhermeinen` as it is read in `meinte er hinterher`: the verb alone."""
    return next((verb.removeprefix(one) for one in _ADVERBS if verb.startswith(one)), verb)


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    return {lemma: (kinds, strength) for lemma, kinds, strength in rows("reporting.tsv")}


@cache
def _phrases() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for verb, word in rows("reporting-phrases.tsv"):
        found.setdefault(verb, set()).add(word)
    return {verb: frozenset(words) for verb, words in found.items()}


def _prepositional(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int) -> Iterator[Cue]:
    """`laut X`, `X zufolge`, `nach Angaben von X`, `nach seinen Worten`, and `so X` at the end."""
    for token in draft.sentences[sentence]:
        if token in quoted:
            continue
        form = draft.forms[token].lower()
        if found := _by_compound(draft, token, form):
            speaker: Speaker | None = found
        elif form in {"nach", "aus"} and (noun := _attributing(draft, token + 1, form)):
            speaker = _by_noun(draft, speakers, token + 1, noun, sentence)
        elif form == "nach" and _is_behind_opinion(draft, token):
            speaker = speakers.possessor(token - 2, sentence)
        elif form == "zufolge" and token and draft.words[token - 1].tag == "PPER":
            speaker = speakers.dative(token - 1, sentence)
        else:
            phrase = _maker(draft, _attributed(draft, token, form, sentence, quoted))
            speaker = speakers.speaker(phrase, None, sentence)
        if speaker:
            phrase = speaker.phrase
            if form == "nach" and any(draft.words[one].lemma == "eigen" for one in range(token + 1, token + 3)):
                phrase = phrase_from(draft, token + 1) or phrase  # the subject stands inside what is said
            yield Cue(sentence, None, min(token, phrase.first), max(token, phrase.last), speaker, "i")


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


def _maker(draft: Draft, phrase: Phrase | None) -> Phrase | None:
    """`(laut) einer Umfrage des Verbands`: the phrase of those who made it."""
    if phrase is None or not gazetteer.is_document(draft.words[phrase.last].lemma):
        return phrase
    behind = phrase.last + 1 + (draft.forms[phrase.last + 1 : phrase.last + 2] in (["von"], ["vom"]))
    maker = phrase_from(draft, behind)
    return maker or phrase


def _attributed(draft: Draft, token: int, form: str, sentence: int, quoted: frozenset[int]) -> Phrase | None:
    """The noun phrase that `laut`, `zufolge` or a final `so` attributes the sentence to."""
    if form == "laut" and draft.words[token].tag in {"APPR", "ADJ(D)", "NN", "NE", "APPO"}:
        return phrase_from(draft, token + 1)
    if form == "zufolge":
        return phrase_to(draft, token - 1)
    if form == "so" and token - 1 in draft.sentences[sentence] and draft.forms[token - 1] == ",":
        before = next((one for one in range(token - 1, 0, -1) if draft.forms[one][0].isalnum()), 0)
        return _final(draft, token, sentence) if before not in quoted else None
    return None


def _final(draft: Draft, so: int, sentence: int) -> Phrase | None:
    """The phrase behind `so`, where no verb follows (`…, so der Analyst weiter`)."""
    phrase = phrase_from(draft, so + 1)
    if phrase is None or draft.words[so + 1].tag not in {"ART", "PPOSAT", "NE", "NN"}:
        return None
    if draft.forms[phrase.last + 1 : phrase.last + 2] == [","]:
        return phrase
    rest = range(phrase.last + 1, draft.sentences[sentence].stop)
    behind = [token for token in rest if draft.forms[token][0].isalnum()]
    return phrase if len(behind) <= _REST and not any(is_finite(draft, token) for token in behind) else None


def _owner(draft: Draft, first: int) -> Phrase | None:
    """`nach Kellers Worten`: the name in the genitive before the noun."""
    genitive = draft.words[first].tag == "NE" and draft.forms[first].endswith(("s", "’", "'"))
    return Phrase(first, first) if genitive and draft.forms[first + 1] in column("attribution.tsv") else None


def _attributing(draft: Draft, token: int, preposition: str) -> int | None:
    """The noun of `nach Angaben von X`, `nach den Worten des X`, `nach eigenen Angaben`, `aus Sicht von X`."""
    phrase = phrase_from(draft, token)
    inside = range(phrase.first, phrase.last + 1) if phrase else ()
    nouns = column("attribution.tsv") if preposition == "nach" else _VIEW
    return next((one for one in inside if draft.forms[one] in nouns), None)


def _by_noun(draft: Draft, speakers: Speakers, first: int, noun: int, sentence: int) -> Speaker | None:
    """Whose words they are: the phrase behind the noun, the possessive before it, with `eigen` the subject."""
    if draft.words[first].tag == "PPOSAT":
        return speakers.possessor(first, sentence)
    if any(draft.words[token].lemma == "eigen" for token in range(first, noun)):
        main = next((clause for clause in draft.clauses[sentence] if first in clause.tokens), None)
        phrase = speakers.subject(main, frozenset()) if main else None
        return speakers.speaker(phrase, main.finite, sentence) if main else None
    if owner := _owner(draft, first):
        return speakers.speaker(owner, None, sentence)
    behind = noun + 1
    if behind < len(draft.forms) and draft.forms[behind] in {"von", "vom"}:
        behind += 1
    return speakers.speaker(phrase_from(draft, behind), None, sentence)


_REST = 4  # words that may follow `so X` (`am Freitag in Berlin`)


def is_finite(draft: Draft, token: int) -> bool:
    """Whether a token is a finite verb."""
    return draft.words[token].tag in FINITE
