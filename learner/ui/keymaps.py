"""Keys: vim's where the learner wants them, and the learner's own over those."""

from learner.settings import Settings

VIM = {
    "reading.word": "l,right",
    "reading.word-back": "h,left",
    "reading.sentence": "j,down",
    "reading.sentence-back": "k,up",
    "reading.known": "1",
    "reading.learning": "2",
    "reading.ignore": "3",
    "reading.page": "ctrl+f,ctrl+d,pagedown,space",
    "reading.page-back": "ctrl+b,ctrl+u,pageup",
    "reading.first": "g,home",
    "reading.last": "G,end",
}
"""h j k l move, so the words' standings go to figures."""


def keymap(settings: Settings) -> dict[str, str]:
    """Binding ids with their keys, for Textual's `set_keymap`."""
    return (VIM if settings.keymap == "vim" else {}) | settings.keys
