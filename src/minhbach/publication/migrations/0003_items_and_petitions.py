"""Versions at the gate, what was looked for in them, channels, petitions."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0002_names_looked_up'),
        ('publication', '0002_taken_back'),
        ('register', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Channel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version_number', models.PositiveIntegerField()),
                ('statute', models.CharField(max_length=20)),
                ('form', models.CharField(max_length=20)),
                ('planned_on', models.DateField()),
                ('place', models.CharField(blank=True, max_length=500)),
                ('evidence', models.CharField(blank=True, max_length=500)),
                ('done_on', models.DateField(null=True)),
                ('stays_until', models.DateField(null=True)),
                ('taken_down_on', models.DateField(null=True)),
                ('dropped_because', models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name='CorrectionRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('publisher', models.CharField(max_length=300)),
                ('place', models.CharField(max_length=500)),
                ('what', models.CharField(max_length=1000)),
                ('letter_id', models.BigIntegerField(null=True)),
                ('asked_on', models.DateField()),
                ('done_on', models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Petition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=20, unique=True)),
                ('version_number', models.PositiveIntegerField()),
                ('way', models.CharField(choices=[('online', 'online'), ('counter', 'counter'), ('post', 'post'), ('telephone', 'telephone')], max_length=10)),
                ('form_key', models.CharField(blank=True, max_length=64)),
                ('sender', models.CharField(blank=True, max_length=200)),
                ('contact', models.CharField(blank=True, max_length=300)),
                ('text', models.TextField()),
                ('received_at', models.DateTimeField()),
                ('received_on', models.DateField()),
                ('statute', models.CharField(max_length=20)),
                ('due_on', models.DateField()),
                ('is_due_provisional', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('received', 'received'), ('found_right', 'found_right'), ('found_wrong', 'found_wrong'), ('corrected', 'corrected'), ('set_aside', 'set_aside')], max_length=12)),
                ('answer', models.TextField(blank=True)),
                ('answered_on', models.DateField(null=True)),
                ('corrected_in', models.PositiveIntegerField(null=True)),
                ('corrected_on', models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='PetitionSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(unique=True)),
                ('last', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='PublicStamp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField(default=0)),
                ('changed_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ScreeningFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=12)),
                ('text', models.CharField(max_length=300)),
                ('source', models.CharField(blank=True, max_length=200)),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('page', models.PositiveIntegerField(null=True)),
                ('before', models.CharField(blank=True, max_length=80)),
                ('after', models.CharField(blank=True, max_length=80)),
                ('why', models.CharField(blank=True, max_length=200)),
                ('confidence', models.FloatField()),
                ('ground', models.CharField(blank=True, choices=[('official', 'official'), ('consent', 'consent'), ('law', 'law'), ('interest', 'interest'), ('mistaken', 'mistaken')], max_length=12)),
                ('ground_words', models.CharField(blank=True, max_length=300)),
                ('answered_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ScreeningRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('waiting', 'Đang kiểm tra'), ('done', 'Đã kiểm tra')], default='waiting', max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(null=True)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('looked_at', models.JSONField(default=list)),
                ('secrecy', models.CharField(blank=True, max_length=20)),
                ('urgency', models.CharField(blank=True, max_length=20)),
            ],
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('withdrawn_on', models.DateField()),
                ('why', models.CharField(choices=[('wrong', 'wrong'), ('personal', 'personal'), ('ended', 'ended'), ('untold', 'untold')], max_length=12)),
                ('remark', models.CharField(max_length=500)),
                ('until_on', models.DateField(null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='publication',
            name='one_publication_a_subject',
        ),
        migrations.AddField(
            model_name='publication',
            name='digest',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name='publication',
            name='drafted_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='publication',
            name='hides_earlier',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='publication',
            name='opened_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='publication',
            name='publish_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='publication',
            name='version_id',
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='publication',
            name='version_number',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='publication',
            name='words',
            field=models.JSONField(default=dict),
        ),
        migrations.AlterField(
            model_name='publication',
            name='state',
            field=models.CharField(choices=[('draft', 'draft'), ('checked', 'checked'), ('submitted', 'submitted'), ('scheduled', 'scheduled'), ('public', 'public'), ('corrected', 'corrected'), ('sent_back', 'sent_back'), ('taken_back', 'taken_back'), ('withdrawn', 'withdrawn')], max_length=20),
        ),
        migrations.AddIndex(
            model_name='publication',
            index=models.Index(condition=models.Q(('state', 'scheduled')), fields=['publish_on'], name='publication_scheduled'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.UniqueConstraint(fields=('subject_kind', 'subject_id', 'version_id'), name='one_publication_a_version'),
        ),
        migrations.AddField(
            model_name='channel',
            name='body',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.body'),
        ),
        migrations.AddField(
            model_name='channel',
            name='corrects',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='publication.channel'),
        ),
        migrations.AddField(
            model_name='channel',
            name='done_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='channel',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.item'),
        ),
        migrations.AddField(
            model_name='channel',
            name='taken_down_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='correctionrequest',
            name='asked_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='correctionrequest',
            name='body',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.body'),
        ),
        migrations.AddField(
            model_name='correctionrequest',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.item'),
        ),
        migrations.AddField(
            model_name='petition',
            name='answered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='petition',
            name='body',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.body'),
        ),
        migrations.AddField(
            model_name='petition',
            name='entered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='petition',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.item'),
        ),
        migrations.AddField(
            model_name='screeningfinding',
            name='answered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='screeningrun',
            name='asked_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='screeningrun',
            name='publication',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='publication.publication'),
        ),
        migrations.AddField(
            model_name='screeningfinding',
            name='run',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='publication.screeningrun'),
        ),
        migrations.AddField(
            model_name='withdrawal',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.item'),
        ),
        migrations.AddField(
            model_name='withdrawal',
            name='withdrawn_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='channel',
            index=models.Index(fields=['item', 'version_number'], name='channel_of_item'),
        ),
        migrations.AddIndex(
            model_name='channel',
            index=models.Index(condition=models.Q(('done_on__isnull', True), ('dropped_because', '')), fields=['body', 'planned_on'], name='channel_to_do'),
        ),
        migrations.AddIndex(
            model_name='channel',
            index=models.Index(condition=models.Q(('stays_until__isnull', False), ('taken_down_on__isnull', True)), fields=['body', 'stays_until'], name='channel_to_take_down'),
        ),
        migrations.AddIndex(
            model_name='petition',
            index=models.Index(fields=['body', 'state', 'due_on'], name='petition_due_of_body'),
        ),
        migrations.AddIndex(
            model_name='petition',
            index=models.Index(fields=['item', 'state'], name='petition_of_item'),
        ),
        migrations.AddConstraint(
            model_name='petition',
            constraint=models.UniqueConstraint(condition=models.Q(('form_key', ''), _negated=True), fields=('form_key',), name='one_petition_a_form_sent'),
        ),
        migrations.AddIndex(
            model_name='screeningrun',
            index=models.Index(condition=models.Q(('state', 'waiting')), fields=['state'], name='screening_waiting'),
        ),
        migrations.AddIndex(
            model_name='screeningfinding',
            index=models.Index(fields=['run', 'ground'], name='finding_answered'),
        ),
        migrations.AddConstraint(
            model_name='withdrawal',
            constraint=models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('item',), name='one_running_withdrawal_an_item'),
        ),
    ]
