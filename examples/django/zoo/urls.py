"""The pages of the zoo, and its table of contents."""

import json
from pathlib import Path

from django.shortcuts import render
from django.urls import path

from .unmounted import UnmountedView
from .views.activity import ActivityView
from .views.answers import AnswersView
from .views.calls import BrokenView, CallsView, MembersView
from .views.component import ComponentView
from .views.events import EventsView
from .views.full import FullView
from .views.listeners import ListenersView
from .views.navigation import NavigationView, ThereView
from .views.nested import NestedView
from .views.place import PlaceView
from .views.pushes import PushesView
from .views.twice import TwiceView
from .views.uploads import UploadsView
from .views.widgets import WidgetsView


def contents(request):
    entries = json.loads((Path(__file__).parent / "entries.json").read_text())
    return render(request, "zoo/contents.html", {"entries": entries})


urlpatterns = [
    path("", contents, name="zoo"),
    path("events/", EventsView.as_view(), name="zoo-events"),
    path("listeners/", ListenersView.as_view(), name="zoo-listeners"),
    path("widgets/", WidgetsView.as_view(), name="zoo-widgets"),
    path("uploads/", UploadsView.as_view(), name="zoo-uploads"),
    path("navigation/", NavigationView.as_view(), name="zoo-navigation"),
    path("there/", ThereView.as_view(), name="zoo-there"),
    path("activity/", ActivityView.as_view(), name="zoo-activity"),
    path("answers/", AnswersView.as_view(), name="zoo-answers"),
    path("component/", ComponentView.as_view(), name="zoo-component"),
    path("full/", FullView.as_view(), name="zoo-full"),
    path("place/", PlaceView.as_view(), name="zoo-place"),
    path("pushes/", PushesView.as_view(), name="zoo-pushes"),
    path("nested/", NestedView.as_view(), name="zoo-nested"),
    path("calls/", CallsView.as_view(), name="zoo-calls"),
    path("members/", MembersView.as_view(), name="zoo-members"),
    path("broken/", BrokenView.as_view(), name="zoo-broken"),
    path("twice/", TwiceView.as_view(), name="zoo-twice"),
    path("unmounted/", UnmountedView.as_view(), name="zoo-unmounted"),
]
