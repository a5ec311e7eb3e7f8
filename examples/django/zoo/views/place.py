"""Re-renders that take a person's place in the page away: focus, typed text, scroll, caret."""

from djust.decorators import event_handler

from .page import Page

ROWS = 40
FEW = 2


class PlaceView(Page):
    template_name = "zoo/place.html"

    def mount(self, request, **kwargs) -> None:
        super().mount(request, **kwargs)
        self.is_there = True
        self.word = ""
        self.rows = list(range(ROWS))

    @event_handler
    def remove_focused(self, **kwargs) -> None:
        self.is_there = False
        self.hear("focus-lost")

    @event_handler
    def type_over(self, **kwargs) -> None:
        self.word = "elephant"
        self.hear("typed-over")

    @event_handler
    def shorten(self, **kwargs) -> None:
        self.rows = list(range(FEW))
        self.hear("scrolled-away")

    @event_handler
    def write_here(self, **kwargs) -> None:
        self.hear("caret-moved")
