"""What stands under the verdict: the evidence, and each paragraph once."""

from learner.text.article import Article, Paragraph
from learner.ui.practice.feedback_text import evidence_rows

PROOF, ASKED = "Ada Hartwig kam am Morgen.", "Sie blieb bis zum Abend."
TEXT = f"{PROOF} Der Saal war leer. {ASKED}"
ARTICLE = Article(None, None, TEXT, (Paragraph(0, len(TEXT), "body"),), (), ())


def say(_key: str, **values: object) -> str:
    return f"paragraph {values['number']}"


def test_a_paragraph_named_behind_a_quotation_is_not_named_alone():
    rows = evidence_rows(ARTICLE, (ASKED, PROOF), f"It is Ada Hartwig: {PROOF}", say)
    assert [row.plain for row in rows] == [f"„{ASKED}“  paragraph\u00a01"]


def test_a_paragraph_stands_alone_where_the_reason_quotes_all():
    rows = evidence_rows(ARTICLE, (PROOF, PROOF), f"It is Ada Hartwig: {PROOF}", say)
    assert [row.plain for row in rows] == ["paragraph\u00a01"]


def test_a_quotation_inside_has_single_marks():
    text = "„Das reicht“, sagte sie."
    article = Article(None, None, text, (Paragraph(0, len(text), "body"),), (), ())
    assert [row.plain for row in evidence_rows(article, (text,), "", say)] == [
        "„‚Das reicht‘, sagte sie.“  paragraph\u00a01"
    ]
