"""The tutorial: a form that is dispatched to, beside a tag search that is only called."""

from djust import LiveView, action
from djust.decorators import server_function

from .models import Issue, Tag

MOST_HITS = 20


class NewIssueView(LiveView):
    template_name = "tags/new_issue.html"
    api_name = "issues.new"
    # Anyone may try the example; a real tracker says True here.
    login_required = False

    def mount(self, request, **kwargs) -> None:
        # Assigned here, not as class attributes: those would be one list for all visitors.
        self.selected_tags: list[dict] = []
        self.created = ""

    @server_function
    def search_tags(self, q: str = "", limit: int = 8, **kwargs) -> list[dict]:
        """Tags whose name begins with q, most used first. Nothing is re-rendered."""
        q = q.strip()
        if not q:
            return []
        hits = Tag.objects.filter(name__istartswith=q)[: max(0, min(limit, MOST_HITS))]
        return [{"id": tag.id, "name": tag.name} for tag in hits]

    @server_function
    def title_taken(self, title: str, **kwargs) -> dict:
        """Whether an issue has this title already. Nothing is re-rendered."""
        issue = Issue.objects.filter(title__iexact=title.strip()).first()
        if issue is None:
            return {"available": True}
        return {"available": False, "reason": f"Issue #{issue.id} has this title"}

    @action
    def add_tag(self, id: int = 0, **kwargs) -> None:
        # The name comes from the database: a page may send any text under a known id.
        tag = Tag.objects.filter(id=id).first()
        if tag is None:
            raise ValueError("Tag missing")
        if all(selected["id"] != id for selected in self.selected_tags):
            # A new list: djust compares before and after, and an append may go unseen.
            self.selected_tags = [*self.selected_tags, {"id": tag.id, "name": tag.name}]

    @action
    def remove_tag(self, id: int = 0, **kwargs) -> None:
        self.selected_tags = [tag for tag in self.selected_tags if tag["id"] != id]

    @action
    def submit(self, title: str = "", description: str = "", **kwargs) -> dict:
        title = title.strip()
        if not title:
            raise ValueError("Title is required")
        if len(title) > 200:
            raise ValueError("Title is longer than 200 characters")
        issue = Issue.objects.create(title=title, description=description)
        issue.tags.set([tag["id"] for tag in self.selected_tags])
        self.created = f"Issue #{issue.id} created: {title}"
        self.selected_tags = []
        # The fields are the page's own, so the page empties them.
        self.push_event("issue-created", {"id": issue.id})
        return {"id": issue.id}
