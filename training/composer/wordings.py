"""How a vote is told: one function a family of wordings, each printing what it labels.

A wording gets a vote (who is on which side), the motion's name in the nominative, and the words for carried and not
carried. What it does not print stays null on the ballot.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from referat_nlp.evaluate.gold import GoldBallot

from .chamber import Chamber, Side, result, set_count, voters
from .people import Member
from .rich import Rich, concat

SIDES: tuple[Side, ...] = ("for", "against", "abstain")


@dataclass
class Vote:
    """Who voted how.

    Attributes:
        chamber: Where.
        yes: Those for.
        no: Those against.
        blank: Those who abstained.
        slip: Added to the printed count against: the clerk's mistake.
    """

    chamber: Chamber
    yes: list[Member]
    no: list[Member]
    blank: list[Member]
    slip: int = 0

    @property
    def rng(self) -> random.Random:
        """The chance of the chamber."""
        return self.chamber.rng

    @property
    def carried(self) -> bool:
        """Whether there are more for than against."""
        return len(self.yes) > len(self.no)

    def of(self, side: Side) -> list[Member]:
        """The members on a side."""
        return {"for": self.yes, "against": self.no, "abstain": self.blank}[side]

    def number(self, side: Side) -> int:
        """How many are printed for a side."""
        return len(self.of(side)) + (self.slip if side == "against" else 0)


@dataclass
class Motion:
    """What is voted on.

    Attributes:
        noun: Its name with a capital: 'Indstillingen', 'Ændringsforslaget'.
        done: Participle of being carried: 'godkendt', 'anbefalet'.
        ballot: The ballot to fill.
        recommends: Whether recommending words fit.
        after: Whether another vote is told before it.
    """

    noun: str
    done: str
    ballot: GoldBallot
    recommends: bool = False
    after: bool = False


Wording = Callable[[Vote, Motion], Rich]


def _abstained(vote: Vote, motion: Motion, named: bool) -> Rich:
    """' 2 undlod at stemme.' in one of its forms, or nothing where nobody did."""
    chamber, ballot, rng = vote.chamber, motion.ballot, vote.rng
    if not vote.blank:
        if rng.random() > 0.12:
            return Rich()
        none = chamber.count(ballot, "abstain", 0)
        return rng.choice(
            (" " + none.capitalised() + " undlod at stemme.", " Undlod at stemme: " + none.capitalised() + ".")
        )
    if named:
        return (
            " "
            + chamber.voter_list(ballot, "abstain", vote.blank, rng.random() < 0.5).capitalised()
            + rng.choice((" undlod at stemme.", " undlod at stemme.", " stemte hverken for eller imod.", " undlod."))
        )
    heads = chamber.heads(ballot, "abstain", len(vote.blank))
    return rng.choice((
        " " + heads.capitalised() + " undlod at stemme.",
        " " + heads.capitalised() + " stemte blankt.",
        " " + chamber.count(ballot, "abstain", len(vote.blank)).capitalised() + " undlod.",
    ))  # fmt: skip


def _said(vote: Vote, motion: Motion) -> Rich:
    """'Indstillingen blev godkendt' in the house's register, without a full stop."""
    ballot, rng = motion.ballot, vote.rng
    if vote.carried:
        old = {"godkendt": "godkendtes", "vedtaget": "vedtoges", "tiltrådt": "tiltrådtes", "anbefalet": "anbefaledes"}
        if vote.chamber.voice.register == "old" and motion.done in old:
            return motion.noun + " " + result(ballot, "vedtaget", old[motion.done])
        verb = rng.choice((" blev ", " blev ", " er ", " ", " blev herefter " if motion.after else " blev "))
        return motion.noun + verb + result(ballot, "vedtaget", motion.done)
    if vote.chamber.voice.register == "old":
        return motion.noun + " " + result(ballot, "forkastet", "forkastedes")
    return motion.noun + " blev " + result(ballot, "forkastet", rng.choice(("forkastet", "forkastet", "ikke vedtaget")))


def pair(vote: Vote, motion: Motion) -> Rich:
    """'… godkendt med 34 stemmer imod 15', '… forkastet med 39 stemmer imod 5': the verb turns the order."""
    chamber, ballot = vote.chamber, motion.ballot
    said = _said(vote, motion)
    first: Side = "for" if vote.carried or "ikke" in said.text else "against"
    second: Side = "against" if first == "for" else "for"
    numbers = chamber.votes(ballot, first, vote.number(first)) + f" {chamber.voice.versus} "
    numbers += chamber.count(ballot, second, vote.number(second))
    return said + " med " + numbers + "." + _abstained(vote, motion, vote.rng.random() < 0.4)


def for_and_against(vote: Vote, motion: Motion) -> Rich:
    """'… med 5 stemmer for og 2 stemmer imod', '… imod og … for'."""
    chamber, ballot, rng = vote.chamber, motion.ballot, vote.rng
    yes = chamber.votes(ballot, "for", vote.number("for")) + " for"
    no = chamber.votes(ballot, "against", vote.number("against")) + " imod"
    order = (no, yes) if not vote.carried and rng.random() < 0.4 else (yes, no)
    joint = rng.choice((" og ", " og ", ", "))
    return (
        _said(vote, motion) + " med " + order[0] + joint + order[1] + "." + _abstained(vote, motion, rng.random() < 0.5)
    )


def lists(vote: Vote, motion: Motion) -> Rich:
    """'For stemte: A, V og F (8). Imod stemte: Ø (1).', the result before or behind, or in the lists alone."""
    chamber, ballot, rng = vote.chamber, motion.ballot, vote.rng
    by_name = len(chamber.members) < 12 and rng.random() < 0.35
    tail = rng.choice(("none", "brackets", "brackets", "med", "lead"))
    colon = rng.choice((": ", " ", ": "))
    verb = rng.choice(("stemte", "stemte", "stemmer", ""))
    head = {"for": "For", "against": "Imod", "abstain": "Undlod at stemme"}
    parts = []
    for side in SIDES:
        if not vote.of(side):
            continue
        lead = head[side] + (f" {verb}" if verb and side != "abstain" else "") + (colon if verb else ": ")
        names = chamber.voter_list(ballot, side, vote.of(side), by_name)
        if tail == "lead":
            parts.append(lead + chamber.count(ballot, side, vote.number(side), False) + " (" + names + ")")
        elif tail == "brackets":
            parts.append(lead + names + " (" + chamber.count(ballot, side, vote.number(side), False) + ")")
        elif tail == "med":
            parts.append(lead + names + " med " + chamber.votes(ballot, side, vote.number(side)))
        else:
            parts.append(lead + names)
    told = concat([part + "." for part in parts], rng.choice((" ", " ", "\n")))
    between = "\n" if "\n" in told.text else " "
    told_by_list = tail != "none" or by_name
    if rng.random() < 0.75 or motion.recommends or (not told_by_list and motion.ballot.motion != "amendment"):
        said = _said(vote, motion) + "."
        # Behind another vote a list of voters would be read as that one's.
        return told + between + said if not motion.after and rng.random() < 0.4 else said + between + told
    if told_by_list:
        # Letters of parties alone do not tell who won.
        ballot.result = "vedtaget" if vote.carried else "forkastet"
    return motion.noun + " blev sat til afstemning." + between + told


def said_of_noun(vote: Vote, motion: Motion) -> Rich:
    """'For indstillingen stemte 12 (A, V). Imod stemte 5 (Ø).'."""
    chamber, ballot, rng = vote.chamber, motion.ballot, vote.rng
    noun = motion.noun[:1].lower() + motion.noun[1:]
    counted = rng.random() < 0.7

    def side_of(side: Side) -> Rich:
        names = chamber.voter_list(ballot, side, vote.of(side), False)
        if not counted:
            return names
        return chamber.heads(ballot, side, vote.number(side)) + " (" + names + ")"

    text = f"For {noun} stemte " + side_of("for") + ". Imod stemte " + side_of("against") + "."
    if vote.blank:
        text += " " + side_of("abstain").capitalised() + " undlod at stemme."
    return text + " " + _said(vote, motion) + "."


def majority(vote: Vote, motion: Motion) -> Rich:
    """'Et flertal bestående af A, C og V (5) anbefaler … Et mindretal bestående af Ø (1) kan ikke anbefale …'."""
    chamber, ballot, rng = vote.chamber, motion.ballot, vote.rng
    counted = rng.random() < 0.6
    noun = motion.noun[:1].lower() + motion.noun[1:]

    def group(side: Side) -> Rich:
        names = chamber.voter_list(ballot, side, vote.of(side), False)
        return names + " (" + chamber.count(ballot, side, vote.number(side), False) + ")" if counted else names

    verb = "anbefaler" if motion.recommends else rng.choice(("godkendte", "tiltræder", "vedtog"))
    made = rng.choice(("bestående af", "bestående af", "(", ", "))
    close = ")" if made == "(" else "," if made == ", " else ""
    if made == "(":
        counted = False
    lead = "Et flertal" + (" " if made != ", " else "") + made + (" " if made == "bestående af" else "")
    text = lead + group("for") + close + " " + result(ballot, "vedtaget", verb) + f" {noun}."
    refuse = {
        "anbefaler": "kan ikke anbefale",
        "godkendte": "stemte imod",
        "vedtog": "stemte imod",
        "tiltræder": "stemmer imod",
    }[verb]
    tail = f" {noun}." if refuse == "kan ikke anbefale" else "."
    lead = lead.replace("flertal", "mindretal")
    text += " " + (lead + group("against") + close + f" {refuse}{tail}")
    if vote.blank:
        text += " " + chamber.voter_list(ballot, "abstain", vote.blank, False).capitalised() + " undlod at stemme."
    return text


def members_in_brackets(vote: Vote, motion: Motion) -> Rich:
    """'5 medlemmer (V+A) anbefaler indstillingen. 1 medlem (O) stemmer imod.'."""
    chamber, ballot, rng = vote.chamber, motion.ballot, vote.rng
    noun = motion.noun[:1].lower() + motion.noun[1:]
    plus = rng.random() < 0.5 and chamber.voice.party == "letter"

    def group(side: Side) -> Rich:
        names = chamber.voter_list(ballot, side, vote.of(side), False)
        if plus and " " not in names.text.replace(", ", ",").replace(" og ", ","):
            text = names.text.replace(", ", "+").replace(" og ", "+")
            voters(ballot, side).clear()
            letters = [
                chamber.voter(ballot, side, party) for party in dict.fromkeys(m.party for m in vote.of(side)) if party
            ]
            names = concat(letters, "+")
            assert names.text == text
        return chamber.heads(ballot, side, vote.number(side)) + " (" + names + ")"

    verb = "anbefaler" if motion.recommends else rng.choice(("godkender", "stemmer for", "tiltræder"))
    text = group("for").capitalised() + " " + result(ballot, "vedtaget", verb) + f" {noun}."
    text += (
        " "
        + group("against").capitalised()
        + (rng.choice((" stemmer imod.", " kan ikke anbefale.")) if motion.recommends else " stemmer imod.")
    )
    if vote.blank:
        text += " " + group("abstain").capitalised() + " undlader at stemme."
    return text


def result_then_parties(vote: Vote, motion: Motion) -> Rich:
    """'Godkendt. V stemte imod. O undlod at stemme.': no counts at all."""
    chamber, ballot, rng = vote.chamber, motion.ballot, vote.rng
    by_name = len(chamber.members) < 12 and rng.random() < 0.5
    against = chamber.voter_list(ballot, "against", vote.no, by_name)
    said = _said(vote, motion) if rng.random() < 0.4 else result(ballot, "vedtaget", motion.done).capitalised()
    form = rng.randrange(4)
    if form == 0:
        text = said + ", idet " + against + " stemte imod."
    elif (
        form == 1
        and not by_name
        and all(len(chamber.of(m.party)) == len([n for n in vote.no if n.party == m.party]) for m in vote.no)
    ):
        text = said + " af samtlige partier med undtagelse af " + against + "."
        if vote.blank:
            # The parties that abstained are not among those who carried it.
            text = said + ". " + against.capitalised() + " stemte imod."
    else:
        text = said + ". " + against.capitalised() + " stemte imod."
    if vote.blank:
        text += " " + chamber.voter_list(ballot, "abstain", vote.blank, by_name).capitalised() + " undlod at stemme."
    return text


def each_party_counted(vote: Vote, motion: Motion) -> Rich:
    """'For stemte A (8), V (6) og C (2). Imod stemte Ø (1).': the sum is derived."""
    chamber, ballot = vote.chamber, motion.ballot
    whole = all(
        len({m.name for m in vote.of(side)} & {m.name for m in chamber.of(party)}) in (0, len(chamber.of(party)))
        for side in SIDES
        for party in chamber.parties()
    )
    if not whole or chamber.of(None) or chamber.voice.party == "name-letter":
        return pair(vote, motion)
    ballot.counts_derived = True

    def side_of(side: Side) -> Rich:
        set_count(ballot, side, len(vote.of(side)))
        parties = [party for party in chamber.parties() if chamber.of(party)[0] in vote.of(side)]
        parts = [chamber.voter(ballot, side, party) + f" ({len(chamber.of(party))})" for party in parties]
        return concat(parts[:-1], ", ") + (" og " if len(parts) > 1 else "") + parts[-1]

    text = _said(vote, motion) + ". For stemte " + side_of("for") + ". Imod stemte " + side_of("against") + "."
    if vote.blank:
        text += " Undlod at stemme: " + side_of("abstain") + "."
    return text


def others_for(vote: Vote, motion: Motion) -> Rich:
    """'Godkendt med 19 stemmer for. Imod stemte Bo Lind (V). Øvrige stemte for.'."""
    chamber, ballot, rng = vote.chamber, motion.ballot, vote.rng
    against = chamber.voter_list(ballot, "against", vote.no, len(chamber.members) < 12)
    head = _said(vote, motion)
    if rng.random() < 0.5:
        head = head + " med " + chamber.votes(ballot, "for", vote.number("for")) + " for"
    text = head + ". Imod stemte " + against + "."
    if vote.blank:
        text += " " + chamber.voter_list(ballot, "abstain", vote.blank, False).capitalised() + " undlod at stemme."
    return text + rng.choice((" De øvrige stemte for.", " Øvrige medlemmer stemte for.", ""))


def counted_with_names(vote: Vote, motion: Motion) -> Rich:
    """A pair of counts, then who they were; the smaller side may be the only one named."""
    chamber, ballot, rng = vote.chamber, motion.ballot, vote.rng
    carried = vote.carried
    first: Side = "for" if carried else "against"
    second: Side = "against" if carried else "for"
    said = (
        motion.noun
        + " blev "
        + (
            result(ballot, "vedtaget", motion.done)
            if carried
            else result(ballot, "forkastet", rng.choice(("forkastet", "afvist")))
        )
    )
    text = said + " med " + chamber.votes(ballot, first, vote.number(first)) + f" {chamber.voice.versus} "
    text += chamber.count(ballot, second, vote.number(second)) + "."
    small: Side = "against" if len(vote.no) <= len(vote.yes) else "for"
    sides = [side for side in SIDES if vote.of(side)] if rng.random() < 0.6 else [small]
    by_name = len(chamber.members) < 12 and rng.random() < 0.4
    for side in sides:
        names = chamber.voter_list(ballot, side, vote.of(side), by_name)
        lead = {"for": " For stemte ", "against": " Imod stemte ", "abstain": ""}[side]
        text += lead + names + "." if lead else " " + names.capitalised() + " undlod at stemme."
    if rng.random() < 0.3 and len(sides) > 1 and vote.no:
        # An explanation by one of those who are named already.
        parties = [party for party in chamber.parties() if chamber.party(party)[1] in ballot.against]
        if parties:
            text += " " + chamber.party(rng.choice(parties))[0].capitalised() + rng.choice(EXPLANATIONS)
    return text


def old_style(vote: Vote, motion: Motion) -> Rich:
    """'Ved den herefter foretagne afstemning stemte 11 for … og 6 imod, hvorefter …'."""
    chamber, ballot, rng = vote.chamber, motion.ballot, vote.rng
    noun = motion.noun[:1].lower() + motion.noun[1:]
    text = rng.choice(("Ved den herefter foretagne afstemning stemte ", "Efter forhandling stemte ")) + chamber.heads(
        ballot, "for", vote.number("for")
    )
    text += f" for {noun}, medens " + chamber.heads(ballot, "against", vote.number("against")) + " stemte imod"
    if vote.blank:
        text += ", og " + chamber.heads(ballot, "abstain", len(vote.blank)) + " undlod at stemme"
    done = "anbefalet" if motion.recommends else "vedtaget"
    words = result(ballot, "vedtaget", done) if vote.carried else result(ballot, "forkastet", "forkastet")
    return text + f", hvorefter {noun} var " + words + "."


EXPLANATIONS = (
    " stemte imod, idet sagen efter gruppens opfattelse er for dårligt belyst.",
    " stemte imod, da pengene bør bruges på kernevelfærd.",
    " stemte imod med henvisning til budgetforliget.",
    " stemte imod, fordi høringssvarene ikke er fulgt.",
    " stemte imod, idet man ønskede en billigere løsning.",
)
