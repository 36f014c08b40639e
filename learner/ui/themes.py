"""Three themes with one accent colour each; right, almost and wrong take the places of success, warning and error."""

from textual.theme import Theme

THEMES = (
    Theme(
        "dark",
        primary="#7fb4d6",
        accent="#7fb4d6",
        foreground="#d9d8d2",
        background="#17191d",
        surface="#1e2126",
        panel="#2a2e35",
        success="#93c08a",
        warning="#d9b562",
        error="#e08a7d",
        variables={"quiet": "#8c9099", "line": "#3a3f48"},
    ),
    Theme(
        "light",
        primary="#1c628f",
        accent="#1c628f",
        foreground="#2a2925",
        background="#faf8f3",
        surface="#f2efe7",
        panel="#e6e2d8",
        success="#2f6b2a",
        warning="#7a5600",
        error="#a3312a",
        dark=False,
        variables={"quiet": "#6a675f", "line": "#cfcabd"},
    ),
    Theme(
        "high-contrast",
        primary="#00e5ff",
        accent="#00e5ff",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#303030",
        success="#5bff5b",
        warning="#ffd700",
        error="#ff7b7b",
        text_alpha=1.0,
        variables={"quiet": "#e0e0e0", "line": "#ffffff"},
    ),
)
