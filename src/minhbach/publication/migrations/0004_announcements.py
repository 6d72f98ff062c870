"""What bodies announce by a decision: lists of public service units."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0002_names_looked_up'),
        ('publication', '0003_items_and_petitions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Announcement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('number', models.CharField(blank=True, max_length=60)),
                ('decided_on', models.DateField(null=True)),
                ('remark', models.CharField(blank=True, max_length=500)),
                ('is_draft', models.BooleanField(default=True)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('drafted_at', models.DateTimeField()),
                ('public_from', models.DateField(null=True)),
                ('replaced_on', models.DateField(null=True)),
                ('withdrawn_on', models.DateField(null=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.body')),
                ('drafted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='ListedUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=300)),
                ('address', models.CharField(blank=True, max_length=300)),
                ('telephone', models.CharField(blank=True, max_length=40)),
                ('email', models.CharField(blank=True, max_length=254)),
                ('website', models.CharField(blank=True, max_length=300)),
                ('services', models.CharField(max_length=500)),
                ('announcement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='units', to='publication.announcement')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.body')),
            ],
        ),
        migrations.AddIndex(
            model_name='announcement',
            index=models.Index(fields=['kind', 'body', 'public_from'], name='announcement_public'),
        ),
        migrations.AddConstraint(
            model_name='announcement',
            constraint=models.UniqueConstraint(condition=models.Q(('is_draft', True)), fields=('kind', 'body'), name='one_draft_of_an_announcement'),
        ),
        migrations.AddConstraint(
            model_name='listedunit',
            constraint=models.UniqueConstraint(fields=('announcement', 'unit'), name='one_line_a_listed_unit'),
        ),
    ]
