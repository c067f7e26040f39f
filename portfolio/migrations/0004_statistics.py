import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("portfolio", "0003_exhibitions_and_commissions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="GatheredDay",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("gathered_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "gathered day",
                "verbose_name_plural": "gathered days",
            },
        ),
        migrations.CreateModel(
            name="DayFigures",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                (
                    "subject",
                    models.CharField(
                        choices=[("artist", "artist"), ("artwork", "artwork"), ("gallery", "gallery")], max_length=7
                    ),
                ),
                ("subject_id", models.UUIDField()),
                ("views", models.PositiveIntegerField(default=0)),
                ("visitors", models.PositiveIntegerField(default=0)),
                ("downloads", models.PositiveIntegerField(default=0)),
                ("likes", models.PositiveIntegerField(default=0)),
                ("followers", models.PositiveIntegerField(default=0)),
                (
                    "artist",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "figures of a day",
                "verbose_name_plural": "figures of days",
                "indexes": [
                    models.Index(models.F("artist"), models.F("subject"), models.F("day"), name="figures_of_artist"),
                    models.Index(models.F("day"), name="figures_of_day"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("subject_id"), models.F("subject"), models.F("day"), name="figures_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DayReferrer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                (
                    "subject",
                    models.CharField(
                        choices=[("artist", "artist"), ("artwork", "artwork"), ("gallery", "gallery")], max_length=7
                    ),
                ),
                ("subject_id", models.UUIDField()),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("site", "another site"),
                            ("internal", "Atelier itself"),
                            ("direct", "directly, or not told"),
                            ("other", "other sites"),
                        ],
                        max_length=8,
                    ),
                ),
                ("host", models.CharField(blank=True, max_length=253)),
                ("views", models.PositiveIntegerField()),
                (
                    "artist",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "referrer of a day",
                "verbose_name_plural": "referrers of days",
                "indexes": [models.Index(models.F("day"), name="referrer_of_day")],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("subject_id"),
                        models.F("subject"),
                        models.F("day"),
                        models.F("source"),
                        models.F("host"),
                        name="referrer_once",
                    )
                ],
            },
        ),
    ]
