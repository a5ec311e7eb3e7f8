"""A library: books in nested boxes."""

from djust import action
from djust.decorators import event_handler, server_function

from .page import MOST_HITS, MishapPage


class LibraryCounter(MishapPage):
    template_name = "mishaps/library.html"
    api_name = "library.counter"
    STOCK = ("Atlas", "Bestiary", "Chronicle", "Dictionary", "Encyclopedia")
    ROWS = 10
    SLOW = 0.7

    @server_function
    def search_books(self, q: str = "", per_page: int = MOST_HITS, **kwargs) -> list[dict]:
        return self._find(q, per_page)

    @server_function
    def book_card(self, id: int = 0, **kwargs) -> dict:
        return {**self._details(id), "holder": id + 100}

    @server_function
    def holder(self, id: int = 0, **kwargs) -> dict:
        return {"id": id, "branch": id + 100}

    @server_function
    def branch(self, id: int = 0, **kwargs) -> dict:
        return {"id": id, "city": "Ghent"}

    @server_function
    def book_with_branch(self, id: int = 0, **kwargs) -> dict:
        return {**self._details(id), "city": "Ghent"}

    @server_function
    def save_scan(self, image: str = "", **kwargs) -> int:
        return len(image)

    @server_function
    def accession(self, shelf: int = 0, **kwargs) -> dict:
        return self._thing(shelf)

    @event_handler
    def looked_at(self, id: int = 0, **kwargs) -> None:
        """Notes it in a book of its own: nothing that the page shows."""

    @event_handler
    def lend(self, id: int = 0, **kwargs) -> None:
        self._pick(id)

    @event_handler
    def give_back(self, id: int = 0, **kwargs) -> None:
        self._drop(id)

    @event_handler
    def reserve(self, id: int = 0, until: str = "", **kwargs) -> None:
        self.count += 1
        self.taken = f"Reserved {id} until {until or 'some day'}, the {self.count}. time"

    @event_handler
    def annotate(self, value: str = "", **kwargs) -> None:
        self._write(value)

    @event_handler
    def take_stock(self, **kwargs) -> None:
        self._check()

    @event_handler
    def accession_book(self, **kwargs) -> None:
        self._arrive()

    @event_handler
    def press_key(self, **kwargs) -> None:
        self.count += 1

    @action
    def register(self, text: str = "", **kwargs) -> None:
        if not text.strip():
            raise ValueError("A reader needs a name")
        self.saved = f"Registered {text.strip()}"
