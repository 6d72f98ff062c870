"""What agencies announce as their procedure for requests; scans of decisions; letters that urge who announced nothing."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0002_names_looked_up'),
        ('publication', '0004_announcements'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Procedure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('statute', models.CharField(max_length=40)),
                ('law_lines', models.JSONField(default=list)),
                ('law_digest', models.CharField(max_length=64)),
                ('days_at_hand', models.PositiveSmallIntegerField()),
                ('place', models.CharField(blank=True, max_length=300)),
                ('hours', models.CharField(blank=True, max_length=200)),
                ('remark', models.TextField(blank=True, max_length=2000)),
                ('announcement', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='procedure', to='publication.announcement')),
            ],
        ),
        migrations.CreateModel(
            name='AnnouncementUrging',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('letter_id', models.BigIntegerField(db_index=True)),
                ('drafted_at', models.DateTimeField()),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.body')),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'body'], name='urging_to_announce')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'body', 'letter_id'), name='one_urging_to_announce')],
            },
        ),
        migrations.CreateModel(
            name='DecisionScan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('waiting', 'Đang kiểm tra'), ('kept', 'Đã kiểm tra'), ('unreadable', 'Không đọc được'), ('refused', 'Bị từ chối')], default='waiting', max_length=12)),
                ('name', models.CharField(blank=True, max_length=255)),
                ('size', models.PositiveBigIntegerField()),
                ('file_id', models.BigIntegerField(null=True, unique=True)),
                ('text', models.TextField(blank=True)),
                ('code', models.CharField(blank=True, max_length=40)),
                ('sentence', models.CharField(blank=True, max_length=500)),
                ('announcement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scans', to='publication.announcement')),
                ('handed_in_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state', 'waiting')), fields=['state'], name='decision_scan_waiting')],
                'constraints': [models.UniqueConstraint(fields=('announcement',), name='one_scan_an_announcement')],
            },
        ),
        migrations.CreateModel(
            name='ProcedureStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=300)),
                ('unit_name', models.CharField(max_length=300)),
                ('days', models.DecimalField(decimal_places=1, max_digits=4)),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='publication.procedure')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.body')),
            ],
            options={
                'ordering': ['position'],
                'constraints': [models.UniqueConstraint(fields=('procedure', 'position'), name='one_step_a_place')],
            },
        ),
    ]
