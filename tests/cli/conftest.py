"""The command line, called in this process."""

import pytest
from click.testing import CliRunner

from learner.cli.program import program
from learner.errors import LearnerError


@pytest.fixture
def learner():
    """Runs a command; a known error counts as exit 1 with its sentence, as at the real edge."""

    def run(*words, stdin=None):
        result = CliRunner().invoke(program, [str(word) for word in words], input=stdin)
        if isinstance(result.exception, LearnerError):
            result.sentence = str(result.exception)
        elif result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run
