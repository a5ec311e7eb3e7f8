"""Views inside a view: an embedded child and a sticky child."""

from djust import LiveView
from djust.decorators import event_handler

from .page import Page


class ChildView(LiveView):
    template_name = "zoo/child.html"
    login_required = False

    def mount(self, request, **kwargs) -> None:
        self.clicks = 0

    @event_handler
    def child_click(self, **kwargs) -> None:
        self.clicks += 1


class StickyView(LiveView):
    template_name = "zoo/sticky.html"
    login_required = False
    sticky = True
    sticky_id = "zoo-sticky"

    def mount(self, request, **kwargs) -> None:
        self.clicks = 0

    @event_handler
    def sticky_click(self, **kwargs) -> None:
        self.clicks += 1


class NestedView(Page):
    template_name = "zoo/nested.html"

    @event_handler
    def parent_click(self, **kwargs) -> None:
        self.hear("parent")
