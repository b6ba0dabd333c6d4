"""What lists of people and parties are made of, and the people who stand under the name of their party."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from . import parties


@dataclass(frozen=True, slots=True)
class Mention:
    """A person or a party in a text.

    Attributes:
        name: The person's name as printed, without title and party; None for a party on its own.
        party: Party letter or name, None where none is printed.
        start: Offset of the mention's first character in the text that was searched.
        end: Offset after its last character (the party in brackets included).
        count: The number printed in brackets after a party ("O (2)"), None where there is none.
    """

    name: str | None
    party: str | None
    start: int
    end: int
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the body that met."""

    name: str
    party: str | None = None


_ABOVE = re.compile(r"[ \t]*:\s*")
_LINE_ABOVE = re.compile(r"[ \t]*\n\s*")


def under_their_party(text: str, found: Sequence[Mention], party_of: Mapping[str, str | None]) -> list[Mention]:
    """Give people the party above or before them: 'Venstre: Bo Lind, Ida Krog', or a line each.

    Args:
        text: The text that was searched.
        found: The mentions in printed order.
        party_of: The parties of the members, by name.

    Returns:
        The mentions, the people with the party that heads them and the heads left out. A line with a party's name
        and no colon heads those below only where they are known to be of that party.
    """
    kept: list[Mention] = []
    head: str | None = None
    for index, mention in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if mention.name is None:
            head = None
            if following is not None and following.name is not None and mention.count is None:
                gap = text[mention.end : following.start]
                known = following.party or party_of.get(following.name)
                below = _LINE_ABOVE.fullmatch(gap) and parties.same_party(known, mention.party)
                if _ABOVE.fullmatch(gap) or below:
                    head = mention.party
                    continue
        elif head is not None and mention.party is None:
            known = party_of.get(mention.name)
            if known is None or parties.same_party(known, head):
                mention = replace(mention, party=head)
        kept.append(mention)
    return kept
