"""Markdown, as converters make it from PDF and web pages."""

from __future__ import annotations

import re

from ..document import Document, MarkKind
from .builder import TextBuilder
from .pages import join_pages, split_pages, strip_pages

# One such line is enough: plain minutes hold none, and normalised text holds none either.
_SIGN = re.compile(r"\n[ \t]*(?:#{1,6}[ \t]+\S|\*\*[^\s*][^*\n]*\*\*|\|[^\n]*\|[ \t]*\n)")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*$")
_SEPARATOR = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_RULE = re.compile(r"^[ \t]*(?:[-*_=][ \t]*){3,}$")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~&<])")
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_BREAK = re.compile(r"<br[ ]*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:u|b|i|em|strong|sup|sub|span|p|div|mark|small|center)(?:[ ][^<>\n]*)?/?>", re.IGNORECASE)
_IMAGE = re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)")
_BULLET = re.compile(r"(?m)^([ \t]*)[*+][ \t]+(?=\S)")
_QUOTE = re.compile(r"(?m)^[ \t]*>[ \t]?")
_BOLD_LINE = re.compile(r"^(?:\*\*\*?|__)(?=\S)([^*\n]+?)(?:\*\*\*?|__)[ ]*:?$")
_BODY = r"((?:[^*\n]|\n(?!\n))+?)"
_EMPHASIS = (
    re.compile(rf"(\*{{1,3}})(?=[^\s*]){_BODY}(?<=[^\s*])\1"),
    re.compile(r"(?<![\w])(_{1,3})(?=[^\s_])((?:[^_\n]|\n(?!\n))+?)(?<=[^\s_])\1(?![\w])"),
    re.compile(r"(~~)(?=\S)([^~\n]+?)(?<=\S)\1"),
)
_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}
# Escaped characters are parked where no rule sees them, and come back last.
_PARKED = 0xE100
_PARKED_CHARACTER = re.compile("[\ue120-\ue17e]")


def is_markdown(text: str) -> bool:
    """Whether the text is Markdown: has a heading, a bold line or a table row in its syntax."""
    return _SIGN.search(f"\n{text}\n") is not None


def read(text: str, builder: TextBuilder) -> Document:
    """Read Markdown.

    Args:
        text: The decoded text.
        builder: An empty builder.

    Returns:
        The document: headings, bold lines and table rows are marked, other syntax is gone.
    """
    text = _COMMENT.sub("", text)
    pages, edges = strip_pages(split_pages(text))
    builder.left_out(edges)
    for index, lines in enumerate(pages):
        if index and not join_pages(pages[index - 1], lines):
            builder.blank()
        if len(pages) > 1:
            builder.page()
        _append("\n".join(lines), builder)
    return builder.finish("markdown")


def _append(text: str, builder: TextBuilder) -> None:
    text = _ESCAPE.sub(lambda match: chr(_PARKED + ord(match[1])), text)
    # A heading inside a quotation is none of this document's.
    quoted = {index for index, line in enumerate(text.split("\n")) if _QUOTE.match(line)}
    text = _BULLET.sub(r"\1- ", _QUOTE.sub("", text))
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    for entity, char in _ENTITIES.items():
        text = text.replace(entity, char)
    bold = {index for index, line in enumerate(text.split("\n")) if _is_bold(line)}
    for pattern in _EMPHASIS:
        text = pattern.sub(r"\2", text)
    lines = text.split("\n")
    in_table = False
    for index, line in enumerate(lines):
        if _SEPARATOR.match(line) and "|" in line:
            in_table = True
            continue
        next_is_separator = index + 1 < len(lines) and "|" in lines[index + 1] and _SEPARATOR.match(lines[index + 1])
        if _is_row(line, in_table=in_table or bool(next_is_separator)):
            _append_row(line, builder)
            continue
        in_table = False
        heading = _HEADING.match(line.strip())
        if heading:
            builder.blank()
            if index in quoted:
                _emit(heading[2], builder)
            else:
                _emit(heading[2], builder, "heading", len(heading[1]))
        elif _RULE.match(line) or not line.strip():
            builder.blank()
        else:
            _emit(line, builder, "bold" if index in bold - quoted else None)


def _is_bold(line: str) -> bool:
    return _BOLD_LINE.match(line.strip()) is not None


def _emit(text: str, builder: TextBuilder, kind: MarkKind | None = None, level: int | None = None) -> None:
    text = _TAG.sub("", _BREAK.sub("\n", text))
    builder.line(_unpark(text), kind, level)


def _unpark(text: str) -> str:
    return _PARKED_CHARACTER.sub(lambda match: chr(ord(match.group()) - _PARKED), text)


def _is_row(line: str, *, in_table: bool) -> bool:
    stripped = line.strip()
    if stripped.count("|") >= 2 and (stripped.startswith("|") or stripped.endswith("|")):
        return True
    return in_table and "|" in stripped


def _append_row(line: str, builder: TextBuilder) -> None:
    cells = [_BREAK.sub(" ", cell).strip() for cell in line.strip().strip("|").split("|")]
    builder.row([_unpark(_TAG.sub("", cell)) for cell in cells])
