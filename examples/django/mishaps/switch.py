"""Which mishap a page was asked for: `?mishap=<id>` provokes it, `?setting=<id>` only sets the same stage, well-written.

A call mounts a fresh view and knows the page that asked from its Referer alone.
"""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from .ids import IDS


@dataclass(frozen=True)
class Switch:
    # Provoked; empty on a well-written page.
    mishap: str
    # The stage that is set, by a mishap or without one.
    setting: str


def switch_of(request) -> Switch:
    asked = {name: request.GET.getlist(name) for name in ("mishap", "setting")}
    if not any(asked.values()):
        asked = parse_qs(urlsplit(request.META.get("HTTP_REFERER", "")).query)
    mishap = _known(asked.get("mishap"))
    return Switch(mishap, mishap or _known(asked.get("setting")))


def _known(given) -> str:
    word = given[0] if given else ""
    return word if word in IDS else ""
