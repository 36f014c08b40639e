"""Articles that attack: everything Anki would obey is shown as text, in every field and on every face."""

import json
import re
from html.parser import HTMLParser

import msgspec
import pytest

from learner.exercises.item import Feedback, Option
from learner.exercises.lesson import Origin
from learner.export.choice import DeckChoice
from learner.lexicon.lexeme import Noun
from tests.export.sample import DURCHBRUCH, TRUE_FALSE, TYPED, article, english, entry, german, lesson

ATTACKS = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "</div><style>*{display:none}</style>",
    "<!-- <b>",
    "[sound:boo.mp3]",
    "[anki:play:q:0]",
    "[anki:tts lang=en_US]boo[/anki:tts]",
    "[latex]\\input{/etc/passwd}[/latex]",
    "[$]x[/$] [$$]x[/$$]",
    "[[type:Word]]",
    "{{Word}} {{#Word}} {{FrontSide}}",
    "{{c1::boo::hint}} {{c2::boo}}",
    "}}::{{c9::",
    r"\(x^2\) \[x^2\] \begin{matrix}\end{matrix}",
    "&lt;b&gt; &#91;sound:x.mp3&#93;",
    "a\x1fb\x00c\ud800d\u202ee",
    "\" onmouseover=\"alert(1)' x='",
    "::",
    "javascript:alert(1)",
)
EVERYTHING = DeckChoice(produce=True, typing=True)
OUR_TAGS = {"div", "p", "span", "b", "br", "hr", "ol", "li"}


def hostile(attack):
    """A lesson with the attack in every place that text from outside can reach."""
    plain = attack.replace("[[", "[ [").replace("]]", "] ]")  # generators refuse passages with gap brackets
    answer = plain.replace("[", "").replace("]", "")  # and gaps with any
    where = article(((f"Durchbruch {attack}.",),), f"Titel {attack}")
    lexeme = msgspec.structs.replace(
        DURCHBRUCH, lemma=f"Wort{attack}", glosses=(english(f"gloss {attack}", hint=attack),), ipa=attack,
        definitions=(german(f"definition {attack}"),), noun=Noun(("m",), attack, (attack,)), level="B1",
    )  # fmt: skip
    option = Option(f"Option {attack}", correct=True, feedback=Feedback(text=attack))
    question = msgspec.structs.replace(
        TRUE_FALSE, stem=attack, context=f"Kontext {plain}", options=(option, Option("nein")), evidence=(attack,)
    )
    gap = msgspec.structs.replace(
        TYPED, stem=attack, passage=f"{plain} [[gehen{answer}]] {plain} [[einher:]].", hints=(f"hint: {attack}", ":")
    )
    return lesson(
        title=f"Titel {attack}", article=where, entries=(entry(where, 0, lexeme, "Durchbruch"),),
        items=(question, gap), origin=Origin(attack, attack, attack),
    )  # fmt: skip


class Page(HTMLParser):
    """Tags, attributes and the pieces of text that MathJax would read as one."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.texts = set(), set(), [""]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag not in ("br", "wbr"):
            self.texts.append("")

    def handle_endtag(self, tag):
        self.texts.append("")

    def handle_data(self, data):
        self.texts[-1] += data

    def handle_comment(self, data):
        self.tags.add("comment")


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_an_attack_is_shown_as_text(learner, attack):
    assert learner.export(hostile(attack), choice=EVERYTHING) == {"new": 3}
    assert learner.is_sound()
    assert not learner.collection.media.check().missing
    for card in learner.cards():
        output, kind = card.render_output(), card.template()["name"]
        check_face(output.question_text, output.question_av_tags, kind)
        check_face(output.answer_text.replace("[anki:play:q:0]", "", kind == "Recognise"), output.answer_av_tags, kind)


def check_face(face, sounds, kind):
    """Only our own elements, attributes, speech and typing; no delimiter of mathematics in one piece."""
    page = Page(face)
    assert page.tags <= OUR_TAGS
    assert page.attributes <= {"class", "lang", "id", "data-cloze", "data-ordinal"}
    assert not [text for text in page.texts if re.search(r"\\[(\[]|\\begin", text)]
    assert all(type(sound).__name__ == "TTSTag" for sound in sounds)
    assert len(re.findall(r"\[anki:play:[qa]:\d\]", face)) == len(sounds) <= 1
    assert face.count("[[type:") == (kind in ("Type", "Cloze"))


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_the_deck_keeps_its_number_of_cards(learner, attack):
    learner.export(hostile(attack), choice=EVERYTHING)
    assert learner.collection.card_count() == 5  # three of the word, one question, one gap
    cloze = next(card for card in learner.cards() if card.template()["name"] == "Cloze")
    numbers = set(re.findall(r'data-ordinal="(\d+)"', cloze.render_output().question_text))
    assert numbers == {"1"}


def test_a_title_makes_no_further_decks_and_no_foreign_tags(learner):
    learner.export(hostile('A::B <i>"x" y\u3000z'), choice=EVERYTHING)
    names = [deck.name for deck in learner.collection.decks.all_names_and_ids()]
    assert len(names) == 4
    assert all(tag.startswith("learner::") for tag in learner.collection.tags.all())


def test_the_description_is_text(learner):
    learner.export(hostile("<img src=x onerror=alert(1)>"))
    descriptions = json.dumps([deck["desc"] for deck in learner.collection.decks.all()])
    assert "<img" not in descriptions
    assert "&lt;img" in descriptions
