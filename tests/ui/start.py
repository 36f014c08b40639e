"""Ways to begin, for the tests of screens that no lesson leads to."""

from learner.ui.start import Start

REVIEW = Start(then="review")
STATISTICS = Start(then="statistics")
