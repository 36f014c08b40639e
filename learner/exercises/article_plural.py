"""article-plural: der, die or das, and the plural, as one choice among full forms."""

from collections.abc import Iterable

from learner.exercises.contexts import shows
from learner.exercises.difficulty import at_least, is_new, tells_gender
from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.kinds import kind_of
from learner.exercises.leaning import lead
from learner.exercises.material import Material, slug
from learner.exercises.passage import marked
from learner.exercises.usage import is_common, is_plural, is_sensitive
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Entry, Occurrence
from learner.language.tables import column
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import ARTICLES, Noun
from learner.lexicon.wordclasses import wordclass, wordrow

EXERCISE = "article-plural"
_ENOUGH = 6  # items of a lesson
_ZERO = ("e", "ung", "heit", "keit", "tät", "ion", "schaft")
_TWO_WORDS = frozenset({"Datum"})  # its plural is another word by now (data, not dates)
_NEVER_COUNTED = (
    "uncountable.txt",
    "plurals-not-asked.txt",
    "rare-plurals.txt",
    "two-genders.txt",
    "idiom-words.txt",
    "regional.txt",
)
_ORDINAL = wordrow("endings.of-ordinals")  # `der Zehnte`
_OPEN = wordclass("determiners.masculine-or-neuter")  # masculine or neuter
_UMLAUT = str.maketrans({"a": "ä", "o": "ö", "u": "ü"})
_PLAIN = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})


def generate(material: Material) -> tuple[Item, ...]:
    """One item per noun with one gender and one plural, both certain; none of a noun that ends in another one asked.

    At B1 nouns that follow a rule fill up where there are few others; above they are beneath the level.
    """
    sure = [entry for entry in material.analysis.entries if _certain(material, entry)]
    hard = [entry for entry in sure if not (at_least(material.level, "B1") and _follows_rule(material, entry))]
    first = _apart(_item(material, entry) for entry in hard)
    if at_least(material.level, "B2"):
        return tuple(first)
    others = _apart([*first, *(_item(material, entry) for entry in sure if entry not in hard)])
    return tuple(others[: max(len(first), _ENOUGH)])


def _apart(found: Iterable[Choice | None]) -> list[Choice]:
    """The items made, none of a noun that ends in another one: who knows `Anschlag` knows `Terroranschlag`."""
    items = [item for item in found if item is not None]
    ends = tuple(item.lemma.lower() for item in items)
    return [item for item in items if not any(item.lemma.endswith(end) for end in ends)]


def _follows_rule(material: Material, entry: Entry) -> bool:
    """Whether the end of the noun tells gender and plural, nearly always or by a noun below the level."""
    lemma, noun = entry.lexeme.lemma, entry.lexeme.noun
    usual = noun is not None and _is_usual(lemma, noun)
    return usual or tells_gender(lemma) or kind_of(entry.lexeme) == "person" or _has_easy_head(material, entry)


def _certain(material: Material, entry: Entry) -> bool:
    noun = entry.lexeme.noun
    if (
        noun is None
        or noun.declension == "adjectival"
        or entry.lexeme.lemma in _TWO_WORDS
        or not is_new(material, entry.lexeme.level)
        or (at_least(material.level, "B1") and noun.plurals == (f"{entry.lexeme.lemma}nen",))  # `die Forscherin`
        or _is_never_counted(entry.lexeme.lemma)
        or is_sensitive(entry.lexeme.lemma)
    ):
        return False
    return len(noun.genders) == 1 and noun.genders[0] != "pl" and len(noun.plurals) == 1


def _has_easy_head(material: Material, entry: Entry) -> bool:
    """Whether a compound ends in a noun below the level, which has gender and plural (`Haushaltsbuch`)."""
    book, lemma = wordbook(material.lexicon), entry.lexeme.lemma
    behind = entry.compound[-1] if entry.compound else (book.head(lemma) or (0, ""))[1]
    while behind and behind != lemma:
        head = book.lookup(behind, "NOUN")
        if head is not None and head.level is not None and not at_least(head.level, material.level):
            return True
        lemma, behind = behind, (book.head(behind) or (0, ""))[1]  # Mehrfamilienhaus, Familienhaus, Haus
    return False


def _is_usual(lemma: str, noun: Noun) -> bool:
    """Whether the noun follows its end as nearly all do: `die …e, -n`, `die …in, -nen`, `der …er` without ending."""
    feminine = noun.genders == ("f",) and (lemma.endswith("e") or noun.plurals == (f"{lemma}nen",))
    masculine = lemma.endswith("er") and noun.genders == ("m",) and noun.plurals == (lemma,)
    return feminine or masculine


def _is_never_counted(lemma: str) -> bool:
    """Whether the noun has no plural in use, or two genders."""
    listed = any(lemma in grammar_words(name) for name in _NEVER_COUNTED)
    return listed or lemma in column("calendar.tsv") or lemma.endswith(_ORDINAL)


def _is_counted(material: Material, entry: Entry, place: Occurrence) -> bool:
    """Whether the noun is counted there: it stands in the plural or behind `ein`, so this sense has a plural."""
    return is_plural(material, entry, place) or _has_one(material, place)


def _has_one(material: Material, place: Occurrence) -> bool:
    """Whether `ein`, `jeder` stands before the noun, adjectives between them; `kein Torf` counts nothing."""
    token = place.tokens[0] - 1
    while token > 0 and material.analysis.words[token].tag == "ADJ(A)":
        token -= 1
    return token >= 0 and material.analysis.form(token).lower().startswith(("ein", "jede"))


def _item(material: Material, entry: Entry) -> Choice | None:
    noun, lemma = entry.lexeme.noun, entry.lexeme.lemma
    places = (place for place in entry.plain_places if shows(material, place.sentence))
    counted = [place for place in places if _is_counted(material, entry, place) and is_common(material, entry, place)]
    if noun is None or not counted or not _attested(material, lemma, noun):
        return None
    alone = (place for place in counted if lead(material, place.sentence) == "")
    hidden = next((place for place in alone if not _is_shown(material, entry, place)), None)
    occurrence = hidden or counted[0]
    sentence = material.sentence_of(occurrence)
    options = _options(material, lemma, noun)
    if options is None:
        return None
    start = material.analysis.article.sentences[occurrence.sentence].start
    return Choice(
        id=f"{EXERCISE}-{slug(lemma)}",
        exercise=EXERCISE,
        skill="grammar",
        level=material.level,
        stem=f"Artikel und Plural von „{lemma}“?",
        context=marked(sentence, start, material.spans(occurrence)) if hidden else "",
        evidence=(sentence,),
        lemma=lemma,
        options=options,
    )


def _is_shown(material: Material, entry: Entry, place: Occurrence) -> bool:
    """Whether the sentence gives the answer away: the plural or its umlaut, or the gender before the noun."""
    if is_plural(material, entry, place):
        return True
    token = place.tokens[0] - 1
    adjectives: list[str] = []
    while token > 0 and material.analysis.words[token].tag == "ADJ(A)":
        adjectives.append(material.analysis.form(token))
        token -= 1
    telling = any(one.endswith(("er", "es")) for one in adjectives)
    return telling or material.analysis.form(token).lower() not in _OPEN


def _attested(material: Material, lemma: str, noun: Noun) -> bool:
    """The plural is a form of this noun and of no other gender's namesake."""
    readings = material.lexicon.noun_analyses(lemma)
    return {reading.gender for reading in readings if reading.lemma == lemma} == {noun.genders[0]}


def _options(material: Material, lemma: str, noun: Noun) -> tuple[Option, ...] | None:
    article, plural = ARTICLES[noun.genders[0]], noun.plurals[0]
    wrong_plural = _wrong_plural(lemma, plural)
    if wrong_plural is None:
        return None
    others = [other for other in ("der", "die", "das") if other != article]
    rng = material.rng(f"{EXERCISE} {lemma}")
    rng.shuffle(others)
    options = [
        _option(lemma, article, plural, "right"),
        _option(lemma, others[0], plural, "gender", article),
        _option(lemma, article, wrong_plural, "plural", plural),
        _option(lemma, others[1], wrong_plural, "both", f"{article} {lemma}, die {plural}"),
    ]
    rng.shuffle(options)
    return tuple(options)


def _option(lemma: str, article: str, plural: str, reason: str, right: str = "") -> Option:
    values = {"word": lemma, "right": right, "article": article, "plural": plural}
    return Option(f"{article} {lemma}, die {plural}", reason == "right", Feedback(f"{EXERCISE}.{reason}", values))


def _wrong_plural(lemma: str, plural: str) -> str | None:
    """A plural built by another, usual pattern, which the noun does not follow."""
    if lemma.endswith(("el", "er", "en")):
        return next(form for form in (lemma, lemma + "n", lemma + "s") if form != plural and form[-2:] != "nn")
    if lemma[-1] in "aiouy":
        return lemma if plural != lemma else lemma + "s"
    stem = lemma.removesuffix("e")
    patterns = [lemma + "s", stem + "en", stem + "e", _umlauted(stem) + "e", stem + "er", lemma]
    preferred = {"n": 2, "e": 1, "s": 1, "r": 2}.get(plural[-1:], 1)
    ordered = [lemma] if lemma.endswith(_ZERO) and plural != lemma else [patterns[preferred], *patterns]
    if ordered == [lemma]:  # `die Grenze, die Grenze`: no ending where one is needed
        return lemma
    return next((form for form in ordered if form != plural and _plausible(form, lemma, plural)), None)


def _plausible(form: str, lemma: str, plural: str) -> bool:
    same_letters = form.translate(_PLAIN) == plural.translate(_PLAIN)
    return (
        form != lemma
        and not same_letters
        and not is_sensitive(form)
        and not form.endswith(("ses", "zs", "chs", "ee", "seen", "ungs", "heits", "keits"))
    )


def _umlauted(stem: str) -> str:
    for index in range(len(stem) - 1, -1, -1):
        if stem[index] in "aou":
            return stem[:index] + stem[index].translate(_UMLAUT) + stem[index + 1 :]
    return stem
