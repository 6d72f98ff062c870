"""The link to a single difficulty goes; `carries` has it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("planning", "0012_difficulties_carried"),
    ]

    operations = [
        migrations.RemoveField(model_name="difficulty", name="passed_from"),
    ]
