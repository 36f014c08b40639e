"""Direct speech between quotation marks of every style: „ “, » «, « », " ", “ ”, ‚ ‘."""

from collections.abc import Iterator

from learner.language.analysis import Quote

_CLOSING = {"„": '“”"', "»": "«", "«": "»", "“": "”", '"': '"“”', "‚": "‘’", "‹": "›", "›": "‹"}


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of what stands between quotation marks, without the marks; never across a paragraph."""
    start, closing = -1, ""
    for place, character in enumerate(text):
        if start >= 0 and character in closing:
            yield start, place
            start = -1
        elif character == "\n":
            start = -1
        elif start < 0 and character in _CLOSING:
            start, closing = place + 1, _CLOSING[character]


def direct_quotes(text: str) -> tuple[Quote, ...]:
    """Every quotation of four words or more."""
    return tuple(Quote(start, end, "direct") for start, end in quotations(text) if len(text[start:end].split()) >= 4)
