"""What a body decides on a case, and how the minutes tell it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from referat_nlp.evaluate.gold import GoldBallot
from referat_nlp.schema import DecisionPoint, ItemType, Outcome

from . import formulas, votes
from .asides import add_asides
from .chamber import Chamber, new_ballot, result
from .formulas import Kind
from .motions import amendment, procedural
from .rich import Rich, concat, fill
from .verdict import Case, Verdict

TYPE_OF: dict[Kind, ItemType] = {"g": "godkendelse", "d": "drøftelse", "o": "orientering"}
BINDING: tuple[Kind, ...] = ("g", "d", "o")


class Decider:
    """Decides one case in one chamber."""

    def __init__(self, chamber: Chamber, case: Case) -> None:
        self.chamber, self.case, self.rng = chamber, case, chamber.rng
        self.top: Kind = min(case.kinds, key=BINDING.index)
        self.rng.shuffle(case.changes)
        self.mixed = len(set(case.kinds)) > 1
        self.types = [TYPE_OF[kind] for kind in reversed(BINDING) if kind in case.kinds]

    def decide(self) -> Verdict:
        """Draw an outcome that fits the case and tell it."""
        rng = self.rng
        choices: list[tuple[Callable[[], Verdict], int]] = [
            (self._approved, 100 if self.top == "g" else 14 if self.top == "d" else 12),
            (self._postponed, 6),
            (self._referred, 4),
            (self._withdrawn, 3),
        ]
        if self.top == "g":
            choices += [(self._contested, 38), (self._unanimous, 14), (self._changed, 8), (self._taken_off, 3)]
            choices += [(self._discussed_instead, 2), (self._noted_instead, 2), (self._left_open, 1)]
            if not self.mixed:
                # Of a mixed case it would be open which of its points were refused.
                choices += [(self._rejected, 6), (self._tied, 2)]
            if len(self.case.kinds) > 1 and self.chamber.voice.points and self.case.numbered:
                choices.append((self._point_by_point, 55))
        elif self.top == "d":
            choices += [(self._discussed, 90), (self._approved_instead, 6)]
        else:
            choices += [(self._noted, 100), (self._narrated, 7), (self._noted_by_vote, 2)]
        return rng.choices([each for each, _ in choices], [weight for _, weight in choices])[0]()

    # What the case asks for.

    @property
    def _outcome(self) -> Outcome:
        if self.top == "g":
            return "anbefalet" if self.case.recommends else "godkendt"
        return "drøftet" if self.top == "d" else "taget til efterretning"

    def _verdict(self, outcome: Outcome | None, types: list[ItemType] | None = None) -> Verdict:
        return Verdict(outcome, list(self.types if types is None else types))

    def _told(self, form: str, **more: str | Rich) -> Rich:
        case, chamber = self.case, self.chamber
        council = chamber.voice.council
        slots: dict[str, str | Rich] = {
            "U": chamber.body
            if chamber.council or self.rng.random() < 0.4 or "dvalg" not in chamber.body
            else "Udvalget",
            "U2": self.rng.choice(case.other_bodies),
            "Noun": case.noun[:1].upper() + case.noun[1:],
            "noun": case.noun,
            "admin": chamber.voice.admin.lower(),
            "Admin": chamber.voice.admin,
            "raad": council.lower() if self.rng.random() < 0.5 else council,
            "month": case.month,
            "date": case.date,
        }
        slots.update(more)
        if "{U2}" in form:
            # A slot inside the words of an outcome.
            form = form.replace("{U2}", str(slots["U2"]))
        return fill(form, **slots)

    def _approved(self) -> Verdict:
        verdict = self._verdict(self._outcome)
        voice, rng = self.chamber.voice, self.rng
        if self.top == "g" and self.case.recommends:
            forms = formulas.RECOMMENDED[voice.register]
            text = self._told(rng.choice([form for form in forms if not self.mixed or "{noun}" not in form]))
        elif self.top == "g" and rng.random() < 0.4 and len(self.case.kinds) == 1:
            text = self._told(rng.choice(formulas.APPROVED[voice.register]))
        else:
            text = self._told(rng.choice(formulas.APPROVAL[voice.register]))
        if self.top == "g" and rng.random() < 0.1:
            text = text + self._told(rng.choice(formulas.ADDED))
        verdict.parts.append(text)
        if self.top == "g":
            add_asides(self.chamber, verdict)
        return verdict

    def _changed(self) -> Verdict:
        verdict = self._verdict(self._outcome)
        change = self.rng.choice(self.case.changes)
        done = "Anbefales" if self.case.recommends else self.rng.choice(("Godkendt", "Tiltrådt", "Vedtaget"))
        text = self._told(self.rng.choice(formulas.CHANGED), Done=Rich(done).marked("outcome"), change=change)
        verdict.parts.append(text)
        return verdict

    def _unanimous(self) -> Verdict:
        verdict = self._verdict(self._outcome)
        motion = self._motion(new_ballot())
        verdict.parts.append(self._ballot(verdict, motion, votes.unanimous(self.chamber, motion)))
        return verdict

    def _contested(self) -> Verdict:
        """Amendments and procedural proposals, then the vote on the case."""
        rng, chamber = self.rng, self.chamber
        verdict = self._verdict(self._outcome)
        adopted = False
        for n in range(rng.choices((0, 1, 2, 3), (12, 6, 2, 1))[0]):
            carried = rng.random() < 0.18
            adopted |= carried
            verdict.parts.append(
                amendment(self.chamber, verdict, self.case.changes[n % len(self.case.changes)], n, carried)
            )
        motion = self._motion(new_ballot())
        if chamber.council and not verdict.parts and rng.random() < 0.08:
            motion = self._of_minority(verdict)
        motion.after = bool(verdict.parts)
        vote = votes.draw_vote(chamber, True, blank=rng.random() < 0.3)
        if not verdict.parts and rng.random() < 0.07 * chamber.voice.free:
            verdict.parts.append(self._ballot(verdict, motion, votes.choice(vote, motion)))
            return verdict
        if rng.random() < 0.03 and len(vote.yes) > len(vote.no) + 1:
            vote.slip = 1
        if verdict.parts and motion.noun != "Flertalsindstillingen" and rng.random() < 0.3:
            # The case itself passes without a vote once the amendments have fallen.
            done = "anbefalet" if self.case.recommends else "godkendt"
            verdict.parts.append(self._told("Indstillingen blev herefter <" + done + ">."))
        else:
            verdict.parts.append(self._ballot(verdict, motion, votes.tell(vote, motion)))
            if adopted and rng.random() < 0.3:
                verdict.parts[-1] = verdict.parts[-1] + " De vedtagne ændringer indarbejdes."
        add_asides(self.chamber, verdict, with_vote=True)
        return verdict

    def _of_minority(self, verdict: Verdict) -> votes.Motion:
        """The minority's recommendation is voted down; the motion that is left is the majority's."""
        ballot = new_ballot("amendment")
        motion = votes.Motion("Mindretalsindstillingen", "vedtaget", ballot)
        vote = votes.draw_vote(self.chamber, False)
        verdict.parts.append(self._ballot(verdict, motion, votes.tell(vote, motion, plain=True)))
        return self._motion(new_ballot(), "Flertalsindstillingen")

    def _motion(self, ballot: GoldBallot, noun: str | None = None) -> votes.Motion:
        rng = self.rng
        if self.case.recommends:
            return votes.Motion(noun or "Indstillingen", "anbefalet", ballot, recommends=True)
        if noun is None:
            own = self.case.noun[:1].upper() + self.case.noun[1:]
            whole = ("Indstillingen", "Indstillingen", f"{self.chamber.voice.admin}s indstilling")
            noun = rng.choice(whole if self.mixed else (*whole, own))
        done = rng.choice(("godkendt", "godkendt", "vedtaget", "tiltrådt"))
        return votes.Motion(noun, done, ballot)

    def _ballot(self, verdict: Verdict, motion: votes.Motion, text: Rich) -> Rich:
        verdict.ballots.append(motion.ballot)
        return text.marked("ballot", motion.ballot)

    # What the case does not ask for.

    def _postponed(self) -> Verdict:
        verdict = self._verdict("udsat")
        if self.rng.random() < 0.12:
            verdict.parts.append(procedural(self.chamber, verdict, self.case.month, True))
            verdict.parts.append(self._told("Sagen er dermed <udsat>."))
        else:
            verdict.parts.append(self._told(self.rng.choice(formulas.POSTPONED)))
        return verdict

    def _referred(self) -> Verdict:
        verdict = self._verdict("oversendt")
        verdict.parts.append(self._told(self.rng.choice(formulas.REFERRED)))
        return verdict

    def _withdrawn(self) -> Verdict:
        verdict = self._verdict("trukket")
        verdict.parts.append(self._told(self.rng.choice(formulas.WITHDRAWN)))
        return verdict

    def _taken_off(self) -> Verdict:
        """A procedural proposal falls, and the case is decided all the same."""
        verdict = self._verdict(self._outcome)
        verdict.parts.append(procedural(self.chamber, verdict, self.case.month, False))
        if self.rng.random() < 0.5:
            done = "anbefalet" if self.case.recommends else "godkendt"
            verdict.parts.append(self._told("Indstillingen blev herefter <" + done + ">."))
        else:
            motion = self._motion(new_ballot(), "Indstillingen")
            motion.after = True
            vote = votes.draw_vote(self.chamber, True, blank=self.rng.random() < 0.3)
            verdict.parts.append(self._ballot(verdict, motion, votes.tell(vote, motion)))
        return verdict

    def _rejected(self) -> Verdict:
        verdict = self._verdict("forkastet")
        if self.rng.random() < 0.7:
            motion = self._motion(new_ballot(), "Indstillingen")
            vote = votes.draw_vote(self.chamber, False, blank=self.rng.random() < 0.3)
            verdict.parts.append(self._ballot(verdict, motion, votes.tell(vote, motion, plain=True)))
        else:
            form = formulas.NOT_RECOMMENDED if self.case.recommends else formulas.REJECTED
            verdict.parts.append(self._told(self.rng.choice(form)))
        return verdict

    def _tied(self) -> Verdict:
        motion = votes.Motion(self.rng.choice(("Indstillingen", "Forslaget")), "vedtaget", new_ballot())
        text = votes.tie(self.chamber, motion)
        if text is None:
            return self._rejected()
        verdict = self._verdict("forkastet")
        verdict.parts.append(self._ballot(verdict, motion, text))
        return verdict

    def _noted_instead(self) -> Verdict:
        verdict = self._verdict("taget til efterretning", ["orientering"])
        verdict.parts.append(self._told(self.rng.choice(formulas.NOTED[:6])))
        return verdict

    def _left_open(self) -> Verdict:
        """The body as a whole takes no stand: that is no vote."""
        verdict = self._verdict("noteret")
        verdict.parts.append(self._told("{U} <undlod at tage stilling>."))
        return verdict

    def _discussed_instead(self) -> Verdict:
        verdict = self._verdict("drøftet", ["drøftelse"])
        verdict.parts.append(self._told(self.rng.choice(formulas.DISCUSSED[:4])))
        return verdict

    def _approved_instead(self) -> Verdict:
        verdict = self._verdict("godkendt", ["godkendelse"])
        verdict.parts.append(self._told(f"{{U}} <godkendte> {self.case.noun}."))
        return verdict

    # Cases that bind nobody.

    def _noted(self) -> Verdict:
        verdict = self._verdict("taget til efterretning")
        text = self._told(self.rng.choice(formulas.NOTED))
        if self.rng.random() < 0.08:
            printed, _ = self.chamber.named(self.rng.choice(self.chamber.members), "speaker")
            text = (
                text
                + " "
                + printed
                + self.rng.choice(
                    (
                        " bemærkede, at udviklingen bør følges tæt.",
                        " spurgte til tallene for de enkelte distrikter.",
                        " ønskede en uddybende status til efteråret.",
                    )
                )
            )
        verdict.parts.append(text)
        return verdict

    def _noted_by_vote(self) -> Verdict:
        verdict = self._verdict("taget til efterretning")
        ballot = new_ballot()
        number = self.chamber.votes(ballot, "for", len(self.chamber.members))
        text = result(ballot, "vedtaget", "Taget til efterretning") + " med " + number + " for."
        verdict.ballots.append(ballot)
        verdict.parts.append(text.marked("ballot", ballot))
        return verdict

    def _narrated(self) -> Verdict:
        verdict = self._verdict(None)
        teller = self.rng.choice(("Formanden", "Direktøren", "Borgmesteren", "Centerchefen"))
        verdict.parts.append(Rich(f"{teller} orienterede om sagen" + self.rng.choice((".", " og de næste skridt."))))
        return verdict

    def _discussed(self) -> Verdict:
        verdict = self._verdict("drøftet", ["drøftelse"])
        # What a wish for more says of the other points of a mixed case would be open.
        verdict.parts.append(self._told(self.rng.choice(formulas.DISCUSSED[:8] if self.mixed else formulas.DISCUSSED)))
        return verdict

    # Point by point.

    def _point_by_point(self) -> Verdict:
        """'1. Taget til efterretning. 2. Godkendt.', each point with its own outcome or its own vote."""
        rng, chamber = self.rng, self.chamber
        label = chamber.voice.points
        usual: dict[Kind, Outcome] = {
            "g": "anbefalet" if self.case.recommends else "godkendt",
            "d": "drøftet",
            "o": "taget til efterretning",
        }
        outcomes = [usual[kind] for kind in self.case.kinds]
        binding = [n for n, kind in enumerate(self.case.kinds) if kind == self.top]
        if len(binding) > 1 and rng.random() < 0.12:
            outcomes[rng.choice(binding)] = rng.choice(
                ("udsat", "forkastet") if not self.case.recommends else ("udsat",)
            )
        verdict = self._verdict(self._outcome)
        runs = _runs(outcomes) if rng.random() < 0.35 and " at" not in label else [[n] for n in range(len(outcomes))]
        voted = rng.choice(binding) if rng.random() < 0.25 else -1
        lines = []
        for run in runs:
            number = str(run[0] + 1) if len(run) == 1 else f"{run[0] + 1}-{run[-1] + 1}"
            outcome = outcomes[run[0]]
            if run == [voted] and outcome in ("godkendt", "anbefalet") and " at" not in label:
                motion = self._motion(new_ballot(), "Indstillingen")
                told = votes.pair(votes.draw_vote(chamber, True), motion)
                told = self._ballot(verdict, motion, told)
            else:
                told = self._told(rng.choice(formulas.POINT[outcome]))
            if " at" in label:
                told = Rich(told.text[:1].lower() + told.text[1:], told.marks)
            lines.append(Rich(label.replace("1", number)) + told)
            verdict.points += [DecisionPoint(number=str(n + 1), outcome=outcome) for n in run]
        verdict.parts.append(concat(lines, "\n" if " at" in label or rng.random() < 0.7 else " "))
        add_asides(self.chamber, verdict, with_vote=True)
        return verdict


def _runs(outcomes: Sequence[Outcome]) -> list[list[int]]:
    """Places of equal outcomes that follow each other."""
    runs: list[list[int]] = []
    for n, outcome in enumerate(outcomes):
        if runs and outcomes[runs[-1][0]] == outcome:
            runs[-1].append(n)
        else:
            runs.append([n])
    return runs
