"""Where the style sheets stand: one per screen."""

from pathlib import Path

from learner.places import bundled_path


def style_sheet(name: str) -> Path:
    """The style sheet of a screen, or `app` for what all share."""
    return bundled_path("assets", "styles", f"{name}.tcss")
