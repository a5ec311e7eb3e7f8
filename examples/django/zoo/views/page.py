"""What every page of the zoo shares: it shows which handler it heard last, and how many so far."""

from django.conf import settings
from djust import LiveView


class Page(LiveView):
    # The zoo is open to anyone who can reach the example.
    login_required = False

    def mount(self, request, **kwargs) -> None:
        self.transport = settings.TRANSPORT
        self.heard = ""
        self.count = 0

    def hear(self, name: str) -> None:
        self.heard = name
        self.count += 1
