"""The note types: frozen names and numbers, appearance dated, colours that can be read by day and night."""

import hashlib
import re
from itertools import product

import pytest

from learner.export.notetypes import appearance, note_types

FROZEN = {
    "vocabulary": (
        """Word Headword Article Gender PartOfSpeech Level Plural Forms IPA Gloss Definition Sentence
        SentenceTranslation WordAudio SentenceAudio Hint Source AddReverse AddTyping Extra1 Extra2 Extra3""",
        "Recognise Produce Type",
        "9ab7a9101c98f827",
    ),
    "cloze": (
        "Text Prompt Explanation Translation SentenceAudio Source AddTyping Extra1 Extra2 Extra3",
        "Cloze",
        "a4b08bfdaf84373b",
    ),
    "comprehension": (
        "Question Passage A B C D Correct Explanation SentenceAudio Source Extra1 Extra2 Extra3",
        "Question",
        "256b4dbdeadef055",
    ),
}
STYLE = note_types()["cloze"].style
TEXT_COLOURS = ("ink", "quiet", "accent", "der", "die", "das", "plural", "right", "wrong")


@pytest.mark.parametrize("kind", FROZEN)
def test_fields_templates_and_numbers_never_change(kind):
    note_type = note_types()[kind]
    fields, templates, digest = FROZEN[kind]
    assert [field.name for field in note_type.fields] == fields.split()
    assert [template.name for template in note_type.templates] == templates.split()
    numbers = [
        note_type.id,
        *(field.id for field in note_type.fields),
        *(template.id for template in note_type.templates),
    ]
    assert hashlib.sha256(repr(numbers).encode()).hexdigest()[:16] == digest


def test_all_numbers_differ():
    types = note_types().values()
    numbers = [one.id for note_type in types for one in (note_type, *note_type.fields, *note_type.templates)]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("kind", FROZEN)
def test_an_edited_template_is_dated(kind):
    note_type = note_types()[kind]
    assert appearance(note_type) == note_type.digest, "set `modified` to now and `digest` to the left-hand value"


@pytest.mark.parametrize("kind", FROZEN)
def test_templates_name_only_fields_of_the_type(kind):
    note_type = note_types()[kind]
    names = {field.name for field in note_type.fields} | {"FrontSide"}
    for template in note_type.templates:
        for tag in re.findall(r"\{\{(.*?)\}\}", template.front + template.back):
            assert tag.lstrip("#^/").split(":")[-1].split(" ")[-1] in names


@pytest.mark.parametrize("kind", FROZEN)
def test_faces_have_no_script_and_say_that_they_are_german(kind):
    for template in note_types()[kind].templates:
        for face in (template.front, template.back):
            assert "<script" not in face
            assert not re.search(r"\son\w+=", face)
            assert 'lang="de"' in face
            assert "mathjax_ignore" in face


def test_sizes_follow_the_reader():
    assert not re.search(r"\d(px|pt)\b", STYLE.replace("1px", ""))
    assert "max-width" in STYLE


def colours(mode: str) -> dict[str, str]:
    """The variables of a rule by name."""
    start = {"day": ".card {", "night": ".nightMode.card"}[mode]
    rule = STYLE[STYLE.index(start) :].split("}")[0]
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", rule))


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_the_standard_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("mode", "text", "ground"), [*product(("day", "night"), TEXT_COLOURS, ("paper", "panel"))])
def test_every_colour_can_be_read(mode, text, ground):
    named = colours(mode)
    assert contrast(named[text], named[ground]) >= 4.5


def test_no_colour_stands_outside_the_variables():
    rules = re.sub(r"--\w+: #[0-9a-f]{6};", "", STYLE)
    assert not re.search(r"#[0-9a-f]{3,6}\b(?![a-z-])\s*[;}]|rgb\(", rules)
    assert colours("day").keys() == colours("night").keys()
    assert set(re.findall(r"var\(--(\w+)\)", STYLE)) <= colours("day").keys()
