"""A page whose script stands inside the view, so that it runs at parse and again with the mount."""

from djust.decorators import event_handler, server_function

from .page import Page


class TwiceView(Page):
    template_name = "zoo/twice.html"
    api_name = "zoo.twice"

    @server_function
    def ask(self, **kwargs) -> str:
        return "asked"

    @event_handler
    def tell(self, **kwargs) -> None:
        self.hear("twice")
