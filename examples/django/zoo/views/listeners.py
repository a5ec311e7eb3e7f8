"""Handlers that listen beyond their own element: window, document, clicks elsewhere, shortcuts."""

from djust.decorators import event_handler

from .page import Page


class ListenersView(Page):
    template_name = "zoo/listeners.html"

    @event_handler
    def window_listener(self, **kwargs) -> None:
        self.hear("window-listener")

    @event_handler
    def document_listener(self, **kwargs) -> None:
        self.hear("document-listener")

    @event_handler
    def click_away(self, **kwargs) -> None:
        self.hear("click-away")

    @event_handler
    def shortcut(self, **kwargs) -> None:
        self.hear("shortcut")
