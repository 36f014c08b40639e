"""Whether a word explains itself to a learner of the level: by its parts, or by an easier word it is made from."""

from learner.exercises.difficulty import is_sum_of_parts, is_transparent
from learner.exercises.distractors import words_of
from learner.exercises.kinds import kind_of
from learner.exercises.likeness import are_near, shares_stem
from learner.exercises.material import Material
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Entry, Occurrence
from learner.language.compounds import LINKS
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import LEVELS, Level, Lexeme
from learner.lexicon.lexicon import Relative
from learner.lexicon.wordclasses import wordrow

_COUNTING = wordrow("nouns.counting-beginnings")  # `zweistellig`, `mehrtägig`
_STEM = 5  # letters two words of a family share at their beginning
_SHORT = 6
_SHORTEST = 3  # letters of a part


def explains_itself(material: Material, entry: Entry) -> bool:
    """Whether whoever knows easier words understands this one (`Energiekosten`, `Arbeiterin`, `vermeidbar`)."""
    lexeme = entry.lexeme
    if lexeme.pos == "NOUN" and lexeme.lemma.endswith("in") and kind_of(lexeme) == "person":
        return True  # `Arbeiterin` is known with `Arbeiter`
    if is_transparent(material.lexicon, lexeme) or is_sum_of_parts(material.lexicon, entry.compound, lexeme):
        return True
    if lexeme.pos == "ADJ" and (_is_sum_of_adjective(material, lexeme) or _begins_as_in_english(material, lexeme)):
        return True
    if lexeme.pos == "ADJ" and _lacks_known(material, lexeme.lemma):
        return True
    return _is_plain_compound(material, entry) or _is_derived(material, lexeme)


def _is_sum_of_adjective(material: Material, lexeme: Lexeme) -> bool:
    """Whether an adjective is written together in English too (`weltweit`, worldwide; `mehrtägig`)."""
    book, lemma = wordbook(material.lexicon), lexeme.lemma
    for start in range(_SHORTEST, len(lemma) - _SHORTEST + 1):
        first, head = book.lookup(lemma[:start].capitalize(), "NOUN"), book.lookup(lemma[start:], "ADJ")
        if first is not None and head is not None and first.glosses and head.glosses:
            parts = [{word for gloss in one.glosses for word in words_of(gloss.text)} for one in (first, head)]
            whole = "".join(words_of(lexeme.glosses[0].text))
            return all(any(word in whole for word in part) for part in parts)
    return False


def _lacks_known(material: Material, lemma: str) -> bool:
    """Whether `-los` stands behind a noun of the level (`parteilos`, `arbeitslos`)."""
    noun = lemma.removesuffix("los").capitalize()
    firsts = (noun, noun.removesuffix("s"), noun.removesuffix("n"), f"{noun}e") if lemma.endswith("los") else ()
    found = (wordbook(material.lexicon).lookup(one, "NOUN") for one in firsts)
    return any(one is not None and _is_known(material, one.level) for one in found)


def _begins_as_in_english(material: Material, lexeme: Lexeme) -> bool:
    """`hochrangig`, high-ranking; `zweifach`, twofold: the first part says it, of which all know the meaning."""
    book, lemma = wordbook(material.lexicon), lexeme.lemma
    if lemma.endswith("fach") or lemma.startswith(_COUNTING):
        return True
    begins = {gloss.text.replace("-", " ").split(" ")[0] for gloss in lexeme.glosses}
    firsts = (book.lookup(lemma[:start], "ADJ") for start in range(_SHORTEST, len(lemma) - _SHORTEST + 1))
    return any(
        begins & {word for gloss in first.glosses for word in words_of(gloss.text)}
        for first in firsts
        if first is not None and _is_known(material, first.level)
    )


def _is_plain_compound(material: Material, entry: Entry) -> bool:
    """Whether the parts of a compound are no harder than the level and one of them is in its meaning."""
    book = wordbook(material.lexicon)
    parts = [part for part in entry.compound if part not in LINKS]
    if len(parts) < 2:
        return _has_plain_head(material, entry)
    words = [next((one for pos in ("NOUN", "VERB", "ADJ") if (one := book.lookup(part, pos))), None) for part in parts]
    if any(word is None or not _is_within(material, word.level) for word in words):
        return _has_plain_head(material, entry)
    return any(word and shares_stem(entry.lexeme, word) for word in words)


def _has_plain_head(material: Material, entry: Entry) -> bool:
    """Whether a noun ends in one of the level that stands in its meaning of two words (`Oberarm`, upper arm)."""
    lemma, book = entry.lexeme.lemma, wordbook(material.lexicon)
    found = book.head(lemma) if entry.lexeme.pos == "NOUN" else None
    head = book.lookup(found[1], "NOUN") if found else None
    phrase = any(len(words_of(gloss.text.partition(",")[0])) > 1 for gloss in entry.lexeme.glosses)
    if head is None or not phrase or not _is_within(material, head.level):
        return False
    return shares_stem(entry.lexeme, head) or are_near(entry.lexeme, head)  # `Auswärtssieg`, away win


def _is_derived(material: Material, lexeme: Lexeme) -> bool:
    """Whether the word is made from a known one and means what that one means, or is a participle of a known verb."""
    if lexeme.pos == "ADJ" and any(shares_stem(lexeme, verb) for verb in _verbs_of(material, lexeme)):
        return True
    if lexeme.pos == "NOUN" and lexeme.noun is not None and lexeme.noun.genders == ("n",):
        verb = wordbook(material.lexicon).lookup(lexeme.lemma.lower(), "VERB")  # `das Erreichen`
        if verb is not None and _is_within(material, verb.level):
            return True
    bases = (one for one in material.lexicon.family(lexeme.lemma, lexeme.pos) if not one.derived)
    return any(_is_base(material, one) and (one.kind == "opposite" or shares_stem(lexeme, one.lexeme)) for one in bases)


def _is_base(material: Material, one: Relative) -> bool:
    """Whether the word behind is known; who does what a verb says is plain with the verb (`Beobachter`)."""
    known = _is_within if one.kind == "agent" else _is_known
    return known(material, one.lexeme.level)


def _verbs_of(material: Material, lexeme: Lexeme) -> list[Lexeme]:
    """The verbs of the level at most that an adjective is a participle of (`wachsend`, `benötigt`)."""
    book = wordbook(material.lexicon)
    lemmas = [
        lemma for lemma, pos, features in book.analyses(lexeme.lemma) if pos == "VERB" and features.startswith("Part")
    ]
    verbs = [book.lookup(lemma, "VERB") for lemma in lemmas]
    return [verb for verb in verbs if verb is not None and _is_within(material, verb.level)]


def _is_known(material: Material, level: Level | None) -> bool:
    """Whether a word belongs to a level below the learner's."""
    return level is not None and (level == "A1" or LEVELS.index(level) < LEVELS.index(material.level))


def _is_within(material: Material, level: Level | None) -> bool:
    """Whether a word is of the learner's level at most."""
    return level is not None and LEVELS.index(level) <= LEVELS.index(material.level)


def has_relative(material: Material, entry: Entry, place: Occurrence) -> bool:
    """Whether another word of the sentence shows what the word means (`gefördert` beside `Förderung`)."""
    analysis = material.analysis
    stem = _stem(entry.lexeme.lemma)
    tokens = analysis.article.tokens_of(analysis.article.sentences[place.sentence])
    others = (analysis.words[token].lemma for token in tokens if token not in place.tokens)
    return len(stem) >= _STEM and any(_stem(other)[:_STEM] == stem[:_STEM] for other in others if len(other) >= _SHORT)


def _stem(lemma: str) -> str:
    """The lemma, small, without umlauts and a prefix."""
    lower = lemma.lower().translate(str.maketrans("äöü", "aou"))
    found = next(
        (one for one in grammar_words("prefixes.txt") if lower.startswith(one) and len(lower) - len(one) >= _STEM), ""
    )
    return lower.removeprefix(found)
