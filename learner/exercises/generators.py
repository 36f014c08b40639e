"""Every exercise of the catalogue that is generated, by its id."""

from learner.exercises import (
    article_plural,
    c_test,
    compound,
    connector,
    ending,
    gapped_text,
    headings,
    match_meanings,
    meaning,
    paragraph_order,
    particle,
    preposition,
    principal_parts,
    reported_speech,
    text_order,
    topic,
    true_false,
    type_word,
    verb_form,
    w_question,
    who_is_who,
    who_said_it,
    word_bank,
    word_family,
    word_order,
)
from learner.exercises.item import Item
from learner.exercises.material import Generator, Material
from learner.exercises.readable import says_plainly

_OF_WHOLE_TEXT = (who_said_it, w_question, true_false, text_order, topic, who_is_who)


def _within_reach(generate: Generator) -> Generator:
    """The exercise; of an article far above the learner only what is asked in words she knows."""

    def generate_within_reach(material: Material) -> tuple[Item, ...]:
        items = generate(material)
        if material.is_within_reach:
            return items
        return tuple(item for item in items if all(says_plainly(material, text) for text in item.evidence))

    return generate_within_reach


GENERATORS: dict[str, Generator] = {
    module.EXERCISE: _within_reach(module.generate) if module in _OF_WHOLE_TEXT else module.generate
    for module in (
        match_meanings,
        meaning,
        headings,
        topic,
        paragraph_order,
        gapped_text,
        who_is_who,
        who_said_it,
        w_question,
        true_false,
        text_order,
        word_bank,
        type_word,
        compound,
        word_family,
        particle,
        article_plural,
        ending,
        preposition,
        connector,
        principal_parts,
        verb_form,
        reported_speech,
        word_order,
        c_test,
    )
}
