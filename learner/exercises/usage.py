"""How a word is used at a place: as the dictionary means it, or in an expression, a name, another part of speech."""

from functools import cache, lru_cache

from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.wordlists import grammar_words
from learner.language import gazetteer
from learner.language.analysis import Entry, Occurrence
from learner.language.clauses import clause_of
from learner.lexicon.wordclasses import wordclass

_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "APPRART", "ADJ(A)", "PWAT", "CARD"})
_NAMES = frozenset({"NE", "FM", "XY", "TRUNC"})
_CAPITAL = frozenset({"NE", "FM", "XY", "NN", "NNA", "NNI"})
_QUOTES = frozenset("„“”\"»«‚‘’'›‹")
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_SUPPORTING = wordclass("verbs.supporting")
_REFLEXIVES = wordclass("pronouns.oneself") - {"uns", "euch"} | {"sich"}
_VAGUE = wordclass("pronouns.before-adjectives")
_APART = wordclass("prepositions.outside-expressions")
_COUPLED = frozenset({"haben", "werden"})
_BEHIND_PARTICIPLE = frozenset({"VA(FIN)", "VM(FIN)", "VA(PP)", "VA(INF)", "VM(INF)"})


@cache
def is_sensitive(lemma: str) -> bool:
    """Whether a word belongs to what nobody is quizzed on: religions, peoples, sexuality, violent death."""
    word = lemma.lower()
    inside = word[2:]
    return word.startswith(_sensitive(0)) or any(stem in inside for stem in _sensitive(4))


@cache
def _sensitive(fewest: int) -> tuple[str, ...]:
    """The stems of the list that have so many letters."""
    return tuple(stem for stem in grammar_words("sensitive.txt") if len(stem) >= fewest)


def is_meant(material: Material, entry: Entry, place: Occurrence) -> bool:
    """Whether the word stands here for itself: no expression, no name, and in the part of speech of its meaning."""
    if entry.lexeme.lemma in grammar_words("idiom-words.txt"):
        return False
    if set(place.tokens) & in_expressions(material) or is_quoted(material, place):
        return False
    if entry.lexeme.pos == "NOUN":
        return is_common(material, entry, place) and not _is_in_light_verb(material, place)
    if entry.lexeme.pos == "VERB":
        return _is_verb(material, entry, place) and not has_loose_particle(material, place.sentence)
    if entry.lexeme.pos == "ADJ":
        small = material.analysis.form(place.tokens[0]).islower()  # `die Erneuerbaren` are a noun
        plain = small and not _has_object(material, place) and not _is_named(material, place)
        return plain and (material.analysis.words[place.tokens[0]].tag == "ADJ(A)" or _is_predicate(material, place))
    opens = material.analysis.article.sentences[place.sentence].first == place.tokens[0]
    clause = opens and entry.lexeme.lemma in wordclass("adverbs.opening-clauses")  # `Kaum steigt …, stapeln sich …`
    return material.analysis.words[place.tokens[0]].tag == "ADV" and not clause


def _is_predicate(material: Material, place: Occurrence) -> bool:
    """`Die Rechnung ist im Rathaus umstritten`: at the end of a clause that has no verb but `sein`; no participle."""
    words, token = material.analysis.words, place.tokens[0]
    clause = clause_of(material.analysis, place.sentence, token)
    if clause is None or words[token].tag != "ADJ(D)" or material.analysis.form(token) != words[token].lemma:
        return False
    verbs = {words[one].lemma for one in clause.tokens if words[one].tag.startswith("V")}
    behind = next((one for one in clause.tokens if one > token), None)
    ends = behind is None or words[behind].tag.startswith(("V", "$"))
    participle = any(one.verbform == "Part" for one in material.lexicon.verb_analyses(words[token].lemma))
    return verbs == {"sein"} and ends and not participle


def _has_object(material: Material, place: Occurrence) -> bool:
    """`eine 150 Einträge umfassende Liste`, `im Internet verbreitete Bilder`: a participle that is its verb's."""
    first = place.tokens[0]
    lemma = material.analysis.words[first].lemma
    participle = lemma.endswith("end") or any(one.verbform == "Part" for one in material.lexicon.verb_analyses(lemma))
    return participle and first > 0 and material.analysis.words[first - 1].tag in {"NN", "NE", "PRF"}


def is_common(material: Material, entry: Entry, place: Occurrence) -> bool:
    """Whether a noun is used as one: behind a determiner or adjective or in the plural, beside no name or quote."""
    lexeme = entry.lexeme
    if material.lexicon.lookup(lexeme.lemma, "NOUN") is None or not is_no_name(material, entry, place):
        return False
    if _is_town(material, place):
        return False
    vague = place.tokens[0] > 0 and material.analysis.form(place.tokens[0] - 1).lower() in _VAGUE
    if vague and material.analysis.form(place.tokens[0]).endswith("es"):
        return False  # `etwas Großes`
    return is_determined(material, place) or (is_plural(material, entry, place) and not _may_be_verb(material, place))


def _is_town(material: Material, place: Occurrence) -> bool:
    """`in Sitten`, `Zürich und Sitten`: what is also a town, without a determiner."""
    known = gazetteer.match([material.analysis.form(place.tokens[0])])
    return known is not None and known.kind == "place" and not is_determined(material, place)


def _may_be_verb(material: Material, place: Occurrence) -> bool:
    """`Schätzen gelernt haben sich …`, `Kunst und Werken`: what may be a verb, first or by its infinitive."""
    opens = any(sentence.first == place.tokens[0] for sentence in material.analysis.article.sentences)
    form = material.analysis.form(place.tokens[0]).lower()
    return (opens and material.lexicon.is_word(form)) or material.lexicon.lookup(form, "VERB") is not None


def is_no_name(material: Material, entry: Entry, place: Occurrence) -> bool:
    """Whether nothing speaks for a name: no brand or newspaper, no quotation marks, no capitals beside it."""
    if entry.lexeme.lemma in grammar_words("brands.txt") or is_quoted(material, place):
        return False
    if _is_last_name(material, entry.lexeme.lemma):  # `einen zweiten Bach habe man nicht entdeckt`
        return False
    return not _is_in_name(material, place) and not _is_quoted_elsewhere(material, entry)


def _is_last_name(material: Material, lemma: str) -> bool:
    """Whether somebody in the article is called like the word."""
    return any(name.kind == "person" and lemma in name.name.split()[1:] for name in material.analysis.names)


def is_quoted(material: Material, place: Occurrence) -> bool:
    """Whether a quotation mark touches the word."""
    return any(
        0 <= token < len(material.analysis.words) and material.analysis.form(token) in _QUOTES
        for token in (place.tokens[0] - 1, place.tokens[-1] + 1)
    )


def _is_quoted_elsewhere(material: Material, entry: Entry) -> bool:
    """Whether the noun stands between two quotation marks somewhere, as titles do."""
    last = len(material.analysis.words) - 1
    return any(
        0 < place.tokens[0] < last
        and material.analysis.form(place.tokens[0] - 1) in _QUOTES
        and material.analysis.form(place.tokens[0] + 1) in _QUOTES
        for place in entry.occurrences
    )


def is_determined(material: Material, place: Occurrence) -> bool:
    """Whether a determiner, adjective or number stands before the word."""
    before = place.tokens[0] - 1
    return before >= 0 and material.analysis.words[before].tag in _DETERMINERS


def is_plural(material: Material, entry: Entry, place: Occurrence) -> bool:
    """Whether a noun stands in the plural by its form."""
    noun, form = entry.lexeme.noun, material.analysis.form(place.tokens[0])
    plurals = noun.plurals if noun else ()
    return form != entry.lexeme.lemma and any(form in {plural, plural + "n"} for plural in plurals)


def _is_in_name(material: Material, place: Occurrence) -> bool:
    """Whether the word stands in a run of capitals or in something the article names."""
    words = material.analysis.words
    first, last = place.tokens[0], place.tokens[-1]
    if first and words[first - 1].tag in _CAPITAL and material.analysis.form(first - 1) not in _QUOTES:
        return True
    if last + 1 < len(words) and words[last + 1].tag in _CAPITAL:
        return True
    return _is_named(material, place) or words[first].tag in _NAMES


def _is_named(material: Material, place: Occurrence) -> bool:
    """Whether the word stands in something the article names."""
    tokens = material.analysis.article.tokens
    start, end = tokens[place.tokens[0]].start, tokens[place.tokens[-1]].end
    return any(one.start < end and start < one.end for name in material.analysis.names for one in name.mentions)


@lru_cache(maxsize=2)
def in_expressions(material: Material) -> frozenset[int]:
    """Every token that belongs to a fixed expression."""
    return frozenset(
        token
        for entry in material.analysis.entries
        if entry.lexeme.pos == "PHRASE"
        for place in entry.occurrences
        for token in place.tokens
    )


def _is_in_light_verb(material: Material, place: Occurrence) -> bool:
    """`ins Leben rufen`, `seinen Niederschlag finden`: the noun and a verb that says little make one meaning."""
    words, token = material.analysis.words, place.tokens[0]
    clause = clause_of(material.analysis, place.sentence, token)
    if clause is None:
        return True
    verbs = [words[one] for one in clause.tokens if words[one].tag.startswith("V")]
    full = [word for word in verbs if word.tag.startswith("VV")]
    lemmas = {word.lemma for word in full or verbs}  # `hat an der Theke unterschrieben` is no `haben`
    behind = _head_of_phrase(material, place)
    governed = words[behind].tag in _PREPOSITIONS
    if _stands_apart(material, place, behind if governed else None):
        return False
    return bool(lemmas & _SUPPORTING) or (governed and bool(lemmas & grammar_words("empty-verbs.txt")))


def _stands_apart(material: Material, place: Occurrence, preposition: int | None) -> bool:
    """Whether a noun makes no expression with a verb: a subject, a genitive, or behind `wegen` and the like."""
    if preposition is not None:
        return material.analysis.form(preposition).lower() in _APART
    phrase = next((one for one in noun_phrases(material, place.sentence) if one.head == place.tokens[0]), None)
    return phrase is not None and phrase.cases in (("Nom",), ("Gen",))


def _head_of_phrase(material: Material, place: Occurrence) -> int:
    """The token before the noun's determiner and adjectives, where a preposition would stand."""
    token = place.tokens[0] - 1
    while token > 0 and material.analysis.words[token].tag in _DETERMINERS - {"APPRART"}:
        token -= 1
    return max(token, 0)


def _is_verb(material: Material, entry: Entry, place: Occurrence) -> bool:
    """Whether the verb is used as one (no attribute, no adverb), and says something by itself."""
    words, token = material.analysis.words, place.tokens[0]
    lexeme = entry.lexeme
    if lexeme.lemma in grammar_words("empty-verbs.txt") or not words[token].tag.startswith("VV"):
        return False
    if material.lexicon.lemmas(material.analysis.form(token).lower(), "ADP"):  # `mithilfe`
        return False
    clause = clause_of(material.analysis, place.sentence, token)
    forms = {material.analysis.form(one).lower() for one in clause.tokens} if clause else set[str]()
    if lexeme.verb is not None and lexeme.verb.reflexive == _REFLEXIVES.isdisjoint(forms):
        return False  # `sich andeuten` is no hint, and `erinnern` alone no memory
    if words[token].tag != "VV(PP)":
        return True
    readings = material.lexicon.verb_analyses(material.analysis.form(token))
    if not any(one.lemma == lexeme.lemma and one.verbform == "Part" for one in readings):
        return False  # `war beunruhig`
    behind = words[place.tokens[-1] + 1] if place.tokens[-1] + 1 < len(words) else None
    beside = {words[one].lemma for one in clause.tokens} if clause else set()
    closed = behind is not None and (behind.pos == "PUNCT" or behind.tag in _BEHIND_PARTICIPLE or behind.tag == "KON")
    return closed and bool(beside & _COUPLED)


@lru_cache(maxsize=512)
def has_loose_particle(material: Material, sentence: int) -> bool:
    """Whether a particle of the sentence has found no verb: then one of its verbs is not what it looks like."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    words_ = (material.analysis.words[token] for token in tokens)
    return any(word.tag == "PTKVZ" and word.head is None for word in words_)
