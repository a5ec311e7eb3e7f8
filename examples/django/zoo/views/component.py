"""A component inside a view: it has handlers of its own, and the view renders because of them."""

from djust.components.base import LiveComponent
from djust.decorators import event_handler

from .page import Page


class Counter(LiveComponent):
    template_name = "zoo/counter.html"

    def mount(self, **kwargs) -> None:
        self.clicks = 0

    def get_context_data(self) -> dict:
        return {"clicks": self.clicks, "component_id": self.component_id}

    @event_handler
    def component_click(self, **kwargs) -> None:
        self.clicks += 1


class ComponentView(Page):
    template_name = "zoo/component.html"

    def mount(self, request, **kwargs) -> None:
        super().mount(request, **kwargs)
        self.counter = Counter()
