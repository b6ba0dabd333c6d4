"""Items of invented minutes as analysers are shown them."""

from __future__ import annotations

from referat_nlp import parse
from referat_nlp.analysis import contexts
from referat_nlp.analysis.context import ItemContext

MINUTES = """\
Ravnsholt Kommune

Referat
Teknik- og Miljøudvalget
Mødedato: 9. april 2024 kl. 15:30

Punkt 41: Ny cykelsti ved Tved Mark

Indstilling

Forvaltningen indstiller, at cykelstien anlægges.

Sagsfremstilling

Byrådet har sat 14,2 mio. kr. af til en cykelsti mellem Tved Mark og havnen, jf. bilag 1. Stien bliver 3 km lang og \
får lys (bilag 2) på hele strækningen. Cykelstien mellem Tved Mark og havnen koster 14,2 mio. kr. i alt.

Økonomi

Udgiften tages af anlægspuljen.

Beslutning

Godkendt.

Punkt 42: Orientering om havnens regnskab

Sagsfremstilling

Havnen havde i året et overskud på 400.000 kr. efter renter.
"""


def items(text: str = MINUTES) -> list[ItemContext]:
    """The items of minutes."""
    return contexts(parse(text))
