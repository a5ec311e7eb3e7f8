"""Every way an element, a form, a key or a script dispatches to a live view."""

import time

from djust.decorators import event_handler

from .page import Page


class EventsView(Page):
    template_name = "zoo/events.html"

    def mount(self, request, **kwargs) -> None:
        super().mount(request, **kwargs)
        self.nickname = ""

    @event_handler
    def dj_click(self, **kwargs) -> None:
        self.hear("dj-click")

    @event_handler
    def dj_submit(self, word: str = "", **kwargs) -> None:
        # Long enough that a person sees the form pending.
        time.sleep(0.2)
        self.hear("dj-submit")

    @event_handler
    def dj_change(self, value: str = "", **kwargs) -> None:
        self.hear("dj-change")

    @event_handler
    def dj_input(self, value: str = "", **kwargs) -> None:
        self.hear("dj-input")

    @event_handler
    def dj_blur(self, **kwargs) -> None:
        self.hear("dj-blur")

    @event_handler
    def dj_focus(self, **kwargs) -> None:
        self.hear("dj-focus")

    @event_handler
    def dj_paste(self, text: str = "", **kwargs) -> None:
        self.hear("dj-paste")

    @event_handler
    def dj_keydown(self, key: str = "", **kwargs) -> None:
        self.hear("dj-keydown")

    @event_handler
    def js_push(self, **kwargs) -> None:
        self.hear("js-push")

    @event_handler
    def hook_push_event(self, **kwargs) -> None:
        self.hear("hook-push-event")

    @event_handler
    def handle_event(self, **kwargs) -> None:
        self.hear("handle-event")
