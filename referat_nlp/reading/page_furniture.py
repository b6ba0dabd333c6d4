"""What of a web page is not its content: menus, dialogs, cookie banners, buttons."""

from __future__ import annotations

import re
from typing import Any

_DROPPED_NAMES = """script style noscript template head title nav svg canvas iframe object embed audio
    video map select option textarea input datalist link meta button"""
_DROPPED = frozenset(_DROPPED_NAMES.split())
_KEPT = frozenset(("html", "body", "main", "article"))
_ROLES = frozenset(
    ("navigation", "dialog", "alertdialog", "menu", "menubar", "search", "banner", "contentinfo", "toolbar")
)
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookie\w*|consent|cybot\w*|coi-\w+|breadcrumbs?|broedkrumme|navbar|navigation|skip-?link|skiplinks|"
    r"site-?(?:header|footer)|page-?footer|share|social\w*|modal|dropdown-menu|pagination|sr-only-focusable|"
    r"back-to-top|to-top|tilbage-wrapper|print-?(?:button|link)|no-?print|toolbar|offcanvas|readspeaker\w*|rs_\w+)(?:$|[\s_-])",
    re.IGNORECASE,
)
_EDGE_NAMES = re.compile(r"(?:site-?|page-?)?(?:header|footer|logo|top-?bar|foot)$", re.IGNORECASE)
_SITE_NAMES = ("og:site_name", "application-name", "author", "dc.publisher", "publisher")
_MAIN_IDS = ("main", "main-content", "maincontent", "content", "main_content", "hovedindhold", "indhold")
_ACCORDION = ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle")
#: What a button says that opens something else than an item.
_COMMAND = re.compile(
    r"(?:fold|vis|skjul|åbn|luk(?!ke[td])|udvid|læs|menu|søg|accept|afvis|del|print|kopi|hent|download|mere|næste|forrige"
    r"|indstillinger|hovedmenu|log|\W*$)\b|.{0,6}$",
    re.IGNORECASE,
)
#: The words of a link that folds an item out.
_FOLDS = re.compile(
    r"(?:åbn(?:/luk)?|luk|fold (?:ud|ind)|vis|skjul)(?: (?:alle|dette))? (?:punkt(?:er|et)?|indhold(?:et)?)",
    re.IGNORECASE,
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def is_furniture(element: Any) -> bool:
    """Whether an element and all below it is no content of the page.

    Args:
        element: An element.
    """
    tag = element.tag
    if tag in _DROPPED:
        return tag != "button" or not _opens_content(element)
    if tag == "a" and _FOLDS.fullmatch("".join(element.itertext()).strip()):
        return True
    if not element.attrib or tag in _KEPT:
        return tag == "footer" and _is_page_footer(element)
    if element.get("role") in _ROLES or element.get("aria-modal") == "true":
        return not _holds_heading(element) or element.get("role") not in ("banner",)
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if names != " " and _NAMES.search(names):
        return not _holds_much(element)
    return tag == "footer" and _is_page_footer(element)


def edges_of(root: Any) -> list[str]:
    """Title, site name, logos, header and footer of a page: where it says whose it is.

    Args:
        root: The root of the page.
    """
    found = [element.text or "" for element in root.iter("title")]
    found += [
        element.get("content") or ""
        for element in root.iter("meta")
        if (element.get("property") or element.get("name") or "").casefold() in _SITE_NAMES
    ]
    for element in root.iter("header", "footer", "div"):
        if element.tag != "div" or _EDGE_NAMES.match(element.get("id") or element.get("class") or ""):
            found += [text for text in element.itertext() if len(text) < 300]
            found += [image.get("alt") or "" for image in element.iter("img")]
    found += [alt for image in root.iter("img") if "logo" in (alt := image.get("alt") or "").casefold()]
    return [" ".join(text.split()) for text in found if text.strip()]


def main_content(root: Any) -> Any:
    """The element that holds a page's content, or the whole page where none says so.

    Args:
        root: The root of the page.
    """
    body = root.find("body") if root.tag == "html" else root
    if body is None:
        return root
    whole = _size(body)
    candidates = [
        *body.iter("main"),
        *(element for element in body.iter("div", "section", "td") if _says_main(element)),
    ]
    for candidate in candidates:
        # A page whose "main" holds a fragment only is not to be trusted.
        if _size(candidate) > 0.5 * whole:
            return candidate
    return body


def _opens_content(button: Any) -> bool:
    if _holds_heading(button):
        return True
    if next(button.iterancestors(*_HEADINGS), None) is not None:
        return True
    if button.get("aria-expanded") and not _COMMAND.match("".join(button.itertext()).strip()):
        return True
    name = (button.get("class") or "").casefold()
    return "accordion" in name or ("dropdown" not in name and any(button.get(key) for key in _ACCORDION[1:2]))


def _holds_heading(element: Any) -> bool:
    return next(element.iterdescendants(*_HEADINGS), None) is not None


def _holds_much(element: Any) -> bool:
    """Whether a suspicious name sits on a wrapper of the whole page."""
    if next(element.iterdescendants("main", "article"), None) is not None:
        return True
    size = _size(element)
    if size < 2000:
        return False
    body = next(element.iterancestors("body"), None)
    return body is not None and size > 0.5 * _size(body)


def _is_page_footer(element: Any) -> bool:
    return next(element.iterancestors("article", "main", "section"), None) is None


def _says_main(element: Any) -> bool:
    return element.get("role") == "main" or (element.get("id") or "").casefold() in _MAIN_IDS


def _size(element: Any) -> int:
    return sum(len(text.strip()) for text in element.itertext(with_tail=False))
