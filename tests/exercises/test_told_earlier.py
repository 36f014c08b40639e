"""Words that take a reason, a time or a kind from a sentence before."""

import pytest

from learner.exercises.told_earlier import is_told_earlier
from tests.exercises.test_leaning import place_of


@pytest.mark.parametrize(
    ("sentence", "earlier"),
    [
        ("Der Rat fordert deshalb eine neue Halle.", True),
        ("Der Rat ist deshalb froh, weil die Halle steht.", True),
        ("Weil die Halle alt ist, fordert der Rat deshalb eine neue.", False),
        ("Drei Minuten danach kam die Feuerwehr.", True),
        ("Am Abend zuvor kam die Feuerwehr ins Bad.", False),
        ("Im Mai 2019 brannte es, drei Monate später stand die Halle.", False),
        ("„Da dachte ich sofort an die Halle“, sagt Keller.", True),
        ("So heißen in der Stadt die alten Leute.", True),
        ("„So etwas kann man in der Halle nicht üben“, sagt Keller.", True),
        ("So etwas wie eine Halle braucht die Stadt.", False),
        ("Das Gerät ist für so schmale Räume zu groß.", True),
        ("Einen entsprechenden Entwurf gab es in Berlin.", True),
        ("Im Test seien beide Materialien gleich gut gewesen.", True),
        ("Der Junge hat sich im Bad beide Hände verletzt.", False),
        ("Manche gaben im Rathaus ein altes Gerät ab.", True),
        ("Manche Leute gaben im Rathaus ein altes Gerät ab.", False),
        ("Die Bäuerin will ihren jedenfalls nicht verkaufen.", True),
        ("Die Bäuerin will ihren Hof nicht verkaufen.", False),
        ("In der Halle, so ihr Bericht, fehlt das Geld.", True),
        ("Aus dem Kabel wird so ein Gerät mit vielen Knöpfen.", True),
        ("In der Halle herrscht so eine Hitze wie im Süden.", False),
        ("Die Stadt hat halb so viele und will die Halle behalten.", True),
        ("Die Stadt hat halb so viele Hallen wie der Kreis.", False),
        ("Im Rathaus hielt man das zunächst für einen Fehler.", True),
        ("Im Rathaus hielt man das Bad zunächst für einen Fehler.", False),
        ("An der Stelle wären zwei nötig gewesen.", True),
        ("Nach den Regeln wären an der Stelle zwei nötig gewesen.", True),
        ("Von den Hallen wären zwei nötig gewesen.", False),
        ("Es kam um vier Uhr, dauerte lange und war sehr laut.", True),
        ("Es kam um vier Uhr zu einem Unfall.", False),
        ("Andere Eltern störten sich an der Halle.", True),
        ("Ein Mann rief, dann solle man die Halle schließen.", True),
        ("Wenn es regnet, sagt er, dann solle man die Halle schließen.", False),
        ("Das Gericht hat entschieden, wer dafür bezahlt.", True),
        ("Der Plan für die Halle zeigt, wer dafür bezahlt.", False),
        ("Die Stadt hat eine Frist, um sich dazu zu äußern.", True),
        ("In der Halle darf das nicht so sein.", False),
        ("33 sind in der Stadt derzeit vermietet.", True),
        ("2019 war in der Stadt ein gutes Jahr.", False),
        ("Skeptischer ist in der Stadt der Händler.", True),
        ("Skeptischer als der Rat ist in der Stadt der Händler.", False),
        ("Am Abend kamen die anderen mit dem Bus nach.", True),
        ("Die einen gingen, die anderen blieben in der Halle.", False),
        ("Der Bau kostet fast so viel wie zuvor.", True),
        ("So kamen im Mai 58.400 Euro zusammen.", True),
        ("Letztes Jahr waren es schon 40 gewesen.", True),
        ("Im Bad waren es 40 Leute aus der Stadt.", False),
        ("Die Helfer könnten versehentlich hineingreifen.", True),
        ("Die Helfer könnten in den Eimer hineingreifen.", False),
        ("Das Dorf liegt 50 Kilometer weiter östlich.", True),
        ("Jede Firma müsste dann 13.000 Euro zahlen.", True),
        ("Wenn die Gebühr kommt, müsste jede Firma dann zahlen.", False),
        ("Die Gruppe hat seither 400 Geräte geprüft.", True),
        ("Der Rat kündigte Gespräche mit beiden Firmen an.", True),
        ("Die meisten stiegen am Abend in den Bus.", True),
        ("Umso größer wird die Lücke im Sommer sein.", True),
    ],
)
def test_told_earlier(material_of, sentence, earlier):
    material = material_of(sentence, "B1")
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[place_of(material, sentence)])
    assert is_told_earlier(material, tokens) is earlier
