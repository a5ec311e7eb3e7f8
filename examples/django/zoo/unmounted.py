"""A view the socket refuses to mount (its module is not allowed), so that its events go by HTTP."""

from djust.decorators import event_handler

from .views.page import Page


class UnmountedView(Page):
    template_name = "zoo/unmounted.html"

    @event_handler
    def http_event(self, **kwargs) -> None:
        self.hear("http-event")

    @event_handler
    def http_error(self, **kwargs) -> None:
        raise RuntimeError("The zoo fails on purpose")
