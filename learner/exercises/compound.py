"""compound: its parts given, the whole noun typed with its article; the head decides the gender."""

from collections.abc import Sequence

from learner.exercises.difficulty import at_least, is_new
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.material import Material, slug
from learner.exercises.questions.nouns import is_institution
from learner.exercises.usage import is_common, is_no_name, is_sensitive
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Entry
from learner.language.compounds import LINKS
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import ARTICLES, Lexeme
from learner.lexicon.wordclasses import wordclass

EXERCISE = "compound"
_OTHERWISE = wordclass("nouns.of-other-heads")
_FEWEST_ZIPF = 3.3  # of a part
_FEWEST_WHOLE_ZIPF, _FEWEST_OF_FREQUENT = 3.0, 2.1  # of the whole; where both parts are frequent
_FREQUENT = 4.0


def generate(material: Material) -> tuple[Item, ...]:
    """One item per compound of two words of the lexicon that stands in the article."""
    found = (_item(material, entry) for entry in material.analysis.entries if entry.lexeme.pos == "NOUN")
    return tuple(item for item in found if item is not None)


def _item(material: Material, entry: Entry) -> Gap | None:
    noun, lemma = entry.lexeme.noun, entry.lexeme.lemma
    places = [one for one in entry.occurrences if material.is_running(one.sentence)]
    parts = [part for part in entry.compound if part not in LINKS]
    coined = _is_coined(material, entry, parts)
    used = is_no_name if coined else is_common
    place = next((one for one in places if used(material, entry, one)), None)
    rare = not coined and (entry.lexeme.zipf or 0) < _fewest_zipf(material, parts)
    if noun is None or place is None or len(parts) != 2 or len(noun.genders) != 1 or "-" in lemma or rare:
        return None
    if noun.genders[0] == "pl" or _is_doubtful(material, entry, parts):
        return None
    if _is_unforeseen(material, entry, parts) or _is_said_in_plural(material, entry):
        return None
    if not is_new(material, entry.lexeme.level) or "".join(entry.compound).lower() != lemma.lower():
        return None
    if (
        _has_variant(material, entry, parts)
        or not all(_is_certain(material, part) for part in parts)
        or _head_gender(material, parts[1]) != noun.genders[0]
    ):
        return None
    article = ARTICLES[noun.genders[0]]
    return Gap(
        id=f"{EXERCISE}-{slug(lemma)}",
        exercise=EXERCISE,
        skill="vocabulary",
        level=material.level,
        stem="Setze die beiden Wörter zu einem Nomen zusammen. Welchen Artikel hat es?",
        evidence=(material.sentence_of(place),),
        lemma=lemma,
        passage=f"{parts[0]} + {parts[1]} = [[{article}]] [[{lemma}]]",
        hints=("der, die, das?", ""),
        feedback=Feedback(f"{EXERCISE}.right", {"word": lemma, "article": article, "head": parts[1]}),
    )


def _is_coined(material: Material, entry: Entry, parts: Sequence[str]) -> bool:
    """`Haushaltslage`: no word of the lexicon, of two frequent nouns between which comes what always comes there."""
    nouns = [_noun(material, part) for part in parts]
    frequent = all(one is not None and (one.zipf or 0) >= _FREQUENT for one in nouns)
    new = material.lexicon.lookup(entry.lexeme.lemma, "NOUN") is None
    return new and frequent and len(entry.compound) > len(parts) and _has_usual_link(parts)


def _is_said_in_plural(material: Material, entry: Entry) -> bool:
    """`Regierungskreise`: the article has the plural only, and hardly anybody says the singular."""
    forms = {material.analysis.form(one.tokens[0]) for one in entry.occurrences}
    usual = max((material.lexicon.form_zipf(form) or 0.0 for form in forms), default=0.0)
    own = material.lexicon.form_zipf(entry.lexeme.lemma) or 0.0
    circles = entry.lexeme.lemma.endswith("kreis")  # `Wahlkreise` have a singular, and are as frequent in it
    return entry.lexeme.lemma not in forms and (own < usual or (circles and own == usual))


def _fewest_zipf(material: Material, parts: list[str]) -> float:
    """How frequent the whole must be: less where both parts are, as news coin it (`Sicherheitsgarantie`)."""
    nouns = [_noun(material, part) for part in parts]
    frequent = all(one is not None and (one.zipf or 0) >= _FREQUENT for one in nouns)
    return _FEWEST_OF_FREQUENT if frequent else _FEWEST_WHOLE_ZIPF


def _has_usual_link(parts: Sequence[str]) -> bool:
    """Whether the end of the first part tells what comes behind it."""
    return parts[0].endswith((*grammar_words("telling-endings.txt"), "e"))


def _is_unforeseen(material: Material, entry: Entry, parts: list[str]) -> bool:
    """`Boot` + s + `Haus`: beginners cannot know what comes between."""
    return not (at_least(material.level, "B1") or _is_plain(entry, parts) or _has_usual_link(parts))


def _is_doubtful(material: Material, entry: Entry, parts: list[str]) -> bool:
    """Whether a part is rare or could be an adjective, the head stands in the plural alone, or the whole is a name."""
    book = wordbook(material.lexicon)
    lexemes = [next((found for pos in ("NOUN", "VERB") if (found := book.lookup(part, pos))), None) for part in parts]
    rare = any(lexeme is None or (lexeme.zipf or 0) < _FEWEST_ZIPF for lexeme in lexemes)
    adjective = parts[0][:1].isupper() and book.lookup(parts[0].lower(), "ADJ") is not None
    named = is_institution(entry.lexeme.lemma) or any(
        name.name.endswith(entry.lexeme.lemma) for name in material.analysis.names
    )
    stem = book.lookup(f"{parts[0]}e", "NOUN") is not None  # `End` + `Spiel`
    stem |= parts[0].endswith("en") and book.lookup(parts[0][:-1], "NOUN") is not None  # `Streifen`, of `die Streife`
    latin = parts[0].endswith("ie") and book.lookup(f"{parts[0][:-1]}um", "NOUN") is not None  # `Studie`, `Studium`
    mistaken = adjective or named or stem or latin or parts[1] in _OTHERWISE
    return rare or mistaken or is_sensitive(entry.lexeme.lemma)


def _has_variant(material: Material, entry: Entry, parts: list[str]) -> bool:
    """Whether the same parts also make a word without or with `s` (`Gesetzentwurf`, `Gesetzesentwurf`)."""
    made = (parts[0] + link + parts[1].lower() for link in ("", "s", "es", "n", "en"))
    if parts[0] in grammar_words("twofold-parts.txt"):  # whether the table has both or not
        return True
    return any(one != entry.lexeme.lemma and wordbook(material.lexicon).lookup(one, "NOUN") for one in made)


def _is_plain(entry: Entry, parts: list[str]) -> bool:
    """Whether the parts are only written together, without anything between them."""
    return "".join(parts).lower() == entry.lexeme.lemma.lower()


def _is_certain(material: Material, part: str) -> bool:
    """Whether a part is no noun, or a noun of one gender."""
    lexeme = _noun(material, part) if part[:1].isupper() else None
    one = lexeme is not None and lexeme.noun is not None and len(lexeme.noun.genders) == 1
    return part[:1].islower() or one


def _head_gender(material: Material, part: str) -> str:
    lexeme = _noun(material, part)
    return lexeme.noun.genders[0] if lexeme and lexeme.noun else ""


def _noun(material: Material, part: str) -> Lexeme | None:
    return wordbook(material.lexicon).lookup(part, "NOUN")
