"""Items that every meeting has: its agenda, news, question time, signatures, closed items."""

from __future__ import annotations

import random

from referat_nlp.evaluate.gold import GoldItem
from referat_nlp.schema import ItemType, Outcome

from .chamber import Chamber, new_ballot
from .layout import Draft
from .rich import Rich, fill
from .slots import Slots
from .votes import Motion, unanimous

_AGENDA = (
    "<Godkendt>.",
    "Dagsordenen blev <godkendt>.",
    "Dagsorden <godkendt>.",
    "<Godkendt>, idet punkt {n} udgår.",
    "Dagsordenen <godkendtes>.",
    "<Godkendt> med den ændring, at punkt {n} behandles først.",
    "{U} <godkendte> dagsordenen.",
    "Punkt {n} blev udsat. Dagsordenen blev herefter <godkendt>.",
)
_NEWS: tuple[tuple[str, Outcome | None], ...] = (
    ("<Taget til efterretning>.", "taget til efterretning"),
    ("Orienteringen blev <taget til efterretning>.", "taget til efterretning"),
    ("<Til orientering>.", "taget til efterretning"),
    ("Der blev <givet en orientering>.", "noteret"),
    ("Intet.", None),
    ("Ingen bemærkninger.", None),
    ("Formanden orienterede om aktuelle sager.", None),
)
_NEWS_TITLES = (
    "Meddelelser",
    "Gensidig orientering",
    "Orientering fra formanden",
    "Orientering fra formand og forvaltning",
    "Meddelelser fra borgmesteren",
    "Eventuelle meddelelser",
)
_NEWS_TEXT = (
    "- Borgermøde i {by} den {dato}\n- Besøg fra {nabokommune} i {maaned}\n- Status på renoveringen af {skole}",
    "Formanden og direktøren orienterer om aktuelle sager på udvalgets område.",
    "Medlemmerne orienterer hinanden om møder og arrangementer siden sidst.",
    "1. Ny leder af {boernehus} tiltræder i {maaned}.\n2. Ministeriet har svaret på henvendelsen af {dato_foer}.",
)
_QUESTION = (
    ("Spørgetiden blev <afholdt>.", "noteret"),
    ("<Der blev svaret på> et spørgsmål fra en borger.", "noteret"),
    ("<Ingen spørgetid>.", "noteret"),
)
_SIGNED: tuple[tuple[str, ItemType, Outcome | None], ...] = (
    ("Referatet blev <godkendt> og underskrevet.", "godkendelse", "godkendt"),
    ("<Godkendt>.", "godkendelse", "godkendt"),
    ("", "andet", None),
    ("<Foretoges>.", "andet", "noteret"),
    ("<Underskrevet>.", "andet", "noteret"),
)
_CLOSED_TITLES = (
    "Salg af ejendom",
    "Køb af areal",
    "Personsag",
    "Udbud af rengøring",
    "Klagesag",
    "Ejendomssag",
    "Forhandling om lejemål",
)


def _decided(draft: Draft, text: Rich, agenda: bool) -> None:
    """Give an item its decision; an agenda has none yet."""
    if agenda or not text:
        draft.item.outcome = None
        return
    draft.sections["beslutning"] = text


def agenda_item(chamber: Chamber, rng: random.Random, agenda: bool, others: tuple[int, int]) -> Draft:
    """'Godkendelse af dagsorden'."""
    title = rng.choice(
        (
            "Godkendelse af dagsorden",
            "Godkendelse af dagsordenen",
            "Dagsordenens godkendelse",
            "Godkendelse af dagsorden",
        )
    )
    item = GoldItem(title=title, type="godkendelse", types=["godkendelse"], outcome="godkendt", ballots=[])
    draft = Draft(item)
    if rng.random() < 0.3:
        draft.sections["indstilling"] = Rich(f"{chamber.voice.admin} indstiller, at dagsordenen godkendes.")
    if rng.random() < 0.08:
        motion = Motion("Dagsordenen", "godkendt", new_ballot())
        text = unanimous(chamber, motion).marked("ballot", motion.ballot)
        if not agenda:
            item.ballots.append(motion.ballot)
    else:
        text = fill(rng.choice(_AGENDA), n=str(rng.randint(*others)), U=chamber.body)
    _decided(draft, text, agenda)
    return draft


def news(chamber: Chamber, rng: random.Random, agenda: bool, slots: Slots) -> Draft:
    """'Meddelelser', 'Gensidig orientering', with text or without."""
    words, outcome = rng.choice(_NEWS)
    item = GoldItem(title=rng.choice(_NEWS_TITLES), type="orientering", types=["orientering"], outcome=outcome)
    draft = Draft(item)
    if rng.random() < 0.6:
        draft.sections["sagsfremstilling"] = Rich(rng.choice(_NEWS_TEXT).format_map(slots))
    if rng.random() < 0.3:
        draft.sections["indstilling"] = Rich(
            f"{chamber.voice.admin} indstiller, at orienteringen tages til efterretning."
        )
    _decided(draft, fill(words), agenda)
    return draft


def question_time(chamber: Chamber, rng: random.Random, agenda: bool) -> Draft:
    """'Spørgetid': nothing is decided."""
    words, outcome = rng.choice(_QUESTION)
    title = rng.choice(("Spørgetid", "Spørgetid for borgere", "Borgernes spørgetid", "Spørgetid fra tilhørerne"))
    draft = Draft(GoldItem(title=title, type="andet", types=["andet"], outcome=outcome))  # type: ignore[arg-type]
    _decided(draft, fill(words), agenda)
    return draft


def signatures(chamber: Chamber, rng: random.Random, agenda: bool) -> Draft:
    """'Underskriftsside': nothing, unless the minutes are approved there."""
    words, kind, outcome = rng.choice(_SIGNED)
    if agenda:
        kind, outcome = "andet", None
    title = rng.choice(("Underskriftsside", "Underskrifter", "Underskriftsark", "Underskrift af beslutningsprotokol"))
    draft = Draft(GoldItem(title=title, type=kind, types=[kind], outcome=outcome))
    _decided(draft, fill(words) if words else Rich(), agenda)
    return draft


def other_business(chamber: Chamber, rng: random.Random, agenda: bool) -> Draft:
    """'Eventuelt'."""
    draft = Draft(GoldItem(title="Eventuelt", type="andet", types=["andet"], outcome=None))
    _decided(draft, Rich(rng.choice(("Intet.", "Ingen bemærkninger."))), agenda)
    return draft


def closed(chamber: Chamber, rng: random.Random, agenda: bool) -> Draft:
    """A closed item: without text, or with its decision alone."""
    about = rng.choice(_CLOSED_TITLES)
    title = rng.choice(
        (
            "Lukket punkt",
            "Lukket punkt",
            f"{about} (lukket punkt)",
            f"{about} (Lukket)",
            f"Lukket punkt: {about}",
            f"{about} - Lukket punkt",
        )
    )
    item = GoldItem(title=title, closed=True, type="andet", types=["andet"], outcome=None)
    draft = Draft(item)
    if not agenda and rng.random() < 0.4:
        item.type, item.types, item.outcome = "godkendelse", ["godkendelse"], "godkendt"
        text = fill(rng.choice(("<Godkendt>.", "Indstillingen blev <godkendt>.", "<Tiltrådt>.")))
        if rng.random() < 0.2:
            item.type, item.types, item.outcome = "orientering", ["orientering"], "taget til efterretning"
            text = fill("<Taget til efterretning>.")
        draft.sections["beslutning"] = text
    return draft
