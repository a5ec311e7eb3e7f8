"""Server functions and API handlers: all a page may ask by HTTP, and how it is refused."""

import time

from django.contrib.auth.models import AnonymousUser
from djust.decorators import event_handler, permission_required, rate_limit, server_function

from .page import Page


class Anyone:
    """Lets anonymous callers use the API, with a CSRF token all the same."""

    csrf_exempt = False

    def authenticate(self, request) -> AnonymousUser:
        return AnonymousUser()


class CallsView(Page):
    template_name = "zoo/calls.html"
    api_name = "zoo.calls"
    api_auth_classes = [Anyone]

    @server_function
    def ok(self, text: str = "", **kwargs) -> dict:
        return {"text": text}

    @server_function
    def wait(self, ms: int = 0, **kwargs) -> int:
        """Answers after ms milliseconds, so that two calls can be answered in the other order."""
        time.sleep(min(ms, 1000) / 1000)
        return ms

    @server_function
    def strict(self, level: int) -> int:
        return level

    @server_function
    def fail(self, **kwargs) -> None:
        raise RuntimeError("The zoo fails on purpose")

    @server_function
    def not_json(self, **kwargs) -> object:
        return object()

    @rate_limit(rate=0.5, burst=1)
    @server_function
    def limited(self, **kwargs) -> str:
        return "once"

    @permission_required("zoo.enter")
    @server_function
    def guarded(self, **kwargs) -> str:
        return "never"

    @event_handler
    def only_an_event(self, **kwargs) -> None:
        self.hear("only-an-event")

    @event_handler(expose_api=True)
    def exposed(self, amount: int = 1, **kwargs) -> int:
        self.count += amount
        return self.count


class MembersView(Page):
    template_name = "zoo/calls.html"
    api_name = "zoo.members"
    login_required = True

    @server_function
    def ok(self, **kwargs) -> str:
        return "never"

    @event_handler(expose_api=True)
    def exposed(self, **kwargs) -> str:
        return "never"


class BrokenView(Page):
    template_name = "zoo/calls.html"
    api_name = "zoo.broken"

    def mount(self, request, **kwargs) -> None:
        raise RuntimeError("The zoo's view cannot be mounted, on purpose")

    @server_function
    def ok(self, **kwargs) -> str:
        return "never"
