"""An entry is read at each of its places with the sense chosen there and the forms of that sense."""

import msgspec
import pytest

from learner.language.analysis import Analysis
from tests.language.sample import analysis_of

TEXT = "Er entschuldigte sich bei den Gästen. Sie entschuldigte ihren Sohn. Dann entschuldigte er sich erneut."


@pytest.fixture(scope="module")
def entry(lexicon):
    return next(one for one in analysis_of(TEXT, lexicon).entries if one.lexeme.lemma == "entschuldigen")


def test_the_entry_stays_one_with_the_sense_of_most_places(entry):
    assert len(entry.occurrences) == 3
    assert entry.lexeme.glosses[0].hint == "sich"


def test_each_place_has_its_own_sense_and_forms(entry):
    read = [entry.at(place).lexeme for place in entry.occurrences]
    assert [one.glosses[0].hint for one in read] == ["sich", "", "sich"]
    assert [one.verb.reflexive for one in read] == [True, False, True]
    assert all(set(one.glosses) == set(entry.lexeme.glosses) for one in read)


def test_only_places_that_differ_carry_a_reading(entry):
    assert [place.reading for place in entry.occurrences] == [0, 1, 0]
    assert entry.plain_places == (entry.occurrences[0], entry.occurrences[2])


def test_a_reading_that_is_missing_leaves_the_entry_as_it_is(entry):
    bare = msgspec.structs.replace(entry, readings=())
    assert bare.at(entry.occurrences[1]) == bare


def test_an_analysis_is_read_back_with_its_readings(lexicon):
    analysis = analysis_of(TEXT, lexicon)
    assert msgspec.json.decode(msgspec.json.encode(analysis), type=Analysis) == analysis


@pytest.mark.parametrize(
    ("sentence", "lemma", "forms", "note"),
    [
        ("Natürlich kam er zu spät.", "natürlich", "", "an adverb is not compared"),
        ("Das ist ein natürlicher Prozess.", "natürlich", "natürlicher am natürlichsten", "the adjective is"),
        (
            "Die Truppen trafen auf heftigen Widerstand.",
            "treffen",
            "traf ist getroffen",
            "auxiliary of the sense with auf",
        ),
        ("Die Firma schuf neue Stellen.", "schaffen", "schuf hat geschaffen", "the strong forms of one sense"),
        ("Er hat die Prüfung geschafft.", "schaffen", "schaffte hat geschafft", "the weak ones of the other"),
        ("Sie schufen Klarheit.", "schaffen", "schuf hat geschaffen", "the forms of an expression"),
        ("Das Kind erschrak.", "erschrecken", "erschrak ist erschrocken", "with its auxiliary"),
        ("Der Hund erschreckte ihn.", "erschrecken", "erschreckte hat erschreckt", "and the other's"),
        ("Er hat sich im Wald verlaufen.", "verlaufen", "verlief hat verlaufen", "haben with sich"),
        ("Das Spiel ist gut verlaufen.", "verlaufen", "verlief ist verlaufen", "and ist without"),
        ("Der Druck auf ihn wächst.", "Druck", "m Drucks", "a sense without a plural"),
        ("Er leiht sich eine Leiter.", "Leiter", "f Leiter Leitern", "the noun of this gender"),
        ("Der neue Leiter des Instituts sprach.", "Leiter", "m Leiters Leiter", "and of the other"),
    ],
)
def test_forms_go_with_the_sense(lexicon, sentence, lemma, forms, note):
    entry = next(one for one in analysis_of(sentence, lexicon).entries if one.lexeme.lemma == lemma)
    lexeme = entry.at(entry.occurrences[0]).lexeme
    noun = (*lexeme.noun.genders, lexeme.noun.genitive, *lexeme.noun.plurals) if lexeme.noun else ()
    verb = (lexeme.verb.preterite, *lexeme.verb.auxiliaries, lexeme.verb.participle) if lexeme.verb else ()
    shown = noun or verb or lexeme.comparison
    assert " ".join(shown) == forms, note


def test_an_expression_is_read_where_it_stands_and_only_there(lexicon):
    text = "Er gab ihr das Buch. Sie gab ihm Geld. Der Verein hat den Wechsel bekannt gegeben."
    entry = next(one for one in analysis_of(text, lexicon).entries if one.lexeme.lemma == "geben")
    hints = [entry.at(place).lexeme.glosses[0].hint for place in entry.occurrences]
    assert hints == ["", "", "bekannt geben"]


@pytest.mark.parametrize(
    ("text", "lemma", "meanings"),
    [
        ("Der Russlandfeldzug scheiterte.", "Russlandfeldzug", ["Russia", "campaign"]),
        ("Die Krimkrise dauert an.", "Krimkrise", ["Crimea", "crisis"]),
        ("Der Deutschlandtakt kommt.", "Deutschlandtakt", ["Germany", "regular interval"]),
    ],
)
def test_names_of_places_in_compounds_are_english(lexicon, text, lemma, meanings):
    entry = next(one for one in analysis_of(text, lexicon).entries if one.lexeme.lemma == lemma)
    assert [gloss.text for gloss in entry.lexeme.glosses] == meanings


def test_a_participle_beside_werden_stays_a_verb(lexicon):
    lemmas = {one.lexeme.lemma for one in analysis_of("Der Mann ist verletzt worden.", lexicon).entries}
    assert "verletzen" in lemmas
    assert "verletzt" not in lemmas
