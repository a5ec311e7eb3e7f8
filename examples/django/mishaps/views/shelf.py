"""A shop: products in a table."""

from djust import action
from djust.decorators import event_handler, server_function

from .page import MOST_HITS, MishapPage


class ProductShelf(MishapPage):
    template_name = "mishaps/shelf.html"
    api_name = "shop.shelf"
    STOCK = ("Green tea", "Black tea", "Ground coffee", "Rye bread", "Butter", "Plum jam", "Rice", "Lentils")
    ROWS = 16
    SLOW = 0.45

    @server_function
    def find_products(self, q: str = "", page_size: int = MOST_HITS, **kwargs) -> list[dict]:
        return self._find(q, page_size)

    @server_function
    def product_info(self, id: int = 0, **kwargs) -> dict:
        return self._details(id)

    @server_function
    def product_infos(self, ids: list | None = None, **kwargs) -> list[dict]:
        return [self._details(id) for id in ids or []]

    @server_function
    def stock_count(self, seen: int = 0, **kwargs) -> int:
        return seen + 1

    @event_handler
    def peek(self, id: int = 0, **kwargs) -> None:
        self.push_event("details", self._details(id))

    @event_handler
    def add_to_basket(self, id: int = 0, **kwargs) -> None:
        self._pick(id)

    @event_handler
    def take_out(self, id: int = 0, **kwargs) -> None:
        self._drop(id)

    @event_handler
    def gift_wrap(self, colour: str = "", **kwargs) -> None:
        self.count += 1
        self.taken = f"Wrapped in {colour or 'nothing'}, the {self.count}. time"

    @event_handler
    def wish(self, value: str = "", **kwargs) -> None:
        self._write(value)

    @event_handler
    def count_stock(self, **kwargs) -> None:
        self._check()

    @event_handler
    def deliver(self, **kwargs) -> None:
        self._arrive()

    @event_handler(expose_api=True)
    def empty_basket(self, **kwargs) -> int:
        self.picked = []
        return 0

    @action
    def order(self, text: str = "", **kwargs) -> None:
        if not text.strip():
            raise ValueError("An order needs an address")
        self.saved = f"Ordered to {text.strip()}"
