"""`manage.py seed` fills an empty tag table with a few thousand names, the same every time."""

from django.core.management.base import BaseCommand

from tags.models import Tag

COMMON = (
    "bug regression enhancement documentation question performance security accessibility auth "
    "safari firefox chrome login mobile crash good-first-issue help-wanted ui api database"
).split()
AREAS = (
    "account admin avatar backup badge billing blog cache calendar cart catalog chart chat "
    "checkout client comment config console cookie crawler cron csv dashboard deploy device "
    "dialog discount download editor email embed emoji events export feed filter font footer "
    "form gallery gateway grid header history icon image import inbox index invite invoice "
    "kanban keyboard layout link list locale log map markup media menu merge message metrics "
    "modal monitor nav notification order page parser password payment permission pipeline "
    "plugin preview pricing privacy profile project proxy query queue quota receipt refund "
    "report request reset review role router schema scroll search session settings share "
    "sidebar signup sort stock storage survey sync table template tenant theme timeline toast "
    "token toolbar tooltip translation tree upload user video vote wallet webhook widget wiki"
).split()
CONCERNS = (
    "a11y android beta bug cleanup copy dark-mode docs edge-case error flaky ios latency leak "
    "legacy perf polish slow timeout tests ux"
).split()


def seed_tags() -> list[Tag]:
    """Over 2,000 tags; the usage falls with the place in the list, so no order is by chance."""
    names = COMMON + AREAS + [f"{area}-{concern}" for area in AREAS for concern in CONCERNS]
    return [Tag(name=name, usage_count=900 * 20 // (20 + at)) for at, name in enumerate(names)]


class Command(BaseCommand):
    help = "Fills an empty tag table."

    def handle(self, **options) -> None:
        if not Tag.objects.exists():
            Tag.objects.bulk_create(seed_tags())
        self.stdout.write(f"{Tag.objects.count()} tags")
