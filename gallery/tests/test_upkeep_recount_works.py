"""`recount` sets right what is kept as a number of works."""

import pytest
from django.db.models import F

from accounts.models import Statistics
from gallery.actions.access import Viewer
from gallery.actions.visits import record_visit
from gallery.models import Artwork, Category, Gallery, GalleryArtwork, Tag
from gallery.tests.library import new_image
from gallery.tests.test_upkeep_other_commands import told_by
from gallery.tests.works import new_work
from gallery.upkeep.recounting_works import recount_artwork, recount_category, recount_gallery, recount_tag

NUMBERS = [
    (Artwork, "artworks", {"view_count": 1}),
    (Gallery, "galleries", {"artwork_count": 2, "public_artwork_count": 1, "view_count": 1}),
    (Category, "categories", {"public_count": 1}),
    (Tag, "tags", {"public_count": 2}),
    (Statistics, "people", {"artwork_count": 2, "public_artwork_count": 1, "gallery_count": 1}),
]


@pytest.fixture
def house_of_one(ada, ben):
    """A public work and a draft under one category and tag, in one gallery; both looked at by ben; every number right."""
    category = Category.objects.create(name="Painting", slug="painting")
    works = [new_work(ada, category=category, tags=["sea"], status=status) for status in ("published", "draft")]
    new_image(ada, tags=("sea",))
    new_image(ada, tags=("sea",), visibility="private")
    room = Gallery.objects.create(owner=ada, name="Room", slug="room", artwork_count=2, public_artwork_count=1)
    for position, work in enumerate(works):
        GalleryArtwork.objects.create(gallery=room, artwork=work, position=position)
        record_visit(artwork=work, viewer=Viewer(ben))
    record_visit(gallery=room, viewer=Viewer(ben))
    Statistics.objects.filter(pk=ada.pk).update(gallery_count=1, file_count=4, image_count=4, storage_used=40)
    return ada


def test_where_every_number_is_right_nothing_is_changed(house_of_one):
    assert "0 numbers set right" in told_by("recount")


@pytest.mark.parametrize(("model", "what", "name"), [(m, what, name) for m, what, names in NUMBERS for name in names])
@pytest.mark.parametrize("drift", [5, -1])
def test_a_number_that_has_drifted_is_set_right_and_told(house_of_one, model, what, name, drift):
    right = next(names[name] for m, _, names in NUMBERS if m is model)
    drifted = model.objects.filter(pk=house_of_one.pk if model is Statistics else model.objects.earliest("pk").pk)
    drifted.update(**{name: F(name) + drift})
    said = told_by("recount")
    assert f"{what}: {name} of {drifted.get().pk}: {right + drift} → {right}" in said
    assert "1 numbers set right" in said
    assert getattr(drifted.get(), name) == right


def test_what_went_meanwhile_is_passed_over(db, ada):
    assert recount_artwork(ada.pk) == recount_gallery(ada.pk) == recount_category(1) == recount_tag(1) == {}
