"""Several difficulties may be carried up by one, and each keeps in which state it was between which days."""

import django.db.models.deletion
from django.db import migrations, models

STATES = [
    ("raised", "raised"),
    ("passed_up", "passed_up"),
    ("answered", "answered"),
    ("withdrawn", "withdrawn"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("planning", "0010_periods"),
    ]

    operations = [
        migrations.AlterField(
            model_name="difficulty",
            name="passed_from",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="planning.difficulty",
            ),
        ),
        migrations.AddField(
            model_name="difficulty",
            name="carries",
            field=models.ManyToManyField(related_name="passed_as", to="planning.difficulty"),
        ),
        migrations.CreateModel(
            name="DifficultySpan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(choices=STATES, max_length=20)),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(null=True)),
                (
                    "difficulty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="spans", to="planning.difficulty"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("difficulty", "from_on"), name="one_state_begins_a_day"),
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None)), fields=("difficulty",), name="one_state_runs"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None), ("until_on__gt", models.F("from_on")), _connector="OR"
                        ),
                        name="state_ends_after_it_begins",
                    ),
                ],
            },
        ),
    ]
