"""Danish verbs of deciding in all their forms, so that a formula names a verb and not each way to print it."""

from __future__ import annotations

# What a body does that is a decision of its own, named by infinitive, past tense and participle. A verb that
# is also said of what others do ('sende', 'give', 'meddele') is a formula with its object instead.
DECIDING = """
    beslutte besluttede besluttet
    bestemme bestemte bestemt
    bevilge bevilgede bevilget
    bevillige bevilligede bevilliget
    imødekomme imødekom imødekommet
    efterkomme efterkom efterkommet
    dispensere dispenserede dispenseret
    fastsætte fastsatte fastsat
    fastlægge fastlagde fastlagt
    fastholde fastholdt fastholdt
    udpege udpegede udpeget
    udnævne udnævnte udnævnt
    vælge valgte valgt
    genvælge genvalgte genvalgt
    nyvælge nyvalgte nyvalgt
    frigive frigav frigivet
    afsætte afsatte afsat
    bemyndige bemyndigede bemyndiget
    tildele tildelte tildelt
    sælge solgte solgt
    igangsætte igangsatte igangsat
    iværksætte iværksatte iværksat
    prioritere prioriterede prioriteret
    nedlægge nedlagde nedlagt
    ophæve ophævede ophævet
    stadfæste stadfæstede stadfæstet
    ratificere ratificerede ratificeret
    bekræfte bekræftede bekræftet
    konfirmere konfirmerede konfirmeret
    validere validerede valideret
    omdanne omdannede omdannet
    videreføre videreførte videreført
    opsige opsagde opsagt
    ekspropriere eksproprierede eksproprieret
    navngive navngav navngivet
    afskrive afskrev afskrevet
    eftergive eftergav eftergivet
    fritage fritog fritaget
    udbyde udbød udbudt
    indføre indførte indført
    afskaffe afskaffede afskaffet
    tillade tillod tilladt
    effektuere effektuerede effektueret
"""

# What takes over the words of the proposal before the body.
APPROVING = """
    godkende godkendte godkendt
    forhåndsgodkende forhåndsgodkendte forhåndsgodkendt
    efterbevilge efterbevilgede efterbevilget
    tiltræde tiltrådte tiltrådt
    vedtage vedtog vedtaget
    bifalde bifaldt bifaldet
    tilslutte tilsluttede tilsluttet
    acceptere accepterede accepteret
    sanktionere sanktionerede sanktioneret
"""

REJECTING = """
    forkaste forkastede forkastet
    afvise afviste afvist
    afslå afslog afslået
    nedstemme nedstemte nedstemt
    nægte nægtede nægtet
"""

POSTPONING = """
    udsætte udsatte udsat
    udskyde udskød udskudt
    genoptage genoptog genoptaget
    genbehandle genbehandlede genbehandlet
"""

REFERRING = """
    oversende oversendte oversendt
    tilbagesende tilbagesendte tilbagesendt
    videresende videresendte videresendt
    retursende retursendte retursendt
    fremsende fremsendte fremsendt
    hjemvise hjemviste hjemvist
    henskyde henskød henskudt
    returnere returnerede returneret
"""

DROPPING = """
    frafalde frafaldt frafaldet
    annullere annullerede annulleret
    aflyse aflyste aflyst
    henlægge henlagde henlagt
"""

DISCUSSING = """
    drøfte drøftede drøftet
    debattere debatterede debatteret
    diskutere diskuterede diskuteret
"""


def forms(verbs: str) -> str:
    """An alternation of every form of some verbs.

    Args:
        verbs: Verbs as in the tables above: infinitive, past tense and participle of one a line.

    Returns:
        The alternation, longest form first: present and past, active and passive, participle and its plural.
    """
    found: set[str] = set()
    for line in verbs.split("\n"):
        if not line.strip():
            continue
        infinitive, past, participle = line.split()
        found |= {infinitive, infinitive + "r", infinitive + "s", past, participle}
        if past[-1] not in "eiouyæøå":
            found.add(past + "es")
        else:
            found.add(past + "s")
        if participle.endswith("t") and not participle.endswith("et"):
            found.add(participle + "e")
    return "(?:" + "|".join(sorted(found, key=lambda form: (-len(form), form))) + ")"
