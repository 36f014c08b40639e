"""Faults of signs: blanks missing or too many beside hyphens, marks and stops; spellings of before 1996."""

import re
from functools import cache

from learner.exercises.wordlists import grammar_table, grammar_words

_FAULTS = {
    "blank before a stop": r"\w\s+[,;:.](?:\s|$)",  # where the page had a link
    "blank before a mark": r"\w\s+[!?](?:\s|$)",
    "no blank behind a stop": r"[^\W\d_][,;!?][^\W\d_]|\w:(?!in(?:nen)?\b|innen)[^\W\d_]|\w{2}\.[A-ZÄÖÜ]|"
    r"\d:\d+(?:\(\d+\))?,\d",
    "hyphen": r"[^\W\d_]{3,}- (?!und|oder|bzw|bezieh|sowie|bis|als|wie|noch|statt|resp|aber|in d|zu[rm]?\b|nach)"
    r"[a-zäöü]|\w-(?:und|oder|sowie|bis|bzw)\b|[\w“”.]- [A-ZÄÖÜ]|--|\d -\d|"
    r"[^\W\d_] -[^\W\d_](?<!und -\w)(?<!oder -\w)(?<!bzw\. -\w)",
    "bracket": r"\( | \)|\w\((?!in|innen|r\)|n\)|e\)|s\)|en\)|er\))\w|\)\w",
    "doubled stop": r"!!|\?\?|[?!]\.$|\w\.\.(?!\.)|,\s*,|;;|,\s*\.|\.\s+\.|::",
    "two sentences": r"(?:\d|[IVX]{2})\. (?:Es|Er|Sie|Wir|Ich|Das|Die|Der|Dies\w*|A[mn]|I[mn]|Um|Viele)\b|"
    r"\d\. (?:Unter|Zwei|Drei|Vier|Gleichzeitig|Dar\w+|Jede[rs]?|Dass|Beim?|Besonders|Seit|Nach|Auf)\b|"
    r"\d\. (?:Mit|Von|Vor|Für|Als|Wenn|Doch|Auch)\b|"
    r"[^\W\d_][!?](?: [a-zäöü]|,)",
    "label": r"^Mehr (?:zum?|zur|über|dazu)\b.*:|^\d{1,2}\.? [A-ZÄÖÜ][^.]*\?$|^\d{1,2}\. [A-ZÄÖÜ]\w+ [a-zäöü]",
    "mark": r"[„‚] | [“‘](?!\w)|[^\W\d_]„|“[^\W\d_]",
    "dash": r"^[^–]*– (?:wie|etwa|also|darunter|allen voran|vor allem) [^,–.]{1,50},[^–]*$",  # closed by a comma
    "no blank before a dash": r"[^\W\d_]– ",
    "dateline": r"^(?:\d{1,2}\.){2} ?\d{2,4} ?[-–—]",
    "letter": r"^[A-ZÄÖÜ] [a-zäöüß]|\d(?:s|m|km|kg|g|cm|mm|l|ha)\b|\d[€$]|[a-zäöü]\d[a-zäöü]",
    "decimal point": r"\b\d+\.\d{1,2} (?:Millionen|Milliarden|Mio|Mrd|Prozent)\b",
    "apostrophe": r"\b[A-ZÄÖÜ]{2}[a-zäöü]{5,}",  # `Place de LEmpereur`
    "age": r"\d-Jährige[rnm]? [A-ZÄÖÜ]",
    "old spelling": r"\b[Uu]m so (?:\w+er\b|mehr|weniger)|\b[Zz]ur Zeit\b(?! (?:de[rs]|einer|von))",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _FAULTS.items()}
_STRAIGHT = re.compile(r'"')


@cache
def sign_fault(text: str) -> str:
    """The name of the first fault; empty where there is none."""
    if not _straight_marks_sit(text):
        return "mark"
    if _old().search(text):
        return "old spelling"
    if _listed().search(text):
        return "spelling"
    return next((name for name, pattern in _PATTERNS.items() if pattern.search(text)), "")


@cache
def _old() -> re.Pattern[str]:
    """Words with the `ß` that the reform of 1996 replaced."""
    return re.compile(rf"\b(?:{'|'.join(sorted(grammar_words('old-spelling.txt')))})", re.IGNORECASE)


@cache
def _listed() -> re.Pattern[str]:
    """What is often misspelt though every word of it is one (`zu Folge`, `vorallem`)."""
    return re.compile("|".join(rf"\b(?:{row[0]})" for row in grammar_table("spelt-wrong.txt")))


def _straight_marks_sit(text: str) -> bool:
    """Whether straight marks open behind a blank and close before one, in turn."""
    for number, match in enumerate(_STRAIGHT.finditer(text)):
        before, behind = text[: match.start()][-1:], text[match.end() :][:1]
        inner, outer = (behind, before) if number % 2 == 0 else (before, behind)
        if inner.isspace() or outer.isalnum():
            return False
    return True
