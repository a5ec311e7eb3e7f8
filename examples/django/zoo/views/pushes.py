"""What the server says unasked: ticks, broadcasts, streams; and events that make it wait."""

import asyncio
import time

from djust import push_to_view
from djust.decorators import event_handler, server_function

from .page import Page

TICKS = 3


class PushesView(Page):
    template_name = "zoo/pushes.html"
    api_name = "zoo.pushes"
    tick_interval = 100

    def mount(self, request, **kwargs) -> None:
        super().mount(request, **kwargs)
        self.ticks = 0
        self.ticks_left = 0
        self.tick_seconds = 0.0
        self.news = 0

    def handle_tick(self) -> None:
        if self.ticks_left:
            time.sleep(self.tick_seconds)
            self.ticks_left -= 1
            self.ticks += 1

    @event_handler
    def start_ticks(self, **kwargs) -> None:
        self.ticks_left = TICKS
        self.tick_seconds = 0.0

    @event_handler
    def start_slow_tick(self, **kwargs) -> None:
        self.ticks_left = 1
        self.tick_seconds = 2.0

    @event_handler
    def noop(self, **kwargs) -> None:
        """Changes nothing, so that a flood of it is soon over."""

    @event_handler
    def stop_ticks(self, **kwargs) -> None:
        self.ticks_left = 0

    @server_function
    def announce(self, **kwargs) -> str:
        """A call that makes every open page of this view render."""
        push_to_view("zoo.views.pushes.PushesView", handler="handle_news")
        return "announced"

    def handle_news(self, **kwargs) -> None:
        self.news += 1

    @event_handler
    async def stream(self, **kwargs) -> None:
        await self.stream_start("letter")
        for at, word in enumerate(("To", "whom", "it", "concerns")):
            await self.stream_text("letter", word + " ", mode="append" if at else "replace")
            # Slower than the runtime's own batching, so that each word is one frame.
            await asyncio.sleep(0.05)
        await self.stream_to("letter", html="<i>signed</i>")
        await asyncio.sleep(0.05)
        await self.stream_done("letter")

    @event_handler
    def slow(self, **kwargs) -> None:
        time.sleep(0.5)
        self.hear("slow")

    @event_handler
    def fast(self, **kwargs) -> None:
        self.hear("fast")

    @event_handler
    def fail(self, **kwargs) -> None:
        raise RuntimeError("The zoo fails on purpose")
