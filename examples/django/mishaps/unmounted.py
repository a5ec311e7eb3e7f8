"""The same pages in a module that the socket may not mount (LIVEVIEW_ALLOWED_MODULES), so that their events go by HTTP."""

from .views.desk import TicketDesk as Desk
from .views.library import LibraryCounter as Counter
from .views.shelf import ProductShelf as Shelf


class TicketDesk(Desk):
    api_name = "unmounted.desk"


class ProductShelf(Shelf):
    api_name = "unmounted.shelf"


class LibraryCounter(Counter):
    api_name = "unmounted.library"
