"""Gives the columns that repeat something what they repeat."""

from typing import Any

from django.db import migrations
from django.db.models import Count, OuterRef, Q, Subquery


def fill(apps: Any, schema_editor: Any) -> None:
    Image, ImageTag, Tag = (apps.get_model("gallery", name) for name in ("Image", "ImageTag", "Tag"))
    Image.objects.filter(visibility="public").update(is_public=True)
    taken = Image.objects.filter(pk=OuterRef("image")).values("uploaded_at")
    ImageTag.objects.update(uploaded_at=Subquery(taken))
    seen = Tag.objects.annotate(seen=Count("image_tags", filter=Q(image_tags__image__is_public=True)))
    for tag in seen.filter(seen__gt=0).iterator():
        Tag.objects.filter(pk=tag.pk).update(public_count=tag.seen)


class Migration(migrations.Migration):
    dependencies = [("gallery", "0002_albums_and_more")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
