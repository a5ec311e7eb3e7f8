"""The one page of the tutorial."""

from django.urls import path

from .views import NewIssueView

urlpatterns = [path("", NewIssueView.as_view(), name="new-issue")]
