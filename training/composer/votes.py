"""Votes: who is on which side, and which wording tells it."""

from __future__ import annotations

from collections.abc import Callable

from referat_nlp.evaluate.gold import GoldBallot

from . import sentences, tallies
from .agreed import agreed
from .chamber import Chamber, new_ballot, result
from .choices import choice, even
from .people import Member
from .rich import Rich, fill
from .teller import Teller
from .wordings import (
    Motion,
    Vote,
    Wording,
    counted_with_names,
    each_party_counted,
    for_and_against,
    lists,
    majority,
    members_in_brackets,
    old_style,
    others_for,
    pair,
    result_then_parties,
    said_of_noun,
)

_GENERAL: tuple[tuple[Wording, int], ...] = (
    (pair, 5), (for_and_against, 4), (lists, 5), (said_of_noun, 2), (counted_with_names, 5), (each_party_counted, 1),
)  # fmt: skip
_CARRIED: tuple[tuple[Wording, int], ...] = (
    (majority, 3), (members_in_brackets, 2), (result_then_parties, 3), (others_for, 2),
)  # fmt: skip

Frame = Callable[[Teller], Rich | None]
#: In the clerk's own words: what is told, how often, and whether only of a motion that is carried.
FRAMES: tuple[tuple[Frame, int, bool], ...] = (
    (sentences.each_side, 9, False), (sentences.minority_after, 8, True), (sentences.against_votes_of, 2, True),
    (sentences.complement, 5, False), (sentences.exception, 4, True), (sentences.fronted, 3, False),
    (sentences.supported_by, 4, False), (sentences.sizes, 4, True), (sentences.split_party, 6, False),
    (sentences.only_counted_for, 4, False), (sentences.wished, 3, False), (sentences.in_words_of_the_chair, 2, False),
    (sentences.single_votes, 2, False), (sentences.later_explained, 3, False), (sentences.under_a_clause, 1, False),
    (tallies.dash, 9, False), (tallies.counted, 8, False), (tallies.scheme, 9, False), (tallies.roll_call, 1, False),
    (tallies.party_rows, 2, False), (tallies.sums_of_parties, 2, False),
)  # fmt: skip
_MOST_ROWS = 17


def draw_vote(chamber: Chamber, carried: bool, blank: bool = False, proposer: Member | None = None) -> Vote:
    """A vote with the wanted result: parties vote together, now and then one is split.

    Args:
        chamber: Those present.
        carried: Whether the motion is carried.
        blank: Whether somebody may abstain.
        proposer: Somebody who is for.

    Returns:
        The vote; it is never a tie.
    """
    rng = chamber.rng
    groups = [chamber.of(party) for party in chamber.parties()] + [[member] for member in chamber.of(None)]
    rng.shuffle(groups)
    if rng.random() < 0.18:
        large = max(groups, key=len)
        if len(large) > 1:
            groups.remove(large)
            cut = rng.randint(1, len(large) - 1)
            groups += [large[:cut], large[cut:]]
    if proposer is not None:
        groups.sort(key=lambda group: proposer not in group)
    first: list[Member] = []
    second: list[Member] = []
    total = len(chamber.members)
    losing = max(1, round(total * rng.choice((0.08, 0.15, 0.25, 0.35, 0.45))))
    left: list[Member] = []
    own = carried if proposer is not None else not carried
    for n, group in enumerate(groups):
        minority_open = len(second) + len(group) <= max(losing, 1) and (len(second) + len(group)) * 2 < total
        if proposer is not None and n == 0 and own:
            first += group
        elif minority_open:
            second += group
        elif blank and not left and len(group) * 3 < total and rng.random() < 0.4:
            left += group
        else:
            first += group
    if not second:
        pool = [member for member in first if member is not proposer or not carried]
        lone = proposer if proposer in first and not carried else pool[-1]
        assert lone is not None
        first.remove(lone)
        second.append(lone)
    if proposer is not None and not carried and proposer not in second:
        (first if proposer in first else left).remove(proposer)
        second.append(proposer)
    while len(second) >= len(first) and left:
        first.append(left.pop())
    while len(second) >= len(first) and len(second) > 1:
        moved = next(member for member in reversed(second) if member is not proposer or carried)
        second.remove(moved)
        first.append(moved)
    order = {member.name: n for n, member in enumerate(chamber.members)}
    for side in (first, second, left):
        side.sort(key=lambda member: order[member.name])
    return Vote(chamber, first, second, left) if carried else Vote(chamber, second, first, left)


def tell(vote: Vote, motion: Motion, plain: bool = False) -> Rich:
    """A vote in one of the wordings that fit it.

    Args:
        vote: The vote.
        motion: What is voted on.
        plain: Whether it must be a wording that tells the result of any motion (amendments, procedure).

    Returns:
        The text; the motion's ballot is filled.
    """
    rng = vote.rng
    if rng.random() < vote.chamber.voice.free:
        return tell_freely(vote, motion)
    wordings = list(_GENERAL)
    if vote.carried and not plain:
        wordings += _CARRIED
    if vote.chamber.voice.register == "old" and vote.number("against"):
        wordings.append((old_style, 6))
    wording = rng.choices([each for each, _ in wordings], [weight for _, weight in wordings])[0]
    return wording(vote, motion)


def tell_freely(vote: Vote, motion: Motion, frame: Frame | None = None) -> Rich:
    """A vote in the clerk's own words.

    Args:
        vote: The vote.
        motion: What is voted on.
        frame: How it is told; None for any that fits.

    Returns:
        The text; the motion's ballot is filled.
    """
    open_ = [
        (each, weight)
        for each, weight, carried in FRAMES
        if (vote.carried or not carried) and (each is not tallies.roll_call or len(vote.chamber.members) <= _MOST_ROWS)
    ]
    while True:
        told = frame or vote.rng.choices([each for each, _ in open_], [weight for _, weight in open_])[0]
        text = told(Teller(vote, motion))
        if text is not None:
            return text
        frame = None


def unanimous(chamber: Chamber, motion: Motion) -> Rich:
    """'Enstemmigt godkendt.', 'Et enigt udvalg anbefaler indstillingen.'."""
    rng, ballot = chamber.rng, motion.ballot
    if rng.random() < chamber.voice.free:
        return agreed(chamber, motion)
    ballot.unanimous = True
    noun = motion.noun[:1].lower() + motion.noun[1:]
    done = result(ballot, "vedtaget", motion.done)
    forms = ["{all} {done}.", "{Noun} blev {all} {done}.", "{Noun} er {all} {done}.", "{Done} {all}."]
    if motion.recommends:
        forms += ["{all_of_us} {verb} {noun}."]
    elif chamber.council:
        forms += ["{all_of_us} {past} {noun}." if chamber.voice.council == "Byrådet" else "{all} {done}.",
                  "{Noun} blev {done}. {Everybody} stemte for."]  # fmt: skip
    else:
        forms += ["{all_of_us} {past} {noun}.", "{Noun} blev {done} af {all_of_us}."]
    if rng.random() < 0.12:
        number = chamber.votes(ballot, "for", len(chamber.members))
        head = fill("{Noun} blev {all} {done} med ", Noun=motion.noun, done=done, all=_agree(ballot, "enstemmigt"))
        return head + number + "."
    body = "byråd" if chamber.council else "udvalg"
    us = _agree(ballot, rng.choice((f"et enigt {body}", f"et enstemmigt {body}")))
    return fill(
        rng.choice(forms), Noun=motion.noun, noun=noun, done=done, Done=done.capitalised(), all=_agree(ballot,
            "enstemmigt"),
        all_of_us=us, Everybody=_agree(ballot, "Alle"), verb=result(ballot, "vedtaget", "anbefaler"),
        past=result(ballot, "vedtaget", "godkendte"),
    ).capitalised()  # fmt: skip


def _agree(ballot: GoldBallot, words: str) -> Rich:
    return Rich(words).marked("agreed", ballot)


def tie(chamber: Chamber, motion: Motion) -> Rich | None:
    """A vote with as many for as against; None where the chamber has no such vote with one absent at most."""
    members = list(chamber.members)
    half = len(members) // 2
    blank = members[2 * half :]
    vote = Vote(chamber, members[:half], members[half : 2 * half], blank)
    ballot, rng = motion.ballot, chamber.rng
    if half < 2:
        return None
    if rng.random() < chamber.voice.free:
        return even(vote, motion)
    yes, no = chamber.votes(ballot, "for", half), chamber.count(ballot, "against", half)
    text = f"{motion.noun} fik " + yes + " for og " + no + " imod."
    if blank:
        text += " " + chamber.voter_list(ballot, "abstain", vote.blank, True).capitalised() + " undlod at stemme."
    fallen = result(ballot, "forkastet", rng.choice(("bortfaldet", "faldet", "ikke vedtaget")))
    return text + " På grund af stemmelighed er " + f"{motion.noun[:1].lower()}{motion.noun[1:]} " + fallen + "."


__all__ = [
    "FRAMES", "Motion", "Vote", "choice", "draw_vote", "new_ballot", "pair", "tell", "tell_freely", "tie", "unanimous",
]  # fmt: skip
