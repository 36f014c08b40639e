"""Feedback as a sentence in the person's language."""

from learner.cli.speaking import sentence, settings
from learner.exercises.item import Feedback


def explained(feedback: Feedback) -> str:
    """An author's own text, or the sentence behind the key; empty where there is neither."""
    if isinstance(feedback.text, dict):
        return feedback.text.get(settings().language) or next(iter(feedback.text.values()), "")
    return feedback.text or (sentence(feedback.key, **feedback.values) if feedback.key else "")
