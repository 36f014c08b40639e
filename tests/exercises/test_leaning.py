"""Sentences that are shown with the one before them, and statements that take up what was told."""

import pytest

from learner.exercises import extent
from learner.exercises.blanks import with_gaps
from learner.exercises.contexts import shows
from learner.exercises.dangling import speaks_for_itself
from learner.exercises.generators import GENERATORS
from learner.exercises.leaning import lead, leans
from learner.exercises.material import Material
from learner.exercises.passage import Cut
from learner.exercises.statement import Statement
from learner.exercises.taking_up import points_back, takes_up_things
from learner.language.analyzing import analyze
from learner.text.reading import article
from tests.exercises.test_completing import _DATA, rows


def place_of(material, sentence):
    texts = [material.analysis.sentence_text(number) for number in range(len(material.analysis.article.sentences))]
    return texts.index(sentence)


@pytest.mark.parametrize(("before", "sentence", "expected"), list(rows("leaning.tsv")))
def test_lead(material_of, before, sentence, expected):
    material = material_of(f"{before} {sentence}", "B1")
    place = place_of(material, sentence)
    assert lead(material, place) == (f"{before} " if expected == "yes" else "")
    assert lead(material, place, since=place - 1) == f"{before} "


def test_what_opens_with_a_thing_or_ends_with_a_bare_number_is_shown_with_the_sentence_before(lexicon):
    first = "In der Küche steht ein alter Kühlschrank. Er war 16 Jahre alt und brauchte viel Strom."
    second = "Im Jahr sind es 340 Kilowattstunden. Ein neues Gerät braucht etwa 120."
    text = "Das alte Haus am Fluss ist schön und groß. Viele Leute wohnen dort gern."
    material = Material(analyze(article(f"{text}\n\n{first}\n\n{second}", "text"), lexicon), lexicon, "B1", 0)
    before = {material.analysis.sentence_text(number): lead(material, number) for number in (3, 5)}
    assert before == {
        "Er war 16 Jahre alt und brauchte viel Strom.": "In der Küche steht ein alter Kühlschrank. ",
        "Ein neues Gerät braucht etwa 120.": "Im Jahr sind es 340 Kilowattstunden. ",
    }


@pytest.mark.parametrize(
    "told",
    [
        (
            "Im Keller stand ein alter Korb.",
            "Er war sechzig Jahre alt.",
            "Anna Drees nahm ihn am Abend mit nach Hause.",
        ),
        ("Sabine Keller kam ins Rathaus.", "Dort wartete der Rat.", "Nach ihren Angaben fehlt Geld für das Bad."),
    ],
)
def test_a_sentence_in_front_that_leans_itself_or_names_nobody_is_shown_with_the_one_before_it(material_of, told):
    material = material_of(" ".join(told), "B1")
    assert lead(material, place_of(material, told[2])) == f"{told[0]} {told[1]} "


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [("Nach ihren Angaben fehlt Geld für das Bad.", False), ("Im Bad fehlt ihr Wasser.", True)],
)
def test_a_thing_has_parts_but_no_view(material_of, sentence, shown):
    before = "Die Halle ist seit Montag zu."
    material = material_of(f"{before} {sentence}", "B2")
    assert lead(material, place_of(material, sentence)) == (f"{before} " if shown else None)


@pytest.mark.parametrize(
    ("before", "sentence", "whole"),
    [
        ("Die Halle ist alt.", "Ich habe das Bad am Fluss immer gern gemocht.", False),
        ("Die Halle ist alt.", "Unsere Kinder haben das Bad am Fluss immer gern gemocht.", True),
        (
            "Man brauche in der Stadt mehr Zeit: Das gehört noch einmal geprüft.",
            "Unsere Kinder haben das Bad am Fluss immer gern gemocht.",
            False,
        ),
        ("Die Halle ist alt.", "„Ich habe das Bad am Fluss immer gern gemocht“, sagte Anna Drees.", True),
    ],
)
def test_who_speaks_of_himself_without_marks_is_not_shown(material_of, before, sentence, whole):
    material = material_of(f"{before} {sentence}", "B2")
    assert shows(material, place_of(material, sentence)) is whole


@pytest.mark.parametrize(
    ("said", "alone"),
    [
        ("Am Dienstag haben wir sie geputzt, am Donnerstag waren sie weg.", False),
        ("Ich habe es seit dem Sommer nicht mehr gesehen.", False),
        ("Auf den Besitzer hatte er vorher nicht gehört.", False),
        ("Ich möchte einen, in dem wir alle Platz haben.", False),
        ("Es ist im Sommer ganz seltsam, wenn man selbst eine ist.", False),
        ("Röhrs zufolge wurde sie vor zwei Jahren in der Stadt gefunden.", False),
        ("Wer heute über die Steuer klagt, vergisst gern, was er früher gespart hat.", True),
        ("Die Kinder sind da, aber wir können sie nicht sehen.", True),
        ("Wir können Ihnen leider noch keinen neuen Platz geben.", True),
        ("Im Winter regnet es in der Halle jeden Tag.", True),
    ],
)
def test_a_quotation_speaks_for_itself(material_of, said, alone):
    material = material_of(f"„{said}“, sagte Sabine Keller.", "B1")
    quote = next(one for one in material.analysis.quotes if material.analysis.article.slice(one).startswith(said[:20]))
    assert speaks_for_itself(material, extent.tokens(material.analysis, quote.start, quote.end)) is alone


def test_nothing_is_compared_alone_in_a_question(material_of):
    for told, asked in (("in Weiden", True), ("ein Stockwerk höher", False)):
        sentence = f"Im Mai ist {told} ein Junge geboren worden. Der Rat prüft den Fall, die Händler warten."
        stems = [one.stem for one in GENERATORS["w-question"](material_of(sentence, "B1"))]
        assert any(stem.startswith("Wann ist") for stem in stems) is asked


def test_a_connector_is_asked_for_between_two_sentences(material_of):
    before, sentence = "Die Stadt hat kaum Geld.", "Trotzdem plant der Rat für den Sommer eine neue Halle."
    items = GENERATORS["connector"](material_of(f"{before} {sentence}", "B1"))
    assert [one.context for one in items if one.lemma == "trotzdem"] == [f"{before} ____ {sentence.partition(' ')[2]}"]


@pytest.mark.parametrize(
    ("sentence", "things", "somebody"),
    [
        ("Die Bürgermeisterin Anna Drees hört sich am Montag den Vorwurf an.", True, True),
        ("Am Montag hörte sich Anna Drees im Rathaus den Vorwurf der Händler an.", False, False),
        ("Die 58-jährige Bernerin gilt in der Stadt als sehr geduldig.", False, True),
        ("Der Angesprochene sagte am Montag im Rathaus kein Wort.", False, True),
        ("Der Winter dauerte in Weiden bis in den April.", False, False),
        ("Die Familie wohnt in Weiden nur zehn Minuten entfernt.", False, True),
        ("Anna Drees weiß am Montag im Rathaus ihre Antwort schon.", True, True),
    ],
)
def test_what_was_told_before(material_of, sentence, things, somebody):
    material = material_of(sentence, "B1")
    place = place_of(material, sentence)
    tokens = tuple(material.analysis.article.tokens_of(material.analysis.article.sentences[place]))
    assert takes_up_things(material, Statement(place, tokens)) is things
    assert points_back(material, Statement(place, tokens)) is somebody


def test_what_nobody_has_said_is_not_put_into_direct_speech(material_of):
    said = "Sabine Keller sagte am Montag im Rathaus, die Halle sei sehr alt."
    believed = "Sabine Keller trat am Montag im Rathaus dem Eindruck entgegen, die Halle sei sehr alt."
    stems = {
        text: [one.stem for one in GENERATORS["reported-speech"](material_of(text, "B2"))] for text in (said, believed)
    }
    assert any("direkter Rede" in stem for stem in stems[said])
    assert not any("direkter Rede" in stem for stem in stems[believed])


def test_an_old_vorfeld_is_not_put_behind_a_noun_it_would_belong_to(material_of):
    told = "Für Fahrräder hat der Verein am Montag 24 neue Plätze gebaut. Die Kasse öffnet am Dienstag."
    stems = [one.stem for one in GENERATORS["w-question"](material_of(told, "B1"))]
    assert not any("Verein für Fahrräder" in stem for stem in stems)


@pytest.mark.parametrize(
    ("before", "shown"),
    [("Im Juli lieferte das Messnetz wenig.", False), ("Im Juli stand das Messnetz still.", True)],
)
def test_no_sentence_in_front_shows_the_word_that_is_missing(material_of, before, shown):
    sentence = "Damals lieferte die Anlage im Rathaus schlechte Werte."
    material = material_of(f"{before} {sentence}", "B1")
    start = material.analysis.article.text.index("lieferte die")
    passage = with_gaps(material, place_of(material, sentence), [Cut(start + 2, start + len("lieferte"))])
    assert passage.startswith(before) is shown
    assert "Damals li[[eferte]] die" in passage


def test_a_report_of_nobody_known_is_not_shown(material_of):
    told = "Inzwischen stehe der Stadt Weiden mehr Geld für die Halle zu."
    material = material_of(f"Die Halle ist alt. {told}", "B2")
    assert lead(material, place_of(material, told)) is None


def test_words_said_without_who_says_them_do_not_stand_in_front(material_of):
    told = "„Ich mag den Weg zum Bad am Fluss.“"
    after = "Inzwischen kommt er nur noch am Samstag in das Bad."
    material = material_of(f"Paul Seidel wohnt gegenüber. {told} {after}", "B2")
    assert lead(material, place_of(material, after)) is None


def test_sentences_in_front_are_no_longer_than_a_learner_reads(material_of):
    before = (
        "Anna Drees sprach am Montag im Rathaus der Stadt Weiden mit dem Rat und mit dem Verein über das Bad, "
        "über die Halle am Fluss, über das Geld und über den neuen Plan."
    )
    after = (
        "Danach dankte ihr der Rat mit einem Strauß, mit einem Buch, mit einem Bild der Stadt und mit einem Platz "
        "in der ersten Reihe beim Fest der Stadt am Fluss."
    )
    for level, shown in (("B1", None), ("B2", f"{before} ")):
        material = material_of(f"{before} {after}", level)
        assert lead(material, place_of(material, after)) == shown


@pytest.mark.parametrize(
    ("parted", "shown"), [("\n\n", "Im Keller stand ein alter Korb. Er war sechzig Jahre alt. "), (" ", None)]
)
def test_a_page_that_lost_its_paragraphs_shows_one_sentence_before_another(lexicon, parted, shown):
    told = "Im Keller stand ein alter Korb. Er war sechzig Jahre alt. Anna Drees nahm ihn am Abend mit nach Hause."
    others = [
        "Das Haus am Fluss ist schön und groß. Viele Leute wohnen dort gern. Die Stadt baut jetzt eine Brücke."
    ] * 3
    material = Material(analyze(article(parted.join([*others, told]), "text"), lexicon), lexicon, "B1", 0)
    assert lead(material, place_of(material, "Anna Drees nahm ihn am Abend mit nach Hause.")) == shown


@pytest.mark.parametrize(
    "end",
    [
        "",
        " Das freut auch",
        " Zur Sitzung kam Trainer Emil Vogt",
        " „Wir brauchen",
        " Das kostet 4",
        " Ein",
        " Mehr als 4.100 seien",
        " Das Kind fragt, ob es welche",
        " Die Halle, deren",
    ],
)
def test_an_article_that_breaks_off_gives_exercises(lexicon, end):
    text = (_DATA / "around.txt").read_text(encoding="utf-8").replace("{tested}", "Der Rat berät.").strip()
    material = Material(analyze(article(text + end, "text"), lexicon), lexicon, "B1", 0)
    assert sum(len(generate(material)) for generate in GENERATORS.values())


def test_a_party_in_brackets_is_nothing_that_a_pronoun_could_mean(material_of):
    sentence = "Ministerin Annegret Löffelholz (CDU) hob es gegen das Licht, ehe sie zu sprechen begann."
    material = material_of(sentence, "B1")
    assert leans(material, place_of(material, sentence))


@pytest.mark.parametrize(
    "said",
    [
        "Am Montag wartete Emil Vogt in der Halle. Um kurz nach fünf kommt er aus dem Zimmer der Lehrerin.",
        "Wer mit dem Bus fahre, spare, erklärte Emil Vogt am Montag.",
    ],
    ids=["no main clause", "a main clause of one word"],
)
def test_no_clause_stops_a_generator(lexicon, said):
    text = (_DATA / "around.txt").read_text(encoding="utf-8").replace("{tested}", said)
    for level in ("B1", "B2", "C1"):
        material = Material(analyze(article(text, "text"), lexicon), lexicon, level, 0)
        assert sum(len(generate(material)) for generate in GENERATORS.values())


@pytest.mark.parametrize(
    ("before", "told"),
    [("Der Pfarrer schweigt eine Weile.", False), ("Der Pfarrer spricht über die Fenster der Kirche.", True)],
)
def test_what_takes_up_words_needs_a_thing_before_it(material_of, before, told):
    sentence = "Daran habe im Rathaus niemand gedacht, gibt er schließlich zu."
    material = material_of(f"{before} {sentence}", "B1")
    assert (lead(material, place_of(material, sentence)) is not None) is told


def test_die_beiden_are_never_shown_alone(material_of):
    sentence = "Im Mai haben die beiden einen dritten Kollegen eingestellt."
    material = material_of(f"Die Praxis im Dorf ist sehr klein. {sentence}", "B1")
    assert lead(material, place_of(material, sentence)) is None
