"""A file that goes to the server in binary frames of the socket."""

from djust.decorators import event_handler
from djust.uploads import UploadMixin

from .page import Page


class UploadsView(UploadMixin, Page):
    template_name = "zoo/uploads.html"

    def mount(self, request, **kwargs) -> None:
        super().mount(request, **kwargs)
        self.allow_upload("note", accept=".txt", max_entries=5)

    @event_handler
    def save_upload(self, **kwargs) -> None:
        names = [entry.client_name for entry in self.consume_uploaded_entries("note")]
        self.hear(f"saved {', '.join(names) or 'nothing'}")
