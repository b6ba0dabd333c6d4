"""The written cases of tests/fixtures/cases as item contexts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from referat_nlp.analysis.context import ItemContext
from referat_nlp.danish.bodies import find_body, same_body
from referat_nlp.danish.people import Member
from referat_nlp.schema import Decision, Item, Section, SectionKind

FOLDER = Path(__file__).parents[1] / "fixtures" / "cases"


def load_cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    cases: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return cases


def context_of(case: dict[str, Any]) -> ItemContext:
    """One case as the structure stage would hand it on: text, sections and decisions with their spans."""
    text = case["title"] + "\n"
    sections = []
    decisions = []
    for kind, heading in (("indstilling", "Indstilling"), ("beslutning", "Beslutning")):
        content = case.get("decision" if kind == "beslutning" else "indstilling")
        if content is None:
            continue
        text += heading + "\n"
        span = (len(text), len(text) + len(content))
        text += content + "\n"
        sections.append(section(kind, heading, content, span[0]))  # type: ignore[arg-type]
        if kind == "beslutning":
            decisions = decisions_of(case, content, span[0])
    item = Item(
        id=case["id"],
        number=case.get("number"),
        title=case["title"],
        closed="lukket" in case["title"].lower(),
        span=(0, len(text)),
        sections=sections,
        decisions=decisions,
    )
    members = tuple(Member(member["name"], member.get("party")) for member in case.get("members") or ())
    return ItemContext(item, text, body=case.get("body"), members=members)


def section(kind: SectionKind, heading: str | None, content: str, start: int) -> Section:
    """A section that begins at an offset."""
    return Section(kind=kind, heading=heading, text=content, span=(start, start + len(content)))


def decisions_of(case: dict[str, Any], content: str, start: int) -> list[Decision]:
    """The decisions of a case; a line 'Kulturudvalget, 05-03-2024, pkt. 12:' begins one of that body's."""
    own_body = case.get("body")
    heads = [
        (match, find_body(re.sub(r"s(?= møde)", "", match.group())))
        for match in re.finditer(r"^.*\b(?:den|pkt\.|punkt|\d\d-\d\d-\d{4}).*:[ \t]*$\n?", content, re.MULTILINE)
        if not match.group().startswith(("Fravær", "Afbud"))
    ]
    heads = [(match, body) for match, body in heads if body]
    if not heads:
        return [Decision(body=own_body, own=True, text=content, span=(start, start + len(content)))]
    ends = [match.start() for match, _ in heads[1:]] + [len(content)]
    found = []
    for (head, body), end in zip(heads, ends, strict=True):
        body_text = content[head.end() : end].rstrip()
        span = (start + head.end(), start + head.end() + len(body_text))
        found.append(Decision(body=body, own=own_body is None or same_body(body, own_body), text=body_text, span=span))
    if not any(decision.own for decision in found):
        found[-1].own = True
    return found
