"""Views inside the pages' views: what they answer with leaves the runtime waiting (unanswered-ref)."""

from djust import LiveView
from djust.decorators import event_handler


class PriceTag(LiveView):
    template_name = "mishaps/price.html"
    login_required = False

    def mount(self, request, **kwargs) -> None:
        self.clicks = 0

    @event_handler
    def turn_price(self, **kwargs) -> None:
        self.clicks += 1


class ReadingLamp(LiveView):
    template_name = "mishaps/lamp.html"
    login_required = False
    sticky = True
    sticky_id = "mishaps-lamp"

    def mount(self, request, **kwargs) -> None:
        self.clicks = 0

    @event_handler
    def switch_lamp(self, **kwargs) -> None:
        self.clicks += 1
