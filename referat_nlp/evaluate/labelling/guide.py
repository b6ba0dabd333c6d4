"""The page of instructions that goes with a sheet, in Danish: the rules of ``docs/labels.md`` in short."""

from __future__ import annotations

GUIDE: tuple[tuple[str, str], ...] = (
    ("# Sådan udfylder du arket", ""),
    (
        "Punkter",
        "Én række er ét punkt på en dagsorden. De grå celler er til at læse i og er låst; udfyld de gule. Er en tekst "
        "for lang til rækken, så vælg cellen og læs den i formellinjen.",
    ),
    ("Tom celle", "Ikke mærket. Cellen tæller ikke med nogen steder. Spring gerne over, hvad du ikke når."),
    ("ingen (eller -)", "Du har set efter, og der er ikke noget: intet udfald, intet fravær, intet forbehold."),
    (
        "Antal afstemninger",
        "0, når der ikke er stemt; ellers antallet, og så én række på arket Afstemninger for hver, med punktets "
        "løbenummer. Tallet viser, at du er færdig med punktets afstemninger.",
    ),
    (
        "Navne",
        "Skriv dem, som de står i teksten, uden titel og adskilt af semikolon: Bo Lind (V); Ida Krog; A. Et parti, "
        "der nævnes som sådan, skrives med sit bogstav. Partiet i parentes kan udelades, hvis det ikke står der.",
    ),
    ("Tvivl", "ja, når to omhyggelige læsere kunne mærke punktet forskelligt. Så tæller det ikke med."),
    (
        "Forslag fra modellen",
        "Er cellerne udfyldt på forhånd, er det en models gæt. Læs teksten først, ret dem, og skriv ja i Gennemgået: "
        "rækker uden ja tæller ikke.",
    ),
    ("# Type: hvad gjorde udvalget, eller hvad blev det bedt om?", ""),
    (
        "godkendelse",
        "Det træffer eller anbefaler en bindende beslutning: godkender, vedtager, afviser, bevilger, vælger, sender i "
        "høring, fastlægger en ramme. Også godkendelse af dagsordenen.",
    ),
    ("drøftelse", "Det drøfter uden bindende beslutning, også når forvaltningen skal vende tilbage med mere."),
    (
        "orientering",
        "Det får noget at vide og tager det til efterretning. Også 'Meddelelser' og 'Gensidig orientering'.",
    ),
    ("andet", "Der er ingen sag: spørgetid uden beslutning, underskriftsside, lukket punkt uden tekst."),
    (
        "Hvad går forud",
        "Beslutningens udsagnsord går forud for indstillingen, og den for titlen. 'Godkendelse af regnskab' med "
        "beslutningen 'Taget til orientering' er orientering.",
    ),
    (
        "'Tiltrådt', 'Godkendt'",
        "Arver indstillingen: 'Tiltrådt', hvor alt indstilles taget til efterretning, er orientering.",
    ),
    ("Blandede punkter", "Typer rummer alle slags; Type er den mest bindende: godkendelse, drøftelse, orientering."),
    ("Udsat, oversendt, trukket", "Punktet beholder den type, som sagen lægger op til; udsættelsen er udfaldet."),
    ("# Udfald: hvad endte det med i mødets eget udvalg?", ""),
    ("godkendt", "Godkendt, tiltrådt, vedtaget, besluttet, valgt; også med ændringer."),
    ("anbefalet", "Anbefalet videre, 'indstilles godkendt'."),
    ("taget til efterretning", "Også 'til orientering', og 'Tiltrådt' hvor alt indstilles taget til efterretning."),
    ("drøftet", "Drøftet; også 'Drøftet og taget til efterretning'."),
    ("forkastet", "Forkastet, ikke godkendt, afvist, faldt; stemmelighed."),
    ("udsat", "Udsat, også 'udgår og genoptages på næste møde'."),
    ("oversendt", "Oversendt eller sendt tilbage."),
    ("trukket", "Trukket, udgår, bortfaldet uden afstemning."),
    ("noteret", "Noget fandt sted, intet blev besluttet: 'Der blev givet en orientering.'"),
    ("ingen", "Der er ingen beslutning, eller kun en fortælling: 'Anne Holm orienterede om byggeriet.'"),
    ("# Afstemninger: én række for hver", ""),
    (
        "Hvad er en afstemning?",
        "Stemmetal, et navngivet flertal eller mindretal, eller enighed ('enstemmigt', 'et enigt udvalg'). 'Godkendt.' "
        "er ingen afstemning, og 'uden afstemning' heller ikke.",
    ),
    ("hovedforslag", "Selve sagen. Hvert nummereret punkt, der stemmes om, har sin egen række."),
    ("ændringsforslag", "Et forslag stillet undervejs. Falder det, ændrer det ikke rækken for hovedforslaget."),
    ("procedure", "At udsætte, sende tilbage, afvise eller slutte debatten."),
    ("valg", "Valg af en person: stemmerne for den valgte. De, der stemte på en anden, er ikke imod."),
    ("tidligere udvalg", "En afstemning i et andet udvalg, som er gengivet i punktet."),
    (
        "Stemmetal",
        "Kun trykte tal. 'Godkendt med 6 stemmer imod 3' er 6 for og 3 imod; 'forkastet med 6 stemmer imod 3' er 6 "
        "imod og 3 for. 'Ingen undlod' er 0; siges der ikke noget, er cellen tom.",
    ),
    ("Undlod", "'Undlod at stemme', 'stemte blankt', 'hverken for eller imod'."),
    ("Eksempel", "'Godkendt med 3 stemmer for og 1 stemme imod. Imod stemte Malene Buhl (Ø).'"),
    ("", "hovedforslag · vedtaget · Stemmer for 3 · Stemmer imod 1 · Navne imod: Malene Buhl (Ø)"),
    ("# Forbehold, særstandpunkt, fravær", ""),
    ("Forbehold", "'Tog forbehold', 'afventer stillingtagen'. Det er ingen stemme."),
    ("Særstandpunkt", "'Kunne ikke tiltræde', 'særindstilling' uden stemmetal eller navngivet flertal."),
    (
        "Fravær",
        "Kun det, der står i punktet: Bo Lind (V); Lis Dam (A): afbud, ferie, stedfortræder Eva Brun. Efter kolon: "
        "fraværende (kan udelades), afbud, inhabil eller forlod mødet; så grund og stedfortræder, hvis de er nævnt.",
    ),
    ("# Resumé, hvis arket har den kolonne", ""),
    (
        "Resumé",
        "To eller tre sætninger, højst omkring 60 ord: hvad sagen handler om, hvad der spørges om, hvad det koster "
        "eller ændrer. Intet tal, navn eller udsagn, som teksten ikke har.",
    ),
    ("# Når du er færdig", ""),
    ("Tjek", "referat label check ARK.xlsx viser, hvad der mangler eller er forkert, række for række."),
)
"""Rows of two cells; one that begins with '# ' is a heading."""
