"""How a motion is put forward in the middle of a case: by whom, in which words, and what it is called afterwards."""

from __future__ import annotations

import random

from .chamber import Chamber, Voted
from .people import Member
from .rich import Rich, fill, listed

#: (opening, what the motion is called); {c} is the change, {who} the mover, {k} its number.
AMENDMENTS: tuple[tuple[str, str], ...] = (
    ("{who} stillede følgende ændringsforslag: \"At {c}.\"", "Ændringsforslaget"),
    ("{who} foreslog, at {c}.", "Forslaget"),
    ("{who} foreslog i stedet, at {c}.", "Forslaget"),
    ("Ændringsforslag fra {who}: At {c}.", "Ændringsforslaget"),
    ("{who} stillede som ændringsforslag, at {c}.", "Ændringsforslaget"),
    ("{who} stillede ændringsforslag om, at {c}.", "Ændringsforslaget"),
    ("{who} fremsatte forslag om, at {c}.", "Forslaget"),
    ("{who} rejste forslag om, at {c}.", "Forslaget"),
    ("{who} bragte i forslag, at {c}.", "Forslaget"),
    ("{who} ville have, at {c}.", "Forslaget"),
    ("{who} bad om, at {c}.", "Forslaget"),
    ("{who} ønskede, at {c}, og bad om en afstemning.", "Forslaget"),
    ("{who} lagde op til, at {c}.", "Forslaget"),
    ("{who} foreslår, at {c}.", "Forslaget"),
    ("{who} fremlagde et alternativ, hvorefter {c}.", "Forslaget"),
    ("{who} havde stillet ændringsforslag om, at {c}.", "Ændringsforslaget"),
    ("{who} fremsatte ændringsforslag: {C}.", "Ændringsforslaget"),
    ("{who} stillede det ændringsforslag, at {c}.", "Ændringsforslaget"),
    ("{who} motiverede et ændringsforslag om, at {c}.", "Ændringsforslaget"),
    ("Fra {who} forelå ændringsforslag om, at {c}.", "Ændringsforslaget"),
    ("Der forelå et ændringsforslag fra {who} om, at {c}.", "Ændringsforslaget"),
    ("Et forslag fra {who} om, at {c}, kom til afstemning.", "Forslaget"),
    ("Først blev der stemt om et ændringsforslag fra {who} om, at {c}.", "Ændringsforslaget"),
    ("Ændringsforslag {k}, stillet af {who}, om at {c}.", "Ændringsforslaget"),
    ("Ændringsforslag {k} ({who}): {C}.", "Ændringsforslaget"),
    ("Ændringsforslag {k} fra {who}: At {c}.", "Ændringsforslag {k}"),
    ("Forslag {k} ({who}): At {c}.", "Forslag {k}"),
    ("På forslag fra {who} blev der stemt om, at {c}.", "Forslaget"),
    ("På vegne af gruppen foreslog {who}, at {c}.", "Forslaget"),
    ("Under behandlingen foreslog {who}, at {c}.", "Forslaget"),
    ("Som alternativ foreslog {who}, at {c}.", "Forslaget"),
    ("Subsidiært stillede {who} forslag om, at {c}.", "Forslaget"),
    ("Forslagsstiller: {who}. Forslag: At {c}.", "Forslaget"),
    ("{who} ønskede indstillingen ændret, så {c}.", "Ændringen"),
    ("{who} ville ændre indstillingen, så {c}.", "Ændringen"),
    ("{who} foreslog den tilføjelse, at {c}.", "Tilføjelsen"),
    ("{who} stillede tillægsforslag om, at {c}.", "Tillægsforslaget"),
)  # fmt: skip
#: Steps: (opening, its name, whether the case is put off by it).
STEPS: tuple[tuple[str, str, bool], ...] = (
    ("{who} foreslog, at sagen udsættes.", "Forslaget", True),
    ("{who} foreslog, at sagen udsættes til {month}.", "Forslaget", True),
    ("{who} foreslog, at behandlingen af sagen udsættes.", "Forslaget", True),
    ("{who} foreslog sagen udsat.", "Forslaget", True),
    ("{who} foreslog udsættelse.", "Forslaget", True),
    ("{who} ville have sagen udsat.", "Forslaget", True),
    ("{who} ville have sagen udskudt til {month}.", "Forslaget", True),
    ("{who} ønskede sagen udsat, til økonomien er belyst.", "Forslaget", True),
    ("{who} ønskede punktet udsat til næste møde.", "Forslaget", True),
    ("{who} begærede sagen udsat.", "Begæringen", True),
    ("{who} bad om, at sagen bliver udsat.", "Forslaget", True),
    ("{who} foreslog at vente til mødet i {month}.", "Forslaget", True),
    ("{who} foreslog at udsætte punktet.", "Forslaget", True),
    ("{who} foreslog at udskyde sagen, til høringssvarene er behandlet.", "Forslaget", True),
    ("{who} anmodede om, at sagen udsættes til {month}.", "Forslaget", True),
    ("{who} stillede forslag om udsættelse af sagen.", "Forslaget", True),
    ("{who} stillede forslag om, at sagen udsættes.", "Forslaget om udsættelse", True),
    ("Et forslag fra {who} om at udsætte sagen blev sat til afstemning.", "Forslaget", True),
    ("På forslag fra {who} blev der først stemt om at udsætte sagen.", "Forslaget", True),
    ("{who} foreslog, at sagen sendes tilbage til {admin}.", "Forslaget", False),
    ("{who} foreslog, at sagen genoptages i {month}.", "Forslaget", False),
    ("{who} bad om, at sagen går tilbage til {admin}, så et billigere projekt kan belyses.", "Forslaget", False),
    ("{who} ville sende sagen tilbage til {admin}.", "Forslaget", False),
    ("{who} foreslog, at punktet tages af dagsordenen.", "Forslaget", False),
    ("{who} ønskede sagen taget af dagsordenen.", "Forslaget", False),
    ("{who} foreslog, at debatten afsluttes.", "Forslaget", False),
    ("{who} foreslog, at punktet behandles for åbne døre.", "Forslaget", False),
    ("{who} begærede sagen sendt tilbage til {admin}.", "Begæringen", False),
    ("{who} foreslog, at indstillingen sendes tilbage til fornyet behandling.", "Forslaget", False),
    ("{who} foreslog at sende sagen tilbage til {admin}.", "Forslaget om tilbagesendelse", False),
)  # fmt: skip


def movers(chamber: Chamber, ballot_of: Voted, free: bool) -> tuple[Rich, Member, str | None]:
    """Who puts a motion forward: a party, a member, now and then two members.

    Args:
        chamber: Where.
        ballot_of: What the marks on the movers belong to.
        free: Whether two may.

    Returns:
        The words, the first of the members, and the proposer as labelled.
    """
    rng = chamber.rng
    mover = rng.choice(chamber.members)
    if rng.random() < 0.45 and mover.party is not None:
        printed, label = chamber.party(mover.party)
        return printed.marked("proposer", Voted(ballot_of.ballot, label)), mover, label.party
    who, label = chamber.named(mover, "proposer", ballot_of.ballot)
    others = [each for each in chamber.members if each is not mover]
    if free and others and rng.random() < 0.1:
        second, other = chamber.named(rng.choice(others), "proposer", ballot_of.ballot)
        return listed([who, second]), mover, f"{label.name} og {other.name}"
    return who, mover, label.name


def put_forward(rng: random.Random, who: Rich, change: str, number: int) -> tuple[Rich, str]:
    """The words that put an amendment forward, and its name."""
    opening, noun = rng.choice(AMENDMENTS)
    stop = change.removesuffix(".") if not change.endswith(("kr.", "mio.", "pct.", "ca.", "m.v.")) else change
    text = fill(opening, who=who, c=stop, C=stop[:1].upper() + stop[1:], k=str(number))
    return text, noun.replace("{k}", str(number))


def step(rng: random.Random, who: Rich, month: str, admin: str, puts_off: bool | None = None) -> tuple[Rich, str, str]:
    """The words that propose a step: what is told, its name, and its subject."""
    opening, noun, _ = rng.choice([each for each in STEPS if puts_off is None or each[2] is puts_off])
    text = fill(opening, who=who, month=month, admin=admin)
    subject = opening.partition("{who}")[2].strip(" .").format(month=month, admin=admin)
    return text, noun, subject
