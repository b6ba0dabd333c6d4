"""Plain text, as extracted from PDF, from web pages or from word processors."""

from __future__ import annotations

import re

from ..document import Document
from . import markdown
from .builder import TextBuilder
from .pages import join_pages, split_pages, strip_pages

_LONE_BULLET = re.compile(r"\n[ \t]*[•▪◦‣∙●○■□\uf0b7][ \t]*\n+[ \t]*(?=\S)")
_PAGE_HINT = re.compile(r"\n[ \t]*(?:Side|Page)[: ]{1,2}\d")


def read(text: str, builder: TextBuilder) -> Document:
    """Read plain text or Markdown.

    Args:
        text: The decoded text.
        builder: An empty builder; its warnings are kept.

    Returns:
        The document, of format ``text`` or ``markdown``.
    """
    text = "\n" + text.replace("\r\n", "\n")
    text = _LONE_BULLET.sub("\n- ", text)[1:]
    builder.wrapped = True
    if markdown.is_markdown(text):
        return markdown.read(text, builder)
    if "\f" in text or _PAGE_HINT.search(text):
        pages = split_pages(text)
        if len(pages) > 1:
            append_pages(pages, builder)
            return builder.finish("text")
    return builder.finish_plain(text, "text")


def append_pages(pages: list[str], builder: TextBuilder) -> None:
    """Append pages less their headers and footers, a blank line between them where no paragraph runs on."""
    content, edges = strip_pages(pages)
    builder.left_out(edges)
    for index, lines in enumerate(content):
        if index and not join_pages(content[index - 1], lines):
            builder.blank()
        builder.page()
        builder.line("\n".join(lines))
