"""Votes told as numbers, lines and tables: '14-4', 'Ja: 14 (A, V). Nej: 4 (Ø).', a row for each member."""

from __future__ import annotations

from .chamber import Side, Voted, result, set_count
from .fates import bare_result, said
from .rich import Rich, concat, fill
from .teller import Teller
from .wordings import SIDES

#: What stands before the three sides of a vote.
_SCHEMES: tuple[tuple[str, str, str], ...] = (
    ("Ja", "Nej", "Hverken/eller"), ("Ja", "Nej", "Blank"), ("Ja", "Nej", "Undlod"), ("JA", "NEJ", "BLANK"),
    ("For", "Imod", "Hverken for eller imod"), ("For", "Imod", "Undlod"), ("For", "Mod", "Blankt"),
    ("For", "Imod", "Undlod at stemme"), ("Stemte for", "Stemte imod", "Undlod at stemme"),
    ("Stemte ja", "Stemte nej", "Stemte blankt"), ("Ja-stemmer", "Nej-stemmer", "Blanke stemmer"),
    ("Stemmer for", "Stemmer imod", "Blanke"),
    ("Stemte for {noun}", "Stemte imod {noun}", "Stemte hverken for eller imod"),
    ("For {noun}", "Imod {noun}", "Hverken for eller imod"), ("Støtter {noun}", "Støtter ikke {noun}", "Undlader"),
    ("Går ind for", "Går imod", "Stemmer ikke"), ("Tilslutning", "Ikke tilslutning", "Afholder sig"),
    ("Følgende stemte for", "Følgende stemte imod", "Følgende undlod at stemme"),
    ("Ja sagde", "Nej sagde", "Blankt stemte"), ("Antal stemmer for", "Antal stemmer imod", "Antal blanke stemmer"),
    ("Godkender", "Godkender ikke", "Undlader at stemme"),
    ("For stemmer", "Imod stemmer", "Hverken for eller imod stemmer"), ("Flertal", "Mindretal", "Undlader"),
)  # fmt: skip

#: A pair of numbers; {a} is the one first printed, {b} the other.
_PAIRS = (
    "{done} ({a}-{b})", "{done} ({a}-{b})", "{done} {a}-{b}", "{done} med {a}-{b}", "{done} ({a} mod {b})",
    "{done} med stemmerne {a} mod {b}", "{done} med stemmerne {a} imod {b}", "{done} med stemmetallet {a}-{b}",
    "{done} med {a} mod {b} stemmer", "{done} med {a} mod {b}", "{done}, {a}-{b}",
    "{done} med stemmetallene {a} og {b}", "{done} ved afstemning {a}-{b}", "{done} {a} mod {b}",
    "{done} med {a} stemmer over for {b}", "{done} ({a}/{b})", "{done} efter afstemning ({a}-{b})",
    "Med {a} stemmer mod {b} {verb} {body} {noun}", "Stemmetal {a}-{b}. {done}",
    "Med stemmerne {a}-{b} {verb} {body} {noun}", "Afstemningen endte {a}-{b}. {done}",
    "Resultatet blev {a}-{b}. {done}", "{Body} delte sig {a}-{b}. {done}", "Stemmerne faldt {a}-{b}. {done}",
    "Stemmetallet var {a} mod {b}. {done}",
)  # fmt: skip

#: Both numbers, each with its side.
_COUNTED = (
    "{f} stemte for, {a} imod", "{f} stemte for, og {a} stemte imod", "{f} for, {a} imod", "{f} ja, {a} nej",
    "{f} ja og {a} nej", "{f} ja-stemmer og {a} nej-stemmer", "{f} ja-stemmer mod {a} nej-stemmer",
    "{f} sagde ja, {a} nej", "{a} stemte imod, {f} for", "{Noun} fik {f} stemmer for og {a} imod",
    "{f} rakte hånden op for, og {a} var imod", "{f} stemte ja, mens {a} stemte nej", "Der var {f} for og {a} imod",
    "Afstemningen gav {f} ja og {a} nej", "Stemmerne fordelte sig med {f} for og {a} imod",
    "Afstemningens resultat var {f} for og {a} imod", "{f} var for {noun}, {a} var imod",
    "{Noun} samlede {f} stemmer, mens {a} var imod", "{f} gik ind for {noun}, {a} gik imod",
    "{Noun} opnåede {f} stemmer mod {a}", "For {noun} var {f}, imod var {a}", "Imod {noun} var {a}, for var {f}",
    "{f} medlemmer støttede {noun}, {a} gjorde ikke", "{f} pegede på {noun}, {a} var imod", "{f} hænder for, {a} imod",
    "Ved håndsoprækning var {f} for og {a} imod", "Der var flertal for {noun}: {f} mod {a}",
    "{Body} stemte {f} for og {a} imod",
)  # fmt: skip
_ONE = (("stemmer", "stemme"), ("medlemmer", "medlem"), ("ja-stemmer", "ja-stemme"), ("nej-stemmer", "nej-stemme"),
        ("hænder", "hånd"))  # fmt: skip
_ABSTAINED = (
    ", {n} undlod", ", {n} undlod at stemme", ", {n} hverken for eller imod", ", {n} blank", " og {n} blanke",
    ", mens {n} undlod", ", mens {n} ikke stemte", ". {N} stemte blankt", ". {N} undlod at stemme", ", {n} afholdt sig",
    ". Blanke stemmer: {n}", ", og {n} lod være at stemme",
)  # fmt: skip


def dash(t: Teller) -> Rich:
    """'Anbefales (4-3). V og O udgør flertallet. A sagde nej.', 'Forkastet 9-16.'"""
    template = t.rng.choice([each for each in _PAIRS if t.vote.carried or "{verb}" not in each])
    whole = t.motion.after or template.endswith("{done}") or t.rng.random() < 0.5
    done = said(t.vote, t.motion) if whole else bare_result(t.vote, t.motion)
    # Of a motion that was not carried either number may come first; the larger is against.
    first: Side = "for" if t.vote.carried or t.rng.random() < 0.5 else "against"
    second: Side = "against" if first == "for" else "for"
    words = t.words
    t.words = words and "-" not in template and "/" not in template
    verb = Rich()
    if "{verb}" in template:
        told = ("anbefaler", "anbefalede") if t.motion.recommends else ("fulgte", "godkendte", "vedtog", "tiltrådte")
        verb = result(t.ballot, "vedtaget", t.rng.choice(told))
    if t.vote.number(second) == 1 and "{b} stemmer" in template:
        template = template.replace("{b} stemmer", "{b} stemme")
    text = fill(template, a=t.n(first), b=t.n(second), done=done, verb=verb, noun=t.noun, Body=t.body,
                body=t.body[:1].lower() + t.body[1:])  # fmt: skip
    t.words = words
    t.it()
    return text.capitalised() + who_they_were(t) + t.blank()


def counted(t: Teller) -> Rich:
    """'13 rakte hånden op for, og 2 var imod (Bo Lind og Ida Krog).'"""
    template = t.rng.choice(_COUNTED)
    inside = t.rng.random() < 0.3 and "stemmer" not in template
    parts = {}
    for key, side in (("f", "for"), ("a", "against")):
        number = t.n(side)  # type: ignore[arg-type]
        if inside and (side == "against" or t.rng.random() < 0.5):
            number += " (" + t.names(side) + ")"  # type: ignore[arg-type]
        parts[key] = number
    for key, side in (("f", "for"), ("a", "against")):
        if t.vote.number(side) == 1:  # type: ignore[arg-type]
            for many, one in _ONE:
                template = template.replace(f"{{{key}}} {many}", f"{{{key}}} {one}")
    text = fill(template, **parts, Noun=t.motion.noun, noun=t.noun, Body=t.body).capitalised()
    t.it()
    abstained = Rich()
    if t.vote.blank and t.rng.random() < 0.6:
        n = t.n("abstain")
        text += fill(t.rng.choice(_ABSTAINED), n=n, N=n.capitalised())
    elif t.vote.blank:
        abstained = t.blank()
    if not inside:
        abstained = who_they_were(t) + abstained
        return t.led(t.settled(text + (abstained or "."), always=False))
    return t.led(t.settled(text + "." + abstained, always=False))


def who_they_were(t: Teller) -> Rich:
    """'. De to var A og B.', ' (A og V for, Ø imod).', ', Bo Lind nej.': who stands behind numbers, or a full stop."""
    one = len(t.vote.no) == 1
    form = t.rng.choice(("none", "none", "against", "against", "against", "both", "brackets", "tail", "clause",
        "minority",
                         "majority", "shares"))  # fmt: skip
    if form == "none":
        return Rich(".")
    if form == "brackets":
        pro, con = t.rng.choice(((" for", " imod"), (" ja", " nej"), (" stemte for", " stemte imod")))
        return " (" + t.names("for") + pro + t.rng.choice((", ", " og ", "; ")) + t.names("against") + con + ")."
    if form == "tail":
        return ", " + t.names("against") + t.rng.choice((" nej.", " imod.", " var imod.", " stemte nej."))
    if form == "clause":
        return ". " + t.clause("against", t.names("against")).capitalised() + "."
    if form == "both":
        lead = t.rng.choice((("For stemte ", "Imod stemte "), ("For var ", "Imod var "), ("Ja sagde ", "Nej sagde "),
                             ("Stemmerne for kom fra ", "Stemmerne imod kom fra "), ("For: ", "Imod: "),
                             ("Med ja stemte ", "Med nej stemte ")))  # fmt: skip
        return ". " + lead[0] + t.names("for") + ". " + lead[1] + t.names("against") + "."
    if form == "majority":
        text = ". " + t.names("for").capitalised()
        text += t.rng.choice((" udgør flertallet", " udgjorde flertallet", " dannede flertal", " var flertallet"))
        return text + t.rng.choice((". ", ", ")) + t.clause("against", t.names("against")) + "."
    if form == "shares":
        return t.rng.choice((", hvor ", ", idet ")) + t.clause("against", t.names("against"), "sub") + "."
    if form == "minority":
        lead_ = t.rng.choice(("I mindretallet var ", "Mindretallet udgøres af ", "Mindretallet: ", "Mindretallet var ",
                              "I mindretal var "))  # fmt: skip
    else:
        lead_ = t.rng.choice((
            "Imod stemte ", "Imod var ", "Nej sagde ", "Nej: ", "Imod: ",
            "Modstanderen var " if one else "Modstanderne var ",
            "Stemmen imod kom fra " if one else "Stemmerne imod kom fra ",
            "Det var " if not one else "Nej-stemmen kom fra ",
            "Den ene var " if one else "De, der stemte imod, var ", "Imod indstillingen var ",
        ))  # fmt: skip
        if lead_ == "Det var ":
            return ". De, der sagde nej, var " + t.names("against") + "."
    return ". " + lead_ + t.names("against") + "."


def scheme(t: Teller) -> Rich:
    """'Ja: 14 (A, V og C). Nej: 4 (Ø). Hverken/eller: 1 (D).', in a line or line by line."""
    heads = t.rng.choice(_SCHEMES)
    content = t.rng.choice(("n-names", "n-names", "n", "names", "names-n", "votes", "n-colon"))
    colon = t.rng.choice((": ", ": ", ": ", " – ", " = ", ":\n"))
    between = t.rng.choice((". ", ". ", "; ", ", ", "\n", "\n", "\n- "))
    if colon == ":\n":
        between = t.rng.choice(("\n", "\n\n"))
    sides: list[Side] = list(t.sides)
    zero = [side for side in SIDES if side not in sides and t.rng.random() < 0.35]
    if t.rng.random() < 0.15:
        sides[:2] = sides[1::-1]
    parts: list[str | Rich] = []
    for side in [*sides, *zero]:
        head = heads[SIDES.index(side)].replace("{noun}", t.noun)
        if not t.vote.of(side):
            none = t.chamber.count(t.ballot, side, 0) if t.rng.random() < 0.5 else _zero(t, side)
            parts.append(head + colon + (none.capitalised() if colon == ":\n" else none))
            continue
        if content == "n":
            told = t.n(side)
        elif content == "votes":
            told = t.votes(side)
        elif content == "names":
            told = t.names(side)
        elif content == "names-n":
            told = t.names(side) + " (" + t.n(side) + ")"
        elif content == "n-colon":
            told = t.n(side) + t.rng.choice((" – ", ", ")) + t.names(side)
        else:
            told = t.n(side) + " (" + t.names(side) + ")"
        parts.append(head + colon + told)
    if between == ", " and content not in ("n", "votes"):
        between = "; "
    text = concat(parts, between)
    if between == "\n- ":
        text = "- " + text
    lead = t.rng.choice(("", "", "{Noun}: ", "Afstemning: ", "Afstemning om {noun}: ", "{Noun} sat under afstemning: ",
                         "Stemmefordeling: ", "Resultat af afstemningen: ", "Der blev stemt om {noun}: ",
                         "Om {noun} blev der stemt således: ", "Afstemningsresultat for {noun}: "))  # fmt: skip
    if t.motion.after and not lead:
        lead = "{Noun}: "
    if lead:
        gap = "\n" if "\n" in text.text else " "
        text = lead.format(Noun=t.motion.noun, noun=t.noun).rstrip() + gap + text
    if "\n" not in text.text or t.rng.random() < 0.3:
        text += "."
    return _closed(t, text, content in ("n", "n-names", "votes", "names-n", "n-colon"))


def _zero(t: Teller, side: Side) -> Rich:
    """'0', where a word would be 'ingen'."""
    set_count(t.ballot, side, 0)
    return Rich("0").marked(f"count-{side}", Voted(t.ballot, count=0))


def _closed(t: Teller, text: Rich, counted_: bool) -> Rich:
    """A block of lines with its result behind it, now and then without where the numbers tell it."""
    if counted_ and not t.motion.recommends and t.rng.random() < 0.25 and text.text.endswith("."):
        t.ballot.result = "vedtaget" if t.vote.carried else "forkastet"
        return text
    gap = "\n" if "\n" in text.text else " "
    end = "" if text.text.endswith(".") or gap == "\n" else "."
    if t.rng.random() < 0.2 and not t.motion.after:
        return said(t.vote, t.motion) + "." + gap + text
    told = bare_result(t.vote, t.motion) if t.rng.random() < 0.3 else said(t.vote, t.motion)
    return text + end + gap + told + "."


def roll_call(t: Teller) -> Rich:
    """A row for each member: 'Bo Lind (V): ja'."""
    answers = t.rng.choice((
        ("ja", "nej", "blankt"), ("Ja", "Nej", "Undlod"), ("for", "imod", "hverken for eller imod"),
        ("stemte for", "stemte imod", "undlod at stemme"), ("For", "Imod", "Blank"), ("JA", "NEJ", "BLANK"),
        ("stemmer ja", "stemmer nej", "stemmer ikke"), ("J", "N", "B"),
    ))  # fmt: skip
    between = t.rng.choice((": ", ": ", " – ", " - ", " | ", ", "))
    rows = []
    for member in t.chamber.members:
        for side, answer in zip(SIDES, answers, strict=True):
            if any(each.name == member.name for each in t.vote.of(side)):
                rows.append(t.chamber.voter(t.ballot, side, member) + between + answer)
    lead = t.rng.choice(("Der blev stemt ved navneopråb:", "Navneopråb om {noun}:",
        "{Noun} blev afgjort ved navneopråb:",
                         "Afstemning om {noun}:", "Stemmeafgivning:",
                         "Således stemte medlemmerne om {noun}:"))  # fmt: skip
    text = lead.format(noun=t.noun, Noun=t.motion.noun) + "\n" + concat(rows, "\n")
    return _closed(t, text, False)


def party_rows(t: Teller) -> Rich | None:
    """A row for each party: 'A: for', 'Venstre – imod'; None where a party is split or somebody has none."""
    parties = t.chamber.parties()
    where = {m.name: side for side in SIDES for m in t.vote.of(side)}
    if t.chamber.of(None) or any(len({where.get(m.name) for m in t.chamber.of(party)}) != 1 for party in parties):
        return None
    answers = t.rng.choice((
        ("ja", "nej", "blankt"), ("for", "imod", "hverken for eller imod"), ("stemte for", "stemte imod",
        "undlod at stemme"),
        ("For", "Imod", "Undlod"), ("støtter {noun}", "støtter ikke {noun}", "undlader at stemme"), ("Ja", "Nej",
        "Undlader"),
    ))  # fmt: skip
    between = t.rng.choice((": ", ": ", " – ", " - ", " "))
    if between == " " and not answers[0].startswith(("st", "for")):
        between = ": "
    rows = []
    for party in parties:
        side = where[t.chamber.of(party)[0].name]
        answer = answers[SIDES.index(side)].replace("{noun}", t.noun)
        rows.append(t.chamber.voter(t.ballot, side, party) + between + answer)
    lead = t.rng.choice(("Partiernes stilling til {noun}:", "Afstemning om {noun}:",
        "Der blev stemt gruppevis om {noun}:",
                         "Gruppernes stemmer:", "{Noun} blev sat til afstemning:"))  # fmt: skip
    joint = t.rng.choice(("\n", "\n", "; ", ", "))
    text = lead.format(noun=t.noun, Noun=t.motion.noun) + ("\n" if joint == "\n" else " ") + concat(rows, joint)
    return _closed(t, text, False)


def sums_of_parties(t: Teller) -> Rich | None:
    """'13 ja, fordelt på A (9) og F (4), og 12 nej, fordelt på V (8) og C (4).'; None where a party is split."""
    parties = t.chamber.parties()
    where = {m.name: side for side in SIDES for m in t.vote.of(side)}
    whole = all(len({where.get(m.name) for m in t.chamber.of(party)}) == 1 for party in parties)
    if not whole or t.chamber.of(None) or t.vote.slip or t.chamber.voice.party == "name-letter":
        return None

    def shares(side: Side) -> Rich:
        ours = [party for party in parties if where[t.chamber.of(party)[0].name] == side]
        told = [t.chamber.voter(t.ballot, side, party) + f" ({len(t.chamber.of(party))})" for party in ours]
        return concat(told[:-1], ", ") + (" og " if len(told) > 1 else "") + told[-1]

    pro, con = t.rng.choice(((" ja", " nej"), (" stemmer for", " stemmer imod"), (" for", " imod")))
    share = t.rng.choice((", fordelt på ", ", nemlig ", ": "))
    text = Rich(t.motion.noun + ": " if t.rng.random() < 0.6 else "")
    text = (
        text + t.n("for") + pro + share + shares("for") + t.rng.choice(("; ", ", og ")) + t.n("against") + con + share
    )
    text = text + shares("against") + "."
    if t.vote.blank:
        text += " " + t.n("abstain").capitalised() + " undlod" + share + shares("abstain") + "."
    return _closed(t, text.capitalised(), True)
