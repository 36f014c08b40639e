"""Feedback as a sentence in the person's language."""

from typing import TYPE_CHECKING

from learner.cli.speaking import sentence, settings
from learner.exercises.item import Feedback, Item

if TYPE_CHECKING:
    from learner.progress.session import Answered


def explained(feedback: Feedback) -> str:
    """An author's own text, or the sentence behind the key; empty where there is neither."""
    if isinstance(feedback.text, dict):
        return feedback.text.get(settings().language) or next(iter(feedback.text.values()), "")
    return feedback.text or (sentence(feedback.key, **feedback.values) if feedback.key else "")


def told(item: Item, answered: "Answered") -> str:
    """What the learner is told of an answer: outcome, cost of hints, the parts not right, the reason, the evidence."""
    score = answered.score
    lines = [sentence(f"cli.practice.{score.outcome}")]
    if (lost := score.points - answered.attempt.points) > 0:
        lines[0] += " " + sentence("ui.hint.cost", points=f"{lost:g}")
    if len(score.marks) > 1:
        solutions = [mark.values["key"] for mark in score.marks if mark.outcome != "equal" and "key" in mark.values]
        lines += [sentence("cli.practice.solution", solution=", ".join(solutions))] if solutions else []
    why = explained(score.feedback)
    lines.append(why)
    lines += [sentence("cli.practice.evidence", sentence=quoted) for quoted in item.evidence[:1] if quoted not in why]
    return "\n".join(line for line in lines if line)
