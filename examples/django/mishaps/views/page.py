"""What the three pages share: a stock of things to find, pick and list; and for each mishap the mistake that provokes it.

Well-written unless switched: see `switch.py`. The handlers and functions under their own names stand in each page's module.
"""

import time

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from djust import LiveView

from ..switch import switch_of

# Characters; more than anyone wants in one message.
LARGE = 150_000
CELLS = 700
MOST_HITS = 8


class Anyone:
    """Lets anonymous callers use the API, with a CSRF token all the same."""

    csrf_exempt = False

    def authenticate(self, request) -> AnonymousUser:
        return AnonymousUser()


class MishapPage(LiveView):
    login_required = False
    api_auth_classes = [Anyone]
    # Of the subclass: the names of its things, and how many the list shows at first.
    STOCK: tuple[str, ...] = ()
    ROWS = 12
    # s that its slow function takes.
    SLOW = 0.5

    def mount(self, request, **kwargs) -> None:
        switch = switch_of(request)
        self.mishap = switch.mishap
        self.setting = switch.setting
        self.transport = settings.TRANSPORT
        self.view_path = f"{type(self).__module__}.{type(self).__name__}"
        self.picked: list[dict] = []
        self.rows = [self._thing(at) for at in range(self.ROWS)]
        self.cells = list(range(CELLS)) if switch.setting == "full-html" else []
        self.count = 0
        self.words = 0
        self.note = ""
        self.taken = ""
        self.blob = ""
        self.problem = ""
        self.saved = ""

    def _thing(self, at: int) -> dict:
        return {"id": at, "name": f"{self.STOCK[at % len(self.STOCK)]} {at}"}

    # Functions: each answers data, none re-renders.

    def _find(self, q: str, limit: int) -> list[dict]:
        if self.setting == "late-answer" and len(q) == 1:
            time.sleep(0.8)
        self._take_time()
        hits = [self._thing(at) for at, name in enumerate(self.STOCK) if q.lower() in name.lower()]
        return hits[: max(0, min(limit, 50))]

    def _details(self, id: int) -> dict:
        if self.setting == "unseen-error":
            raise RuntimeError("The page asked for what is not there, on purpose")
        if self.setting == "late-answer" and id == 0:
            time.sleep(0.8)
        self._take_time()
        text = "x" * LARGE if self.mishap == "oversized-payload" else f"All about {id}"
        return {"id": id, "text": text}

    def _take_time(self) -> None:
        if self.mishap == "slow-server":
            time.sleep(self.SLOW)

    # Handlers: each changes what is shown.

    def _pick(self, id: int) -> None:
        if all(one["id"] != id for one in self.picked):
            self.picked = [*self.picked, self._thing(id)]

    def _drop(self, id: int) -> None:
        self.picked = [one for one in self.picked if one["id"] != id]

    def _arrive(self) -> None:
        self.rows = [self._thing(len(self.rows)), *self.rows]

    def _check(self) -> None:
        self._take_time()
        if self.mishap == "unseen-error":
            raise RuntimeError("The handler fails, on purpose")
        if self.setting == "unseen-error":
            self.problem = "That cannot be checked now."
        if self.mishap == "wasted-render":
            # Equal, and not the same: rendered, and found to be no different.
            self.rows = list(self.rows)
            return
        self.count += 1
        if self.mishap == "full-html":
            self.cells = [cell + 1 for cell in self.cells]
        if self.mishap == "oversized-payload":
            self.blob = str(self.count) * LARGE

    def _write(self, value: str) -> None:
        if self.mishap == "wasted-render":
            self.rows = list(self.rows)
            return
        self.words = len(value)
        if self.mishap == "collateral":
            self.note = value.upper()
