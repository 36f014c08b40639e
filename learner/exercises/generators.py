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
from learner.exercises.material import Generator

GENERATORS: dict[str, Generator] = {
    module.EXERCISE: module.generate
    for module in (
        match_meanings,
        meaning,
        headings,
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
