"""Whether members brought the item before a higher body (§ 11, standsningsret)."""

from __future__ import annotations

import re

_COUNCIL = (
    r"(?:byråd(?:et|smødet|ets)?|kommunalbestyrelse[ns]*|regionsråd(?:et)?|borgerrepræsentation(?:en)?"
    r"|magistrat(?:en)?|økonomiudvalget|kommunalbestyrelsesmødet|BR|KB)"
)
_ESCALATED = re.compile(
    rf"\b(?:begær\w+|kræv\w*|krævede|forlang\w*|ønsk\w+|anmod\w+(?:\s+om)?|indbring\w*|indbragte|bring\w*"
    rf"|bragte|rejs\w*)\b[^.\n]{{0,80}}?\bsag(?:en)?\b[^.\n]{{0,60}}?\b(?:for|i|til)\s+{_COUNCIL}"
    rf"|\bbegær\w+\b[^.\n]{{0,60}}?\b(?:i|for|til)\s+{_COUNCIL}"
    rf"|\b(?:krævede|kræver|begærede|begærer|forlangte|forlanger)\b[^.\n]{{0,40}}?\bsagen\s+(?:forelagt"
    rf"|indbragt|løftet|afgjort|behandlet)"
    r"|\b(?:benytt\w*|gør\s+brug|gjorde\s+brug|gjort\s+brug|anvend\w*|udnytt\w*|bruger|brugte"
    r"|påberåb\w*)\b[^.\n]{0,40}?\b(?:standsningsret|standsningsretten|initiativret\w*)"
    r"|\b(?:benytte\w*|gør brug|gjorde brug|bruge\w*"
    r"|udnytte\w*)\b[^.\n]{0,50}?\bret\b[^.\n]{0,60}?\bsag(?:en)?\b"
    rf"|\bsagen\b[^.\n]{{0,80}}?\bindbring\w*\b[^.\n]{{0,60}}?\b(?:for|i|til) {_COUNCIL}"
    r"|\b(?:standsede|standser|har standset) (?:sagen|beslutningen|afgørelsen|indstillingen|forslaget)"
    r"|\b(?:indstillingen|beslutningen|afgørelsen|forslaget|punktet)\b[^.\n]{0,60}?\b(?:standset|indbragt|begæret)\b"
    r"[^\n]{0,60}?§\s*(?:11|23)"
    rf"|\b(?:indstillingen|beslutningen|afgørelsen|forslaget|punktet)\b[^.\n]{{0,60}}?\bindbring\w*\b"
    rf"[^.\n]{{0,60}}?\b(?:for|i|til) {_COUNCIL}"
    rf"|\b(?:ønske\w*|begære\w*|kræve\w*|forlang\w*)\b[^.\n]{{0,60}}?(?:forelagt|afgjort|behandlet"
    r"|prøvet|indbragt|løftet)"
    rf"[^.\n]{{0,20}}? (?:for |af |i |til )?{_COUNCIL}"
    r"|\bsagen\b[^.\n]{0,60}?\b(?:standset|indbragt|begæret)\b[^.\n]{0,60}?§\s*(?:11|23)"
    r"|§\s*(?:11|23)\b[^.\n]{0,60}?\bsagen\s+(?:i|for|indbragt|forelagt)\b",
    re.IGNORECASE,
)
_ORDINARY = re.compile(
    r"\b(?:udvalget|administrationen|forvaltningen)\s+(?:ønsk|anmod|bring|kræv)\w*\b[^.\n]*$", re.IGNORECASE
)


def is_escalated(text: str) -> bool:
    """Whether a decision says that members brought the item before the council (§ 11, standsningsret)."""
    for match in _ESCALATED.finditer(text):
        if not _ORDINARY.search(text[max(0, match.start() - 40) : match.start() + 20]):
            return True
    return False
