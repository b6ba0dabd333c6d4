"""Wordings of decisions that no vote was taken on. ``<…>`` marks the words that tell the outcome.

Slots: ``{U}`` the body with a capital and ``{u}`` in running text, ``{U2}`` another body, ``{Noun}``/``{noun}`` what is
decided on, ``{admin}`` the administration in running text, ``{Admin}`` with a capital, ``{month}``, ``{date}``,
``{raad}`` the council in running text.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["g", "d", "o"]

#: Words of approval with no object of their own: they inherit what the indstilling asks for.
APPROVAL = {
    "old": (
        "<Tiltrådt>.",
        "<Vedtaget>.",
        "<Tiltrådtes>.",
        "Indstillingen <tiltrådtes>.",
        "Indstillingen <godkendtes>.",
        "Indstillingen <tiltrådt>.",
    ),
    "plain": (
        "<Godkendt>.",
        "<Tiltrådt>.",
        "Indstillingen blev <godkendt>.",
        "Indstillingen <godkendt>.",
        "Indstillingen blev <tiltrådt>.",
        "<Godkendt> som indstillet.",
        "Indstillingen er <tiltrådt>.",
        "{Admin}s indstilling <godkendt>.",
        "{Admin}s indstilling blev <tiltrådt>.",
    ),
    "new": (
        "{U} <godkendte> indstillingen.",
        "{U} <tiltrådte> indstillingen.",
        "{U} <godkender> indstillingen.",
        "{U} har <godkendt> indstillingen.",
        "Indstillingen er <godkendt>.",
    ),
}

#: Approval of a thing that asks for a binding decision.
APPROVED = {
    "old": (
        "{Noun} <godkendtes>.",
        "{Noun} <vedtoges>.",
        "{U} <besluttede> at godkende {noun}.",
        "<Vedtaget> i overensstemmelse med indstillingen.",
    ),
    "plain": (
        "{Noun} blev <godkendt>.",
        "{Noun} er <godkendt>.",
        "<Vedtaget>.",
        "{U} <besluttede> at godkende {noun}.",
        "{Noun} blev <vedtaget>.",
        "<Godkendt> uden afstemning.",
        "Som indstillet. {Noun} blev <godkendt>.",
    ),
    "new": (
        "{U} <godkendte> {noun}.",
        "{U} <vedtog> {noun}.",
        "{U} <besluttede> at følge indstillingen.",
        "{U} <besluttede>, at indstillingen godkendes.",
    ),
}

RECOMMENDED = {
    "old": (
        "<Anbefales>.",
        "<Indstilles godkendt>.",
        "{U} <indstiller> til {raad}, at {noun} godkendes.",
        "<Anbefaledes> over for {raad}.",
    ),
    "plain": (
        "<Anbefales>.",
        "<Anbefalet>.",
        "Indstillingen <anbefales>.",
        "<Indstilles godkendt>.",
        "<Anbefales> over for {raad}.",
        "{U} <anbefaler> indstillingen.",
        "Indstillingen blev <anbefalet>.",
        "Fremsendes til {raad} med <anbefaling>.",
        "<Anbefales godkendt>.",
    ),
    "new": (
        "{U} <anbefaler> {raad} at godkende {noun}.",
        "{U} <anbefaler> indstillingen over for {raad}.",
        "{U} <anbefaler> {raad}, at {noun} godkendes.",
        "{U} <indstiller> til {raad}, at {noun} godkendes.",
    ),
}

NOTED = (
    "<Taget til efterretning>.",
    "<Taget til efterretning>.",
    "<Taget til orientering>.",
    "<Til efterretning>.",
    "Orienteringen blev <taget til efterretning>.",
    "{U} <tog orienteringen til efterretning>.",
    "Orientering <taget til efterretning>.",
    "{U} <tager orienteringen til efterretning>.",
    "Sagen <taget til orientering>.",
    "Orienteringen <toges til efterretning>.",
    "<Til orientering>.",
    "Indstillingen <taget til efterretning>.",
)

DISCUSSED = (
    "<Drøftet>.",
    "<Drøftet>.",
    "Sagen blev <drøftet>.",
    "{U} <drøftede> sagen.",
    "{U} <drøftede> oplægget.",
    "Oplægget blev <drøftet>.",
    "Sagen <drøftet>.",
    "{U} har <drøftet> sagen.",
    "<Drøftet og taget til efterretning>.",
    "<Drøftedes>.",
    "Temaet blev <drøftet>, og {admin} arbejder videre med bemærkningerne.",
    "{U} <drøftede> sagen og ønsker, at {admin} vender tilbage med et uddybende notat.",
    "{U} <ønsker>, at {admin} vender tilbage med flere oplysninger om økonomien.",
    "Det blev <aftalt>, at {admin} vender tilbage med et nyt oplæg i {month}.",
    "<Drøftet>. Sagen tages op igen i {month}.",
)

POSTPONED = (
    "<Udsat>.",
    "Sagen blev <udsat>.",
    "Sagens behandling <udsættes> til næste møde.",
    "<Udsat> til mødet i {month}.",
    "<Udsættes>.",
    "Punktet <udgår og genoptages> på mødet den {date}.",
    "<Udsat> med henblik på yderligere belysning.",
    "{U} <besluttede at udsætte> sagen til {month}.",
    "Sagen <udsættes>, til høringssvarene foreligger.",
    "Punktet blev <udsat> på grund af tidsnød.",
    "Behandlingen <udsattes> til næste møde.",
    "{U} <udsatte> sagen, så {admin} kan indhente flere oplysninger.",
)

REFERRED = (
    "<Oversendes> til {U2}.",
    "<Henvist> til behandling i {U2}.",
    "Sagen <sendes tilbage> til {admin} til fornyet behandling.",
    "<Sendt> til {U2} til behandling.",
    "<Fremsendes til {U2} til behandling>.",
    "Sagen blev <sendt tilbage> til {U2}.",
    "<Oversendt> til de kommende budgetforhandlinger.",
    "{U} <besluttede at sende> sagen tilbage til {U2}.",
    "Sagen <oversendes> til budgetbehandlingen.",
    "<Henvises> til {U2}.",
)

WITHDRAWN = (
    "Sagen <udgår>.",
    "Punktet <udgår>.",
    "Sagen blev <taget af dagsordenen>.",
    "Forslaget blev <trukket>.",
    "<Trukket tilbage> af forslagsstilleren.",
    "Punktet er <bortfaldet>.",
    "<Udgik>.",
    "Sagen <trækkes>.",
    "Punktet blev <taget af dagsordenen> på {admin}s foranledning.",
)

REJECTED = (
    "Indstillingen blev <ikke godkendt>.",
    "<Ikke godkendt>.",
    "<Forkastet>.",
    "Indstillingen blev <ikke tiltrådt>.",
    "<Ikke imødekommet>.",
    "{Noun} blev <afvist>.",
    "Ansøgningen <imødekommes ikke>.",
    "{U} <kan ikke godkende> {noun}.",
    "{U} <besluttede ikke at godkende> {noun}.",
    "Indstillingen <forkastedes>.",
    "{U} <afviste> indstillingen.",
)

NOT_RECOMMENDED = (
    "{U} <kan ikke anbefale> indstillingen.",
    "<Anbefales ikke>.",
    "{U} <kan ikke anbefale> {noun}.",
    "Indstillingen blev <ikke anbefalet>.",
)

#: A point of a numbered decision, by the outcome that it tells.
POINT = {
    "godkendt": ("<Godkendt>.", "<Godkendt>.", "<Tiltrådt>.", "<Vedtaget>."),
    "anbefalet": ("<Anbefales>.", "<Anbefalet>.", "<Anbefales> over for {raad}."),
    "taget til efterretning": ("<Taget til efterretning>.", "<Taget til orientering>.", "<Til efterretning>."),
    "drøftet": ("<Drøftet>.",),
    "udsat": ("<Udsat>.", "<Udsættes>."),
    "forkastet": ("<Ikke godkendt>.", "<Forkastet>."),
}

#: What may follow an approval without changing it.
ADDED = (
    " {U} ønsker en status om et år.",
    " {U} bemærkede, at tidsplanen er stram.",
    " Der følges op på sagen i {month}.",
    " {U} kvitterede for et godt oplæg.",
    " {Admin} orienterer om det videre forløb.",
    " Materialet justeres med de faldne bemærkninger.",
)

CHANGED = (
    "{Done} med den ændring, at {change}.",
    "{Done} med den tilføjelse, at {change}.",
    "{Done}, idet {change}.",
    "{Done} med den bemærkning, at {change}.",
    "{Done} med følgende ændring: At {change}.",
)
