"""The three pages, and their table of contents: every switch of every page."""

from django.shortcuts import render
from django.urls import path

from . import unmounted
from .ids import IDS
from .switch import switch_of
from .views.desk import TicketDesk
from .views.library import LibraryCounter
from .views.shelf import ProductShelf

PAGES = {
    "desk": (TicketDesk, unmounted.TicketDesk),
    "shelf": (ProductShelf, unmounted.ProductShelf),
    "library": (LibraryCounter, unmounted.LibraryCounter),
}


def contents(request):
    pages = [{"name": name, "switches": IDS} for name in PAGES]
    return render(request, "mishaps/contents.html", {"pages": pages})


def page(mounted, refused):
    """Which class it is decides whether the socket may mount it."""

    def show(request):
        is_refused = switch_of(request).mishap == "http-fallback"
        return (refused if is_refused else mounted).as_view()(request)

    return show


urlpatterns = [
    path("", contents, name="mishaps"),
    *(path(f"{name}/", page(*views), name=f"mishaps-{name}") for name, views in PAGES.items()),
]
