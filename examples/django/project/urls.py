"""Addresses: the tutorial, the zoo, the mishaps, and the two HTTP doors of djust."""

from django.urls import include, path
from django.views.generic import RedirectView
from djust.sse import sse_urlpatterns

urlpatterns = [
    path("", RedirectView.as_view(url="/tags/")),
    path("tags/", include("tags.urls")),
    path("zoo/", include("zoo.urls")),
    path("mishaps/", include("mishaps.urls")),
    path("djust/api/", include("djust.api.urls")),
    path("djust/", include(sse_urlpatterns)),
]
