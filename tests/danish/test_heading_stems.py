"""Kinds of headings that no list holds, by their stems."""

from __future__ import annotations

import pytest

from referat_nlp.danish.heading_stems import kind_by_stem


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Punktets udfald", "beslutning"),
        ("Sådan gik det", "beslutning"),
        ("Nævnets behandling", "beslutning"),
        ("Behandling under mødet", "beslutning"),
        ("Udkast til vedtagelse", "indstilling"),
        ("Dette skal byrådet tage stilling til", "indstilling"),
        ("Centrets oplæg til beslutning", "indstilling"),
        ("Vi henstiller", "indstilling"),
        ("Sagens hidtidige vej", "tidligere_beslutning"),
        ("Forudgående drøftelser", "tidligere_beslutning"),
        ("Sagens videre gang herfra", "tidsplan"),
        ("Sagens hovedindhold", "resume"),
        ("Baggrund og problemer", "sagsfremstilling"),
        ("Nærmere udredning", "sagsfremstilling"),
        ("Relevante oplysninger", "sagsfremstilling"),
        ("Baggrund for sagen", "baggrund"),
        ("Papirer i sagen", "bilag"),
        ("Bestemmelser", "lovgrundlag"),
        ("Høringsparternes udtalelser", "hoering"),
        ("Til den travle", None),
    ],
)
def test_stems_tell_the_kind(heading: str, kind: str | None) -> None:
    assert kind_by_stem(heading) == kind
