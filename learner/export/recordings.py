"""Recordings beside a lesson: `audio/Durchbruch.mp3`, `audio/Durchbruch-satz.mp3`, `audio/<item id>.ogg`."""

import hashlib
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from learner.export.notes import Note, WordNote

FOLDER = "audio"
_SENTENCE = "-satz"
_SUFFIXES = frozenset({".mp3", ".ogg", ".oga", ".opus", ".m4a", ".wav", ".flac"})


class Recordings:
    """The recordings of lessons, by lesson uid; remembers under `media` the files that notes use.

    Media are named by their content: a recording made anew gets a new name, so that Anki takes it over.
    """

    def __init__(self, folders: Mapping[str, Path]) -> None:
        self._files = {uid: _recorded(folder / FOLDER) for uid, folder in folders.items()}
        self.media: dict[str, Path] = {}

    def fields(self, note: Note) -> dict[str, str]:
        """The audio fields of a note that has recordings, in Anki's syntax."""
        files = self._files.get(note.lesson, {})
        names = {"SentenceAudio": note.key}
        if isinstance(note, WordNote):
            names = {"WordAudio": note.word, "SentenceAudio": note.word + _SENTENCE}
        return {field: self._sound(files[name]) for field, name in names.items() if name in files}

    def _sound(self, file: Path) -> str:
        name = f"learner-{hashlib.blake2b(file.read_bytes(), digest_size=8).hexdigest()}{file.suffix.lower()}"
        self.media[name] = file
        return f"[sound:{name}]"


def _recorded(folder: Path) -> dict[str, Path]:
    """The sound files of a folder by name without ending; none where there is no such folder."""
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return {unicodedata.normalize("NFC", file.stem): file for file in files if _is_recording(file)}


def _is_recording(file: Path) -> bool:
    """Links are passed over: in a lesson from somebody else one could lead to any file of this machine."""
    return file.suffix.lower() in _SUFFIXES and file.is_file() and not file.is_symlink()
