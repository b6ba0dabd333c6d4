"""Every way of telling a vote, drawn many times: what is labelled stands in the text, counts and sides are right."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

pytest.importorskip("yaml")

from referat_nlp.danish.numbers import parse_number
from referat_nlp.evaluate.gold import GoldBallot
from training.composer import away, positions, proposals, sentences
from training.composer.agreed import agreed, refused_by_all
from training.composer.chamber import Chamber, Side, Voted, new_ballot, voters
from training.composer.choices import choice, even
from training.composer.elections import elect
from training.composer.houses import draw_voice
from training.composer.narration import narrated
from training.composer.people import draw_committee, draw_council
from training.composer.rich import Rich
from training.composer.verdict import Verdict
from training.composer.votes import FRAMES, draw_vote, tell_freely
from training.composer.wordings import SIDES, Motion, Vote

DRAWS = 60
_UNTIDY = re.compile(r"  |\.\.|,,|,\.| [,.;]|\{|\}|\(\)|; ;")


def chamber(seed: int) -> Chamber:
    rng = random.Random(seed)
    voice = draw_voice(rng, 2004 + seed % 20)
    council = draw_council(rng, rng.choice((15, 19, 25)), set())
    is_council = rng.random() < 0.4
    members = council if is_council else draw_committee(rng, council, rng.choice((5, 7, 9)))
    body = voice.council if is_council else "Teknik- og Miljøudvalget"
    return Chamber(rng, voice, members, body, is_council, {})


def count_of(ballot: GoldBallot, side: Side) -> int | None:
    return ballot.counts.for_ if side == "for" else getattr(ballot.counts, side)


def check(text: Rich, ballot: GoldBallot, vote: Vote | None = None) -> None:
    """What is marked stands there, is on the ballot, and is all that is on the ballot."""
    assert not _UNTIDY.search(text.text), text.text
    assert text.text[0] == text.text[0].upper(), text.text
    for side in SIDES:
        named = [mark for mark in text.marks if mark.kind == side]
        assert len(named) == len(voters(ballot, side)), text.text
        for mark in named:
            assert isinstance(mark.of, Voted)
            assert mark.of.person in voters(ballot, side)
            printed = text.text[mark.start : mark.end]
            assert mark.of.person is not None
            assert printed == mark.of.person.name or str(mark.of.person.party) in printed
        counted = [mark for mark in text.marks if mark.kind == f"count-{side}"]
        number = count_of(ballot, side)
        assert (number is None) is (not counted) or ballot.counts_derived, text.text
        for mark in counted:
            assert parse_number(text.text[mark.start : mark.end]) == number, text.text
        if vote is not None:
            _check_side(text, ballot, vote, side)


def _check_side(text: Rich, ballot: GoldBallot, vote: Vote, side: Side) -> None:
    number = count_of(ballot, side)
    assert number in (None, len(vote.of(side))), text.text
    there = {member.name for member in vote.of(side)}
    parties = [person.party for person in voters(ballot, side) if person.name is None]
    assert {person.name for person in voters(ballot, side) if person.name} <= there
    for party in vote.chamber.parties():
        if vote.chamber.party(party)[1].party in parties:
            apart = {person.name for each in SIDES for person in voters(ballot, each) if person.name}
            assert {member.name for member in vote.chamber.of(party)} - apart <= there, text.text


@pytest.mark.parametrize("frame", [each[0] for each in FRAMES], ids=[each[0].__name__ for each in FRAMES])
def test_each_frame_tells_what_it_labels(frame: Callable[..., Rich | None]) -> None:
    carried_only = next(only for each, _, only in FRAMES if each is frame)
    texts = set()
    for seed in range(DRAWS):
        room = chamber(seed)
        carried = carried_only or seed % 3 > 0
        vote = draw_vote(room, carried, blank=seed % 2 == 0)
        ballot = new_ballot()
        recommends = carried and seed % 4 == 0
        motion = Motion("Indstillingen", "anbefalet" if recommends else "godkendt", ballot, recommends, seed % 5 == 0)
        text = tell_freely(vote, motion, frame)
        check(text, ballot, vote)
        assert ballot.result == ("vedtaget" if carried else "forkastet"), text.text
        assert any(voters(ballot, side) or count_of(ballot, side) is not None for side in SIDES), text.text
        texts.add(text.text)
    assert len(texts) > DRAWS * 0.9


def test_a_split_party_is_told_with_its_people() -> None:
    told = 0
    for seed in range(400):
        room = chamber(seed)
        vote = draw_vote(room, True)
        ballot = new_ballot()
        text = tell_freely(vote, Motion("Forslaget", "vedtaget", ballot), sentences.split_party)
        check(text, ballot, vote)
        told += any(word in text.text for word in (" delte sig: ", " var delt: ", " dog ", " gik imod sin gruppe "))
    assert told > 20


@pytest.mark.parametrize("tell", [agreed, refused_by_all])
def test_unanimity_is_marked(tell: Callable[[Chamber, Motion], Rich]) -> None:
    texts = set()
    for seed in range(120):
        room = chamber(seed)
        ballot = new_ballot()
        motion = Motion("Forslaget", "vedtaget", ballot, recommends=tell is agreed and seed % 3 == 0)
        text = tell(room, motion)
        check(text, ballot)
        assert ballot.unanimous
        assert ballot.result == ("vedtaget" if tell is agreed else "forkastet")
        assert any(mark.kind == "agreed" for mark in text.marks), text.text
        assert count_of(ballot, "for") in (None, len(room.members))
        texts.add(text.text)
    assert len(texts) > (60 if tell is agreed else 3)


def test_as_many_for_as_against_is_forkastet() -> None:
    for seed in range(DRAWS):
        room = chamber(seed)
        half = len(room.members) // 2
        vote = Vote(room, room.members[:half], room.members[half : 2 * half], room.members[2 * half :])
        ballot = new_ballot()
        check(even(vote, Motion("Forslaget", "vedtaget", ballot)), ballot, vote)
        assert (ballot.result, ballot.counts.for_, ballot.counts.against) == ("forkastet", half, half)


def test_of_two_models_the_one_that_wins_is_for() -> None:
    for seed in range(DRAWS):
        vote = draw_vote(chamber(seed), True, blank=True)
        ballot = new_ballot()
        check(choice(vote, Motion("Indstillingen", "godkendt", ballot)), ballot, vote)
        assert ballot.result == "vedtaget"


def test_elections_label_the_votes_of_whoever_is_elected() -> None:
    with_ballot = 0
    for seed in range(200):
        room = chamber(seed)
        verdict = elect(room, "næstformand", room.rng)
        (text,) = verdict.parts
        elected = {text.text[mark.start : mark.end] for mark in text.marks if mark.kind == "elected"}
        assert len(elected) == 1
        assert elected < {member.name for member in room.members}
        for ballot in verdict.ballots:
            check(text, ballot)
            assert (ballot.motion, ballot.result, ballot.against) == ("election", "vedtaget", [])
            with_ballot += 1
    assert with_ballot > 120


@pytest.mark.parametrize("opening", [each[0] for each in (*proposals.AMENDMENTS, *proposals.STEPS)])
def test_proposals_name_their_mover(opening: str) -> None:
    assert opening.count("{who}") == 1
    room = chamber(7)
    ballot = new_ballot("amendment")
    who, mover, proposer = proposals.movers(room, Voted(ballot), free=True)
    assert mover in room.members
    for told in (
        proposals.put_forward(random.Random(opening), who, "beløbet hæves til 90.000 kr.", 2)[0],
        proposals.step(random.Random(opening), who, "maj", "forvaltningen")[0],
    ):
        marks = [mark for mark in told.marks if mark.kind == "proposer"]
        assert marks
        assert all(told.text[mark.start : mark.end] in (proposer or "") or mark.of for mark in marks)
        assert not _UNTIDY.search(told.text)


def test_positions_name_those_who_take_them() -> None:
    for seed in range(200):
        room = chamber(seed)
        verdict = Verdict("godkendt", ["godkendelse"])
        for kind, told in (("reservation", positions.reserve), ("dissent", positions.dissent)):
            text = told(room, verdict)
            labels = verdict.reservations if kind == "reservation" else verdict.dissent
            marks = [mark for mark in text.marks if mark.kind == kind]
            assert [mark.of for mark in marks] == labels
            for mark, label in zip(marks, labels, strict=True):
                assert (label.name or label.party or "") in text.text[mark.start : mark.end]
            assert not _UNTIDY.search(text.text), text.text


def test_what_is_told_besides_votes_for_nobody() -> None:
    kinds = set()
    texts = set()
    for seed in range(300):
        text = narrated(chamber(seed))
        kinds |= {mark.kind for mark in text.marks}
        texts.add(text.text)
        assert not _UNTIDY.search(text.text), text.text
    assert kinds <= {"speaker", "party"}
    assert len(texts) > 200


def test_wordings_of_absence_have_their_slots() -> None:
    assert len(away.FORMS) > 100
    for form in away.FORMS:
        assert form.count("{who}") == 1
        assert form.endswith(".")
