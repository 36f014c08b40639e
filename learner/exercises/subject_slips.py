"""Slips of subject and verb: one that acts beside a verb in the plural, several beside one in the singular."""

from collections.abc import Sequence
from itertools import pairwise

from learner.exercises.extent import sentence_of
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.read_sentence import ReadSentence
from learner.exercises.wordlists import words
from learner.language.agreement import NounPhrase
from learner.language.analysis import Analysis
from learner.language.clauses import Clause, clauses
from learner.language.tables import column
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import ARTICLES
from learner.lexicon.wordclasses import wordclass

_AMOUNTS = wordclass("nouns.counted-as-one")
_COPULAS = wordclass("verbs.copulas")
_PAIRING = frozenset({"KON", "PPER", "PIS", "PDS", "PRELS", "CARD"})
_OBLIQUE = wordclass("pronouns.relative-oblique")
_OBLIQUE_ARTICLES = wordclass("determiners.oblique", "determiners.oblique-possessives") | {"der"}  # `der Frau`
_SUBJECTS = frozenset({"ART", "NN", "NE", "PIS", "PIAT", "PPOSAT", "PDAT", "PDS", "CARD", "ADJ(A)", "NNA", "NNI"})
_NAMING_TAGS = frozenset({"ART", "PPOSAT", "NN", "ADJ(A)", "$,"})


def counts_wrongly(one: ReadSentence) -> bool:
    """`dass der Abstieg vollzogen wurden`: its only possible subject stands in the singular."""
    number = sentence_of(one.material.analysis, one.first)
    several = [clause for clause in clauses(one.material.analysis, number) if _is_plural_without_pair(one, clause)]
    return bool(several) and any(
        _has_single_subject(one, clause, noun_phrases(one.material, number)) for clause in several
    )


def tells_numbers_wrongly(one: ReadSentence) -> bool:
    """`Die Zahl der Schäden(, die …,) haben sich verdoppelt`, `Die Summe aus … belaufen sich`: the number is one."""
    if not _names_amount(one):
        return False
    analysis = one.material.analysis
    main = clauses(analysis, sentence_of(analysis, one.first))[0]
    if main.finite is None or main.vorfeld is None or analysis.words[main.finite].features.get("Number") != "Plur":
        return False
    front = [analysis.words[token].tag for token in main.vorfeld if token in main.tokens]
    if "KON" not in front or front[2:3] == ["APPR"]:  # `Die Summe aus Bußen und Kosten`
        return True
    joint = len(front) - 1 - front[::-1].index("KON")  # `Die Zahl der Anfragen aus Bern, Zug und vom See`
    return "APPR" in front[:joint] and front[joint + 1] in {"NE", "APPR", "APPRART"}


def tells_amount_wrongly(one: ReadSentence) -> bool:
    """`nachdem die Zahl der Bestellungen eingebrochen waren`: nothing else in the clause is several."""
    number = sentence_of(one.material.analysis, one.first)
    return any(_tells_amount_as_several(one, clause) for clause in clauses(one.material.analysis, number))


def _tells_amount_as_several(one: ReadSentence, clause: Clause) -> bool:
    analysis = one.material.analysis
    if clause.kind != "verb-last" or clause.finite is None or not clause.certain:
        return False
    words_of = [analysis.words[token] for token in clause.tokens]
    if analysis.words[clause.finite].features.get("Number") != "Plur" or _PAIRING & {word.tag for word in words_of}:
        return False
    phrases = noun_phrases(one.material, sentence_of(analysis, one.first))
    bare = [phrase for phrase in phrases if phrase.head in clause.tokens and phrase.preposition is None]
    counted = [phrase for phrase in bare if analysis.words[phrase.head].lemma in _AMOUNTS]
    amounts = [phrase for phrase in counted if phrase.number == "Sing" and "Nom" in phrase.cases]
    ends = {phrase.tokens[-1] for phrase in amounts}
    others = [phrase for phrase in bare if phrase not in amounts and phrase.tokens[0] - 1 not in ends]
    known = {token for phrase in phrases for token in phrase.tokens}
    loose = any(word.pos == "NOUN" and token not in known for token, word in zip(clause.tokens, words_of, strict=True))
    return len(amounts) == 1 and not loose and not any("Nom" in phrase.cases for phrase in others)


def _names_amount(one: ReadSentence) -> bool:
    """Whether a sentence begins with a noun that counts as one, and its article in the nominative (`Die Zahl`)."""
    if [*one.forms[:1], *one.forms[2:3]] == ["Ein", "Teil"] and one.words[1].tag == "ADJ(A)":  # `Ein kleinerer Teil`
        return True
    if len(one.forms) < 2 or one.forms[1] not in _AMOUNTS:
        return False
    lexeme = one.material.lexicon.lookup(one.forms[1], "NOUN")
    genders = lexeme.noun.genders if lexeme and lexeme.noun else ()
    return len(genders) == 1 and one.forms[0].lower() == ARTICLES.get(genders[0])


def counts_several_as_one(one: ReadSentence) -> bool:
    """`in deren Rat zwei Vertreter sitzt`: behind preposition and relative pronoun nothing else can be the subject."""
    number = sentence_of(one.material.analysis, one.first)
    return any(_has_counted_subject(one, clause) for clause in clauses(one.material.analysis, number))


def goes_on_as_one(one: ReadSentence) -> bool:
    """`bauen Spieler eine Maschine, und entlässt sie …`: the second verb of the subject is of another number."""
    analysis = one.material.analysis
    mains = [clause for clause in clauses(analysis, sentence_of(analysis, one.first)) if clause.kind == "main"]
    for before, clause in pairwise(mains):
        joined = analysis.form(clause.start_token) == "und" and clause.finite == clause.start_token + 1
        if not joined or before.finite is None or clause.finite is None or not before.certain:
            continue
        if analysis.words[clause.finite + 1].tag in _SUBJECTS:  # `und beginnt das Fest`
            continue
        verbs = [analysis.words[token].features for token in (before.finite, clause.finite)]
        if {one.get("Number") for one in verbs} == {"Sing", "Plur"} and len({one.get("Mood") for one in verbs}) == 1:
            return True
    return False


def tells_of_several_as_one(one: ReadSentence) -> bool:
    """`dass die neuen Besitzer das Haus vermieten würde`: what opens the clause is several, and nothing else is one."""
    number = sentence_of(one.material.analysis, one.first)
    found = clauses(one.material.analysis, number)
    return any(_opens_with_several(one, clause) or _is_done_to_several(one, clause) for clause in found)


def _opens_with_several(one: ReadSentence, clause: Clause) -> bool:
    analysis = one.material.analysis
    words_of = [analysis.words[token] for token in clause.tokens]
    if clause.kind != "verb-last" or not clause.certain or clause.finite is None or words_of[0].tag != "KOUS":
        return False
    if analysis.words[clause.finite].features.get("Number") != "Sing" or _PAIRING & {word.tag for word in words_of}:
        return False
    known = noun_phrases(one.material, sentence_of(analysis, one.first))
    own = [phrase for phrase in known if phrase.head in clause.tokens and phrase.preposition is None]
    named = {token for phrase in known for token in phrase.tokens}
    bare = any(analysis.words[token].pos in {"NOUN", "PROPN"} and token not in named for token in clause.tokens)
    first = next((phrase for phrase in own if phrase.tokens[0] == clause.start_token + 1), None)
    if first is None or bare or first.number != "Plur" or "Nom" not in first.cases:
        return False
    return not any("Nom" in phrase.cases and phrase.number != "Plur" for phrase in own if phrase is not first)


def _is_done_to_several(one: ReadSentence, clause: Clause) -> bool:
    """`Die Listen wurde am Montag abgegeben`: in front of a passive there is no object; a time there may be."""
    words_of = one.material.analysis.words
    if clause.kind != "main" or clause.finite is None or clause.vorfeld is None or not clause.certain:
        return False
    verb, tags = words_of[clause.finite], [words_of[token].tag for token in clause.tokens]
    passive = verb.lemma == "werden" and verb.features.get("Number") == "Sing" and "VV(PP)" in tags
    front = [token for token in clause.vorfeld if token in clause.tokens]
    phrases = noun_phrases(one.material, sentence_of(one.material.analysis, one.first))
    phrase = next((phrase for phrase in phrases if list(phrase.tokens) == front), None)
    if not passive or phrase is None or one.material.analysis.form(front[0]) != "Die":
        return False
    return phrase.number == "Plur" and words_of[phrase.head].lemma not in column("times.tsv")


def _has_counted_subject(one: ReadSentence, clause: Clause) -> bool:
    """Whether the only noun phrase without preposition has a number and is no time, and the verb is in the singular."""
    analysis = one.material.analysis
    tags = [analysis.words[token].tag for token in clause.tokens]
    relative = tags[0] == "APPR" and tags[1:2] in (["PRELS"], ["PRELAT"])
    if not relative or clause.finite is None or not clause.certain or {"PPER", "PIS", "PDS", "NE"}.intersection(tags):
        return False
    known = noun_phrases(one.material, sentence_of(analysis, one.first))
    own = [phrase for phrase in known if phrase.head in clause.tokens]
    ends = {phrase.tokens[-1] for phrase in own}
    genitives = [phrase for phrase in own if "Gen" in phrase.cases and phrase.tokens[0] - 1 in ends]
    related = next((place for place in clause.tokens[:2] if analysis.words[place].tag == "PRELAT"), None)
    bare = [
        phrase
        for phrase in own
        if phrase.preposition is None and phrase not in genitives and phrase.tokens[0] - 1 != related
    ]
    if len(bare) != 1 or analysis.words[clause.finite].features.get("Number") != "Sing":
        return False
    counted = any(analysis.words[token].tag == "CARD" for token in bare[0].tokens)
    heads = {analysis.words[bare[0].head].lemma}
    return counted and bare[0].number == "Plur" and not heads & column("times.tsv").union(words("measures.txt"))


def _is_plural_without_pair(one: ReadSentence, clause: Clause) -> bool:
    """Whether the verb is in the plural, no copula (`Ein Problem sind …`), and nothing in the clause can make it so."""
    if clause.finite is None or not clause.certain:
        return False
    analysis = one.material.analysis
    verb, words = analysis.words[clause.finite], [analysis.words[token] for token in clause.tokens]
    copula = verb.lemma in _COPULAS and all(word.tag != "VV(PP)" for word in words)
    paired = any(_may_be_subject(analysis, token) for token in clause.tokens) or {"sowie", ","} & set(
        map(analysis.form, clause.tokens)
    )
    return verb.features.get("Number") == "Plur" and not copula and not paired


def _may_be_subject(analysis: Analysis, token: int) -> bool:
    """Whether a word that is no noun may be the subject or one half of it."""
    oblique = analysis.words[token].tag == "PRELS" and analysis.form(token) in _OBLIQUE
    return analysis.words[token].tag in _PAIRING and not oblique


def _opens_as_subject(one: ReadSentence, clause: Clause, phrase: NounPhrase) -> bool:
    """`dass der Versorger …`: right behind the conjunction a masculine noun with `der` is no genitive of a plural."""
    analysis = one.material.analysis
    if analysis.words[clause.start_token].tag != "KOUS" or phrase.tokens[0] != clause.start_token + 1:
        return False
    lexeme = one.material.lexicon.lookup(analysis.words[phrase.head].lemma, "NOUN")
    noun = lexeme.noun if lexeme else None
    male = noun.genders == ("m",) if noun else analysis.form(phrase.head).endswith("er")
    return male and analysis.form(phrase.tokens[0]) == "der" and "Nom" in phrase.cases


def _has_single_subject(one: ReadSentence, clause: Clause, phrases: Sequence[NounPhrase]) -> bool:
    """Whether a phrase of the clause is surely a nominative in the singular, and no other can be its subject."""
    analysis = one.material.analysis
    own = [phrase for phrase in phrases if phrase.head in clause.tokens and phrase.preposition is None]
    known = {token for phrase in phrases for token in phrase.tokens}
    bare = any(analysis.words[token].pos in {"NOUN", "PROPN"} and token not in known for token in clause.tokens)
    single = any(phrase.cases == ("Nom",) and phrase.number == "Sing" for phrase in own)
    opening = any(_opens_as_subject(one, clause, phrase) for phrase in own)
    if opening and not bare:
        return True
    return single and not bare and all(phrase.number == "Sing" or "Nom" not in phrase.cases for phrase in own)


def relates_to_several(one: ReadSentence) -> bool:
    """`Uran, das für die Anlagen erforderlich sind`: `das` is one, and nothing else in the clause is several."""
    number = sentence_of(one.material.analysis, one.first)
    analysis = one.material.analysis
    for clause in clauses(analysis, number):
        opener = analysis.words[clause.start_token]
        if opener.tag != "PRELS" or analysis.form(clause.start_token) != "das" or clause.finite is None:
            continue
        several = analysis.words[clause.finite].features.get("Number") == "Plur"
        tags = {analysis.words[token].tag for token in clause.tokens if token != clause.start_token}
        other = any(
            phrase.head in clause.tokens and phrase.preposition is None and "Nom" in phrase.cases
            for phrase in noun_phrases(one.material, number)
        )
        if several and clause.certain and not other and not tags & {"PPER", "PIS", "PDS", "KON", "CARD", "NE", "PIAT"}:
            return True
    return False


def owns_as_several(one: ReadSentence) -> bool:
    """`die Halle, deren Dach als gefährdet gelten`: what is owned is one, and nothing else in the clause is several."""
    analysis, book = one.material.analysis, wordbook(one.material.lexicon)
    number = sentence_of(analysis, one.first)
    for clause in clauses(analysis, number):
        owned = clause.start_token + 1
        relative = analysis.words[clause.start_token].tag == "PRELAT" and owned < len(analysis.words)
        if not relative or clause.finite is None or not clause.certain:
            continue
        readings = book.noun_readings(analysis.form(owned)) if analysis.words[owned].tag == "NN" else ()
        single = bool(readings) and all(reading.number == "Sing" for reading in readings)
        several = analysis.words[clause.finite].features.get("Number") == "Plur"
        others = {analysis.words[token].tag for token in clause.tokens[2:]} & {"NN", "PPER", "PIS", "PDS", "KON", "NE"}
        if single and several and not others:
            return True
    return False


def joins_two_as_one(one: ReadSentence) -> bool:
    """`Berichte und das Ausfüllen habe verzögert`: two nouns joined in front of their verb, which is singular."""
    number = sentence_of(one.material.analysis, one.first)
    return any(_has_paired_subject(one, clause) for clause in clauses(one.material.analysis, number))


def joins_two_behind(one: ReadSentence) -> bool:
    """`sei ein Akt und seine Erklärung gefunden worden`, `wenn das Radio und das Studio zieht`: two nouns, one verb."""
    number = sentence_of(one.material.analysis, one.first)
    return any(_has_pair_behind(one, clause) for clause in clauses(one.material.analysis, number))


def _has_pair_behind(one: ReadSentence, clause: Clause) -> bool:
    """Whether two subjects stand behind a conjunction or a passive auxiliary, and the verb is in the singular."""
    analysis = one.material.analysis
    if clause.finite is None or not clause.certain:
        return False
    verb, tags = analysis.words[clause.finite], [analysis.words[token].tag for token in clause.tokens]
    passive = clause.kind == "main" and verb.lemma in {"sein", "werden"} and "VV(PP)" in tags
    opened = clause.kind == "verb-last" and tags[0] == "KOUS"
    if verb.features.get("Number") != "Sing" or not (passive or opened):
        return False
    start = clause.tokens.index(clause.finite) + 1 if passive else 1
    pair = [token for token in clause.tokens[start:] if analysis.words[token].tag not in {"ADJ(A)", "NE"}]
    shape = [analysis.words[token].tag.replace("PPOSAT", "ART") for token in pair[:5]]
    first, second = pair[:1], pair[3:4]
    if shape[:4] == ["NN", "KON", "ART", "NN"] and passive:  # `sei Kellers Akt und seine Erklärung gefunden worden`
        return analysis.form(pair[1]) == "und" and analysis.words[pair[0] - 1].tag == "NE"
    named = shape == ["ART", "NN", "KON", "ART", "NN"] and analysis.form(pair[2]) == "und"
    return named and not any(analysis.form(token).lower() in _OBLIQUE_ARTICLES for token in (*first, *second))


def _has_paired_subject(one: ReadSentence, clause: Clause) -> bool:
    """Whether two noun phrases joined by `und`, the second with its article, stand before a verb in the singular."""
    analysis = one.material.analysis
    if clause.kind != "main" or clause.finite is None or not clause.certain or clause.vorfeld is None:
        return False
    front = [token for token in clause.vorfeld if token in clause.tokens]
    words = [analysis.words[token] for token in front]
    tags = [word.tag for word in words]
    if analysis.words[clause.finite].features.get("Number") != "Sing" or tags.count("KON") != 1:
        return False
    joint = tags.index("KON")
    determined = tags[joint + 1 : joint + 2] == ["ART"] and analysis.form(front[joint]) == "und"
    return determined and set(tags[:joint]) <= _NAMING_TAGS and "NN" in tags[:joint]
