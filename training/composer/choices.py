"""Votes that are no plain yes or no: as many for as against, and a choice between two models."""

from __future__ import annotations

from .chamber import Side, result
from .rich import Rich, fill
from .teller import Teller
from .wordings import Motion, Vote

_EVEN = (
    "{Noun} fik {f} stemmer for og {a} imod.", "{Body} delte sig {f}-{a}.", "Stemmerne stod lige, {f}-{a}.",
    "{f} stemte for, og {a} stemte imod.", "Der var {f} for og {a} imod.", "Afstemningen endte {f}-{a}.",
    "{f} ja, {a} nej.", "Stemmerne fordelte sig ligeligt med {f} for og {a} imod.",
    "{f} gik ind for {noun}, {a} var imod.", "For {noun} stemte {f}, imod stemte {a}.", "Stemmelighed ({f}-{a}).",
    "Der var stemmelighed, {f} mod {a}.",
)  # fmt: skip
_EVEN_ENDS = (
    "På grund af stemmelighed er {noun} {fallen}.", "Der er dermed {fallen} for {noun}.",
    "Da der var stemmelighed, er {noun} {fallen}.", "{Noun} er derfor {fallen}.",
    "{Noun} {fell} dermed på stemmelighed.", "Stemmelighed medfører, at {noun} er {fallen}.",
    "Ved stemmelighed er {noun} {fallen}.", "Dermed er {noun} {fallen}.",
)  # fmt: skip
_MODELS = (
    ("model 1", "model 2"), ("model A", "model B"), ("løsning A", "løsning B"), ("forslag 1", "forslag 2"),
    ("scenarie 1", "scenarie 2"), ("alternativ A", "alternativ B"), ("den store model", "den lille model"),
    ("model B", "model C"), ("løsning 1", "løsning 2"), ("variant A", "variant B"), ("mulighed 1", "mulighed 2"),
    ("den grønne løsning", "den billige løsning"), ("den nordlige placering", "den sydlige placering"),
)  # fmt: skip
#: {w} who is for the one that wins, {l} who is for the other.
_CHOOSE = (
    "{W} stemte for {win}, {l} for {lose}.", "Til {win} sagde {w} ja, til {lose} {l}.",
    "{W} valgte {win}, mens {l} holdt på {lose}.", "{W} pegede på {win}, {l} på {lose}.",
    "{W} foretrak {win}, mens {l} foretrak {lose}.", "For {win} var {w}, for {lose} {l}.",
    "For {win} stemte {w}. For {lose} stemte {l}.", "{W} gik ind for {win}, {l} ønskede {lose}.",
    "{W} støttede {win}, {l} støttede {lose}.", "{L} stemte for {lose}, {w} for {win}.",
    "{W} ville have {win}, {l} ville have {lose}.", "{Win}: {w}. {Lose}: {l}.",
    "{L} holdt fast i {lose}, mens {w} stemte for {win}.", "{W} ønskede {win}, mens {l} pegede på {lose}.",
)  # fmt: skip
_CHOOSE_LEADS = (
    "", "", "Der blev stemt mellem {one} og {two}.", "De to muligheder blev stillet over for hinanden.",
    "{One} og {two} blev sat til afstemning mod hinanden.", "{Body} valgte mellem {one} og {two}.",
)  # fmt: skip
_CHOSEN = (
    "{Win} er dermed {done}.", "{Win} blev {done}.", "{Win} er {done}.",
    "Der arbejdes videre med {win}, som er {done}.", "Dermed er {win} {done}.", "{Body} {chose} dermed {win}.",
)  # fmt: skip


def even(vote: Vote, motion: Motion) -> Rich:
    """'Udvalget delte sig 3-3 (V og O for, A og F imod). Dermed er indstillingen bortfaldet.'"""
    t = Teller(vote, motion)
    rng, ballot = t.rng, motion.ballot
    f, a = t.n("for"), t.n("against")
    inside = rng.random() < 0.35
    template = rng.choice(_EVEN)
    if inside and "-" not in template and "fik" not in template:
        f, a = f + " (" + t.names("for") + ")", a + " (" + t.names("against") + ")"
    text = fill(template, f=f, a=a, Noun=motion.noun, noun=t.noun, Body=t.body).capitalised()
    if not inside and rng.random() < 0.5:
        text += " " + t.clause("for", t.names("for")).capitalised() + "."
        if rng.random() < 0.5:
            text += " " + t.clause("against", t.names("against")).capitalised() + "."
    text += t.blank()
    end = rng.choice(_EVEN_ENDS)
    word = (
        "ikke flertal"
        if "dermed {fallen} for" in end
        else rng.choice(("bortfaldet", "faldet", "ikke vedtaget", "forkastet"))
    )
    told = result(ballot, "forkastet", word)
    return text + " " + fill(end, Noun=motion.noun, noun=t.noun, fallen=told, fell=result(ballot, "forkastet", "faldt"))


def choice(vote: Vote, motion: Motion) -> Rich:
    """'Fire medlemmer valgte løsning B, mens Bo Lind holdt på løsning A.': for is the side that wins."""
    t = Teller(vote, motion)
    rng = t.rng
    one, two = rng.choice(_MODELS)
    win, lose = (one, two) if rng.random() < 0.5 else (two, one)
    style = rng.choice(("names-n", "n-names", "n", "n", "names", "mixed"))

    def side(which: Side) -> Rich:
        number_style = style if style != "mixed" else "n" if which == "for" else "names"
        return t.group(which, number_style)

    template = rng.choice(_CHOOSE)
    w, lo = side("for"), side("against")
    text = fill(
        template, w=w, W=w.capitalised(), l=lo, L=lo.capitalised(), win=win, lose=lose, Win=_up(win), Lose=_up(lose)
    )
    lead = rng.choice(_CHOOSE_LEADS)
    text = text.capitalised()
    if lead:
        text = lead.format(one=one, two=two, One=_up(one), Body=t.body) + " " + text
    text += t.blank()
    if t.ballot.counts.for_ is not None and t.ballot.counts.against is not None and rng.random() < 0.3:
        motion.ballot.result = "vedtaget"
        return text
    word = "anbefalet" if motion.recommends else rng.choice(("valgt", "vedtaget", "besluttet", "godkendt"))
    done = result(t.ballot, "vedtaget", word)
    chose = result(t.ballot, "vedtaget", "anbefaler" if motion.recommends else "valgte")
    return text + " " + fill(rng.choice(_CHOSEN), Win=_up(win), win=win, done=done, chose=chose, Body=t.body)


def _up(text: str) -> str:
    return text[:1].upper() + text[1:]
