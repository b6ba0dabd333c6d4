"""Invented people: councils with parties, local lists and independents; officials; citizens."""

from __future__ import annotations

import random
from dataclasses import dataclass

from .wordlist import words

_WOMEN = words(
    """
    Anne Annette Anja Asta Astrid Bente Berit Betina Birgit Birgitte Birthe Bodil Camilla Caroline Cecilie
    Charlotte Christina Connie Dagmar Ditte Dorthe Ebba Elin Elisabeth Ella Ellen Else Emilie Emma Esther Eva
    Frida Gerda Gitte Grethe Gudrun Hanne Heidi Helle Henriette Inga Inge Inger Ingrid Irene Jane Janne Jette
    Johanne Jytte Kamilla Karen Karin Karina Karla Katrine Kirsten Laura Lene Line Lis Lisbeth Lise Lone Lotte
    Louise Maja Maren Margit Margrethe Maria Marianne Marie Merete Mette Mia Mona Nanna Nina Pernille Pia Randi
    Rie Rikke Ruth Sanne Sara Signe Sofie Solveig Stine Susanne Tanja Tine Tove Trine Ulla Vibeke Winnie
    """
)
_MEN = words(
    """
    Aage Adam Aksel Alex Allan Anders Anton Arne Asger Bent Benny Bjarne Bo Brian Carl Carsten Christian Claus
    Daniel Dennis Ebbe Egon Ejnar Emil Erik Erling Esben Finn Flemming Frank Frode Gert Gunnar Hans Harald Helge
    Henning Henrik Holger Ib Ivan Jacob Jakob Jan Jeppe Jens Jesper Johan Johannes Jonas John Jørgen Kaj Karl
    Kasper Kenneth Kent Kim Kjeld Klaus Kristian Kurt Lars Lasse Leif Leo Mads Magnus Martin Mathias Mikkel
    Mogens Morten Niels Oskar Ole Otto Palle Per Peder Peter Poul Preben Rasmus René Robert Simon Steen Sten
    Steffen Stig Svend Søren Tage Thomas Thorkild Tim Tom Tommy Torben Troels Uffe Ulrik Verner Viggo Villy
    """
)
_LAST = words(
    """
    Aagaard Abildgaard Agger Albertsen Andersen Andreasen Bach Bak Bang Bech Berg Bertelsen Bisgaard Bjerre
    Bjerregaard Bondesen Borg Brandt Bro Bruhn Brøndum Buch Buhl Bundgaard Bøgh Carlsen Christensen Christiansen
    Clausen Clemmensen Dahl Dalgaard Dam Damgaard Degn Dissing Drejer Due Ebbesen Eriksen Esbensen Enevoldsen
    Eskildsen Fabricius Falk Fisker Fogh Frandsen Frederiksen Friis Frost Fuglsang Gade Gammelgaard Gram
    Gravesen Greve Grøn Gylling Haagensen Hald Hansen Haugaard Hede Hedegaard Hermansen Hjort Hoff Holm Holst
    Hougaard Hvid Høgh Høj Iversen Jacobsen Jensen Jeppesen Jepsen Jessen Johansen Juhl Just Jørgensen Karlsen
    Kaspersen Kirk Kjeldsen Kjær Klausen Kloster Knudsen Koch Kold Kragh Krarup Kristensen Krog Krogh Kruse Kyed
    Lange Lassen Laursen Lauritsen Lind Lindholm Lorentzen Lund Lunding Lyng Løvendahl Madsen Markussen
    Mathiesen Meldgaard Mikkelsen Mogensen Mortensen Munch Munk Møller Mørch Nielsen Nissen Nygaard Nørgaard
    Olesen Olsen Overgaard Paulsen Pedersen Petersen Philipsen Poulsen Rask Rasmussen Ravn Riis Rosendal
    Rosenkilde Rytter Schmidt Schou Schrøder Simonsen Skaarup Skov Skovgaard Smed Sommer Stage Steffensen
    Storgaard Svane Svendsen Sørensen Søgaard Tang Terkelsen Thomsen Thorsen Thygesen Toft Torp Trolle Ulriksen
    Vad Vang Vestergaard Villadsen Vind Vinther Wagner Winther Witt Østergaard Åkjær
    """
)

#: Letter → how often a council has the party, and the forms of its name.
_NATIONAL: dict[str, tuple[float, tuple[str, ...]]] = {
    "A": (0.99, ("Socialdemokratiet", "Socialdemokraterne")),
    "V": (0.98, ("Venstre",)),
    "C": (0.75, ("Det Konservative Folkeparti", "Konservative", "De Konservative")),
    "F": (0.7, ("SF", "Socialistisk Folkeparti")),
    "O": (0.65, ("Dansk Folkeparti",)),
    "Ø": (0.5, ("Enhedslisten",)),
    "B": (0.45, ("Radikale Venstre", "Det Radikale Venstre")),
    "I": (0.3, ("Liberal Alliance",)),
    "D": (0.2, ("Nye Borgerlige",)),
    "Æ": (0.15, ("Danmarksdemokraterne",)),
    "M": (0.1, ("Moderaterne",)),
    "K": (0.1, ("Kristendemokraterne",)),
    "Å": (0.1, ("Alternativet",)),
}
_LOCAL_LETTERS = "GHJLNPRTUXY"
_LOCAL_NAMES = (
    "Borgerlisten", "Lokallisten", "Nærlisten", "Fælleslisten", "Havnelisten", "Kystlisten", "Landsbylisten",
    "Skolelisten", "Tværlisten", "Udkantslisten", "Egnslisten", "Sognelisten", "Miljølisten", "Fremtidslisten",
)  # fmt: skip
_ROLES = ("formand", "næstformand")


@dataclass(frozen=True, slots=True)
class Party:
    """A party or local list in one council."""

    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the council; ``party`` None for one outside the parties."""

    name: str
    party: Party | None
    role: str | None = None


def draw_name(rng: random.Random, taken: set[str] | None = None) -> str:
    """A name that is not taken, and takes it; two people of one meeting never share first and last name."""
    while True:
        first = rng.choice(_WOMEN if rng.random() < 0.45 else _MEN)
        if rng.random() < 0.08:
            second = rng.choice(_WOMEN if first in _WOMEN else _MEN)
            if second != first:
                first += rng.choice((" ", " ", "-")) + second
        last = rng.choice(_LAST)
        middle = ""
        if rng.random() < 0.32:
            middle = rng.choice(_LAST) + " "
        elif rng.random() < 0.05:
            middle = rng.choice("ABCEFGHJKLMNPRSTV") + ". "
        elif rng.random() < 0.03:
            last += "-" + rng.choice(_LAST)
        name = f"{first} {middle}{last}"
        if taken is None:
            return name
        key = f"{first.split()[0]} {last}"
        if last not in middle and key not in taken:
            taken.add(key)
            return name


def draw_parties(rng: random.Random, seats: int) -> list[Party]:
    """The parties of a council of so many seats, the large ones first."""
    parties = [Party(letter, rng.choice(names)) for letter, (share, names) in _NATIONAL.items() if rng.random() < share]
    lists = rng.choice((0, 1, 1, 1, 2))
    parties += map(Party, rng.sample(_LOCAL_LETTERS, lists), rng.sample(_LOCAL_NAMES, lists))
    return parties[: max(3, min(8, seats // 2))]


def draw_council(rng: random.Random, seats: int, taken: set[str]) -> list[Member]:
    """The members of a council, by party; the first is the mayor, the second the deputy."""
    parties = draw_parties(rng, seats)
    weights = [6.0, 5.0, 2.0] + [1.3] * len(parties)
    held = [1] * len(parties)
    for _ in range(seats - len(parties)):
        held[rng.choices(range(len(parties)), weights[: len(parties)])[0]] += 1
    members = [Member(draw_name(rng, taken), party) for party, n in zip(parties, held, strict=True) for _ in range(n)]
    if len(members) > 8 and rng.random() < 0.25:
        members[-1] = Member(members[-1].name, None)
    return members


def draw_committee(rng: random.Random, council: list[Member], seats: int) -> list[Member]:
    """Some members of the council as a committee, its chair first."""
    chosen = sorted(rng.sample(range(len(council)), min(seats, len(council))))
    return with_roles([council[n] for n in chosen], _ROLES)


def with_roles(members: list[Member], roles: tuple[str, ...]) -> list[Member]:
    """The members with the roles of the first of them: the chair of the largest party, the deputy of another."""
    others = [n for n, member in enumerate(members) if member.party != members[0].party]
    holders = dict(zip((0, others[0] if others else 1), roles, strict=False))
    return [Member(member.name, member.party, holders.get(n)) for n, member in enumerate(members)]
