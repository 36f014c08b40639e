"""Article text out of HTML: the only door to trafilatura."""

from dataclasses import dataclass

from learner.errors import TextError


@dataclass(frozen=True, slots=True)
class Extracted:
    """The article of a page as plain text with `## ` before subheadings, and its title."""

    text: str
    title: str | None


def extract(html: str) -> Extracted:
    """Title and main text of an HTML page. Raises TextError where no article is found in it."""
    import trafilatura

    body = trafilatura.extract(
        html,
        output_format="markdown",
        include_comments=False,
        include_tables=False,
        include_formatting=True,
        include_links=False,
        include_images=False,
        favor_precision=False,
        target_language=None,
    )
    if not body:
        raise TextError("no article was found in this page.", hint="Copy the text of the article and paste it instead.")
    metadata = trafilatura.extract_metadata(html)
    return Extracted(body, (metadata.title if metadata else None) or None)
