"""One meeting from one seed: minutes or an agenda, as text and as labels."""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from referat_nlp.evaluate.gold.schema import GoldBallot, GoldDecision, GoldReferat, GoldStatement
from referat_nlp.schema import Meeting

from . import bodies, places
from .absence import Missing, draw_missing
from .chamber import Chamber, Voted
from .figures import long_date
from .header import Head, write_header
from .houses import House, draw_house
from .items import case_item, lay_absence, standing_item
from .layout import Draft, Prior, case_number, lay_out
from .pages import BUTTONS, Page
from .people import Member, draw_committee, draw_council, draw_name, with_roles
from .rich import Mark
from .slots import Slots


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that a label speaks of.

    Attributes:
        kind: "for", "against", "abstain" (a voter), "count-for", "count-against", "count-abstain", "result",
            "proposer", "absent", "substitute", "reservation", "dissent", "outcome", "elected", "party" (in brackets
            behind a name), "speaker" (somebody named who does none of these), "statement".
        text: The words.
        span: Where they stand.
        item: The number of the item, from 0.
        ballot: The number of the item's ballot, from 0; None where the words belong to none.
        party: The party of the one named.
        value: The count or result that is told.
    """

    kind: str
    text: str
    span: tuple[int, int]
    item: int
    ballot: int | None = None
    party: str | None = None
    value: int | str | None = None


@dataclass(frozen=True)
class Composed:
    """A meeting that was composed.

    Attributes:
        seed: What it was composed from.
        text: The text in the library's normal form; all spans refer to it.
        printed: The same as a file, with buttons and signs that reading takes away.
        gold: Its labels.
        mentions: What names, counts and words the labels speak of, and where they stand.
        house: The style that it was written in.
    """

    seed: int
    text: str
    printed: str
    gold: GoldReferat
    mentions: tuple[Mention, ...]
    house: House

    def record(self) -> dict[str, Any]:
        """The meeting as a JSON object."""
        return {
            "seed": self.seed,
            "text": self.text,
            "gold": self.gold.model_dump(mode="json", by_alias=True, exclude_unset=True),
            "mentions": [asdict(mention) for mention in self.mentions],
        }


@dataclass
class _Council:
    """A municipality for the time of one meeting."""

    name: str
    house: House
    members: list[Member]
    committees: list[str]
    towns: list[str]
    substitutes: list[str]
    schedule: dict[int, list[Member]]

    def committee(self, number: int, rng: random.Random) -> list[Member]:
        """The members of a committee, the same for the whole meeting."""
        if number not in self.schedule:
            self.schedule[number] = draw_committee(rng, self.members, rng.choice((5, 5, 7, 7, 9)))
        return self.schedule[number]


def compose(seed: int, known: bool | None = None, agenda: bool | None = None) -> Composed:
    """Compose a meeting.

    Args:
        seed: What all chance depends on: the same seed gives the same meeting.
        known: True for a house style of common forms alone, None to leave it open.
        agenda: Whether it is an agenda, with nothing decided; None to leave it open.

    Returns:
        The meeting.
    """
    rng = random.Random(seed)
    day = _meeting_day(rng)
    house = draw_house(rng, day.year, known)
    town = _draw_council(rng, house)
    if agenda is None:
        agenda = rng.random() < 0.12
    number = rng.randrange(len(town.committees)) if rng.random() < 0.62 else None
    body = house.voice.council if number is None else town.committees[number]
    roster = (
        with_roles(town.members, ("borgmester", "1. viceborgmester")) if number is None else town.committee(number, rng)
    )
    plan = _plan(rng, number is None)
    numbers = range(house.first_number, house.first_number + len(plan)) if house.numbers != "none" else range(0)
    head = write_header(rng, house.voice, house.header, town.name, body, day, roster, agenda, town.substitutes, numbers)
    present = [member for member in roster if member.name not in {each.name for each in head.missing}]
    # Those who stand in vote as members of the party that they stand in for.
    for member, label in zip(head.missing, head.meeting.absent, strict=True):
        if label.substitute:
            present.append(Member(label.substitute, member.party))
    chamber = Chamber(rng, house.voice, present, body, number is None, dict(head.parties))
    drafts = _drafts(rng, town, chamber, number, day, agenda, plan, head)
    return _finish(seed, rng, house, head, drafts, body, day)


def _meeting_day(rng: random.Random) -> date:
    day = date(2002, 1, 7) + timedelta(days=rng.randrange(24 * 365))
    while day.weekday() > 3 or day.month == 7:
        day += timedelta(days=1)
    return day


def _draw_council(rng: random.Random, house: House) -> _Council:
    taken: set[str] = set()
    council = draw_council(rng, rng.choice((15, 17, 19, 19, 21, 23, 25, 25, 27, 29, 31)), taken)
    name = places.draw_municipality(rng)
    towns = list(dict.fromkeys([name.removesuffix(" Kommune"), *(places.invented(rng) for _ in range(5))]))
    substitutes = [draw_name(rng, taken) for _ in range(3)]
    return _Council(name, house, council, bodies.draw_names(rng), towns, substitutes, {})


def _slots(rng: random.Random, town: _Council, body: str, day: date) -> Slots:
    voice = town.house.voice
    committee = body != voice.council
    return Slots(
        rng,
        day,
        town.towns,
        {
            "admin": voice.admin.lower(),
            "Admin": voice.admin,
            "raad": voice.council.lower(),
            "Raad": voice.council,
            "udvalg": "udvalget" if committee else voice.council.lower(),
            "Udvalg": "Udvalget" if committee else voice.council,
            "kommune": town.name,
        },
    )


def _drafts(
    rng: random.Random,
    town: _Council,
    chamber: Chamber,
    number: int | None,
    day: date,
    agenda: bool,
    plan: list[str],
    head: Head,
) -> list[Draft]:
    """The items of a meeting in order; whoever leaves is gone from the next item on."""
    house = town.house
    fields = bodies.EVERYTHING if number is None else bodies.COMMITTEES[number][1]
    used: set[str] = set()
    drafts = []
    clock = 17 * 60 + rng.randrange(60)
    for position, kind in enumerate(plan):
        clock += rng.randrange(4, 25)
        slots = _slots(rng, town, chamber.body, day)
        printed = str(house.first_number + position) if house.numbers != "none" else ""
        away = [(member, label) for member, label, gone in head.partly if house.first_number + position in gone]
        everybody, chamber = chamber, chamber.without([member for member, _ in away])
        if kind != "case":
            draft = standing_item(
                kind, chamber, rng, agenda, slots, (house.first_number + 1, house.first_number + len(plan) - 1)
            )
        else:
            priors = _priors_of(rng, town, chamber, day) if chamber.council and not agenda else None
            others = [each for each in town.committees if each != chamber.body]
            when = f"{clock // 60:02}.{clock % 60:02}"
            missing = Missing() if agenda else draw_missing(chamber, rng, town.substitutes, when, printed)
            room = chamber.without(missing.gone)
            draft = case_item(rng, house, room, fields, slots, agenda, others, used, priors)
            lay_absence(rng, draft, missing)
            chamber = chamber.without(missing.left)
        draft.item.absent = [label.model_copy() for _, label in away] + draft.item.absent
        if away:
            left = {member.name for member, _ in away}
            back = [member for member in everybody.members if member.name in left]
            chamber = replace(chamber, members=chamber.members + back)
        _number(rng, house, draft, printed, day.year, kind)
        drafts.append(draft)
    return drafts


def _plan(rng: random.Random, council: bool) -> list[str]:
    """The kinds of the items in order."""
    plan = ["agenda"] if rng.random() < 0.8 else []
    if council and rng.random() < 0.35:
        plan.append("questions")
    plan += ["case"] * rng.choice((3, 4, 5, 5, 6, 7, 8))
    plan += ["news"] if rng.random() < 0.5 else []
    plan += ["closed"] * rng.choice((0, 0, 0, 1, 1, 2))
    plan += ["other"] if rng.random() < 0.15 else []
    plan += ["signatures"] if rng.random() < 0.35 else []
    return plan


def _number(rng: random.Random, house: House, draft: Draft, printed: str, year: int, kind: str) -> None:
    """Number, case number and title as the house prints them."""
    item = draft.item
    item.number = printed or None
    item.case_number = None
    if house.numbers == "none":
        # The export lost the titles; the line of the case number is where an item begins.
        item.title = None
    if house.numbers == "none" or (house.case_numbers and (kind == "case" or rng.random() < 0.4)):
        kle = draft.kle if draft.kle else "00.22.02"
        item.case_number = case_number(rng, house.case_numbers or "year-slash", year, kle)


def _priors_of(rng: random.Random, town: _Council, chamber: Chamber, day: date) -> Any:
    """A maker of the earlier committees' decisions on a case of a field."""

    def make(field: str, decide: Any) -> list[Prior]:
        if rng.random() > 0.6:
            return []
        numbers = [bodies.committee_for(field, rng)]
        if numbers[0] != len(town.committees) - 1 and rng.random() < 0.5:
            numbers.append(len(town.committees) - 1)
        priors = []
        for back, number in zip((21, 8), numbers[-2:], strict=False):
            then = day - timedelta(days=back + rng.randrange(5))
            then -= timedelta(days=max(0, then.weekday() - 3))
            room = Chamber(
                rng, chamber.voice, town.committee(number, rng), town.committees[number], False, chamber.header
            )
            text, points, ballots = decide(room)
            label = GoldDecision(body=room.body, date=then.isoformat(), own=False, points=points)
            heading = f"Beslutning fra {room.body}, den {long_date(then)}"
            if rng.random() < 0.5:
                heading += f", punkt {rng.randint(2, 90)}"
            priors.append(Prior(label, text, heading))
            yield_ballots.extend(ballots)
        return priors

    yield_ballots: list[GoldBallot] = []
    return make, yield_ballots


def _finish(
    seed: int, rng: random.Random, house: House, head: Head, drafts: list[Draft], body: str, day: date
) -> Composed:
    """Put the items on the page, and the places of what they say on the labels."""
    page = Page(house.wrap, house.markdown)
    for draft in drafts:
        if draft.own:
            draft.own.date = day.isoformat()
        draft.item.decisions = [*(prior.label for prior in draft.priors), *([draft.own] if draft.own else [])]
    page.write(head.text)
    page.write("\n\n")
    if house.toc:
        page.write("Indholdsfortegnelse\n")
        for n, draft in enumerate(drafts):
            dots = "....." + str(n // 2 + 2) if house.toc == "dots" else ""
            page.write(f"{draft.item.title}{dots}\n")
        page.write("\n")
    for n, draft in enumerate(drafts):
        if n and house.debris:
            page.debris(rng.choice(BUTTONS) if house.debris == "buttons" else f"Side {n + 1}")
        lay_out(page, house, draft, rng, body, day, day.year)
        page.write("\n")
    text = page.text.rstrip("\n")
    gold = GoldReferat(
        meeting=Meeting.model_validate(head.meeting.model_dump()), items=[draft.item for draft in drafts]
    )
    mentions = _place(gold, page.marks, text)
    return Composed(seed, text, page.printed.rstrip("\n") + "\n", gold, tuple(mentions), house)


def _place(gold: GoldReferat, marks: list[Mark], text: str) -> list[Mention]:
    """Give every label the span of its mark; list the words that the labels speak of."""
    mentions = []
    ballots = {id(ballot): n for item in gold.items for n, ballot in enumerate(item.ballots)}
    spans = [item.span or (0, 0) for item in gold.items]
    at = 0
    for mark in sorted(marks, key=lambda each: (each.start, -each.end)):
        while at + 1 < len(spans) and mark.start >= spans[at][1]:
            at += 1
        span = (mark.start, mark.end)
        if mark.kind in ("section", "decision", "ballot"):
            mark.of.span = span  # type: ignore[attr-defined]
            continue
        if mark.kind == "statement":
            assert isinstance(mark.of, GoldStatement)
            mark.of.span = span
        of = mark.of
        ballot = ballots.get(id(of.ballot)) if isinstance(of, Voted) else ballots.get(id(of))
        person = of.person if isinstance(of, Voted) else of
        value = (of.count if of.count is not None else of.result) if isinstance(of, Voted) else None
        mentions.append(Mention(mark.kind, text[slice(*span)], span, at, ballot, getattr(person, "party", None), value))
    for item in gold.items:
        item.ballots.sort(key=lambda each: each.span or (0, 0))
        item.decisions.sort(key=lambda each: each.span or (0, 0))
    order = {id(ballot): n for item in gold.items for n, ballot in enumerate(item.ballots)}
    if order != ballots:
        moved = [{ballots[id(ballot)]: n for n, ballot in enumerate(item.ballots)} for item in gold.items]
        mentions = [
            mention if mention.ballot is None else _with_ballot(mention, moved[mention.item][mention.ballot])
            for mention in mentions
        ]
    return mentions


def _with_ballot(mention: Mention, ballot: int) -> Mention:
    return Mention(mention.kind, mention.text, mention.span, mention.item, ballot, mention.party, mention.value)


__all__ = ["Composed", "Mention", "compose"]
