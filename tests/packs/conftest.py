"""A small authored lesson, good in every way, for faults to be put into."""

import pytest

from learner.packs.reading import read

LESSON = """format = 1
uid = "0123456789abcdef"
title = "Der Garten am Bahnhof"
level = "B1"

[origin]
source = "The learner project"
author = "The learner project"
licence = "CC BY 4.0"
"""
TEXT = """# Der Garten am Bahnhof

> Nachbarschaft

Seit dem Frühling wächst am Bahnhof ein Garten. Dreißig Nachbarn haben ihn gemeinsam angelegt. Die Stadt hat ihnen
die Fläche für fünf Jahre überlassen.

## Viel Arbeit

Jeden Samstag treffen sich die Mitglieder des Vereins und arbeiten zusammen. Sie pflanzen Tomaten, gießen die Beete
und reparieren den Zaun. Im Herbst verteilen sie die Ernte an alle, die geholfen haben.

Nicht alle Pläne sind aufgegangen. Ein Teil der Kartoffeln ist im Juni vertrocknet,
weil es wochenlang nicht geregnet hat.
"""
WORDS = """format = 1
exclude = ["Zaun"]

[[words]]
lemma = "Ernte"
gloss = "harvest"
note = "auch: Erntezeit"
"""
ITEMS = """format = 1

[[items]]
id = "wer-hat-ihn-angelegt"
kind = "choice"
exercise = "w-question"
skill = "comprehension"
level = "B1"
stem = "Wer hat den Garten angelegt?"
options = [
    {text = "die Nachbarn", correct = true, feedback = {text = "Dreißig Nachbarn waren es."}},
    {text = "die Stadt", feedback = {text = "Die Stadt hat die Fläche überlassen."}},
    {text = "die Bahn", feedback = {text = "Von der Bahn steht nichts im Text."}},
]
evidence = ["Dreißig Nachbarn haben ihn gemeinsam angelegt."]

[[items]]
id = "beete"
kind = "gap"
exercise = "type-word"
skill = "vocabulary"
level = "B1"
stem = "Ergänze das Wort."
passage = "Sie pflanzen Tomaten, gießen die Be[[ete]] und reparieren den Zaun."
evidence = ["Sie pflanzen Tomaten, gießen die Beete und reparieren den Zaun."]
feedback = {text = {en = "Beet: flower bed", de = "Beet: ein Stück Garten"}}

[[items]]
id = "kasten"
kind = "gap"
exercise = "word-bank"
skill = "vocabulary"
level = "B1"
stem = "Welches Wort passt?"
passage = "Im [[Herbst]] verteilen sie die [[Ernte]] an alle."
bank = ["Herbst", "Ernte", "Regen"]
evidence = ["Im Herbst verteilen sie die Ernte an alle, die geholfen haben."]
feedback = {text = "Die Ernte kommt im Herbst."}

[[items]]
id = "paare"
kind = "match"
exercise = "match-meanings"
skill = "vocabulary"
level = "B1"
stem = "Was gehört zusammen?"
pairs = [["gießen", "to water"], ["pflanzen", "to plant"]]
spare = ["to repair"]

[[items]]
id = "satz"
kind = "order"
exercise = "word-order"
skill = "grammar"
level = "B1"
stem = "Baue den Satz."
chunks = ["Im Herbst", "verteilen", "sie", "die Ernte"]
accepted = [[0, 1, 2, 3]]
"""


@pytest.fixture
def folder(tmp_path):
    """The lesson's folder with an analysis that belongs to it."""
    place = tmp_path / "garten"
    place.mkdir()
    for name, text in (("lesson.toml", LESSON), ("text.md", TEXT), ("words.toml", WORDS), ("items.toml", ITEMS)):
        (place / name).write_text(text, encoding="utf-8")
    read(place)
    return place
