"""topic: a paragraph is found by what it is about or by who speaks in it, and no other one offered fits."""

import csv
from pathlib import Path

import pytest

from learner.exercises.generators import GENERATORS
from learner.exercises.material import Material
from learner.exercises.topic import is_named
from learner.exercises.topics import told, topics
from learner.exercises.voices import fields
from learner.language.analyzing import analyze
from learner.text.reading import article

DATA = Path(__file__).resolve().parents[1] / "data" / "exercises"
FIRST = (
    "Hinter dem Deich von Ahlsum liegt ein Garten, den kaum jemand kennt. Am Morgen ist es dort still, und über dem "
    "Teich hängt ein wenig Nebel. Wer leise geht, hört nur die eigenen Schritte auf dem Kies."
)
OTHERS = (
    (
        "Am Rand wachsen hohe Gräser, und dazwischen stehen Bänke aus hellem Holz. "
        "Eine davon ist seit dem Herbst blau. "
        "Auf ihr sitzen am Abend gern zwei Freundinnen, die sich lange Geschichten erzählen "
        "und dabei Socken stricken."
    ),
    (
        "Ein schmaler Pfad führt vom Tor bis zu den Rosen. Dort blüht bis in den Oktober hinein immer etwas. "
        "Am schönsten ist es nach einem warmen Tag, wenn der Duft bis auf die andere Seite des Teiches zieht."
    ),
    (
        "Manchmal kommt auch eine Katze vorbei. Sie legt sich auf den warmen Stein neben der Pumpe und schläft. "
        "Niemand weiß, wem sie gehört, und niemand stört sie, solange die Sonne scheint und der Stein warm bleibt."
    ),
)


def rows():
    """The cases of the table."""
    with (DATA / "topics.tsv").open(encoding="utf-8") as file:
        lines = (line for line in file if not line.startswith("#"))
        return [pytest.param(*row[:2], id=row[2]) for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def asked(lexicon, *paragraphs, title="Ein Garten hinter dem Deich", level="B1"):
    text = "\n\n".join((title, FIRST, *paragraphs))
    material = Material(analyze(article(text, "text"), lexicon), lexicon, level, 0)
    return material, GENERATORS["topic"](material)


@pytest.mark.parametrize(("paragraph", "expected"), rows())
def test_what_is_asked_of_a_paragraph(lexicon, paragraph, expected):
    _, items = asked(lexicon, OTHERS[0], paragraph, *OTHERS[1:])
    stems = [item.stem for item in items]
    assert stems == ([] if expected == "-" else [f"In welchem dieser Absätze {expected}?"])
    for item in items:
        right = next(option.text for option in item.options if option.correct)
        assert paragraph.startswith(right.removesuffix(" …"))


MONEY = (
    "Im nächsten Jahr wird ein neues Tor rund 4000 Euro kosten. Die Hälfte bezahlt ein Verein "
    "aus Spenden. Den Rest sollen die Besucher mit einer kleinen Gebühr aufbringen, heißt es."
)
SCHOLAR = (
    "Zwischen den Beeten sitzt sonst niemand. „Ich habe hier drei Jahre lang die Blätter gezählt und verglichen“, sagt "
    "die Biologin Hanna Brehm. In ihrem Heft steht eine lange Liste mit Namen und Farben."
)


@pytest.mark.parametrize(
    ("paragraph", "touching"),
    [
        (MONEY, "Die Bank hat nicht viel gekostet"),
        (MONEY, "Sie ist ein Geschenk mit Preisschild"),
        (MONEY, "Sie kam nach dem Verkauf des Hofes"),
        (SCHOLAR, "Neben ihr sitzt oft ein Professor"),
        (SCHOLAR, "Ein Experte hat sie gelobt"),
    ],
)
def test_no_paragraph_that_touches_the_answer_is_offered(lexicon, paragraph, touching):
    others = [f"{one} {touching}, und das weiß im Dorf jedes Kind." for one in OTHERS]
    assert asked(lexicon, *others, paragraph)[1] == ()


def test_somebody_whose_field_nobody_knows_keeps_a_paragraph_out(lexicon):
    others = [f"{one} „Ich komme jeden Abend hierher und bleibe lange“, sagt Ute Harms." for one in OTHERS]
    assert asked(lexicon, *others, SCHOLAR)[1] == ()


def test_what_the_title_says_is_no_paragraph_s_topic(lexicon):
    assert asked(lexicon, *OTHERS, MONEY, title="Ein Garten ohne Geld")[1] == ()


def test_neither_a_beginner_nor_an_advanced_learner_is_asked(lexicon):
    assert [asked(lexicon, *OTHERS, MONEY, level=level)[1] for level in ("A1", "B2", "C1")] == [(), (), ()]


def test_the_evidence_stands_in_the_paragraph_and_the_options_differ(lexicon):
    material, items = asked(lexicon, *OTHERS[:2], MONEY, OTHERS[2], SCHOLAR)
    assert [item.stem.split()[4] for item in items] == ["geht", "kommt"]
    for item, paragraph in zip(items, (MONEY, SCHOLAR), strict=True):
        assert all(sentence in paragraph for sentence in item.evidence)
        assert len({option.text for option in item.options}) == len(item.options) == 4
    assert sum("money" in one for one in told(material).values()) == 1


def test_the_tables_are_complete():
    assert all(topic.name and topic.tells.whole and topic.touches.begins for topic in topics().values())
    assert all(field.name and field.people.begins and field.near != field.people for field in fields().values())


def test_a_beginning_does_not_name_what_is_asked_for():
    assert is_named("wissenschaftlich", "jemand aus der Wissenschaft")
    assert not is_named("wiese", "jemand aus der Wissenschaft")
    assert not is_named("jemand", "jemand aus der Politik")
