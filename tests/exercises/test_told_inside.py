"""Words that point elsewhere, and are explained by their own statement; reports that mean their speaker."""

import pytest

from learner.exercises.generators import GENERATORS
from learner.exercises.persons import persons
from learner.exercises.reference import is_understood
from learner.exercises.statement import Statement
from tests.exercises.test_leaning import place_of


@pytest.mark.parametrize(
    ("sentence", "understood"),
    [
        ("Der Bau war zwar teuer, aber gut.", True),
        ("Der Bau war zwar teuer.", False),
        ("Die Vereine helfen seit Jahren, und zwar ehrenamtlich.", True),
        ("Die Gruppe reist zuerst nach Wien und dann nach Graz.", True),
        ("Die Gruppe reist dann nach Graz.", False),
        ("Ohne Geld muss die Stadt das Bad eben schließen.", True),
        ("Eben hat die Stadt das Bad geschlossen.", False),
        ("In Jena kostet die Stunde drei Euro, und dort gibt es keinen Streit.", True),
        ("Die Stunde kostet dort drei Euro.", False),
        ("Die Stadt hat kein Geld, schließlich baut der Rat zwei Hallen.", True),
        ("Die Kosten haben sich mehr als verdoppelt.", True),
        ("Wer gut aufgehoben ist, der bleibt im Verein.", True),
        ("Es wurde keine einzige Stelle gestrichen.", True),
        ("Auf der Straße kam es zu einem Unfall.", True),
        ("Die Leute fanden es am Rand der Stadt.", False),
        ("Holz war am Rand der Stadt so wertvoll wie Gold.", True),
        ("Holz war am Rand der Stadt so wertvoll.", False),
        ("Die Gemeinden haben jahrelang zu viel bezahlt.", True),
        ("Der Staat beschränkt sich auf das, was nötig ist.", True),
        ("Der Staat beschränkt sich auf das.", False),
        ("Jonas Brenner hat die Tat gestanden und damit den Zeugen die Aussage erspart.", True),
        ("Jonas Brenner hat damit den Zeugen die Aussage erspart.", False),
        ("Eine neue Maschine kostet 900 Euro, dazu kommen zwei neue Türen.", True),
        ("Auf Gleis 3 warteten am Montag viele Leute.", True),
        ("Die Kreisstraße 22 bleibt bis Montag gesperrt.", True),
        ("Für ein Haus hat die Stadt 22 gebraucht.", False),
        ("Die Stadt will in diesem Winter die Halle öffnen.", True),
        ("Die Stadt will an diesem Abend die Halle öffnen.", False),
        ("Die USA und ihre Partner bauen am Rand der Stadt eine Halle.", True),
        ("In den USA bauen ihre Partner am Rand der Stadt eine Halle.", False),
        ("Die Stadt nennt Regeln, zu denen es gehört, die Halle zu öffnen.", True),
        ("Als die Halle im Mai geschlossen wurde, musste sie die Gespräche mit den Kollegen führen.", False),
        ("Die Bahn wirbt im Sommer für ihre neuen Wagen.", True),
        ("Für die Bahn fahren im Sommer ihre neuen Wagen.", False),
        ("Die Bahn wirbt auf der Messe für ihre neuen Wagen.", False),
        ("Es wird zunächst bis Ende 2025 mit 5,1 Millionen Euro gefördert.", False),
        ("Liegt bis zum 30. Juni kein Bescheid vor, wird er die Halle schließen.", False),
    ],
)
def test_a_statement_explains_itself(material_of, sentence, understood):
    material = material_of(sentence, "B1")
    number = place_of(material, sentence)
    tokens = tuple(material.analysis.article.tokens_of(material.analysis.article.sentences[number]))
    assert is_understood(material, Statement(number, tokens)) is understood


def test_a_report_that_means_its_speaker_by_ihm_says_so(material_of):
    others = "„Die Halle ist alt und teuer“, sagte Paul Seidel. „Wir bauen im Mai“, sagte Ada Hartwig."
    report = "Jonas Brenner kennt das Haus. Einen neuen Termin habe man ihm nicht nennen können, sagte Brenner."
    items = GENERATORS["who-said-it"](material_of(f"{others} {report}", "B1"))
    stems = [one.stem for one in items if one.context.startswith("Einen neuen Termin")]
    assert stems == ["Von wem stammt diese Aussage? Mit „ihm“ ist gemeint, wer das sagt."]


@pytest.mark.parametrize(
    ("report", "stem"),
    [
        (
            "Rechtsanwältin Ina Moll sprach nur kurz. Ihr Mandant habe gestanden und den Schaden bezahlt, sagte Moll.",
            "Von wem stammt diese Aussage? Mit „Ihr“ ist gemeint, wer das sagt.",
        ),
        (
            "Bäckerin Ina Moll wartet noch ab. Ihr Betrieb verkaufe jeden Tag viel Brot und Kuchen, sagte Moll.",
            "Von wem stammt diese Aussage? Mit „Ihr“ ist gemeint, wer das sagt.",
        ),
        ("Bäckerin Ina Moll wartet noch ab. Ihr Mandant habe gestanden und den Schaden bezahlt, sagte Moll.", ""),
        ("Bäckerin Ina Moll wartet noch ab. Ihr Wagen habe gestern vor der alten Halle gestanden, sagte Moll.", ""),
        (
            "Bäckerin Ina Moll wartet noch ab. Steige der Preis im Sommer, müsse die Halle schließen, sagte Moll.",
            "Von wem stammt diese Aussage?",
        ),
        (
            "Bäckerin Ina Moll wartet noch ab. Auf dem Plan der Stadt fehle aber im Sommer eine Halle, sagte Moll.",
            "Von wem stammt diese Aussage?",
        ),
    ],
)
def test_what_a_report_calls_its_own_is_the_speakers(material_of, report, stem):
    others = "„Die Halle ist alt und teuer“, sagte Petra Seidel. „Wir bauen im Mai“, sagte Ada Hartwig."
    items = GENERATORS["who-said-it"](material_of(f"{others} {report}", "B1"))
    stems = [one.stem for one in items if any(o.text == "Ina Moll" and o.correct for o in one.options)]
    assert stems == ([stem] if stem else [])


def test_a_town_before_a_noun_is_meant_by_no_pronoun(material_of):
    told = "Die Urkunde gibt es am Montag im Linzer Landhaus. Er habe drei Reden, verrät Aigner zum Abschied."
    items = GENERATORS["w-question"](material_of(told, "B2"))
    assert not any("Linzer" in option.text for item in items for option in item.options)


@pytest.mark.parametrize(
    ("told", "name", "person"),
    [
        ("Jonas Erbach saß in der dritten Reihe.", "Jonas Erbach", True),
        ("Levin Abel, 16, kommt seit Januar in den Keller.", "Levin Abel", True),
        ("Die Mutter, Ina Moll, bat um Ruhe.", "Ina Moll", True),
        ("Das Stück von Ina Moll läuft seit Mai.", "Ina Moll", False),
        ("Die „Ina Moll“ lag seit Mai im Hafen.", "Ina Moll", False),
    ],
)
def test_who_acts_by_the_full_name_is_a_person(material_of, told, name, person):
    found = [one.name for one in persons(material_of(f"{told} Die Stadt plant im Sommer ein Fest.", "B1"))]
    assert (name in found) is person


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            "Der Umbau der alten Halle im Park sei zudem für die Stadt teuer, sagte Brenner.",
            "Der Umbau der alten Halle im Park sei für die Stadt teuer.",
        ),
        ("Der Umbau der alten Halle sei für die Stadt teuer, zudem seien die Lampen neu, sagte Brenner.", None),
    ],
)
def test_a_joining_adverb_that_opens_a_clause_stays(material_of, told, said):
    others = "„Die Halle ist alt und teuer“, sagte Paul Seidel. „Wir bauen im Mai“, sagte Ada Hartwig."
    items = GENERATORS["who-said-it"](material_of(f"{others} Am Montag sprach Jonas Brenner. {told}", "B1"))
    assert [one.context for one in items if one.context.startswith("Der Umbau")] == ([said] if said else [])


@pytest.mark.parametrize(
    ("halves", "shown"),
    [
        (
            ("Die Leute wollen wissen, warum die Halle alt ist", "und jedes Mal hört die Stadt lange zu."),
            "Die Leute wollen wissen, warum die Halle alt ist, und jedes Mal hört die Stadt lange zu.",
        ),
        (
            ("Die Leute kennen die Halle seit Jahren", "und die Stadt hört ihnen lange zu."),
            "Die Leute kennen die Halle seit Jahren und die Stadt hört ihnen lange zu.",
        ),
        (("Die Leute wollen wissen, warum die Halle alt ist", "und viel Geld kostet."), ""),
    ],
)
def test_two_halves_of_a_quotation_have_the_comma_they_need(material_of, halves, shown):
    others = "„Die Halle ist alt und teuer“, sagte Paul Seidel. „Wir bauen im Mai“, sagte Ada Hartwig."
    told = f"„{halves[0]}“, sagte Jonas Brenner, „{halves[1]}“"
    items = GENERATORS["who-said-it"](material_of(f"{others} {told}", "B1"))
    whole = [item.context for item in items if item.context.startswith("„Die Leute") and len(item.context) > 60]
    assert whole == ([f"„{shown}“"] if shown else [])
