"""The result: points, skills, what was missed, what comes back tomorrow."""
