"""Every error a person can cause or meet: what happened, where, and what to do about it."""


class LearnerError(Exception):
    """The one base of all expected errors; printed at the edge, never shown as a traceback."""

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.hint}" if self.hint else ""
        return f"{place}{self.what}{advice}"


class SourceError(LearnerError):
    """A file, address or stream that could not be read as text."""


class TextError(LearnerError):
    """Text that cannot become an article: empty, not German, too long."""


class LexiconError(LearnerError):
    """A word table or dictionary that is missing, damaged or of another version."""


class LessonError(LearnerError):
    """An article that cannot carry the lesson asked for."""


class PackError(LearnerError):
    """A lesson folder or pack that cannot be read or written."""


class ProgressError(LearnerError):
    """The learner's own database: damaged, locked or of a later version."""


class ExportError(LearnerError):
    """A deck or other export that could not be written."""


class SettingsError(LearnerError):
    """A settings file with a key or value that means nothing."""
