"""What was searched beforehand is what the search finds."""

from pathlib import Path

import pytest
from HanTa import HanoverTagger

from learner.language.searched import searched
from learner.language.tagging import MODEL, Tagger

SEARCHED = 200


@pytest.fixture(scope="module")
def stored():
    return searched(Path(HanoverTagger.__file__).parent / MODEL)


@pytest.fixture(scope="module")
def bare():
    return Tagger(prepared=False)


def test_classes_and_morphemes_are_those_of_the_search(stored, bare):
    model, compared = bare._model, 0
    for form in stored.forms[:: len(stored.forms) // (2 * SEARCHED)]:
        classes = stored.classes(form)
        if form in model.cache:
            assert not classes
            continue
        assert classes == [one for one in model.analyze_forward(form) if one in classes], form
        for tag, _ in classes:
            path = stored.morphemes(form, -tag)
            assert path == (model.analyze_viterbi(form, -tag) if path else []), form
            compared += bool(path)
    assert compared >= SEARCHED


def test_nothing_hanta_would_keep_is_missing(stored, bare):
    """Tag by tag, as the sentence search asks at the start of a sentence and inside it, with and without a capital."""
    prepared = Tagger()
    for form in stored.forms[5 :: len(stored.forms) // (2 * SEARCHED)]:
        for spelling in (form, form.capitalize()):
            for cased in (False, True):
                assert prepared._sequence._asked(spelling, cased) == bare._sequence._asked(spelling, cased), spelling


def test_another_model_gets_nothing(tmp_path):
    (tmp_path / MODEL).write_bytes(b"another")
    assert searched(tmp_path / MODEL).forms == []
    assert searched(tmp_path / MODEL).classes("haus") == []
