"""Trigrams on PostgreSQL, for the filters that look for a part of a word: cameras, and the names of albums.

Django writes `icontains` as UPPER(…) LIKE, so that is what the indexes are on. pg_trgm is an extension that whoever owns the
database may create; where it may not be, the filters work as before and read the table. SQLite has nothing of the kind.
"""

from django.db import DatabaseError, migrations, transaction

COLUMNS = {
    "image_camera_make_part": ("gallery_image", "camera_make"),
    "image_camera_model_part": ("gallery_image", "camera_model"),
    "album_name_part": ("gallery_album", "name"),
}


def add(apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor != "postgresql" or not has_trigrams(schema_editor):
        return
    for name, (table, column) in COLUMNS.items():
        schema_editor.execute(f"CREATE INDEX {name} ON {table} USING gin (UPPER({column}::text) gin_trgm_ops)")


def has_trigrams(schema_editor):
    try:
        with transaction.atomic(using=schema_editor.connection.alias):
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError:
        print("  pg_trgm may not be created here: parts of words are looked for without an index.", end="")
        return False
    return True


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for name in COLUMNS:
            schema_editor.execute(f"DROP INDEX IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [("gallery", "0004_search")]

    operations = [migrations.RunPython(add, remove)]
