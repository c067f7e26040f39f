"""What search finds things by."""

from django.conf import settings
from django.db import models


class SearchEntry(models.Model):
    """One thing that can be found: what it says, folded to plain words (`gallery.search.folding`), and its facts.

    It repeats what its thing says, and is written in the same transaction (`gallery.search.index`). Both databases keep an index
    of the words themselves, SQLite by triggers, PostgreSQL in columns that it generates. The id is the order of search: greater
    for what is newer, and on SQLite, as of one that counts by itself, the row's own number.
    """

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=12)
    object_id = models.UUIDField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    date = models.DateTimeField(help_text="When it was taken or made, else when it came here")
    title = models.TextField(blank=True)
    tags = models.TextField(blank=True)
    description = models.TextField(blank=True)
    artist = models.TextField(blank=True)
    medium = models.TextField(blank=True)
    camera = models.TextField(blank=True)
    location = models.TextField(blank=True)
    marks = models.TextField(blank=True, help_text="Its kind, owner, colours and numbers, as words nobody can type")

    class Meta:
        constraints = [models.UniqueConstraint("object_id", "kind", name="search_entry_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"
