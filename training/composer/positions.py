"""Reservations and dissent: who has not made up their mind, who does not agree though nobody counted."""

from __future__ import annotations

from .chamber import Chamber
from .rich import Rich, fill, listed
from .verdict import Verdict

_RESERVED = (
    "{who} tog forbehold.", "{who} tager forbehold.", "{who} tog forbehold for sagen.",
    "{who} tog forbehold for finansieringen.", "{who} tager forbehold frem til behandlingen i {raad}.",
    "{who} tager forbehold indtil {raad}s behandling.", "{who} forbeholdt sig sin stilling.",
    "{who} forbeholder sig sin stilling.", "{who} reserverede sin stilling.",
    "{who} forbeholder sig stillingtagen til behandlingen i {raad}.", "{who} afventer stillingtagen.",
    "{who} afventer sagens behandling i {raad}.", "{who} ønskede at afvente behandlingen i {raad}.",
    "{who} afventer drøftelsen i egen gruppe.", "{who} ville vente med at tage stilling til {raad}s møde.",
    "{who} vil først tage stilling i {raad}.", "{who} tager stilling, når sagen behandles i {raad}.",
    "{who} udbad sig betænkningstid.", "{who} afgiver først sin stemme i {raad}.",
    "{who} ville ikke binde sig, før {raad} behandler sagen.", "{who} kunne endnu ikke tage stilling.",
    "{who} ønskede at drøfte sagen med sin gruppe først.", "{who} holdt sin stilling åben til mødet i {raad}.",
    "{who} melder sin stilling ud i {raad}.", "Forbehold: {who}.", "Forbehold fra {who}.", "Med forbehold fra {who}.",
    "{who} med forbehold.", "{who} tilkendegav et forbehold over for tidsplanen.",
    "{who} meddelte, at stillingtagen afventer gruppemødet.", "Forbehold taget af {who}.",
)  # fmt: skip
_DISSENTED = (
    "{who} kunne ikke tiltræde indstillingen.", "{who} kunne ikke tiltræde beslutningen.", "{who} kunne ikke tiltræde.",
    "{who} fremsatte en afvigende mening.", "{who} fastholder sin særindstilling.", "{who} afgav særstandpunkt.",
    "{who} afgav dissens.", "{who} kan ikke tiltræde beslutningen.", "{who} kunne ikke tilslutte sig beslutningen.",
    "{who} kan ikke tilslutte sig indstillingen.", "{who} kunne ikke støtte beslutningen.",
    "{who} kan ikke støtte indstillingen.", "{who} kunne ikke gå ind for indstillingen.", "{who} er uenig.",
    "{who} er uenig i beslutningen.", "{who} var ikke enig i beslutningen.",
    "{who} er ikke enig i beslutningen og bad om at få det ført til protokol.",
    "{who} ønskede sin uenighed ført til protokol.", "{who} tog afstand fra beslutningen.",
    "{who} ønskede en anden løsning.", "{who} ville hellere have bevaret den nuværende ordning.",
    "{who} er uenig og ville have afventet den nye plan.", "{who} kunne ikke medvirke til beslutningen.",
    "{who} kan ikke bakke op om beslutningen.", "{who} kunne ikke anbefale indstillingen.",
    "{who} fandt beslutningen forkert.", "{who} bad om at få tilføjet, at gruppen er uenig.", "Dissens: {who}.",
    "Særstandpunkt fra {who}.", "{who} stod ikke bag beslutningen.", "{who} bakkede ikke op om beslutningen.",
)  # fmt: skip
_PERSONAL = ("særindstilling", "sin stilling", "sin gruppe", "sin uenighed", "sin stemme", "egen gruppe", "uenig")


def reserve(chamber: Chamber, verdict: Verdict) -> Rich:
    """Members or parties reserve their stand; the verdict gets them."""
    return _told(chamber, verdict, "reservation", _RESERVED)


def dissent(chamber: Chamber, verdict: Verdict) -> Rich:
    """Members or parties do not agree with what was decided; the verdict gets them."""
    return _told(chamber, verdict, "dissent", _DISSENTED)


def _told(chamber: Chamber, verdict: Verdict, kind: str, forms: tuple[str, ...]) -> Rich:
    rng = chamber.rng
    labels = verdict.reservations if kind == "reservation" else verdict.dissent
    number = rng.choices((1, 2, 3), (7, 3, 1))[0]
    told = []
    if rng.random() < 0.5 and len(chamber.parties()) > number:
        for party in rng.sample(chamber.parties(), number):
            printed, label = chamber.party(party)
            told.append(printed.marked(kind, label))
            labels.append(label)
    else:
        for member in rng.sample(chamber.members, min(number, len(chamber.members))):
            printed, label = chamber.named(member, kind)
            told.append(printed)
            labels.append(label)
    open_ = [form for form in forms if len(told) == 1 or not any(word in form for word in _PERSONAL)]
    form = rng.choice([form for form in open_ if not (chamber.council and "{raad}" in form)])
    return fill(form, who=listed(told), raad=chamber.voice.council.lower()).capitalised()
