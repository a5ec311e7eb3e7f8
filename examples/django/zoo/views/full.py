"""Full HTML instead of patches: a change too large to list, and patches that fail."""

from djust.decorators import event_handler

from .page import Page

CELLS = 300


class FullView(Page):
    template_name = "zoo/full.html"

    def mount(self, request, **kwargs) -> None:
        super().mount(request, **kwargs)
        self.cells = list(range(CELLS))
        self.fragile = 0

    @event_handler
    def replace_all(self, **kwargs) -> None:
        self.cells = [cell + 1 for cell in self.cells]

    @event_handler
    def patch_fragile(self, **kwargs) -> None:
        self.fragile += 1
