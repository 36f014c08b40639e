"""Questions about what an article says: a sentence and the item it must make, or that none may be made."""

import pytest

from learner.exercises.chunks import chunks
from learner.exercises.cores import cores
from learner.exercises.edits.names import persons
from learner.exercises.edits.numbers import is_as_round
from learner.exercises.edits.opposites import opposites
from learner.exercises.edits.quantifiers import quantifiers
from learner.exercises.edits.times import times
from learner.exercises.generators import GENERATORS
from learner.exercises.material import Material
from learner.exercises.persons import speaks
from learner.exercises.questions.frame import asked, frame
from learner.exercises.questions.question import Question
from learner.exercises.statement import Statement
from learner.exercises.statements import statements
from learner.exercises.told_fully import needs_nothing
from learner.exercises.w_question import stands_out
from learner.exercises.who_said_it import can_stand_beside
from learner.language.analysis import Name
from learner.language.analyzing import analyze
from learner.text.reading import article
from tests.exercises.test_completing import rows
from tests.exercises.test_items import made, shown


@pytest.mark.parametrize(("exercise", "sentence", "expected"), list(rows("comprehension.tsv")))
def test_item(material_of, exercise, sentence, expected):
    exercise, _, level = exercise.partition("@")
    texts = [shown(item) for item in made(material_of(sentence, level or "B2"), exercise, sentence)]
    if expected == "-":
        assert texts == []
    else:
        assert any(expected in text for text in texts), texts


@pytest.mark.parametrize(
    ("clause", "expected"),
    [("", "Was wurden bei neun Gästen festgestellt?"), (", die länger als einen Monat anhielten", "")],
)
def test_no_relative_clause_is_left_without_its_noun(material_of, clause, expected):
    sentence = f"Bei neun Gästen wurden schwere Mängel festgestellt{clause}."
    material = material_of(sentence)
    found = frame(material, statement_of(material, sentence))
    assert found is not None
    assert asked(material, found, "Was", without=found.subject) == expected


def test_no_year_to_come_is_offered(material_of):
    sentence = "Im Jahr 2019 hat Ada Keller den Umbau geplant. Im Jahr 2021 hat Jonas Brenner das Dach bezahlt."
    items = [item for item in GENERATORS["w-question"](material_of(sentence, "B1")) if item.stem.startswith("Wann")]
    years = {int(option.text[-4:]) for item in items for option in item.options}
    assert items
    assert max(years) <= 2021


@pytest.mark.parametrize(
    ("key", "wrong", "expected"),
    [
        ("Suter", ("Marc Zobrist", "Nadja Fehlmann"), True),
        ("Beat Suter", ("Marc Zobrist", "Nadja Fehlmann"), False),
        ("Suter", ("Zobrist", "Nadja Fehlmann"), False),
        ("Anwohner", ("Die Händler", "der Rat"), False),
    ],
)
def test_no_name_stands_out(key, wrong, expected):
    assert stands_out(Question(Statement(0, ()), "who", "Wer warb dafür?", key, wrong)) is expected


@pytest.mark.parametrize("level", ["A2", "B1", "B2", "C1"])
def test_figures_and_days_are_exchanged(analysis, lexicon, level):
    items = GENERATORS["true-false"](Material(analysis, lexicon, level, 0))
    kinds = {item.options[0].feedback.key for item in items}
    assert kinds & {"true-false.number", "true-false.time"}, kinds


def test_what_a_colon_announces_is_no_statement_without_it(material_of):
    announced = "Nach der Sitzung am Montag steht im Rathaus fest: Das Becken bleibt im Sommer geschlossen."
    told = "Nach der Sitzung am Montag steht das Becken im Sommer leer."
    found = {
        said: [one.text(material_of(said, "B1").analysis) for one in cores(material_of(said, "B1"))]
        for said in (announced, told)
    }
    assert not any("steht im Rathaus fest" in text for text in found[announced])
    assert any("steht das Becken" in text for text in found[told])


def test_whom_a_pronoun_means_is_proved_by_the_sentence_that_names_him(material_of):
    named = "Jonas Brenner lobte am Montag die Idee."
    others = "Der Trainer Paul Seidel sucht seit Mai neue Schwimmer. Seidel plant ein Fest für Kinder."
    material = material_of(f"{others} {named} Er will das Bad noch im Herbst sanieren lassen.", "B1")
    items = [one for one in GENERATORS["w-question"](material) if one.context.startswith("[[Er]] will")]
    assert [(one.stem, one.evidence[1]) for one in items] == [("Wer ist hier mit „Er“ gemeint?", named)]
    right = next(option for option in items[0].options if option.correct)
    assert (right.text, right.feedback.values["evidence"]) == ("Jonas Brenner", named)


def test_no_pronoun_is_asked_about_at_c1(material_of):
    sentence = "Jonas Brenner lobte am Montag die Idee. Er will das Bad noch im Herbst sanieren lassen."
    stems = [one.stem for one in GENERATORS["w-question"](material_of(sentence, "C1"))]
    assert not any("gemeint" in stem for stem in stems)


@pytest.mark.parametrize(
    ("edit", "sentence", "exchanged"),
    [
        (opposites, "Am Montag hat Sabine Keller dem Verein größere Mengen Salz verkauft.", True),
        (opposites, "Am Montag hat Sabine Keller dem Verein Salz in größeren Mengen verkauft.", False),
        (opposites, "Seit einigen Jahren steigt im Bad die Zahl der Gäste.", True),
        (persons, "Nach der Wahl hielt Jonas Brenner eine lange Rede.", True),
        (persons, "Nach der Wahl gibt sich Jonas Brenner sehr skeptisch.", False),
        (persons, "Nach der Wahl starb Jonas Brenner in der Stadt.", False),
    ],
)
def test_nothing_is_exchanged_that_would_not_be_false(material_of, edit, sentence, exchanged):
    material = material_of(sentence, "A2")
    said = [
        one.said
        for statement in statements(material)
        if material.analysis.sentence_text(statement.sentence) == sentence
        for one in edit(material, statement)
    ]
    assert bool(said) == exchanged


def test_a_name_stays_in_one_piece(material_of):
    material = material_of("Am Montag fiel Polizeioberkommissarin Jette Brammer das Gespann auf.", "B1")
    found = [
        " ".join(map(material.analysis.form, piece.tokens))
        for number, sentence in enumerate(material.analysis.article.sentences)
        for piece in chunks(material, number, material.analysis.article.tokens_of(sentence))
    ]
    assert "Polizeioberkommissarin Jette Brammer" in found


@pytest.mark.parametrize(
    ("role", "body", "beside"),
    [("Gewerkschaftschef", "Gewerkschaft", False), ("Bürgermeister", "Gewerkschaft", True), ("", "Polizei", True)],
)
def test_nobody_stands_beside_the_body_he_speaks_for(role, body, beside):
    person = Name("Jonas Brenner", "person", (), role, "m")
    assert can_stand_beside(person, Name(body, "organisation", ())) == beside


@pytest.mark.parametrize(
    ("other", "value", "round_"), [(450, 300, True), (30, 80, True), (21, 80, False), (9, 8, True)]
)
def test_a_round_number_gives_way_to_a_round_one(other, value, round_):
    assert is_as_round(other, value) == round_


def test_other_reasons_are_those_the_article_gives_for_other_things(lexicon):
    told = (
        "Der Rat hat den Umbau abgelehnt, weil das Gutachten große Mängel nennt.",
        "Trainer Emil Vogt hat das Spiel abgesagt, weil der Rasen unter Wasser stand.",
        "Die Zeitung hat am Freitag ein Fest verschoben, weil die Musik aus Wien krank war.",
    )
    text = "\n\n".join(f"{one} Am Abend regnete es." for one in told)
    material = Material(analyze(article(text, "text"), lexicon), lexicon, "B1", 0)
    asked = next(item for item in GENERATORS["w-question"](material) if item.stem.startswith("Warum hat der Rat"))
    reasons = {one.partition(", ")[2].rstrip(".") for one in told}
    assert {option.text for option in asked.options} == reasons


def statement_of(material, sentence):
    """The sentence as a statement of its article."""
    whole = material.analysis.article
    place = next(number for number, one in enumerate(whole.sentences) if whole.slice(one) == sentence)
    return Statement(place, tuple(whole.tokens_of(whole.sentences[place])))


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("Sabine Keller hat am Montag das Phänomen im Rathaus untersucht.", False),
        ("Sabine Keller hat am Montag das Phänomen der Kälte im Rathaus untersucht.", True),
        ("Sabine Keller hatte am Montag den Plan im Rathaus gelobt.", False),
        ("Sabine Keller hätte am Montag den Plan im Rathaus gelobt.", True),
        ("Sabine Keller hat am Montag den Plan im Rathaus gelobt.", True),
        ("Gegen den letzten Punkt wehrt sich Sabine Keller im Rathaus.", False),
        ("Gegen den letzten Vorschlag der Händler wehrt sich Sabine Keller im Rathaus.", True),
        ("Sabine Keller ist zwei Jahre lang gar nicht gegangen.", False),
        ("Sabine Keller ist zwei Jahre lang gar nicht ins Bad gegangen.", True),
        ("Sabine Keller rechnet mit mindestens zwei Wochen.", False),
        ("Sabine Keller rechnet mit zwei Wochen bis zum Urteil des Gerichts.", True),
        ("Eine einzige Generation genügte.", False),
        ("Das Geld der Stadt genügt für zwei Wochen im Bad.", True),
        ("Die Einnahmen der Stadt sanken im selben Zeitraum um zwei Millionen Euro.", False),
        ("Sabine Keller kam am Montag und ging am selben Tag aus dem Bad.", True),
    ],
)
def test_what_was_told_before_makes_no_statement(material_of, sentence, alone):
    material = material_of(sentence)
    assert needs_nothing(material, statement_of(material, sentence)) is alone


@pytest.mark.parametrize(
    ("sentence", "exchanged"),
    [
        ("Die meisten Händler gaben am Montag den Gästen einen Stuhl.", True),
        ("Die meisten Händler gaben am Montag mehreren Gästen einen Stuhl.", False),
    ],
)
def test_an_amount_is_exchanged_where_no_other_stands(material_of, sentence, exchanged):
    material = material_of(sentence, "B1")
    assert bool(list(quantifiers(material, statement_of(material, sentence)))) is exchanged


@pytest.mark.parametrize(
    ("sentence", "exchanged"),
    [
        ("Anfang 2024 eröffnete Sabine Keller in Weiden ein Museum.", True),
        ("Ende 2028 will Sabine Keller in Weiden ein Museum eröffnen.", True),
        ("Anfang 2024 gab es in Weiden noch 17.000 Bäume.", False),
        ("Sabine Keller ist seit Anfang 2024 krank.", False),
    ],
)
def test_a_beginning_is_exchanged_for_an_end_of_what_happens_then(material_of, sentence, exchanged):
    material = material_of(sentence, "B1")
    found = times(material, statement_of(material, sentence))
    assert any(edit.said.startswith(("Anfang", "Ende")) for edit in found) is exchanged


@pytest.mark.parametrize(
    ("sentence", "exchanged"),
    [
        ("Der Rat hat am Montag bei dem Trainer Brenner neue Bänke gekauft.", True),
        ("Der Rat hat am Montag bei der Großbäckerei Brenner neue Bänke gekauft.", False),
        ("Jonas Brenner hat am Montag versprochen, der Schule zu helfen.", True),
        ("Jonas Brenner hat am Montag versprochen, ihm zu helfen.", False),
    ],
)
def test_a_person_is_exchanged_where_it_is_no_firm_and_nobody_else_is_meant(material_of, sentence, exchanged):
    material = material_of(sentence)
    assert bool(list(persons(material, statement_of(material, sentence)))) is exchanged


@pytest.mark.parametrize(
    ("between", "known"),
    [
        (" ", True),
        ("\n\nDie alte Halle am Fluss steht seit Jahren leer. Das Dach ist an vielen Stellen kaputt. ", False),
    ],
)
def test_who_is_called_by_a_role_is_named_near_by(material_of, between, known):
    told = "Der Pilot meldete, in der Halle sei ein weiterer Versuch im Winter nicht möglich."
    material = material_of(f"Am Steuer saß Ole Hansen, Pilot aus Weiden.{between}{told}")
    (quote,) = [one for one in material.analysis.quotes if one.kind == "indirect"]
    assert quote.speaker == "Ole Hansen"
    assert speaks(material, quote) is known


@pytest.mark.parametrize(("year", "offered"), [("1719", False), ("2019", True)])
def test_nobody_long_dead_is_an_answer_to_who_said_it(material_of, year, offered):
    material = material_of(f"Im Jahr {year} hat der Lehrer Lukas Moll den Turm gebaut.", "B1")
    names = {option.text for item in GENERATORS["who-said-it"](material) for option in item.options}
    assert ("Lukas Moll" in names) is offered


def test_a_typed_verb_tells_its_tense(material_of):
    sentence = "Der alte Bauer belieferte im Sommer viele Hotels und Märkte der Stadt mit frischer Milch."
    hints = {item.lemma: item.hints for item in GENERATORS["type-word"](material_of(sentence, "B2"))}
    assert hints["beliefern"][0].endswith("; Präteritum")


def test_bodies_stand_beside_a_body_before_people_do(material_of):
    text = (
        "Die Polizei hat am Montag den Platz am Fluss gesperrt. Das Ministerium hat im Sommer die Regeln geändert. "
        "Der Verband hat in der Stadt viel Geld gesammelt. Die Schwimmer haben am Abend das neue Bad besucht. "
        "Die Wanderer haben am Sonntag den kleinen Turm erreicht. Die Opposition lehnt einen teuren Umbau am Fluss ab."
    )
    asked = {item.stem: item for item in GENERATORS["w-question"](material_of(text, "B1"))}
    offered = {option.text for option in asked["Wer lehnt einen teuren Umbau am Fluss ab?"].options}
    assert not offered & {"die Schwimmer", "die Wanderer", "Fachleute"}


COUNCIL = """Das alte Freibad in Weiden bleibt zu. Die Bürgermeisterin Anna Drees lobte am Montag den Plan der Stadt.
Der Trainer Jonas Brenner lehnte ihn im Rathaus ab. Auch der Händler Paul Seidel und die Lehrerin Sabine Keller waren im
Rathaus."""


@pytest.mark.parametrize(
    ("told", "stems"),
    [
        ("Am Abend ging Anna Drees mit vielen Kindern in das alte Bad.", ["Wer ging am Abend mit vielen Kindern"]),
        ("Diesmal ging Anna Drees am Abend mit vielen Kindern in das alte Bad.", []),
        ("Anna Drees ging zum Schluss mit vielen Kindern in das alte Bad.", []),
        ("Anna Drees war am Abend mit vielen Kindern in das alte Bad gegangen.", ["Wer war am Abend mit vielen"]),
        ("Die Käserei Drees verarbeitet im Winter die Milch von 14 Bauern aus Weiden.", []),
        (
            "Ein neues Kabel kostet im Winter rund 200 Euro. Der Bau kostete 300 Euro, der Zaun 500 Euro.",
            ["Wie viel kostet ein neues Kabel", "Wie viel kostete der Bau"],
        ),
        (
            "Am frühen Morgen hörte der Bademeister am 22. April ein Geräusch. Am 3. Mai kam die Polizei ins Bad.",
            ["Wann kam die Polizei ins Bad"],
        ),
    ],
)
def test_a_question_needs_no_other_sentence(lexicon, told, stems):
    text = f"Streit um das Freibad in Weiden\n\n{COUNCIL}\n\n{told} Mehr war am Abend im Rathaus nicht zu hören."
    items = GENERATORS["w-question"](Material(analyze(article(text, "text"), lexicon), lexicon, "B1", 0))
    found = [item.stem for item in items if "den Plan der Stadt" not in item.stem]
    assert len(found) == len(stems)
    assert all(stem.startswith(wanted) for stem, wanted in zip(found, stems, strict=True))


@pytest.mark.parametrize(
    ("told", "core"),
    [
        ("Sabine Keller warnt vor neuen Schulden, der Verein will das Bad selbst bezahlen.", "vor neuen Schulden."),
        ("Der Entscheid fiel am Montag in der Halle, zwischen Wand und Korb.", "in der Halle."),
        ("Der Rat tagte am Montag in der Halle, in der Schule und in der Kirche.", ""),
    ],
)
def test_what_is_told_besides_can_go(material_of, told, core):
    material = material_of(told, "B1")
    found = [
        one.text(material.analysis) for one in cores(material) if told.startswith(one.text(material.analysis)[:12])
    ]
    assert found == [] if not core else found and found[0].endswith(core)
