"""Every way the server answers an event."""

import time

from djust.decorators import cache, event_handler, rate_limit

from .page import Page


class AnswersView(Page):
    template_name = "zoo/answers.html"

    def mount(self, request, **kwargs) -> None:
        super().mount(request, **kwargs)
        self.words = ["one", "two", "three"]
        self.found = ""
        self.progress = ""

    @event_handler
    def patch(self, **kwargs) -> None:
        self.hear("patch")

    @event_handler
    def empty_patch(self, **kwargs) -> None:
        # An equal list that is not the same one: rendered, and found to be no different.
        self.words = list(self.words)

    @event_handler
    def noop(self, **kwargs) -> None:
        """Changes nothing."""

    @event_handler
    def error(self, **kwargs) -> None:
        raise RuntimeError("The zoo fails on purpose")

    @event_handler
    def invalid_params(self, level: int, **kwargs) -> None:
        self.hear("invalid-params")

    @rate_limit(rate=0.5, burst=1)
    @event_handler
    def limited_handler(self, **kwargs) -> None:
        self.hear("rate-limited-handler")

    @event_handler
    def push(self, **kwargs) -> None:
        self.push_event("zoo", {"count": self.count})

    @event_handler
    def flash(self, **kwargs) -> None:
        self.put_flash("info", "A flash from the zoo")

    @event_handler
    def metadata(self, **kwargs) -> None:
        self.page_title = "Zoo: the title has changed"

    @event_handler
    def layout(self, **kwargs) -> None:
        self.set_layout("zoo/wide.html")

    @cache(ttl=600, key_params=["q"])
    @event_handler
    def find(self, q: str = "", **kwargs) -> None:
        self.found = f"found {q}"

    @event_handler
    def begin(self, **kwargs) -> None:
        self.progress = "working"
        self.start_async(self._work)

    def _work(self) -> None:
        time.sleep(0.2)
        self.progress = "done"
        self.hear("async")

    @event_handler
    def begin_failing(self, **kwargs) -> None:
        self.progress = "working"
        self.start_async(self._fail)

    def _fail(self) -> None:
        raise RuntimeError("The zoo's background work fails on purpose")

    @event_handler
    async def push_state_twice(self, **kwargs) -> None:
        for step in ("first", "second"):
            self.progress = step
            await self.push_state()
        self.progress = "last"

    @event_handler
    def clear(self, **kwargs) -> None:
        self.progress = ""
        self.found = ""
