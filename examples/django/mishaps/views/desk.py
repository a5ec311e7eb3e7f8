"""A help desk: tickets in a plain list."""

from djust import action
from djust.decorators import event_handler, server_function

from .page import MOST_HITS, MishapPage


class TicketDesk(MishapPage):
    template_name = "mishaps/desk.html"
    api_name = "desk.tickets"
    STOCK = ("Printer jams", "Screen flickers", "Password lost", "Mail bounces", "Mouse sticks", "Phone is dead")
    SLOW = 0.6

    @server_function
    def find_tickets(self, q: str = "", limit: int = MOST_HITS, **kwargs) -> list[dict]:
        return self._find(q, limit)

    @server_function
    def ticket_details(self, id: int = 0, **kwargs) -> dict:
        return self._details(id)

    @server_function
    def many_details(self, ids: list | None = None, **kwargs) -> list[dict]:
        return [self._details(id) for id in ids or []]

    @server_function
    def ticket(self, id: int = 0, **kwargs) -> dict:
        return self._thing(id)

    @event_handler
    def look_up(self, q: str = "", **kwargs) -> None:
        self.push_event("hits", {"hits": self._find(q, MOST_HITS)})

    @event_handler
    def assign(self, id: int = 0, **kwargs) -> None:
        self._pick(id)

    @event_handler
    def unassign(self, id: int = 0, **kwargs) -> None:
        self._drop(id)

    @event_handler
    def take_ticket(self, id: int = 0, **kwargs) -> None:
        self.count += 1
        self.taken = f"Took {id}, the {self.count}. time"

    @event_handler
    def write_note(self, value: str = "", **kwargs) -> None:
        self._write(value)

    @event_handler
    def refresh(self, **kwargs) -> None:
        self._check()
        if self.mishap == "collateral":
            self.note = "As the server has it"
        if self.mishap == "full-html":
            self._force_full_html = True

    @event_handler
    def new_ticket(self, **kwargs) -> None:
        self._arrive()

    @event_handler(expose_api=True)
    def close_all(self, **kwargs) -> int:
        self.picked = []
        return 0

    @action
    def reply(self, text: str = "", **kwargs) -> None:
        if not text.strip():
            raise ValueError("A reply needs words")
        self.saved = f"Replied with {len(text.strip())} letters"
