"""What the checker says: a finding has file, line, what, why and how to mend, and a code that names its kind."""

from typing import Literal

import msgspec

Severity = Literal["fault", "note"]


class Finding(msgspec.Struct, frozen=True):
    """One thing an author should know. `line` is 0 where the whole file is meant."""

    file: str
    line: int
    code: str
    severity: Severity
    values: dict[str, str] = {}

    @property
    def key(self) -> str:
        """The wording key of its sentences: `.what` and `.mend` follow."""
        return f"check.{self.code}"
