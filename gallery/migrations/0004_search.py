"""The entries of search, and what each database keeps of their words.

On SQLite an FTS5 table without a copy of the texts, which triggers keep. SQLite makes a table anew to change its columns, and
its triggers go with the old one: a migration that changes the entries has to make them again.

On PostgreSQL two columns that it generates. A tsvector tells four columns apart by their weights: `words` has what is searched
for as words, `facts` what has a field of its own beside it. A bar before each text of the last weight keeps phrases from going
over its end. Without `fastupdate` no search reads what is still waiting to be indexed. No extension is needed.

The index is empty after this: the worker fills it (`gallery.tasks.index_what_is_missing`), since a migration must not read with
the models of a later day.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TEXTS = ("title", "tags", "description", "artist", "medium", "camera", "location", "marks")
NAMES = ", ".join(TEXTS)


def values(row: str) -> str:
    return ", ".join(f"{row}.{name}" for name in TEXTS)


FORGET = f"INSERT INTO gallery_searchtext(gallery_searchtext, rowid, {NAMES}) VALUES ('delete', old.id, {values('old')});"
LEARN = f"INSERT INTO gallery_searchtext(rowid, {NAMES}) VALUES (new.id, {values('new')});"
SQLITE = [
    f"CREATE VIRTUAL TABLE gallery_searchtext USING fts5({NAMES}, content='gallery_searchentry', content_rowid='id',"
    " prefix='2 3', tokenize='unicode61 remove_diacritics 0')",
    f"CREATE TRIGGER gallery_search_added AFTER INSERT ON gallery_searchentry BEGIN {LEARN} END",
    f"CREATE TRIGGER gallery_search_gone AFTER DELETE ON gallery_searchentry BEGIN {FORGET} END",
    f"CREATE TRIGGER gallery_search_changed AFTER UPDATE ON gallery_searchentry BEGIN {FORGET} {LEARN} END",
]
UNDO_SQLITE = [
    "DROP TRIGGER gallery_search_added",
    "DROP TRIGGER gallery_search_gone",
    "DROP TRIGGER gallery_search_changed",
    "DROP TABLE gallery_searchtext",
]


def weighed(**columns: str) -> str:
    return " || ".join(
        f"setweight(to_tsvector('simple'::regconfig, {text}), '{weight}')" for weight, text in columns.items()
    )


OTHER = " || ".join(f"'ǀ ' || {name} || ' '" for name in ("artist", "medium", "camera", "location"))
WORDS = weighed(A="title", B="tags", C="description", D=OTHER)
FACTS = weighed(A="artist", B="camera", C="location", D="medium || ' ' || marks")
POSTGRESQL = [
    f"ALTER TABLE gallery_searchentry ADD COLUMN words tsvector GENERATED ALWAYS AS ({WORDS}) STORED",
    f"ALTER TABLE gallery_searchentry ADD COLUMN facts tsvector GENERATED ALWAYS AS ({FACTS}) STORED",
    "CREATE INDEX search_words ON gallery_searchentry USING gin (words) WITH (fastupdate = off)",
    "CREATE INDEX search_facts ON gallery_searchentry USING gin (facts) WITH (fastupdate = off)",
    # For the 10,000 most frequent words instead of 1,000 it is known how frequent they are, and of all others that they are rare:
    # reckoned too frequent, they would be looked for in one entry after the other from the newest on.
    "ALTER TABLE gallery_searchentry ALTER COLUMN words SET STATISTICS 1000, ALTER COLUMN facts SET STATISTICS 1000",
]
UNDO_POSTGRESQL = [
    "ALTER TABLE gallery_searchentry DROP COLUMN facts",
    "ALTER TABLE gallery_searchentry DROP COLUMN words",
]


def index_words(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def forget_words(apps, schema_editor):
    for statement in {"sqlite": UNDO_SQLITE, "postgresql": UNDO_POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('gallery', '0003_fill_tags'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=12)),
                ('object_id', models.UUIDField()),
                ('date', models.DateTimeField(help_text='When it was taken or made, else when it came here')),
                ('title', models.TextField(blank=True)),
                ('tags', models.TextField(blank=True)),
                ('description', models.TextField(blank=True)),
                ('artist', models.TextField(blank=True)),
                ('medium', models.TextField(blank=True)),
                ('camera', models.TextField(blank=True)),
                ('location', models.TextField(blank=True)),
                ('marks', models.TextField(blank=True, help_text='Its kind, owner, colours and numbers, as words nobody can type')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.F('object_id'), models.F('kind'), name='search_entry_once')],
            },
        ),
        migrations.RunPython(index_words, forget_words),
    ]
