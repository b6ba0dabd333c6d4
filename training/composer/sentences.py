"""Votes told in sentences: who was for, who was against, in any order and by any verb."""

from __future__ import annotations

from .chamber import Side, result
from .fates import bare_result, said
from .people import Party
from .predicates import draw_fronted
from .rich import Rich, concat, fill
from .teller import Teller

_COMPLEMENTS = (
    "resten", "resten", "de øvrige", "de øvrige", "øvrige", "alle andre", "de andre", "de øvrige medlemmer",
    "øvrige medlemmer", "de øvrige partier", "de resterende medlemmer", "resten af medlemmerne",
)  # fmt: skip
_EVERYBODY = (
    "alle", "alle", "samtlige", "alle medlemmer", "samtlige medlemmer", "alle grupper", "alle partier",
    "samtlige partier", "alle fremmødte", "alle tilstedeværende",
)  # fmt: skip
_EXCEPT = (
    "på nær", "på nær", "undtagen", "undtagen", "bortset fra", "bortset fra", "med undtagelse af", "minus", "undtaget",
)  # fmt: skip


def each_side(t: Teller) -> Rich:
    """'A og V bakkede op om indstillingen, mens Ø sagde nej. Bo Lind undlod at stemme.'"""
    order: list[Side] = ["for", "against"] if t.rng.random() < 0.72 else ["against", "for"]
    first = t.clause(order[0]).capitalised()
    joint = t.rng.choice((". ", ". ", ". ", ", mens ", ", mens ", ", medens ", ", hvorimod ", ", og ", ", men ", "; ",
                          ". Derimod ", ". Omvendt ", ". Modsat "))  # fmt: skip
    if joint.strip(" ,") in ("mens", "medens", "hvorimod"):
        second = t.clause(order[1], order="sub")
    elif joint[2:].strip():
        second = t.clause(order[1], order="turned") if joint.startswith(". ") else t.clause(order[1])
    else:
        second = t.clause(order[1])
        second = second.capitalised() if joint == ". " else second
    text = first + joint + second
    if t.vote.blank:
        text += t.rng.choice((". ", ". ", ", og ", ", mens "))
        if text.text.endswith("mens "):
            text += t.clause("abstain", order="sub")
        else:
            told = t.clause("abstain")
            text += told.capitalised() if text.text.endswith(". ") else told
    return t.led(t.settled(text + ".", always=not t.by_name))


def minority_after(t: Teller) -> Rich:
    """'Godkendt. Ø sagde nej.', 'Indstillingen gik igennem, idet V var imod.': no counts, or that of the majority."""
    verb = t.rng.choice(("alone", "idet", "dog", "men", "counted"))
    head = bare_result(t.vote, t.motion) if t.rng.random() < 0.5 and not t.motion.after else said(t.vote, t.motion)
    counted = verb == "counted" or t.rng.random() < 0.25
    if counted:
        head += t.rng.choice((" med ", " med i alt ")) + t.votes("for") + t.rng.choice(("", " for"))
    style = t.rng.choice(("names", "names", "names", "from", "members-of", "names-n"))
    who = t.group("against", style)
    if verb == "idet":
        text = head + t.rng.choice((", idet ", ", mens ", ", hvor ")) + t.clause("against", who, "sub", soft=counted)
    elif verb == "dog":
        text = head + ", dog " + t.clause("against", who, "turned", soft=counted)
    elif verb == "men":
        text = head + ", men " + t.clause("against", who, soft=counted)
    else:
        text = head + ". " + t.clause("against", who, soft=counted).capitalised()
    return text + "." + t.blank()


def against_votes_of(t: Teller) -> Rich:
    """'Vedtaget mod stemmerne fra Ø.', 'Godkendt imod 2 stemmer (V og O).'"""
    head = bare_result(t.vote, t.motion) if t.rng.random() < 0.6 and not t.motion.after else said(t.vote, t.motion)
    one = t.vote.number("against") == 1
    versus = t.rng.choice((" mod ", " imod "))
    form = t.rng.randrange(4)
    if form == 0:
        text = head + versus + ("stemmen fra " if one else "stemmerne fra ") + t.names("against")
    elif form == 1:
        text = head + versus + t.votes("against") + " (" + t.names("against") + ")"
    elif form == 2:
        text = head + versus + t.votes("against") + t.rng.choice((", afgivet af ", " fra ", ", som kom fra "))
        text += t.names("against")
    else:
        text = head + versus + t.votes("against")
    return text + "." + t.blank()


def complement(t: Teller) -> Rich:
    """'Ø og Bo Lind gik imod, resten støttede indstillingen.', 'A var for. De øvrige 6 sagde nej.'"""
    small: Side = "against" if len(t.vote.no) <= len(t.vote.yes) else "for"
    large: Side = "for" if small == "against" else "against"
    rest: str | Rich = t.rng.choice(_COMPLEMENTS)
    if t.rng.random() < 0.35:
        number = t.n(large)
        form = t.rng.choice(("de øvrige {n}", "de {n} øvrige", "de resterende {n}", "de øvrige {n} medlemmer",
                             "de andre {n}", "de {n} øvrige medlemmer"))  # fmt: skip
        rest = fill(form, n=number)
    text = t.clause(small).capitalised()
    if small == "for" and t.rng.random() < 0.4:
        text = "Kun " + Rich(text.text, text.marks)
    if t.vote.blank:
        text += t.rng.choice((", ", ", og ")) + t.clause("abstain")
    joint = t.rng.choice((", ", ", mens ", ". ", ", og ", ", hvorimod "))
    order = "sub" if joint in (", mens ", ", hvorimod ") else "main"
    last = t.clause(large, rest, order)  # type: ignore[arg-type]
    text += joint + (last.capitalised() if joint == ". " else last)
    return t.led(t.settled(text + "."))


def exception(t: Teller) -> Rich:
    """'Alle på nær Ø stemte for.', 'Godkendt af samtlige medlemmer bortset fra Bo Lind, der undlod at stemme.'"""
    everybody, besides = t.rng.choice(_EVERYBODY), t.rng.choice(_EXCEPT)
    whom = t.names("against")
    if t.vote.blank:
        tail = ", der " + t.verb("against").clause("", t.it(), "sub") + ", og " + t.names("abstain") + ", der "
        tail += t.verb("abstain").clause("", t.it(), "sub")
    else:
        tail = t.rng.choice((Rich(), Rich(), ", der " + t.verb("against").clause("", t.it(), "sub")))
    if t.rng.random() < 0.4:
        head = bare_result(t.vote, t.motion) if not t.motion.after else said(t.vote, t.motion)
        if head.text.startswith(("Faldet", "Forkastet")) or " gik " in head.text:
            head = said(t.vote, t.motion)
        return head + f" af {everybody} {besides} " + whom + tail + "."
    close = "," if tail else ""
    verb = t.verb("for", soft=False)
    text = everybody.capitalize() + f" {besides} " + whom + tail + close
    return t.led(t.settled(verb.clause(text, t.it() if verb.names_motion else "") + "."))


def fronted(t: Teller) -> Rich:
    """'Det gik V, K og M ind for, i alt 7, mens 6 sagde nej.'"""
    side: Side = "for" if t.rng.random() < 0.75 else "against"
    other: Side = "against" if side == "for" else "for"
    lead = "Det" if t.motion.after or t.motion.noun.endswith("et") else t.motion.noun
    who = t.group(side, t.rng.choice(("names", "names-n", "n", "members-of")))
    text = lead + " " + draw_fronted(t.rng, side).clause(who, "", "turned")
    total = t.ballot.counts.for_ if side == "for" else t.ballot.counts.against
    if total is None and t.rng.random() < 0.4:
        text += ", i alt " + t.n(side)
    t.it()
    text += t.rng.choice((", mens ", ", hvorimod ")) + t.clause(other, order="sub") + "."
    return t.settled(text + t.blank())


def supported_by(t: Teller) -> Rich:
    """'Indstillingen blev støttet af A og V (9). Ø var imod.', 'Godkendt af 4 (A og V).'"""
    passive = t.rng.choice((
        "{Noun} blev støttet af {who}", "{Noun} fik støtte fra {who}", "{Noun} fik opbakning fra {who}",
        "{Noun} fik tilslutning fra {who}", "{Noun} blev bakket op af {who}", "{Noun} støttes af {who}",
        "{Noun} blev båret af {who}", "Der var opbakning til {noun} fra {who}", "Bag {noun} stod {who}",
        "Støtten til {noun} kom fra {who}", "{done} af {who}", "{done} af {who}", "{done} med stemmerne fra {who}",
    ))  # fmt: skip
    if passive.startswith("{done}") and (not t.vote.carried or t.motion.after):
        passive = "{Noun} blev støttet af {who}"
    done = bare_result(t.vote, t.motion) if passive.startswith("{done}") else Rich()
    who = t.group("for", t.rng.choice(("names", "names-n", "n-names", "members-of")))
    text = fill(passive, Noun=t.motion.noun, noun=t.noun, who=who, done=done)
    t.it()
    joint = t.rng.choice((". ", ". ", ", mens ", ", hvorimod "))
    told = t.clause("against", order="main" if joint == ". " else "sub")
    text += joint + (told.capitalised() if joint == ". " else told) + "."
    return t.settled(text + t.blank())


def sizes(t: Teller) -> Rich:
    """'Et flertal på fire (A, F og C) bakkede op. Mindretallet var Ø.'"""
    who = t.rng.choice((
        "Et flertal på {n} ({names})", "Et flertal på {n} medlemmer ({names})", "Flertallet ({names})",
        "Flertallet på {n} ({names})", "Et flertal ({names})", "Et flertal bestående af {names}",
        "Et flertal, der udgøres af {names},", "Flertallet, {names},", "Et snævert flertal ({names})",
        "Et flertal på {n}", "Flertallet på {n} medlemmer", "{n} medlemmer, der udgør udvalgets flertal ({names}),",
    ))  # fmt: skip
    who = who.replace("udvalgets", "byrådets" if t.chamber.council else "udvalgets")
    subject = fill(who, **_slots(t, "for", who)).capitalised()
    verb = t.verb("for")
    if t.motion.recommends and t.rng.random() < 0.6:
        text = subject + " " + result(t.ballot, "vedtaget", t.rng.choice(("anbefaler", "anbefalede"))) + " " + t.it()
    else:
        text = verb.clause(subject, t.it() if verb.names_motion else "")
    form = t.rng.randrange(6)
    if form == 0:
        less = t.rng.choice(("Et mindretal på {n} ({names})", "Mindretallet ({names})", "Et mindretal ({names})",
                             "Mindretallet på {n} ({names})", "Et mindretal bestående af {names}"))  # fmt: skip
        text += ". " + t.clause("against", fill(less, **_slots(t, "against", less)))
    elif form == 1:
        text += ". " + t.rng.choice(("Mindretallet bestod af ", "Mindretallet udgjordes af ", "Mindretallet er ",
                                     "I mindretallet var ", "I mindretal var ", "Mindretallet var "))  # fmt: skip
        text += t.names("against")
    elif form == 2:
        text += ", mens " + t.clause("against", "et mindretal på " + t.n("against"), "sub")
    else:
        text += ". " + t.clause("against").capitalised()
    return t.settled(text + "." + t.blank())


def _slots(t: Teller, side: Side, template: str) -> dict[str, str | Rich]:
    slots: dict[str, str | Rich] = {}
    if "{n}" in template:
        slots["n"] = t.n(side)
    if "{names}" in template:
        slots["names"] = t.names(side)
    return slots


def split_party(t: Teller) -> Rich | None:
    """'A stemte for, dog stemte Bo Lind imod. Resten af …': a party that does not vote as one; None without one."""
    both: list[Party] = [
        party
        for party in t.chamber.parties()
        if any(m.party == party for m in t.vote.no) and any(m.party == party for m in t.vote.yes)
    ]
    if not both or t.vote.blank:
        return None
    party = both[0]
    ours = [member for member in t.vote.yes if member.party == party]
    theirs = [member for member in t.vote.no if member.party == party]
    t.vote.chamber.rng.shuffle(ours)
    if t.rng.random() < 0.5 and len(theirs) < len(ours):
        # The exception stands with what is said of it; the others are the party.
        main = t.chamber.voter(t.ballot, "for", party)
        lone = concat([t.chamber.voter(t.ballot, "against", member, False) for member in theirs], " og ")
        verb = t.verb("for", soft=False)
        head = verb.clause(main, t.it() if verb.names_motion else "")
        form = t.rng.randrange(3)
        if form == 0:
            text = head + ", dog " + t.clause("against", lone, "turned")
        elif form == 1:
            text = head + " bortset fra " + lone + ", der " + t.verb("against").clause("", t.it(), "sub")
        else:
            text = head + ". " + lone + " gik imod sin gruppe og stemte imod"
    else:
        text = t.chamber.party(party)[0].marked("party") + t.rng.choice((" var delt: ", " delte sig: "))
        text += t.clause("for", concat([t.chamber.voter(t.ballot, "for", m, False) for m in ours], " og ")) + ", mens "
        text += t.clause("against", concat([t.chamber.voter(t.ballot, "against", m, False) for m in theirs], " og "),
                         "sub")  # fmt: skip
    text = text.capitalised() + "."
    for side in ("for", "against"):
        left = [member for member in t.vote.of(side) if member.party != party]
        if left:
            told = t.chamber.voter_list(t.ballot, side, left, False)
            text += " " + t.clause(side, told).capitalised() + "."
    return t.led(t.settled(text))


def only_counted_for(t: Teller) -> Rich:
    """'Indstillingen fik fire stemmer og er godkendt. Bo Lind afholdt sig fra at stemme.'"""
    got = t.rng.choice((
        "{Noun} fik {n}", "{Noun} samlede {n}", "{Noun} opnåede {n}", "{Noun} kunne samle {n}",
        "Der var {n} for {noun}",
        "Der blev afgivet {n} for {noun}", "{n} faldt ud til fordel for {noun}", "For {noun} var der {n}",
    ))  # fmt: skip
    if not t.vote.carried and t.rng.random() < 0.5:
        got = t.rng.choice(("{Noun} fik kun {n}", "{Noun} kunne kun samle {n}", "{Noun} fik blot {n}"))
    votes = t.votes("for")
    if t.rng.random() < 0.4:
        votes += t.rng.choice((" (", " (")) + t.names("for") + ")"
    text = fill(got, Noun=t.motion.noun, noun=t.noun, n=votes).capitalised()
    t.it()
    text += t.rng.choice((" og ", ", og ")) + _fate_without_noun(t) + "."
    if t.vote.no and (t.rng.random() < 0.7 or not t.vote.blank):
        text += " " + t.clause("against").capitalised() + "."
    return text + t.blank()


def _fate_without_noun(t: Teller) -> Rich:
    """'er dermed vedtaget', 'faldt'."""
    told = said(t.vote, t.motion, "·")
    return Rich(told.text[2:], tuple(mark.moved(-2) for mark in told.marks))


def wished(t: Teller) -> Rich:
    """'Udvalget var delt. A og V ville godkende ansøgningen, Ø ville ikke.'"""
    lead = t.rng.choice(("{Body} var delt.", "{Body} delte sig.", "Der var delte meninger.", "Der var ikke enighed.",
                         "{Body} kunne ikke enes.")).replace("{Body}", t.body)  # fmt: skip
    pro, con = t.rng.choice((
        ("ville have {noun} vedtaget", "ville ikke"), ("ønskede {noun} vedtaget", "ønskede det ikke"),
        ("ville sige ja", "ville sige nej"), ("ville følge {noun}", "ville ikke"), ("var for", "imod"),
        ("talte for og stemte for", "stemte imod"), ("gik ind for {noun}", "gjorde ikke"), ("sagde ja", "nej"),
        ("var indstillet på {noun}", "var det ikke"),
    ))  # fmt: skip
    text = lead + " " + t.group("for").capitalised() + " " + pro.format(noun=t.noun)
    text += t.rng.choice((", ", ", mens ")) if " ikke" not in con and con not in ("gjorde ikke",) else ", "
    if " mens " in text.text[-7:] and con in ("imod", "nej"):
        text = Rich(text.text[:-5], text.marks)
    text += t.group("against") + " " + con + "."
    return t.settled(text + t.blank())


def in_words_of_the_chair(t: Teller) -> Rich:
    """'Formanden konstaterede, at 9 var for og 6 imod.'"""
    lead = t.rng.choice(("Formanden konstaterede, at ", "Det blev konstateret, at ", "Afstemningen viste, at ",
                         "Optællingen viste, at ", "Ved afstemningen viste det sig, at ", "Det viste sig, at ",
                         "Ved håndsoprækning konstateredes det, at "))  # fmt: skip
    text = lead + t.clause("for", order="sub") + t.rng.choice((", og at ", ", mens ", ", og "))
    order = "main" if text.text.endswith(", og ") else "sub"
    text += t.clause("against", order=order) + "."  # type: ignore[arg-type]
    return t.settled(text + t.blank())


def single_votes(t: Teller) -> Rich:
    """'Der var fem stemmer for indstillingen og én imod. Stemmen imod kom fra Mona Lau.'"""
    text = t.rng.choice(("Der var ", "Der blev afgivet ", "Der faldt ")) + t.votes("for") + f" for {t.it()} og "
    text += t.n("against") + " imod. "
    one = t.vote.number("against") == 1
    text += t.rng.choice((
        "Stemmen imod kom fra " if one else "Stemmerne imod kom fra ", "Modstemmen var fra " if one else "Imod var ",
        "Imod stemte ", "Nej-stemmen blev afgivet af " if one else "Nej-stemmerne blev afgivet af ",
        "Den, der stemte imod, var " if one else "De, der stemte imod, var ",
    ))  # fmt: skip
    return t.settled(text + t.names("against") + "." + t.blank(), always=False)


def later_explained(t: Teller) -> Rich:
    """A vote with both sides, then one of the voters says why, which is no second vote."""
    text = each_side(t)
    named = [person for person in t.ballot.against if person.name]
    parties = [party for party in t.chamber.parties() if t.chamber.party(party)[1] in t.ballot.against]
    if named:
        who: str | Rich = Rich(t.rng.choice(named).name or "").marked("speaker")
    elif parties:
        who = t.chamber.party(t.rng.choice(parties))[0]
    else:
        return text
    verb = t.rng.choice((" begrundede sit nej med, at ", " stemte imod, fordi ",
        " forklarede, at nej-stemmen skyldtes, at ",
                         " ønskede ført til protokol, at ", " stemte nej, da ", " var imod, idet ",
                         " kunne ikke støtte forslaget, fordi "))  # fmt: skip
    return text + " " + who + verb + t.rng.choice(_REASONS)


_REASONS = (
    "udgiften ikke er dækket ind.", "naboerne ikke er hørt.", "sagen er for dårligt belyst.",
    "tidsplanen er for stram.", "pengene bør bruges på børn og ældre.", "alternativerne ikke er undersøgt.",
    "løsningen er for dyr i drift.", "høringssvarene ikke er fulgt.", "trafikken allerede er for tæt.",
    "det strider mod budgetaftalen.",
)  # fmt: skip


def under_a_clause(t: Teller) -> Rich:
    """'Efter at A og V havde stemt for og Ø imod, var indstillingen vedtaget.'"""
    text = "Efter at " + t.group("for") + t.rng.choice((" havde stemt for", " havde sagt ja")) + " og "
    text += t.group("against") + t.rng.choice((" imod", " nej") if " sagt " in text.text else (" imod",))
    word = "forkastet" if not t.vote.carried else "anbefalet" if t.motion.recommends else "vedtaget"
    text += f", var {t.noun} " + result(t.ballot, "vedtaget" if t.vote.carried else "forkastet", word)
    return text + "." + t.blank()
