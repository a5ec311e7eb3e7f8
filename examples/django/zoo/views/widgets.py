"""Elements that dispatch by themselves: polls, mounts, mutations, dialogs, scrolling, keys."""

from djust.decorators import event_handler

from .page import Page

POLLS = 3
ROWS = 20
MOST_ROWS = 60


class WidgetsView(Page):
    template_name = "zoo/widgets.html"

    def mount(self, request, **kwargs) -> None:
        super().mount(request, **kwargs)
        self.polls_left = 0
        self.is_mounted = False
        self.dialog = "close"
        self.rows = list(range(ROWS))

    @event_handler
    def start_poll(self, **kwargs) -> None:
        self.polls_left = POLLS

    @event_handler
    def stop_poll(self, **kwargs) -> None:
        self.polls_left = 0

    @event_handler
    def dj_poll(self, **kwargs) -> None:
        # One that was on its way when the last one was counted changes nothing.
        if self.polls_left:
            self.polls_left -= 1
            self.hear("dj-poll")

    @event_handler
    def toggle_mounted(self, **kwargs) -> None:
        self.is_mounted = not self.is_mounted

    @event_handler
    def dj_mounted(self, **kwargs) -> None:
        self.hear("dj-mounted")

    @event_handler
    def dj_mutation(self, **kwargs) -> None:
        self.hear("dj-mutation")

    @event_handler
    def open_dialog(self, **kwargs) -> None:
        self.dialog = "open"

    @event_handler
    def dialog_closed(self, **kwargs) -> None:
        self.dialog = "close"
        self.hear("dj-dialog")

    @event_handler
    def load_more(self, **kwargs) -> None:
        if len(self.rows) < MOST_ROWS:
            self.rows = list(range(len(self.rows) + ROWS))
        self.hear("infinite-scroll")

    @event_handler
    def keyboard_nav(self, **kwargs) -> None:
        self.hear("keyboard-nav")
