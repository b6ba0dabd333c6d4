"""What an analyser sees of one item."""

from __future__ import annotations

from dataclasses import dataclass

from ..danish.people import Member
from ..schema import Decision, Item, Section


@dataclass(frozen=True, slots=True)
class ItemContext:
    """An item with what surrounds it.

    Attributes:
        item: The structured item; its analysed fields are still empty.
        text: The document's whole normalised text, which all spans refer to.
        body: The body that met, as printed, or None.
        members: The roster of the meeting, those absent included.
        absent: Names of those that the meeting's header gives as absent from the whole meeting.
    """

    item: Item
    text: str
    body: str | None = None
    members: tuple[Member, ...] = ()
    absent: tuple[str, ...] = ()

    @property
    def own_decisions(self) -> list[Decision]:
        """Decisions of the document's own body, in printed order."""
        return [decision for decision in self.item.decisions if decision.own]

    @property
    def is_decided(self) -> bool:
        """Whether the document's own body is reported to have said anything."""
        return any(decision.text.strip() for decision in self.own_decisions)

    @property
    def indstilling(self) -> list[Section]:
        """The sections that say what the body is asked to do."""
        return self.item.sections_of("indstilling")
