"""Which member of the roster a printed name means."""

from __future__ import annotations

import pytest

from referat_nlp.analysis.roster import member_named
from referat_nlp.danish.people import Member

ROSTER = (Member("Bo Kjær Lind", "V"), Member("Anne-Marie Holm", "A"), Member("Lene Holm", "F"))


@pytest.mark.parametrize(
    ("printed", "party"),
    [
        ("Bo Kjær Lind", "V"),
        ("bo  kjær lind", "V"),
        ("Bo Lind", "V"),
        ("Bo Kjær", "V"),
        ("B. Lind", "V"),
        ("Lind", "V"),
        ("Anne Marie Holm", "A"),
        ("Anne Holm", "A"),
        ("Holm", None),
        ("Ida Lind", None),
        ("", None),
    ],
)
def test_the_member_whom_a_name_fits(printed: str, party: str | None) -> None:
    member = member_named(printed, ROSTER)
    assert (member.party if member else None) == party
