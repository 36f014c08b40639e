"""Slips of endings: determiner, adjectives, noun and verb admit no case they could all have."""

from itertools import pairwise

from learner.exercises.extent import sentence_of
from learner.exercises.no_phrase import is_no_phrase
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.pronouns import genders
from learner.exercises.read_sentence import ReadSentence
from learner.exercises.wordlists import grammar_words
from learner.language.agreement import phrase_sources
from learner.language.analysis import Word
from learner.language.clauses import Clause, clauses
from learner.language.tables import column, mapping
from learner.language.wordbook import wordbook
from learner.lexicon.wordclasses import wordclass, wordrow

_ARTICLES = wordclass("determiners.definite")
_DEFINITE = frozenset({"der", "des", "dem"})
_NAMED = frozenset({"NE", "FM", "XY", "CARD"})
_AGREEING = frozenset({"ART", "APPRART", "PPOSAT"})
_BARE_LISTS = (["APPR", "NN", "KON", "NN"], ["APPR", "NN", "$,", "NN", "KON", "NN"])
_JOINING = wordclass("conjunctions.joining-alike")
_OWNING = {"dessen": frozenset("mn"), "deren": frozenset("fp")}
_OWNERS = frozenset({"NE", "FM", "XY", "NNA", "NNI", "PDS", "PIS", "PPER", "PWS", "CARD", "TRUNC", "ADJ(A)"})
_NO_GENITIVE = wordclass("prepositions.with-dative", "prepositions.with-accusative", "prepositions.of-two-cases")
_BARE_ENDS = wordrow("endings.of-adjectives")
_DATIVE = wordclass("prepositions.with-dative")
_WITHIN = frozenset({"ADV", "ADJ(D)", "PTKA", "APPR", "PTKNEG", "ADJ(A)"})


def disagrees(one: ReadSentence) -> bool:
    """`im vergangenem Jahr`: the endings of determiner, adjectives and noun admit no case they could all have."""
    book = wordbook(one.material.lexicon)
    for head, word in enumerate(one.words):
        start = _start_of_phrase(one, head) if word.tag == "NN" and one.forms[head].isalpha() else None
        if start is None or any(word.tag in _NAMED for word in one.words[head + 1 : head + 2]):
            continue
        if is_no_phrase(one, start, head):
            continue
        if "ss" in one.forms[head] and book.noun_readings(one.forms[head].replace("ss", "ß")):
            continue  # `eine Busse`, as Switzerland spells it: no buses
        sources = phrase_sources(one.forms, one.words, head, book)
        if sources and not frozenset.intersection(*sources):
            return True
    return False


def ends_strongly(one: ReadSentence) -> bool:
    """`der 18-jähriger Keller`: right behind a definite article an adjective has no ending that the article has."""
    return any(
        word.tag == "ART" and form.lower() in _DEFINITE and behind.tag == "ADJ(A)" and other == behind.lemma + form[-2:]
        for (form, word), (other, behind) in pairwise(one.pairs())
    )


def adds_genitive_s(one: ReadSentence) -> bool:
    """`eines Großkundens`: what is `des Kunden` takes no s besides."""
    book = wordbook(one.material.lexicon)
    for form, word in one.pairs():
        if word.tag != "NN" or not form.endswith("ens") or book.noun_readings(form):
            continue
        own = (book.lookup(reading.lemma, "NOUN") for reading in book.noun_readings(form[:-1]))
        nouns = (lexeme.noun for lexeme in own if lexeme is not None and lexeme.noun is not None)
        if any(noun.declension == "weak" and (noun.genitive or "").endswith("en") for noun in nouns):
            return True
    return False


def names_strongly(one: ReadSentence) -> bool:
    """`der anwesende Vorsitzender`: behind a definite article a noun declined as an adjective ends weakly."""
    return any(
        form.endswith("er") and word.tag in {"NN", "NNA"} and _is_adjectival(one, word) and _has_definite(one, place)
        for place, (form, word) in enumerate(one.pairs())
    )


def _is_adjectival(one: ReadSentence, word: Word) -> bool:
    lexeme = wordbook(one.material.lexicon).lookup(word.lemma, "NOUN")
    return lexeme is not None and lexeme.noun is not None and lexeme.noun.declension == "adjectival"


def _has_definite(one: ReadSentence, place: int) -> bool:
    """Whether a definite article stands before the noun, adjectives between them."""
    before = place - 1
    while before > 0 and one.words[before].tag == "ADJ(A)":
        before -= 1
    return before >= 0 and one.words[before].tag == "ART" and one.forms[before].lower() in _ARTICLES


def ends_twice(one: ReadSentence) -> bool:
    """`einem viel zu niedrigem Angebot`: behind a determiner in -m no adjective of the phrase has it again."""
    strong = False
    for form, word in one.pairs():
        if word.tag in _AGREEING | {"PDAT"}:
            strong = form.lower().endswith("m")
        elif word.tag == "ADJ(A)" and strong and form.islower() and form.endswith("em") and form != word.lemma:
            return True
        elif word.tag not in _WITHIN:
            strong = False
    return False


def _start_of_phrase(one: ReadSentence, head: int) -> int | None:
    """Where determiner (or preposition) and adjectives stand right before the noun; None where anything else does."""
    start = head
    while start and one.words[start - 1].tag == "ADJ(A)" and one.forms[start - 1].islower():
        start -= 1
    if not start:
        return None
    behind_article = start > 1 and one.words[start - 2].tag == "ART"  # `ist das keine gute Lösung`
    kein = one.words[start - 1].tag == "PIAT" and one.forms[start - 1].lower().startswith("kein")
    denied = kein and start < head and not behind_article
    before = "ART" if denied else one.words[start - 1].tag
    apart = start < 2 or (one.forms[start - 2] != "," and one.words[start - 2].tag != "APPR")
    owned = before == "PPOSAT"  # `mit ihren Kinder`
    if before in _AGREEING and (apart or owned or one.forms[start - 1].lower().startswith(("ein", "kein"))):
        return start - 1
    return start - 1 if start < head and before in _AGREEING | {"APPR"} else None


def takes_no_dative(one: ReadSentence) -> bool:
    """`wegen unterlassenen Zahlungen`: the genitive of a plural or feminine without an article ends in -er."""
    triples = zip(one.words, one.words[1:], one.words[2:], one.forms, one.forms[1:], one.forms[2:], strict=False)
    return any(
        first.tag == "APPR"
        and mapping("government.tsv").get(preposition.lower(), "").startswith("Gen")
        and inner.tag == "ADJ(A)"
        and adjective.islower()
        and adjective.endswith("en")
        and head.tag == "NN"
        and noun.endswith("en")
        for first, inner, head, preposition, adjective, noun in triples
    )


def governs_no_plural(one: ReadSentence) -> bool:
    """`auf der Websites`: behind a preposition with dative or accusative `der` is of one feminine, not of several."""
    return any(
        word.tag == "APPR"
        and form.lower() in _NO_GENITIVE
        and list(one.forms[place + 1 : place + 2]) == ["der"]
        and one.forms[place - 1] != ","  # `die Geschwindigkeit, mit der Daten verfügbar werden`
        and _is_several(one, place + 2)
        for place, (form, word) in enumerate(one.pairs())
    )


def lacks_ending(one: ReadSentence) -> bool:
    """`Die wenig erfolgreich Strategie`: an adjective without its ending between an article and its noun."""
    return any(
        one.words[place].tag == "ADJ(D)"
        and one.words[place + 1].tag == "NN"
        and one.forms[place] == one.words[place].lemma
        and one.material.lexicon.lookup(one.forms[place], "ADJ") is not None
        and one.forms[place].endswith(_BARE_ENDS)
        and (start := _start_of_bare(one, place)) >= 0
        and one.words[start].tag in {"ART", "PPOSAT"}
        and one.forms[start][0].isalpha()
        for place in range(1, len(one.words) - 1)
    )


def _start_of_bare(one: ReadSentence, place: int) -> int:
    """The first word before the adverbs and amounts in front of a place."""
    start = place - 1
    while start > 0 and one.words[start].tag in {"ADV", "PIAT", "PTKA"}:
        start -= 1
    return start


def governs_no_single(one: ReadSentence) -> bool:
    """`bei den Händler`: behind a preposition with the dative `den` is of several, whose noun ends in -n."""
    book = wordbook(one.material.lexicon)
    return any(
        word.tag == "APPR"
        and form.lower() in _DATIVE
        and list(one.forms[place + 1 : place + 2]) == ["den"]
        and [behind.tag for behind in one.words[place + 1 : place + 3]] == ["ART", "NN"]
        and (found := book.noun_readings(one.forms[place + 2]))
        and not any(reading.number == "Plur" and reading.case == "Dat" for reading in found)
        for place, (form, word) in enumerate(one.pairs())
    )


def _is_several(one: ReadSentence, head: int) -> bool:
    """Whether the noun there, behind adjectives or not, is a plural only; not the first word of `Kronen Zeitung`."""
    while head + 1 < len(one.words) and one.words[head].tag == "ADJ(A)":
        head += 1
    if head >= len(one.words):
        return False
    joined = any(word.tag in _NAMED | {"NN"} for word in one.words[head + 1 : head + 2])
    readings = wordbook(one.material.lexicon).noun_readings(one.forms[head]) if one.words[head].tag == "NN" else ()
    return not joined and bool(readings) and all(reading.number == "Plur" for reading in readings)


def joins_no_dative(one: ReadSentence) -> bool:
    """`von Gebühren und Tarife`: what `und` adds to bare nouns behind a preposition with the dative has it as well."""
    book, tags = wordbook(one.material.lexicon), [word.tag for word in one.words]
    for place, end in ((place, place + length) for length in (4, 6) for place in range(len(tags) - length + 1)):
        preposition, noun = one.forms[place], one.forms[end - 1]
        bare = tags[place:end] in _BARE_LISTS and one.forms[end - 2] in _JOINING
        found = book.noun_readings(noun) if bare else ()
        governed = mapping("government.tsv").get(preposition.lower(), "") == "Dat"
        old = [one for one in found if one.number == "Sing" and noun == f"{one.lemma}e"]  # `dem Tarife`
        if governed and found and all(one.case != "Dat" or one in old for one in found):
            return True
    return False


def takes_no_accusative(one: ReadSentence) -> bool:
    """`sollte das Gericht einen Antrag stattgeben`: the clause's verb wants its object in the dative."""
    number = sentence_of(one.material.analysis, one.first)
    found = clauses(one.material.analysis, number)
    wanting = [clause for clause in found if clause.certain and _wants_dative(one, clause)]
    return bool(wanting) and any(
        phrase.preposition is None
        and set(phrase.cases) == {"Acc"}
        and one.material.analysis.words[phrase.head].lemma not in column("times.tsv")
        and any(phrase.head in clause.tokens for clause in wanting)
        for phrase in noun_phrases(one.material, number)
    )


def _wants_dative(one: ReadSentence, clause: Clause) -> bool:
    """Whether the only full verb of the clause is one of those that never have an object in the accusative."""
    words = one.material.analysis.words
    verbs = {words[token].lemma for token in clause.tokens if words[token].tag.startswith("VV")}
    return len(verbs) == 1 and verbs <= grammar_words("dative-verbs.txt")


def owns_wrongly(one: ReadSentence) -> bool:
    """`die Beratungsstelle, dessen Wartezeiten`: nothing before the relative pronoun has its gender."""
    return any(
        form in _OWNING and "," in one.forms[max(place - 2, 0) : place] and not _has_owner(one, place, _OWNING[form])
        for place, form in enumerate(one.forms)
    )


def _has_owner(one: ReadSentence, place: int, wanted: frozenset[str]) -> bool:
    """Whether something before can be what `dessen` or `deren` stands for: a noun of the gender, a name, a pronoun."""
    return any(
        word.tag in _OWNERS or (word.tag == "NN" and not wanted.isdisjoint(genders(one.material, one.first + number)))
        for number, word in enumerate(one.words[:place])
    )


def relates_wrongly(one: ReadSentence) -> bool:
    """`die Grenzstadt Fakola, das angegriffen wurde`: the relative pronoun goes with the noun, no place is meant."""
    for place in range(3, len(one.forms)):
        tags = [word.tag for word in one.words[place - 3 : place + 1]]
        if tags == ["NN", "NE", "$,", "PRELS"] and one.forms[place] == "das":
            lexeme = one.material.lexicon.lookup(one.words[place - 3].lemma, "NOUN")
            return lexeme is not None and lexeme.noun is not None and "n" not in lexeme.noun.genders
    return False


def ends_otherwise(one: ReadSentence) -> bool:
    """`weitere chemischer Substanzen`: two adjectives side by side before a noun have one ending."""
    triples = zip(one.pairs(), list(one.pairs())[1:], list(one.pairs())[2:], strict=False)
    return any(
        first.tag == second.tag == "ADJ(A)"
        and noun.tag == "NN"
        and form.islower()
        and not form.startswith("welch")  # `welcher falsche Ware bekommt`, taken for an adjective
        and other.islower()
        and form.isalpha()
        and _ending(form, first.lemma) != _ending(other, second.lemma)
        and "" not in {_ending(form, first.lemma), _ending(other, second.lemma)}
        for (form, first), (other, second), (_, noun) in triples
    )


def _ending(form: str, lemma: str) -> str:
    """The ending of an adjective's form; empty where it has none that can be told."""
    return next((ending for ending in ("en", "er", "es", "em", "e") if form.endswith(ending) and form != lemma), "")
