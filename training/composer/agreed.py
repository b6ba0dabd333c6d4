"""Votes without a minority: who agreed on what, in words that tell that all did."""

from __future__ import annotations

from .chamber import Chamber, result
from .fates import lower
from .predicates import draw_predicate
from .rich import Rich, fill
from .wordings import Motion

#: <agreed> words are put in the place of {all}; {n} is the number of all.
_ADVERBS = ("enstemmigt", "enstemmigt", "i enighed", "i fuld enighed", "med samtlige stemmer", "med alle stemmer")
_SUBJECTS = (
    "alle", "samtlige", "alle medlemmer", "samtlige medlemmer", "et enigt {body}", "et samlet {body}",
    "hele {body_the}", "et enstemmigt {body}", "alle fremmødte", "alle tilstedeværende", "alle grupper",
    "samtlige partier", "alle partier", "alle fremmødte medlemmer", "et fuldtalligt {body}",
)  # fmt: skip
_COUNTED = (
    "alle {n}", "samtlige {n}", "alle {n} medlemmer", "samtlige {n} medlemmer", "alle {n} fremmødte",
    "alle fremmødte ({n})", "alle {n} tilstedeværende", "samtlige fremmødte ({n})", "alle {n} mødte medlemmer",
)  # fmt: skip
_PASSIVE = (
    "{Noun} blev {done} af {all}", "{Done} af {all}", "{Noun} fik tilslutning fra {all}", "{Noun} fik støtte fra {all}",
    "{Noun} har opbakning fra {all}", "{Noun} tiltrædes af {all}", "{Noun} er {done} af {all}",
    "Der var opbakning til {noun} fra {all}",
)  # fmt: skip
_MANNER = (
    "{Noun} blev {done} {all}", "{Done} {all}", "{Noun} er {all} {done}", "{Noun} blev {all} {done}",
    "{Body} {past} {all} {noun}", "{Body} sagde {all} ja til {noun}", "{Body} stemte {all} for {noun}",
    "{Body} fulgte {all} {noun}", "{All} {done}", "{Body} gik {all} ind for {noun}",
    "{Body} bakkede {all} op om {noun}", "{Body} støttede {all} {noun}",
)  # fmt: skip
_EXTRA = (
    "{Body} er {all} om {noun}", "{Body} var {all} om at følge {noun}", "Der var {all} om {noun}",
)  # fmt: skip


def agreed(chamber: Chamber, motion: Motion) -> Rich:
    """'Hele udvalget står bag indstillingen.', 'Tiltrådt af alle 9 fremmødte.', 'Byrådet sagde enstemmigt ja.'

    Args:
        chamber: Where.
        motion: What they agree on; its ballot is filled.

    Returns:
        The text.
    """
    rng, ballot = chamber.rng, motion.ballot
    ballot.unanimous = True
    council = chamber.voice.council
    body = (council if chamber.council else "udvalg").lower()
    bare = body.removesuffix("et") if chamber.council and council == "Byrådet" else body
    if council == "Kommunalbestyrelsen" and chamber.council:
        bare = "kommunalbestyrelse"
    the = council if chamber.council else "Udvalget"
    done_word = "anbefalet" if motion.recommends else rng.choice((motion.done, "godkendt", "vedtaget", "tiltrådt"))
    past = "anbefalede" if motion.recommends else rng.choice(("godkendte", "vedtog", "tiltrådte"))
    noun = lower(motion.noun)

    def told(words: str) -> Rich:
        article = words.replace("et enigt {body}", "en enig {body}") if bare.endswith("se") else words
        if bare.endswith("se"):
            article = article.replace("et samlet", "en samlet").replace("et enstemmigt", "en enstemmig")
            article = article.replace("et fuldtalligt", "en fuldtallig")
        return Rich(article.format(body=bare, body_the=the.lower())).marked("agreed", ballot)

    def slots(all_: Rich) -> dict[str, str | Rich]:
        done = result(ballot, "vedtaget", done_word)
        return {"Noun": motion.noun, "noun": noun, "Body": the, "all": all_, "All": all_.capitalised(), "done": done,
                "Done": done.capitalised(), "past": result(ballot, "vedtaget", past)}  # fmt: skip

    form = rng.random()
    if form < 0.3:
        text = fill(rng.choice(_MANNER), **slots(told(rng.choice(_ADVERBS))))
    elif form < 0.38:
        words = rng.choice(("enig", "fuldstændig enig"))
        template = rng.choice(_EXTRA)
        words = "enighed" if template.startswith("Der") else words if bare.endswith("se") else words + "t"
        text = fill(template, **slots(told(words)))
    else:
        if rng.random() < 0.35:
            words = rng.choice(_COUNTED)
            head, _, tail = words.partition("{n}")
            number = chamber.count(ballot, "for", len(chamber.members))
            who = told(head.strip(" (")) + head[len(head.rstrip(" (")) :] + number + tail
        else:
            who = told(rng.choice(_SUBJECTS))
        if rng.random() < 0.45:
            text = fill(rng.choice(_PASSIVE), **slots(who))
        else:
            verb = draw_predicate(rng, "for", soft=False, names=True if rng.random() < 0.7 else None)
            text = verb.clause(who.capitalised(), noun if verb.names_motion else "")
    if ballot.result is None or "result" not in {mark.kind for mark in text.marks}:
        ballot.result = "vedtaget"
        if rng.random() < 0.5:
            decided = motion.noun + rng.choice((" blev ", " er ")) + result(ballot, "vedtaget", done_word)
            return decided + ". " + text.capitalised() + "."
    return text.capitalised() + "."


def refused_by_all(chamber: Chamber, motion: Motion) -> Rich:
    """'Forslaget blev enstemmigt forkastet.'"""
    ballot = motion.ballot
    ballot.unanimous = True
    words = chamber.rng.choice(("enstemmigt", "af alle", "af et enigt udvalg" if not chamber.council else "af alle"))
    said = Rich(words).marked("agreed", ballot)
    word = chamber.rng.choice(("forkastet", "afvist", "nedstemt"))
    text = motion.noun + " blev "
    fallen = result(ballot, "forkastet", word)
    if words == "enstemmigt":
        return text + said + " " + fallen + "."
    return text + fallen + " " + said + "."
