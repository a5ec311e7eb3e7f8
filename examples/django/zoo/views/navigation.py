"""Moves between addresses that keep the socket: by links, by the Back button, by the server."""

from djust.decorators import event_handler

from .page import Page


class NavigationView(Page):
    template_name = "zoo/navigation.html"

    def mount(self, request, **kwargs) -> None:
        super().mount(request, **kwargs)
        self.tab = "1"

    def handle_params(self, params: dict, uri: str, **kwargs) -> None:
        self.tab = str(params.get("tab", "1"))

    @event_handler
    def patch_address(self, **kwargs) -> None:
        self.hear("live-patch")
        self.live_patch(params={"tab": "server"})

    @event_handler
    def redirect_address(self, **kwargs) -> None:
        self.live_redirect("/zoo/there/")

    @event_handler
    def redirect_to_members(self, **kwargs) -> None:
        self.live_redirect("/zoo/members/")


class ThereView(Page):
    template_name = "zoo/there.html"

    @event_handler
    def redirect_back(self, **kwargs) -> None:
        self.live_redirect("/zoo/navigation/")
