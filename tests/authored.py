"""Short minutes that tests of the pipeline, the archive and the command line share."""

from __future__ import annotations

MINUTES = """\
Ravnsholt Kommune

Referat
Teknik- og Miljøudvalget
Mødedato: 9. april 2024 kl. 15:30
Mødested: Mødelokale Ellen

Medlemmer
Karla Winther (A), formand
Jens Munkholm (V)
Malene Buhl (Ø)
Bo Lind (O)
Ida Krog (C)

Fraværende
Bo Lind (O)

Punkt 41: Godkendelse af dagsorden

Beslutning

Godkendt.

Punkt 42: Ny cykelsti ved Tved Mark

05.01.02-P20-7-23

Indstilling

Forvaltningen indstiller, at cykelstien anlægges.

Sagsfremstilling

Byrådet har sat 14,2 mio. kr. af til en cykelsti mellem Tved Mark og havnen. Stien bliver 3 km lang.

Beslutning

Godkendt med 3 stemmer for og 1 stemme imod. Imod stemte Malene Buhl (Ø).

Ida Krog tog forbehold.
"""

OTHER = MINUTES.replace("Ravnsholt", "Lyngkær").replace("9. april", "7. maj")

NOT_MINUTES = "Smør en form og bag kagen i en time ved 180 grader. Pynt med flormelis og server den lun.\n"
