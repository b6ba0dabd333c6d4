"""What is said beside a decision: reservations, dissent, remarks in the minutes, a case taken to the council."""

from __future__ import annotations

from referat_nlp.evaluate.gold.schema import GoldStatement

from .chamber import Chamber
from .narration import narrated
from .positions import dissent, reserve
from .rich import concat, listed
from .verdict import Verdict

REMARKS = (
    "Vi er bekymrede for, om tidsplanen holder, og vil følge sagen tæt.",
    "Gruppen finder, at beslutningsgrundlaget er for spinkelt.",
    "Vi støtter forslaget, men ønsker, at de berørte naboer inddrages tidligere i kommende sager.",
    "Det er vigtigt for os, at udgiften holdes inden for den afsatte ramme.",
    "Vi ser sagen som et skridt i den rigtige retning, men ambitionerne burde være større.",
    "Vi stemte for budgettet, men ikke for denne udmøntning.",
    "Vi sagde nej i udvalget og gør det igen, fordi 4 stemmer mod 3 er et spinkelt grundlag.",
    "Gruppen kan ikke gå ind for en løsning, som flertallet af naboerne er imod.",
    "Vi undlod at stemme i første omgang, men bakker nu op om forslaget.",
    "Et flertal i høringen var for, og det lytter vi til.",
    "Vi havde hellere set pengene brugt på dagtilbud.",
    "Sagen burde have været udsat, til økonomien er belyst.",
)


def add_asides(chamber: Chamber, verdict: Verdict, with_vote: bool = False) -> None:
    """Reservations, dissent, remarks in the minutes, a case taken to the council."""
    rng = chamber.rng
    if rng.random() < chamber.voice.free:
        _in_own_words(chamber, verdict, with_vote)
    else:
        _in_common_words(chamber, verdict, with_vote)
    if rng.random() < 0.06:
        _remark(chamber, verdict)
    if not chamber.council and rng.random() < 0.03:
        printed, _ = chamber.named(rng.choice(chamber.members), "speaker")
        council = chamber.voice.council.lower()
        verdict.escalated = True
        verdict.parts.append(
            printed + rng.choice((f" begærede sagen i {council}.", f" begærede sagen indbragt for {council}."))
        )


def _in_common_words(chamber: Chamber, verdict: Verdict, with_vote: bool) -> None:
    rng = chamber.rng
    if rng.random() < (0.02 if with_vote else 0.07):
        who = rng.sample(chamber.members, 2 if rng.random() < 0.2 else 1)
        told = []
        for member in who:
            printed, label = chamber.named(member, "reservation")
            verdict.reservations.append(label)
            told.append(printed)
        said = (" tog forbehold.", " tager forbehold.", " afventer stillingtagen.", " tog forbehold for sagen.")
        verdict.parts.append(listed(told) + rng.choice(said))
    elif not with_vote and rng.random() < 0.03 and len(chamber.parties()) > 2:
        _groups_reserve(chamber, verdict)
    elif not with_vote and rng.random() < 0.03 and chamber.parties():
        printed, label = chamber.party(rng.choice(chamber.parties()))
        verdict.reservations.append(label)
        verdict.parts.append(
            printed.marked("reservation", label)
            + rng.choice((" tog forbehold.", " tager forbehold indtil byrådets behandling."))
        )
    if not with_vote and not verdict.ballots and rng.random() < 0.05 and chamber.parties():
        by_party = rng.random() < 0.5
        if by_party:
            printed, label = chamber.party(rng.choice(chamber.parties()[1:] or chamber.parties()))
            printed = printed.marked("dissent", label)
        else:
            printed, label = chamber.named(rng.choice(chamber.members), "dissent")
        verdict.dissent.append(label)
        verdict.parts.append(
            printed
            + rng.choice(
                (
                    " kunne ikke tiltræde indstillingen.",
                    " kunne ikke tiltræde beslutningen.",
                    " kunne ikke tiltræde.",
                    " fremsatte en afvigende mening.",
                    " fastholder sin særindstilling.",
                )
            )
        )


def _in_own_words(chamber: Chamber, verdict: Verdict, with_vote: bool) -> None:
    """The same in the clerk's words, with what others think and say besides."""
    rng = chamber.rng
    drawn = rng.random()
    if drawn < (0.04 if with_vote else 0.13):
        verdict.parts.append(reserve(chamber, verdict))
    elif not with_vote and not verdict.ballots and drawn < 0.24:
        verdict.parts.append(dissent(chamber, verdict))
    if rng.random() < 0.16:
        told = narrated(chamber)
        verdict.parts.insert(0 if rng.random() < 0.3 and not verdict.points else len(verdict.parts), told)


def _groups_reserve(chamber: Chamber, verdict: Verdict) -> None:
    """'3 medlemmer (V+O) tager forbehold.'"""
    parties = chamber.rng.sample(chamber.parties(), chamber.rng.choice((1, 2)))
    number = sum(len(chamber.of(party)) for party in parties)
    told = []
    for party in parties:
        printed, label = chamber.party(party)
        verdict.reservations.append(label)
        told.append(printed.marked("reservation", label))
    groups = concat(told, "+") if chamber.voice.party == "letter" else listed(told)
    heads = "1 medlem (" if number == 1 else f"{number} medlemmer ("
    verdict.parts.append(heads + groups + ") tager forbehold.")


def _remark(chamber: Chamber, verdict: Verdict) -> None:
    rng = chamber.rng
    statement = GoldStatement()
    if rng.random() < 0.6 and chamber.parties():
        party = rng.choice(chamber.parties())
        printed, label = chamber.party(party)
        statement.by = label.party
    else:
        printed, label = chamber.named(rng.choice(chamber.members), "speaker")
        statement.by = label.name
    words = rng.choice(REMARKS)
    text = (
        printed
        + rng.choice((' ønskede følgende tilført protokollen: "', ' ønskede følgende bemærkning ført til referat: "'))
        + words
        + '"'
    )
    verdict.statements.append((statement, text))
    verdict.parts.append(text.marked("statement", statement))
