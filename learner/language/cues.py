"""Where an article says that somebody speaks: verbs of saying with their subjects."""

from collections.abc import Iterator
from functools import cache

from learner.language.attribution import prepositional
from learner.language.clause import Clause
from learner.language.cue import Cue
from learner.language.draft import Draft
from learner.language.phrases import phrase_from
from learner.language.segments import FINITE, INFINITIVES, PARTICIPLES
from learner.language.sources import is_impersonal, is_talk, source
from learner.language.speakers import Speaker, Speakers
from learner.language.subjects import Phrase
from learner.language.tables import rows
from learner.lexicon.wordclasses import wordclass, wordrow

_PLAIN = wordclass("adjectives.certain")  # `für X ist klar, dass …`
_AUXILIARIES = frozenset({"VA(FIN)", "VM(FIN)"})
_OUGHT = frozenset({"müssen", "sollen", "dürfen"})  # `der Mieter muss mitteilen, dass …` is a duty
_ADMITTING = wordclass("verbs.admitting")
_ANSWERING = wordclass("verbs.answering")
_ASKING = wordclass("verbs.asking")
_BECOMING = frozenset({"VA(FIN)", "VA(INF)", "VA(PP)"})
_AGAINST = wordclass("adverbs.beside-saying")
_SHOULD = frozenset({"sollte", "sollten"})
_HEARD = wordclass("verbs.hearing") | {"erfahren"}
_ADVERBS = wordrow("adverbs.joined-to-saying")  # read as particles of the verb


def cues(draft: Draft, speakers: Speakers, quoted: frozenset[int]) -> list[Cue]:
    """Every cue outside quotation marks, in order."""
    found: list[Cue] = []
    for sentence, clauses in enumerate(draft.clauses):
        verbs = [cue for clause in clauses if (cue := _verb_cue(draft, speakers, quoted, sentence, clause))]
        found += verbs
        found += _before_colon(draft, speakers, quoted, sentence)
        found += prepositional(draft, speakers, quoted, sentence)
    return sorted(found, key=lambda cue: cue.first)


def _before_colon(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int) -> Iterator[Cue]:
    """`Das Amt bestätigt: …`, `Der Rat etwa bezweifelt, dass …`: a verb read as a participle with no other beside."""
    tokens = draft.sentences[sentence]
    asked = {
        one.start_token - 1 for one in draft.clauses[sentence] if one.kind == "infinitive" and one.certain
    } | _before_told(draft, sentence)
    ends = (token for token in tokens if (_may_lead(draft, token) or token in asked) and token not in quoted)
    verb = next(ends, tokens.start) - 1
    if verb <= tokens.start or draft.words[verb].tag != "VV(PP)" or not draft.forms[verb].endswith("t"):
        return
    known, phrase = _verbs().get(draft.words[verb].lemma), phrase_from(draft, tokens.start)
    if known and known[1] == "t" and draft.form(verb + 1) == ",":  # `bezweifelt, dass`: no words of his
        return
    if known is None or phrase is None or not _are_beside(draft, phrase.last + 1, verb):
        return
    speaker = speakers.speaker(phrase, verb, sentence)
    if speaker and speaker.name:
        yield Cue(sentence, None, phrase.first, verb, speaker, known[0], known[1])


def _are_beside(draft: Draft, first: int, verb: int) -> bool:
    """Whether only adverbs and phrases with prepositions stand there (`Ein Student aus dem Haus behauptet, …`)."""
    while first < verb:
        if draft.tag(first) in {"APPR", "APPRART"} and (phrase := phrase_from(draft, first + 1)):
            first = phrase.last + 1
        elif draft.tag(first) in {"ADV", "PROAV"}:
            first += 1
        else:
            return False
    return first == verb


def _may_lead(draft: Draft, token: int) -> bool:
    """A colon, or a comma before `dass` and `ob`."""
    return draft.form(token) == ":" or (draft.form(token) == "," and draft.form(token + 1) in {"dass", "ob"})


def _before_told(draft: Draft, sentence: int) -> set[int]:
    """The comma of `Das Amt bestätigt, man prüfe es`: no finite verb before it, one in Konjunktiv I behind it."""
    tokens = draft.sentences[sentence]
    finite = next((token for token in tokens if draft.words[token].tag in FINITE), tokens.stop - 1)
    commas = [token for token in tokens if token < finite and draft.form(token) == ","]
    features = draft.words[finite].features
    told = features.get("Mood") == "Sub" and features.get("Tense") == "Pres"
    return set(commas) if told and len(commas) == 1 and commas[0] + 1 < finite else set()


def can_introduce(draft: Draft, clause: Clause) -> bool:
    """Whether the verb of a clause can introduce direct speech."""
    known = _saying(draft, clause, frozenset())
    return known is not None and "d" in known[0]


def _verb_cue(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, clause: Clause) -> Cue | None:
    if clause.finite is None or clause.finite in quoted or _is_unreal(draft, clause, clause.finite):
        return None
    known = _said(draft, clause, quoted)
    if not known:
        return _conviction(draft, speakers, quoted, sentence, clause)
    if _is_passive(draft, clause, quoted):
        if draft.words[clause.finite].features.get("Mood") == "Sub":  # `ihm sei gesagt worden, …`: told by another
            return None
        return Cue(sentence, clause, clause.finite, clause.finite, None, known[0], known[1])
    shared = _shared(draft, speakers, quoted, sentence, clause)
    omitted = shared is not None and clause.finite <= clause.start_token + 1  # `und lobte die Helfer`
    own = _inserted_subject(draft, sentence, clause) or speakers.subject(clause, quoted)
    phrase = (shared if omitted else own) or shared
    speaker = speakers.speaker(phrase, clause.finite, sentence)
    if speaker and speaker.name and _answers_himself(draft, speakers, sentence, clause, speaker):
        speaker = Speaker(None, certain=False, phrase=speaker.phrase)
    if phrase and phrase.last < clause.finite and not (speaker and speaker.name):
        speaker = speakers.named_behind(clause, phrase, quoted) or speaker
        phrase = speaker.phrase if speaker else phrase
    if is_impersonal(draft, clause, quoted) and not (speaker and speaker.name):
        speaker = source(draft, speakers, quoted, sentence, clause)
        phrase = speaker.phrase if speaker else phrase
    if phrase is None and (phrase := _parted_subject(draft, sentence, clause)):
        speaker = speakers.speaker(phrase, clause.finite, sentence)
    ends = [clause.finite, *((phrase.first, phrase.last) if phrase else ())]
    return Cue(sentence, clause, min(ends), max(ends), speaker, known[0], known[1])


def _said(draft: Draft, clause: Clause, quoted: frozenset[int]) -> tuple[str, str] | None:
    """What the verb of a clause introduces: nothing but quotations where somebody refuses to say it."""
    known = _saying(draft, clause, quoted)
    if known and _is_refused(draft, clause, quoted):
        return ("d", known[1]) if "d" in known[0] else None
    return known


def _is_refused(draft: Draft, clause: Clause, quoted: frozenset[int]) -> bool:
    """`Sie wollte weder bestätigen noch dementieren, dass …`: what somebody does not say."""
    refuses = draft.words[clause.finite or 0].lemma in {"wollen", "können", "mögen"}
    own = [draft.forms[token] for token in clause.tokens if token not in quoted]
    return refuses and ("weder" in own or ("nicht" in own and "bestätigen" in own))


def _inserted_subject(draft: Draft, sentence: int, clause: Clause) -> Phrase | None:
    """`Das Kind, teilt der Vater mit, sei gesund`: between commas the subject stands behind the verb of saying."""
    finite, forms = clause.finite or 0, draft.forms
    behind = next((one for one in draft.clauses[sentence] if one.start_token >= clause.end_token), None)
    if forms[finite - 1] != "," or clause.start_token >= finite or behind is None or behind.finite is None:
        return None
    goes_on = behind.finite == behind.start_token and forms[behind.start_token - 1] == ","
    told = draft.words[behind.finite].features.get("Mood") == "Sub"
    return phrase_from(draft, finite + 1) if goes_on and told else None


def _parted_subject(draft: Draft, sentence: int, clause: Clause) -> Phrase | None:
    """`Ein Wirt, der alles sah und nichts vergisst, sagt es so`: the phrase before what stands between commas."""
    finite, start = clause.finite or 0, draft.sentences[sentence].start
    if clause.start_token != finite or draft.form(finite - 1) != "," or finite <= start:
        return None
    phrase = phrase_from(draft, start)
    relative = phrase is not None and draft.form(phrase.last + 1) == "," and draft.tag(phrase.last + 2) == "PRELS"
    return phrase if relative else None


def _conviction(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, clause: Clause) -> Cue | None:
    """`Für Keller steht fest: …`, `Für die Ministerin ist klar, dass …`."""
    finite, forms = clause.finite or 0, draft.forms
    lemmas = {draft.words[token].lemma for token in clause.tokens if token not in quoted}
    if "feststehen" not in lemmas and not (draft.words[finite].lemma == "sein" and lemmas & _PLAIN):
        return None
    token = next((one for one in clause.tokens if forms[one].lower() == "für" and one not in quoted), None)
    speaker = concerned(draft, speakers, token + 1, sentence) if token is not None else None
    if token is None or speaker is None or not speaker.name:
        return None
    sure = Speaker(speaker.name, certain=False, phrase=speaker.phrase)
    return Cue(sentence, clause, min(token, finite), max(finite, sure.phrase.last), sure, "di")


def concerned(draft: Draft, speakers: Speakers, token: int, sentence: int) -> Speaker | None:
    """Whom the phrase or the pronoun behind `für` means."""
    if draft.tag(token) == "PPER":
        return speakers.accusative(token, sentence)
    return speakers.speaker(phrase_from(draft, token), None, sentence)


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


def _is_unreal(draft: Draft, clause: Clause, finite: int) -> bool:
    """`könnte vorschlagen`, `würde sagen`, `sollte sich das bestätigen`: nobody has said anything yet."""
    word = draft.words[finite]
    if clause.kind == "verb-first" and draft.form(finite).lower() in _SHOULD:
        return True
    if finite == draft.sentences[draft.sentence_of(finite)].start and _is_condition(draft, finite):
        return True
    if word.lemma == "wollen" and "wissen" in draft.forms[finite : draft.sentences[draft.sentence_of(finite)].stop]:
        return False  # `wollte sie wissen`
    subjunctive = word.features.get("Mood") == "Sub" and word.features.get("Tense") == "Past"
    if word.features.get("Mood") == "Ind" and word.features.get("Tense") == "Pres" and word.lemma in _OUGHT:
        behind = {other.lemma for other in draft.words[finite : draft.sentences[draft.sentence_of(finite)].stop]}
        return not behind & _ADMITTING
    return subjunctive and (word.tag == "VM(FIN)" or word.lemma == "werden")


def _is_condition(draft: Draft, finite: int) -> bool:
    """`Bestätige das Gericht das Urteil, werde er verkaufen`: a subjunctive, which may look like `ich bestätige`."""
    features = draft.words[finite].features
    first = features.get("Person") == "1" and features.get("Number") == "Sing"
    return features.get("Mood") == "Sub" or (first and draft.form(finite + 1) != "ich")


def _shared(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, clause: Clause) -> Phrase | None:
    """`Ruto schwieg lange und kündigte dann an`, `Ruto lobte sie, mahnte aber`: the subject of the clause before."""
    if _goes_on_with_verb(draft, clause):
        before = draft.clauses[sentence][draft.clauses[sentence].index(clause) - 1]
    elif clause.parent is None or draft.words[clause.start_token].tag != "KON":
        return None
    else:
        before = draft.clauses[sentence][clause.parent]
    return speakers.subject(before, quoted) if before.kind in {"main", "verb-first"} else None


def _goes_on_with_verb(draft: Draft, clause: Clause) -> bool:
    """`…, mahnte aber`: the verb right behind a comma, with a word that sets it against the clause before."""
    verb = clause.start_token
    return clause.finite == verb > 0 and draft.form(verb - 1) == "," and draft.form(verb + 1) in _AGAINST


def _saying(draft: Draft, clause: Clause, quoted: frozenset[int]) -> tuple[str, str] | None:
    """What the verb of a clause can introduce; looks through haben and modal verbs to participle and infinitive."""
    assert clause.finite is not None
    finite = draft.words[clause.finite]
    own = [draft.words[token] for token in clause.tokens if token not in quoted]
    verbs = [finite.lemma]
    if finite.tag in _AUXILIARIES:
        verbs += [word.lemma for word in own if word.tag in PARTICIPLES | INFINITIVES]
    if finite.lemma == "pflegen" and any(word.tag == "PTKZU" for word in own):  # `pflegte er zu sagen`
        verbs += [word.lemma for word in own if word.tag in INFINITIVES]
    lemmas = {word.lemma for word in own}
    if finite.lemma == "sein" and lemmas & _HEARD and any(word.tag == "PTKZU" for word in own):
        return "i", "s"
    if is_talk(draft, clause, quoted):
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
