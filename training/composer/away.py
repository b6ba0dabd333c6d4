"""Who is missing from an item, in the clerk's own words: why, for how long, and who came instead."""

from __future__ import annotations

import random
from collections.abc import Sequence

from referat_nlp.schema import AbsenceKind

#: How each kind of absence is told of {who}; {e} ends an adjective of several; {t} is a time, {n} the item's number.
_FORMS: dict[AbsenceKind, tuple[str, ...]] = {
    "absent": (
        "{who} var ikke i salen under punktet.", "{who} var ikke i salen.",
        "{who} var ude af salen under behandlingen.", "{who} overværede ikke sagen.",
        "{who} overværede ikke punktets behandling.", "{who} var ikke til stede ved punktet.",
        "{who} var ikke til stede under sagens behandling.", "{who} deltog ikke i punktet.",
        "{who} deltog ikke under sagen.", "{who} deltog ikke i behandlingen.",
        "{who} deltog hverken i drøftelsen eller i beslutningen.", "{who} var ikke mødt.",
        "{who} var fraværende under dette punkt.", "{who} var fraværende.", "{who} manglede under punktet.",
        "{who} deltog ikke i dette punkt, men kom tilbage til næste.",
        "{who} var ikke i lokalet, da sagen blev behandlet.", "{who} havde endnu ikke indfundet sig.",
        "{who} var ikke nået frem, da punktet blev behandlet.", "{who} udeblev.", "{who} var midlertidigt fraværende.",
        "{who} var uden for salen, da der blev stemt.", "Uden for salen: {who}.", "Ikke i salen: {who}.",
        "Ikke til stede under punktet: {who}.", "{who} tog ikke del i sagens behandling.",
        "Sagen blev behandlet uden {who}.", "Under punktet var {who} ikke til stede.", "Deltog ikke: {who}.",
        "{who} sad ikke med ved bordet under punktet.", "{who} deltog først i mødet efter dette punkt.",
    ),
    "excused": (
        "{who} havde meldt afbud.", "{who} havde meldt afbud til punktet.", "Der var afbud fra {who}.",
        "Afbud fra {who}.", "{who} har meldt afbud.", "Der var indkommet afbud fra {who}.", "{who} havde forfald.",
        "{who} havde lovligt forfald.", "{who} var undskyldt.", "{who} havde meldt fra.",
        "{who} var fraværende med afbud.", "Med afbud: {who}.", "{who} havde meldt forfald.",
        "Der forelå afbud fra {who}.", "{who} har sendt afbud.",
    ),
    "disqualified": (
        "{who} var inhabil{e} og forlod lokalet.", "{who} var inhabil{e} og gik uden for døren.",
        "{who} gik uden for døren under punktet.", "{who} erklærede sig inhabil{e} og forlod salen.",
        "{who} forlod salen under behandlingen på grund af inhabilitet.",
        "{who} blev erklæret inhabil{e} og deltog ikke.", "{who} er inhabil{e} i sagen og var ikke til stede.",
        "{who} var inhabil{e} og ikke i lokalet.", "{who} sidder i bestyrelsen, var inhabil{e} og deltog ikke.",
        "{who} er nabo til ejendommen og derfor inhabil{e}.", "{who} deltog ikke i sagen på grund af inhabilitet.",
        "{who} gik uden for, mens sagen blev behandlet, som inhabil{e}.", "På grund af inhabilitet deltog {who} ikke.",
        "{who} fandtes inhabil{e} og forlod mødelokalet, mens punktet blev behandlet.", "Inhabil{e}: {who}.",
        "{who} meddelte at være inhabil{e} og forlod bordet.", "{who} trak sig fra behandlingen som inhabil{e}.",
        "{Body} vedtog, at {who} er inhabil{e}.", "{Body} fandt, at {who} var inhabil{e} og skulle gå uden for døren.",
        "{who} har personlig interesse i sagen, var inhabil{e} og gik uden for døren.",
        "{who} forlod lokalet, mens sagen blev drøftet.", "Som inhabil{e} deltog {who} ikke i punktet.",
        "{who} sad uden for under punktet (inhabil{e}).",
    ),
    "left_early": (
        "{who} forlod mødet kl. {t}.", "{who} gik kl. {t}.", "{who} måtte gå kl. {t}.",
        "{who} forlod mødet kl. {t} og deltog ikke i resten.", "{who} gik fra mødet kl. {t}.", "{who} var gået.",
        "{who} var gået, da punktet blev behandlet.", "{who} var gået før dette punkt.", "{who} havde forladt mødet.",
        "{who} havde forladt mødet inden punktet.", "{who} deltog i mødet til kl. {t}.", "{who} deltog til kl. {t}.",
        "Kl. {t} forlod {who} mødet.", "{who} forlod mødet før sagens behandling.", "{who} tog af sted kl. {t}.",
        "{who} var taget hjem.", "Forinden havde {who} forladt mødet.", "{who} forlod herefter mødet.",
        "{who} forlod salen for aftenen kl. {t}.", "Kl. {t} gik {who}.", "{who} måtte forlade mødet kl. {t}.",
    ),
}  # fmt: skip
_REASONED: tuple[tuple[AbsenceKind, str], ...] = (
    ("absent", "{who} var fraværende på grund af {why}."), ("absent", "{who} var fraværende grundet {why}."),
    ("absent", "{who} deltog ikke på grund af {why}."), ("absent", "{who} var forhindret på grund af {why}."),
    ("excused", "{who} havde meldt afbud på grund af {why}."), ("excused", "Afbud på grund af {why}: {who}."),
    ("excused", "{who} havde afbud ({why})."), ("absent", "Fraværende ({why}): {who}."),
    ("absent", "{who} var fraværende ({why})."), ("excused", "{who} har meldt afbud grundet {why}."),
    ("absent", "{who} deltog ikke pga. {why}."),
)  # fmt: skip
#: {s} stands in for {who}.
_REPLACED: tuple[tuple[AbsenceKind, str], ...] = (
    ("absent", "{s} mødte i stedet for {who}."), ("absent", "{s} var mødt i stedet for {who}."),
    ("absent", "{s} var mødt for {who}."), ("absent", "For {who} mødte {s}."),
    ("absent", "I stedet for {who} deltog {s}."), ("absent", "{s} deltog i stedet for {who}."),
    ("absent", "I {who}s sted mødte {s}."), ("absent", "{s} deltog som stedfortræder for {who}."),
    ("absent", "{s} sad i {who}s sted."), ("excused", "{who} havde forfald; i stedet mødte {s}."),
    ("excused", "{who} havde meldt afbud, og {s} deltog i stedet."),
    ("excused", "{who} havde meldt afbud. {s} mødte som stedfortræder."),
    ("absent", "Som stedfortræder for {who} deltog {s}."), ("excused", "Afbud fra {who}, i hvis sted mødte {s}."),
    ("excused", "{who} havde lovligt forfald. {s} var indkaldt i stedet."),
    ("absent", "{s} var indkaldt som stedfortræder for {who}."),
    ("absent", "{who} var fraværende, og {s} var mødt i stedet."),
    ("disqualified", "{who} var inhabil. {s} deltog i stedet."),
    ("disqualified", "{s} deltog i stedet for {who}, der var inhabil."),
    ("absent", "Stedfortræder {s} deltog i stedet for {who}."), ("excused", "Afbud: {who} (stedfortræder: {s})."),
)  # fmt: skip
_REASONS = (
    "ferie", "sygdom", "arbejde", "tjenesterejse", "barsel", "anden mødeaktivitet", "et andet møde", "familieforhold",
    "kursus",
)  # fmt: skip


def draw_form(rng: random.Random, substitutes: Sequence[str]) -> tuple[str, AbsenceKind, str | None, str | None]:
    """How somebody is told to be missing.

    Args:
        rng: What chance there is.
        substitutes: Names of people who may stand in.

    Returns:
        Wording, kind, reason, substitute; a wording with a substitute is for one person.
    """
    form = rng.choices(("plain", "reason", "replaced"), (12, 3, 4 if substitutes else 0))[0]
    if form == "reason":
        kind, wording = rng.choice(_REASONED)
        return wording, kind, rng.choice(_REASONS), None
    if form == "replaced":
        kind, wording = rng.choice(_REPLACED)
        return wording, kind, None, rng.choice(list(substitutes))
    kind = rng.choices(("absent", "excused", "disqualified", "left_early"), (5, 3, 5, 4))[0]
    return rng.choice(_FORMS[kind]), kind, None, None


FORMS: tuple[str, ...] = (
    *(form for forms in _FORMS.values() for form in forms),
    *(form for _, form in _REASONED),
    *(form for _, form in _REPLACED),
)
