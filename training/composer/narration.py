"""What a decision tells besides: opinions of others, votes elsewhere, remarks. None of it is a vote of the body."""

from __future__ import annotations

import random

from . import places
from .chamber import Chamber
from .figures import in_words
from .rich import Rich, fill

_WHO = (
    "Ældrerådet", "Handicaprådet", "Elevrådet", "Borgerforeningen", "Grundejerforeningen", "Lokalrådet",
    "Menighedsrådet", "Forældrebestyrelsen", "Handelsforeningen", "Beboerforeningen", "Ungerådet", "Sejlklubben",
    "Idrætsrådet", "Skolebestyrelsen", "Integrationsrådet", "Havnebestyrelsen", "Erhvervsforeningen", "Landsbyrådet",
    "Naturforeningen", "MED-udvalget",
)  # fmt: skip
_ELSEWHERE = (
    "{Who} er imod forslaget, idet {n} af {m} medlemmer stemte imod placeringen.",
    "I høringen gik {n} af {m} borgere ind for forslaget.",
    "Det blev oplyst, at {who} har stemt {n}-{k} for planen på sin generalforsamling.",
    "På generalforsamlingen i {club} stemte {n} for og {k} imod.", "Der var ved høringen {n} svar for og {k} imod.",
    "{Who} anbefalede i sit høringssvar forslaget med {n} stemmer mod {k}.", "{Who} støtter ikke forslaget.",
    "{Who} bakker op om forslaget, mens naboerne er imod.", "En underskriftsindsamling med {m} navne er modtaget.",
    "{n} borgere har skrevet under imod planen.", "I en rundspørge svarede {n} ja og {k} nej til spørgsmålet om bomme.",
    "Ved borgermødet rakte {n} hånden op for den nordlige linje.",
    "{m} husstande er blevet spurgt; {n} var for og {k} imod.",
    "Det blev bemærket, at nabokommunen har vedtaget en lignende ordning med et stort flertal.",
    "I {year} blev en tilsvarende sag forkastet med {n} stemmer mod {k}.",
    "Medarbejderne har tilkendegivet, at de foretrækker den anden model.",
    "Bestyrelsen i {club} har enstemmigt tilsluttet sig planen.",
    "Forældrene til {n} børn har protesteret mod lukningen.", "Notat om {n} høringssvar blev uddelt på mødet.",
)  # fmt: skip
_BY_MEMBERS = (
    "{x} spurgte til økonomien.", "{x} takkede for et godt oplæg.", "{x} gjorde opmærksom på trafikken ved skolen.",
    "{x} oplyste, at borgerne i området er imod.", "{x} ønskede en status til efteråret.", "{x} redegjorde for sagen.",
    "{x} henviste til, at byrådet tidligere har stemt for en lignende plan.",
    "{x} opfordrede til, at der findes en anden løsning.", "{x} besvarede spørgsmål.",
    "{x} fandt det positivt, at foreningerne selv bidrager.", "{x} erklærede sig glad for forslaget.",
    "{x} kom tilbage i salen efter punktet.", "{x} stødte til kl. {clock}.", "{x} ankom kl. {clock}.",
    "{x} var til stede fra kl. {clock}.",
    "Spørgsmålet om {x2} habilitet blev rejst, men {body} fandt, at der kunne deltages.",
    "{x} overtog mødeledelsen under punktet.", "{x} mindede om, at {n} af {m} indsigere har trukket deres svar.",
)  # fmt: skip
_BY_OFFICE = (
    "Direktøren gennemgik tallene.", "Formanden orienterede om processen.", "Der blev holdt en pause på {n} minutter.",
    "Centerchefen deltog under punktet.", "{n} borgere overværede behandlingen.", "Konsulenten fremlagde {n} modeller.",
    "{Admin} oplyste, at {n} naboer er hørt.", "Mødet blev suspenderet i {n} minutter.",
    "Sagen blev drøftet indgående.", "Punktet blev behandlet som det {n}. på mødet.",
    "Præsentationen fra mødet er vedlagt.",
)  # fmt: skip


def narrated(chamber: Chamber) -> Rich:
    """One sentence that tells no vote of the body, though it may sound like one."""
    rng = chamber.rng
    kind = rng.choices((_ELSEWHERE, _BY_MEMBERS, _BY_OFFICE), (5, 4, 2))[0]
    template = rng.choice(kind)
    many = rng.randint(12, 60)
    part = rng.randint(5, many)
    words = rng.random() < 0.3 and part <= 20 and "-" not in template
    who = rng.choice(_WHO)
    member = chamber.named(rng.choice(chamber.members), "speaker")[0] if "{x}" in template else Rich()
    other = Rich(rng.choice(chamber.members).name + "s").marked("speaker") if "{x2}" in template else Rich()
    return fill(
        template, x=member, x2=other, n=in_words(part) if words else str(part), m=str(many), k=str(rng.randint(2, 11)),
        who=who[:1].lower() + who[1:], Who=who, club=_club(rng), year=str(rng.randint(2001, 2009)),
        clock=f"{rng.randint(17, 20)}.{rng.randint(10, 59)}", Admin=chamber.voice.admin,
        body="byrådet" if chamber.council else "udvalget",
    ).capitalised()  # fmt: skip


def _club(rng: random.Random) -> str:
    return places.invented(rng) + rng.choice(
        (" Vandværk", " Borgerforening", " Boldklub", " Fjernvarme", " Forsamlingshus")
    )
