"""How the two or three sides of a vote are named: lists, counts, counts with lists, people of a party."""

from __future__ import annotations

from collections.abc import Sequence

from referat_nlp.evaluate.gold import GoldPerson

from .chamber import Side, Voted, set_count, voters
from .fates import bare_result, lower, said, said_after, said_under
from .people import Member, Party
from .predicates import Order, Predicate, draw_predicate
from .rich import Rich, concat, fill, listed
from .wordings import SIDES, Motion, Vote

#: How a side is named where its verb stands beside it.
STYLES = ("names", "names-n", "n-names", "n", "members-of", "from", "brackets")


class Teller:
    """Tells one vote; no side is named or counted twice."""

    def __init__(self, vote: Vote, motion: Motion) -> None:
        """Take a vote and the motion whose ballot it fills."""
        self.vote, self.motion = vote, motion
        self.chamber, self.ballot, self.rng = vote.chamber, motion.ballot, vote.rng
        self.words = self.chamber.voice.words or self.rng.random() < 0.4
        self.by_name = len(self.chamber.members) < 12 and self.rng.random() < 0.4
        self.noun = lower(motion.noun)
        self._told_motion = self._begun = False

    @property
    def sides(self) -> list[Side]:
        """The sides on which somebody is."""
        return [side for side in SIDES if self.vote.of(side)]

    @property
    def body(self) -> str:
        """The body as it is spoken of: 'Udvalget', 'Byrådet'."""
        if self.chamber.council:
            return self.chamber.voice.council
        return "Udvalget" if "dvalg" in self.chamber.body or self.rng.random() < 0.5 else self.chamber.body

    # What is counted and who is named.

    def n(self, side: Side) -> Rich:
        """The number of a side."""
        number = self.vote.number(side)
        return self.chamber.count(self.ballot, side, number, self.words and number <= 20)

    def votes(self, side: Side) -> Rich:
        """'4 stemmer', 'én stemme'."""
        return self.n(side) + (" stemme" if self.vote.number(side) == 1 else " stemmer")

    def heads(self, side: Side) -> Rich:
        """'4 medlemmer', 'et medlem', 'fire'."""
        number = self.vote.number(side)
        if number != 1:
            return self.n(side) + self.rng.choice((" medlemmer", " medlemmer", ""))
        set_count(self.ballot, side, 1)
        one = Rich(self.rng.choice(("1", "et", "ét"))).marked(f"count-{side}", Voted(self.ballot, count=1))
        return one + " medlem"

    def names(self, side: Side, by_name: bool | None = None) -> Rich:
        """Who is on a side: parties where all of them are, else people; a handful by name."""
        people = self.vote.of(side)
        if by_name is None:
            by_name = self.by_name or (len(people) <= 4 and self.rng.random() < 0.35)
        last = self.rng.choice((" og ", " og ", " og ", " samt ")) if len(people) > 1 else " og "
        return self.chamber.voter_list(self.ballot, side, people, by_name, last)

    def party_of(self, side: Side) -> Party | None:
        """The only party of a side; None where there are several or one without."""
        parties = {member.party for member in self.vote.of(side)}
        return next(iter(parties)) if len(parties) == 1 else None

    def is_whole(self, side: Side) -> bool:
        """Whether a side is one whole party."""
        party = self.party_of(side)
        return party is not None and len(self.vote.of(side)) == len(self.chamber.of(party))

    def people_of(self, side: Side, people: Sequence[Member], party: Party) -> tuple[Rich, Rich]:
        """People without brackets, and the party that is printed for all of them."""
        shown, label = self.chamber.party(party)
        told = []
        for member in people:
            person = GoldPerson(name=member.name, party=label.party)
            voters(self.ballot, side).append(person)
            told.append(Rich(member.name).marked(side, Voted(self.ballot, person)))
        return listed(told), shown.marked("party")

    def group(self, side: Side, style: str | None = None, subject: bool = False) -> Rich:
        """A side in a style that fits it; only a subject has words between commas or dashes behind it."""
        style = style or self.rng.choices(STYLES, (8, 4, 5, 3, 2, 2, 2))[0]
        party = self.party_of(side)
        people = self.vote.of(side)
        if style == "members-of" and self.is_whole(side) and len(people) > 1 and party:
            number = self.n(side)
            return concat(["de", number, "medlemmer fra", self.chamber.voter(self.ballot, side, party)], " ")
        if style == "from" and party and len(people) <= 5:
            names, shown = self.people_of(side, people, party)
            return names + self.rng.choice((" fra ", " fra ", ", ")) + shown
        if style == "brackets" and len(people) <= 9 and self.chamber.voice.party == "letter":
            return self.in_brackets(side)
        if style == "names-n":
            return self.names(side) + " (" + self.n(side) + ")"
        if style == "n-names":
            open_, close = self.rng.choice(
                ((" (", ")"), (" – ", " –"), (", nemlig ", ",")) if subject else ((" (", ")"),)
            )
            heads = self.heads(side)
            return heads + open_ + self.names(side) + close
        return self.heads(side) if style == "n" else self.names(side)

    def in_brackets(self, side: Side) -> Rich:
        """'A (Ida Krog og Bo Lind), V (Per Ek)': each party with its people."""
        told: list[str | Rich] = []
        for party in dict.fromkeys(member.party for member in self.vote.of(side)):
            here = [member for member in self.vote.of(side) if member.party == party]
            if party is None:
                told += [self.chamber.voter(self.ballot, side, member, True) for member in here]
            else:
                names, shown = self.people_of(side, here, party)
                told.append(shown + " (" + names + ")")
        return listed(told)

    # What they do.

    def it(self) -> str:
        """The motion: by its name where nothing has named it, later by a pronoun too."""
        first, self._told_motion = not self._told_motion, True
        if first or self.rng.random() < 0.5:
            return self.noun
        head = self.noun.split()[-1]
        return "dem" if head.endswith(("ne", "s")) else "den" if head.endswith(("n", "ing")) else "det"

    def verb(self, side: Side, *, soft: bool = True, order: Order = "main") -> Predicate:
        """A verb for a side; the first one names the motion more often."""
        names = True if not self._told_motion and self.rng.random() < 0.5 else None
        return draw_predicate(self.rng, side, soft=soft, names=names, order=order)

    def clause(self, side: Side, who: str | Rich | None = None, order: Order = "main", *, soft: bool = True) -> Rich:
        """'A og V (9) gik ind for indstillingen'."""
        verb = self.verb(side, soft=soft, order=order)
        inside = order == "main" or bool(verb.rest or verb.adverb)
        subject = who if who is not None else self.group(side, subject=inside)
        return verb.clause(subject, self.it() if verb.names_motion else "", order)

    def blank(self, lead: str = " ") -> Rich:
        """' 2 undlod at stemme.': those who abstained, or nothing where nobody did."""
        if not self.vote.blank:
            return Rich()
        told = self.clause("abstain")
        return lead + (told.capitalised() if lead.endswith((" ", "\n")) and lead.strip() in ("", ".") else told) + "."

    # What became of it.

    def settled(self, text: Rich, always: bool = True) -> Rich:
        """A telling, which ends with a full stop, with the result before or behind it.

        Args:
            text: The telling.
            always: Whether the result must be printed, since the telling does not show it.
        """
        if self.ballot.result is not None:
            return text
        counted = None not in (self.ballot.counts.for_, self.ballot.counts.against)
        if not always and counted and not self.motion.recommends and self.rng.random() < 0.25:
            self.ballot.result = "vedtaget" if self.vote.carried else "forkastet"
            return text
        form = self.rng.choice(("bare", "first", "first", "last", "last", "so", "and", "turned", "own"))
        if form in ("so", "and", "own") and not text.text.endswith("."):
            form = "last"
        self._begun = form == "first" or (form == "bare" and not self.motion.after)
        if form == "bare" and not self.motion.after:
            return bare_result(self.vote, self.motion) + ". " + text
        if form == "first":
            return said(self.vote, self.motion) + ". " + text
        if form in ("so", "and"):
            body = Rich(text.text[:-1], text.marks)
            if form == "so":
                return body + self.rng.choice((", så ", ", hvorefter ", ", hvorfor ")) + self._under() + "."
            return body + ", og " + said(self.vote, self.motion, self.noun) + "."
        if form == "turned":
            lead = self.rng.choice(("Dermed", "Herefter", "Hermed", "Således", "Derefter"))
            return text + " " + said_after(self.vote, self.motion, lead) + "."
        return text + " " + said(self.vote, self.motion) + "."

    def _under(self) -> Rich:
        return said_under(self.vote, self.motion)

    def led(self, text: Rich) -> Rich:
        """A telling with or without words that put the motion to the vote before it."""
        if self._begun or (self.rng.random() > 0.3 and not self.motion.after):
            return text
        lead = self.rng.choice(_LEADS)
        self._told_motion = True
        return fill(lead, Noun=self.motion.noun, noun=self.noun, Body=self.body, body=lower(self.body)) + " " + text


_LEADS = (
    "{Noun} blev sat til afstemning.",
    "{Noun} sattes under afstemning.",
    "{Noun} blev bragt til afstemning.",
    "{Noun} kom til afstemning.",
    "Der blev stemt om {noun}.",
    "Der blev herefter stemt om {noun}.",
    "Formanden satte {noun} til afstemning.",
    "Afstemning om {noun}:",
    "{Noun} bragtes til afstemning ved håndsoprækning.",
    "{Body} var delt i spørgsmålet om {noun}.",
    "Der kunne ikke opnås enighed om {noun}, som derfor gik til afstemning.",
    "Efter en længere drøftelse blev {noun} sat til afstemning.",
    "{Noun} blev behandlet, og der blev begæret afstemning.",
    "Resultatet af afstemningen om {noun} blev følgende:",
    "Ved afstemningen om {noun} skete følgende:",
)
