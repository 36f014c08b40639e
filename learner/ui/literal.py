"""Article text as it may stand on a screen."""

from textual.content import Content

_PICTURES = 0x2400
_CONTROLS = {code: _PICTURES + code for code in range(0x20)} | {0x7F: 0x2421}
_C1 = dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
_DIRECTIONS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
_WHITE = dict.fromkeys((0x09, 0x0A, 0x0D, 0x2028, 0x2029), 0x20)
_SINGLE = str.maketrans("„“”»«", "‚‘’›‹")
_SHOWN = _CONTROLS | _C1 | _DIRECTIONS | _WHITE


def literal(text: str) -> str:
    """The text on one line, of the same length: control characters as their pictures, so a terminal obeys none."""
    return text.translate(_SHOWN)


def nested(text: str) -> str:
    """The text as it stands inside „ and “: its own quotation marks become single ones."""
    return text.translate(_SINGLE)


def plain(text: str, style: str = "") -> Content:
    """The text as content that is never parsed as markup."""
    return Content.styled(literal(text), style) if style else Content(literal(text))
