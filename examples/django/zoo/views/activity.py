"""A hidden activity: the client drops events from inside it, and patches to it."""

from djust.decorators import event_handler

from .page import Page


class ActivityView(Page):
    template_name = "zoo/activity.html"

    def mount(self, request, **kwargs) -> None:
        super().mount(request, **kwargs)
        self.panel_visible = False

    @event_handler
    def panel_click(self, **kwargs) -> None:
        self.hear("panel")

    @event_handler
    def outside_click(self, **kwargs) -> None:
        self.hear("outside")

    @event_handler
    def show_panel(self, **kwargs) -> None:
        self.panel_visible = True
