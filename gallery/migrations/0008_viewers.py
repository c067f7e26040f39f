import secrets

from django.db import migrations, models
from django.db.models import Value
from django.db.models.functions import MD5, Concat


def forget_who(apps, schema_editor):
    """Whoever knows the SECRET_KEY could work out keys that were hashed with it: they are hashed once more, with a salt that
    nobody keeps. Which rows of a day were of the same visitor stays as it is."""
    salt = secrets.token_hex(32)
    for name in ("Access", "Visit"):
        rows = apps.get_model("gallery", name).objects.using(schema_editor.connection.alias).filter(viewer__isnull=True)
        rows.update(viewer_key=MD5(Concat(Value(salt), "viewer_key")))


class Migration(migrations.Migration):
    dependencies = [("gallery", "0007_moderation")]

    operations = [
        migrations.CreateModel(
            name="DaySalt",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("salt", models.BinaryField(max_length=32)),
            ],
            options={"verbose_name": "salt of a day", "verbose_name_plural": "salts of days"},
        ),
        migrations.AddField("access", "is_robot", models.BooleanField(db_default=False, default=False)),
        migrations.AddField("visit", "is_robot", models.BooleanField(db_default=False, default=False)),
        migrations.AlterField("access", "at", models.DateTimeField(db_index=True)),
        migrations.AddIndex("visit", models.Index(models.F("artwork"), models.F("at"), name="visit_artwork_by_time")),
        migrations.AddIndex("visit", models.Index(models.F("gallery"), models.F("at"), name="visit_gallery_by_time")),
        migrations.RunPython(forget_who, migrations.RunPython.noop, elidable=True),
    ]
