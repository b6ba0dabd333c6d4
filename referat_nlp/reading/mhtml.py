"""MHTML: a web page saved by the browser as one file."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from typing import cast

from ..document import Document
from ..errors import MalformedError
from . import html
from .builder import TextBuilder
from .encoding import decode


def read(text: str, builder: TextBuilder) -> Document:
    """Read the page of an MHTML file.

    Args:
        text: The decoded file.
        builder: An empty builder.

    Raises:
        ReferatError: There is no page in it.
    """
    message = cast(EmailMessage, email.message_from_string(text, policy=email.policy.compat32))
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                return html.read(decode(payload).text, builder)
    raise MalformedError("the saved page (MHTML) holds no HTML, or is cut off")
