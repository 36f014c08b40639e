"""Where impersonal speech comes from: `beim Amt heißt es`, `in einem Papier des Amts hieß es`, `heißt es dort`."""

from functools import cache

from learner.language import gazetteer
from learner.language.clause import Clause
from learner.language.draft import Draft
from learner.language.phrases import phrase_from, phrase_to
from learner.language.speakers import Speaker, Speakers
from learner.language.subjects import Phrase
from learner.language.tables import column, rows
from learner.lexicon.wordclasses import wordclass, wordrow

_OF_COURTS = wordclass("nouns.papers-of-courts")
_IMPERSONAL = frozenset({"heißen", "verlauten", "hervorgehen"})
_OWN_PAPERS = wordclass("nouns.own-papers")
_IN_IT = frozenset({"darin", "darauf", "dort"})  # `Sie hat eine Studie dabei. Darin heißt es …`
_PLACES = wordclass("prepositions.of-sources")
_AT = frozenset({"bei", "beim"})
_FROM = frozenset({"von", "vom"})  # `Lob kommt vom Verband. … heißt es dort`
_INSIDE = frozenset({"in", "im"})  # `in der Gemeinde heißt es`: somebody there says so
_SOMEBODY_OF = wordclass("bodies.groups")  # `hieß es aus der Mannschaft`: one of many
_SEATS = wordrow("bodies.seat-endings")  # of the body told of right before
_OFFICES = ("büro", "sekretariat", "kanzlei")  # `aus dem Büro des Ministers heißt es`: in its own name
TELLING = wordclass("verbs.announcing", "nouns.notices")  # what a body does whose words are given next
_FURTHER = wordclass("adverbs.furthering")  # goes on with what was said
_SAID = wordclass("verbs.heissen-forms")
_GENITIVE = wordclass("determiners.genitive")


def is_impersonal(draft: Draft, clause: Clause, quoted: frozenset[int]) -> bool:
    """`es heißt`, `von „…“ ist die Rede`."""
    lemma = draft.words[clause.finite or 0].lemma
    written = lemma == "stehen" and any(draft.forms[token].lower() in {"darin", "darauf"} for token in clause.tokens)
    return lemma in _IMPERSONAL or written or is_talk(draft, clause, quoted)


def is_talk(draft: Draft, clause: Clause, quoted: frozenset[int]) -> bool:
    """`ist von „…“ die Rede`."""
    forms = [draft.forms[token] for token in clause.tokens if token not in quoted]
    return draft.words[clause.finite or 0].lemma == "sein" and forms[-2:] == ["die", "Rede"]


def source(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, clause: Clause) -> Speaker | None:
    """`beim Amt heißt es`, `in einem Papier des Ministeriums hieß es`: where it is said, or whose paper it is."""
    for token in clause.tokens:
        if token in quoted or draft.forms[token].lower() not in _PLACES:
            continue
        phrase = phrase_from(draft, token + 1)
        noun = draft.words[phrase.last] if phrase else None
        if phrase is None or noun is None or noun.lemma in column("calendar.tsv"):
            continue
        if seat := _seat(draft, speakers, quoted, sentence, phrase):
            return seat
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
        owner = _maker(draft, speakers, phrase, sentence)
        if owner is None and noun.lemma not in _OF_COURTS:  # an `Anklage` is not by who was told of last
            owner = speakers.owner(token, sentence, quoted)
        definite = draft.forms[phrase.first].lower() in {"der", "dem"} or draft.forms[token].lower() == "im"
        return owner if (owner and owner.name) or not definite else speakers.paper(phrase)
    return _before(draft, speakers, quoted, sentence, clause)


def _before(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, clause: Clause) -> Speaker | None:
    """`heißt es dort`, `hieß es` with no place beside: the one told of in the sentence before."""
    if paper := _in_it(draft, speakers, sentence, clause):
        return paper
    there = next((token for token in clause.tokens if draft.forms[token].lower() == "dort"), None)
    if there is not None:
        return _there(draft, speakers, quoted, sentence, there)
    says = clause.finite or 0
    said = draft.form(says) in _SAID and draft.form(says + 1) == "es"
    return _all_clear(draft, speakers, quoted, sentence, says) if said else None


def _in_it(draft: Draft, speakers: Speakers, sentence: int, clause: Clause) -> Speaker | None:
    """`Sie verweist auf ein Gutachten des Amts. Darin heißt es`: who made the last paper of the sentence before."""
    token = next((one for one in clause.tokens if draft.forms[one].lower() in _IN_IT), None)
    before = draft.sentences[sentence - 1] if sentence else range(0)
    noun = next((one for one in reversed(before) if _is_paper(draft, one)), None)
    phrase = phrase_to(draft, noun) if token is not None and noun is not None else None
    if phrase is None or token is None:
        return None
    maker = speakers.speaker(phrase_from(draft, phrase.last + 1), None, sentence - 1)
    tells = speakers.names_person(before) or not _is_in_front(draft, speakers, phrase.last, sentence - 1)
    if not (maker and maker.name) and draft.words[phrase.last].lemma in _OWN_PAPERS and tells:
        return None  # `Er ließ eine Erklärung verlesen. …, hieß es darin`: his own words
    found = maker if maker and maker.name else speakers.paper(phrase)
    return Speaker(found.name, certain=False, phrase=Phrase(token, token)) if found.name else None


def _is_in_front(draft: Draft, speakers: Speakers, noun: int, sentence: int) -> bool:
    """`Im Juni kam der Brief`: the paper itself is the subject."""
    main = next((one for one in draft.clauses[sentence] if one.kind == "main" and one.finite is not None), None)
    subject = speakers.subject(main, frozenset()) if main else None
    return subject is not None and subject.first <= noun <= subject.last


def _is_paper(draft: Draft, token: int) -> bool:
    return draft.tag(token) == "NN" and gazetteer.is_document(draft.words[token].lemma)


def _maker(draft: Draft, speakers: Speakers, phrase: Phrase, sentence: int) -> Speaker | None:
    """Whose paper it is: the one in the genitive or behind `von`, else the one named for it before."""
    behind = phrase.last + 1 + (draft.forms[phrase.last + 1 : phrase.last + 2] in (["von"], ["vom"]))
    maker = speakers.speaker(phrase_from(draft, behind), None, sentence)
    if maker is None or not maker.name:
        return _known_maker(draft, speakers, phrase.first - 1, draft.words[phrase.last].lemma, sentence)
    return maker


def _seat(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, phrase: Phrase) -> Speaker | None:
    """`aus der Zentrale`: the body that has its seat there; `aus dem Büro des Ministers`: the office itself."""
    noun = draft.words[phrase.last].lemma.lower()
    if noun.endswith(_SEATS) and (body := _seated(draft, speakers, quoted, sentence)):
        return Speaker(body, certain=False, phrase=phrase)
    comes = draft.form(phrase.first - 1).lower() in {"aus", "vom", "von"}
    return speakers.paper(phrase) if comes and noun.endswith(_OFFICES) else None


def _seated(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int) -> str | None:
    """`Lob kam von der Gewerkschaft. …, hieß es aus der Zentrale`: the body from which something comes before."""
    before = draft.sentences[sentence - 1] if sentence else range(0)
    for token in before:
        if token not in quoted and draft.forms[token].lower() in _FROM | _AT:
            phrase = phrase_from(draft, token + 1)
            nouns = [one for one in range(phrase.first, phrase.last + 1) if draft.tag(one) == "NN"] if phrase else []
            head = Phrase(token + 1, nouns[0]) if nouns else phrase  # `Gewerkschaft Brot und Bier`
            found = speakers.speaker(head, None, sentence)
            if found and found.name and not speakers.names_person(range(found.phrase.first, found.phrase.last + 2)):
                return found.name
    found = None if speakers.names_person(before) or not sentence else speakers.subject_of(sentence - 1, quoted)
    return found.name if found else None


def _there(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, there: int) -> Speaker | None:
    """`Skeptisch ist man beim Verband. Das sei falsch, heißt es dort`: the body of the sentence before."""
    tokens = draft.sentences[sentence - 1] if sentence else range(0)
    for links in (_AT, _FROM):
        for token in tokens:
            if token in quoted or draft.forms[token].lower() not in links:
                continue
            found = speakers.speaker(phrase_from(draft, token + 1), None, sentence)
            if links is _AT or (found and found.name and not draft.forms[token + 1].isdigit()):
                return Speaker(found.name, certain=False, phrase=Phrase(there, there)) if found else None
    return _told_of(draft, speakers, quoted, sentence, there)


def _told_of(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, there: int) -> Speaker | None:
    """`Die Kasse wehrt sich. Man habe gezahlt, heißt es dort`: the body that is the subject of the sentence before."""
    before = draft.sentences[sentence - 1] if sentence else range(0)
    found = speakers.subject_of(sentence - 1, quoted) if before and not speakers.names_person(before) else None
    noun = draft.words[found.phrase.last].lemma if found else ""
    if found is None or not found.name or gazetteer.sex_of_person(noun) or draft.tag(found.phrase.first) == "PPER":
        return None
    return Speaker(found.name, certain=False, phrase=Phrase(there, there))


def _all_clear(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, says: int) -> Speaker | None:
    """`Die Leitstelle gab Entwarnung. Man habe gemessen, hieß es`: the body that speaks or is told of right before."""
    article = draft.article.sentences
    if not sentence or article[sentence - 1].paragraph != article[sentence].paragraph:
        return None
    found = _told_of(draft, speakers, quoted, sentence, says)
    main = next((one for one in draft.clauses[sentence - 1] if one.finite is not None), None)
    lemmas = {draft.words[token].lemma for token in draft.sentences[sentence - 1]}
    further = any(draft.form(token) in _FURTHER for token in draft.sentences[sentence])
    if found is None or not found.name or main is None or further or not lemmas & (TELLING | _saying()):
        return None
    words = [word for word in found.name.split() if word not in TELLING]  # `(gab) die Leitstelle Entwarnung`
    return Speaker(" ".join(words), certain=False, phrase=found.phrase)


@cache
def surely_saying() -> frozenset[str]:
    """The verbs that give somebody's words wherever they stand."""
    return frozenset(verb for verb, _, strength in rows("reporting.tsv") if strength == "s")


@cache
def _saying() -> frozenset[str]:
    """Those of them of which whoever has them says something."""
    return surely_saying() - {"heißen", "sprechen"}


def _known_maker(draft: Draft, speakers: Speakers, token: int, lemma: str, sentence: int) -> Speaker | None:
    """`In dem Brief heißt es` behind `ein Brief des Pfarrers`: whose paper it was where it was named before."""
    for place in range(token - 1, 0, -1):
        if draft.words[place].lemma == lemma and draft.form(place + 1).lower() in _GENITIVE:
            phrase = phrase_from(draft, place + 1)
            maker = speakers.speaker(phrase, None, sentence)
            return Speaker(maker.name, certain=False, phrase=Phrase(token, token)) if maker and maker.name else None
    return None
