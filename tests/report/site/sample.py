"""A small archive of an invented municipality, made of records, and what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from referat_nlp.schema import (
    Absence,
    Ballot,
    Counts,
    Decision,
    ErrorInfo,
    Failure,
    Item,
    Meeting,
    Participant,
    Person,
    Referat,
    Section,
    Source,
    Statement,
    Summary,
    SummarySentence,
    Voter,
)

CASE = "Byrådet har sat 14,2 mio. kr. af til en cykelsti. Stien bliver 3 km lang."


def people(*printed: str, inferred: bool = False) -> list[Voter]:
    """'Anne Holm (A)', 'Anne Holm', or 'V' for a party."""
    voters = []
    for each in printed:
        name, _, party = each.removesuffix(")").partition(" (")
        voters.append(
            Voter(name=None, party=name, inferred=inferred)
            if len(name) < 3
            else Voter(name=name, party=party or None, inferred=inferred)
        )
    return voters


def ballot(**values: Any) -> Ballot:
    return Ballot.model_validate({"span": (0, 0), "result": "vedtaget", **values})


def item(
    number: str,
    title: str | None,
    *,
    decision: str = "Godkendt.",
    case: str = CASE,
    ballots: Sequence[Ballot] = (),
    **values: Any,
) -> Item:
    """An item with a case and a decision; its ballots stand on the whole decision, its summary on the case."""
    begin = int(number) * 10_000
    case_span, decision_span = (begin, begin + len(case)), (begin + 5000, begin + 5000 + len(decision))
    values.setdefault("type", "godkendelse")
    values.setdefault("types", [values["type"]])
    values.setdefault("outcome", "godkendt")
    return Item(
        number=number,
        title=title,
        span=(begin, begin + 9000),
        sections=[
            Section(kind="sagsfremstilling", heading="Sagsfremstilling", text=case, span=case_span),
            Section(kind="beslutning", heading="Beslutning", text=decision, span=decision_span),
        ],
        decisions=[Decision(text=decision, span=decision_span)],
        ballots=[each.model_copy(update={"span": decision_span}) for each in ballots],
        summary=Summary(text=case, sentences=[SummarySentence(text=case, span=case_span)]) if case else None,
        **{"id": f"doc-{number}", **values},
    )


def council() -> Referat:
    """A council meeting: two contested items, a unanimous one, one that repeats a committee's vote."""
    return Referat(
        source=Source(path="moeder/byraad.txt", format="text", sha256="ab", n_chars=99),
        meeting=Meeting(
            kind="referat",
            municipality="Ravnsholt Kommune",
            body="Byrådet",
            date="2024-03-05",
            start_time="17:00",
            place="Byrådssalen",
            participants=[
                Participant(name="Anne Holm", party="A", role="borgmester"),
                Participant(name="Bo Lind", party="V"),
                Participant(name="Eva Brun", party="Ø"),
                Participant(name="Karl Dam", party="V"),
            ],
            absent=[Absence(name="Ida Krog", party="C", kind="excused", reason="ferie", substitute="Per Sø")],
        ),
        items=[
            item(
                "1",
                "Cykelsti ved Tved Mark",
                decision="Godkendt. Imod stemte Eva Brun (Ø).",
                ballots=[
                    ballot(
                        **{"for": people("Anne Holm (A)", "Bo Lind (V)")},
                        against=people("Eva Brun (Ø)"),
                        counts=Counts(**{"for": 2, "against": 1}),
                    )
                ],
                statements=[Statement(by="Eva Brun", text="Stien er for smal.", span=(15_000, 15_003))],
            ),
            item(
                "2",
                "Budget for 2025",
                decision="Forslaget blev vedtaget.",
                ballots=[
                    ballot(motion="amendment", proposer="Anne Holm", result="forkastet", against=people("V")),
                    ballot(
                        **{"for": people("V", "Bo Lind (V)", "Karl Dam (V)", inferred=False)},
                        against=people("Anne Holm (A)"),
                        abstain=people("Eva Brun (Ø)"),
                        warnings=["names-do-not-match-count"],
                    ),
                ],
                types=["orientering", "godkendelse"],
                reservations=[Person(name="Eva Brun", party="Ø")],
            ),
            item(
                "3",
                "Godkendelse af dagsorden",
                ballots=[ballot(unanimous=True, **{"for": people("Anne Holm", "Bo Lind", "Eva Brun", inferred=True)})],
            ),
            item("4", "Skolernes ferie", ballots=[ballot(motion="prior", against=people("Eva Brun (Ø)"))]),
        ],
    )


def committee() -> Referat:
    """A committee's meeting that does not name its municipality, with names printed another way."""
    return Referat(
        source=Source(path="moeder/teknik.txt", format="text", sha256="cd", n_chars=99),
        meeting=Meeting(
            kind="referat",
            body="Teknik- og Miljøudvalget",
            date="2025-05-07",
            participants=[Participant(name="Borgmester Anne  Holm"), Participant(name="Eva BRUN", party="Ø")],
        ),
        items=[
            item(
                "1",
                "Ny genbrugsplads",
                id="other-1",
                type="drøftelse",
                outcome="forkastet",
                decision="Ikke godkendt.",
                ballots=[
                    ballot(
                        **{"for": people("Anne Holm (A)", inferred=True)},
                        against=people("Eva Brun (Ø)"),
                        result="forkastet",
                    )
                ],
                absent=[Absence(name="Bo Lind", kind="disqualified")],
            ),
            item("2", None, id="other-2", type="orientering", outcome=None, decision="", case=""),
        ],
        warnings=["a page has no text"],
    )


def failure() -> Failure:
    return Failure(
        source=Source(path="moeder/scan.pdf"),
        error=ErrorInfo(kind="no-text-layer", message="moeder/scan.pdf: no text layer", advice="Run OCR first."),
    )


def records() -> list[Referat | Failure]:
    """Two meetings, a failure, and the first meeting once more."""
    return [council(), committee(), failure(), council()]


def write(folder: Path, written: Sequence[Referat | Failure]) -> Path:
    path = folder / "minutes.jsonl"
    path.write_text("".join(record.to_json() + "\n" for record in written), encoding="utf-8")
    return path
