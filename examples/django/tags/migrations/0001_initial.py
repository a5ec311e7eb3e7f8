"""Creates tags, issues, and the table between them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies: list = []

    operations = [
        migrations.CreateModel(
            name="Tag",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=64, unique=True)),
                ("usage_count", models.PositiveIntegerField(default=0)),
            ],
            options={"ordering": ["-usage_count", "name"]},
        ),
        migrations.CreateModel(
            name="Issue",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=200)),
                ("description", models.TextField(blank=True)),
                ("tags", models.ManyToManyField(blank=True, to="tags.tag")),
            ],
        ),
    ]
