"""One tag in place of another on everything that is one's own."""

import pytest
from django.core.exceptions import ValidationError

from gallery.actions.own_tags import Replaced, replace_tag
from gallery.models import Tag
from gallery.tests.library import new_image
from gallery.tests.works import new_work


def names(thing) -> list[str]:
    return list(thing.tags.order_by("name").values_list("name", flat=True))


def test_pictures_and_works_get_the_other_tag(ada):
    image, work = new_image(ada, tags=("sea", "light")), new_work(ada, tags=["sea"])
    assert replace_tag(name="Sea", into="The  Ocean", by=ada) == Replaced(1, 1, 0)
    assert names(image) == ["light", "the ocean"]
    assert names(work) == ["the ocean"]


def test_what_had_both_has_it_once(ada):
    images = [new_image(ada, tags=("sea", "ocean")), new_image(ada, tags=("sea",))]
    work = new_work(ada, tags=["ocean", "sea"])
    assert replace_tag(name="sea", into="ocean", by=ada) == Replaced(2, 1, 2)
    assert [names(each) for each in (*images, work)] == [["ocean"]] * 3


def test_into_nothing_it_goes(ada):
    image, work = new_image(ada, tags=("sea", "light")), new_work(ada, tags=["sea"])
    assert replace_tag(name="sea", into="", by=ada) == Replaced(1, 1, 0)
    assert (names(image), names(work)) == (["light"], [])


def test_what_others_tagged_stays(ada, ben):
    new_image(ada, tags=("sea",))
    bens = new_image(ben, tags=("sea",))
    replace_tag(name="sea", into="ocean", by=ada)
    assert names(bens) == ["sea"]


def test_the_public_counts_follow(ada):
    new_image(ada, tags=("sea",))
    new_image(ada, tags=("sea",), visibility="private")
    new_work(ada, tags=["sea"])
    replace_tag(name="sea", into="ocean", by=ada)
    counts = dict(Tag.objects.values_list("name", "public_count"))
    assert counts == {"sea": 0, "ocean": 2}


def test_a_picture_with_all_the_tags_that_it_may_have_is_no_obstacle(ada):
    image = new_image(ada, tags=tuple(f"tag {number}" for number in range(50)))
    replace_tag(name="tag 7", into="ocean", by=ada)
    assert len(names(image)) == 50


def test_a_dry_run_tells_the_same_and_changes_nothing(ada):
    image = new_image(ada, tags=("sea",))
    assert replace_tag(name="sea", into="ocean", by=ada, dry_run=True) == Replaced(1, 0, 0)
    assert names(image) == ["sea"]
    assert not Tag.objects.filter(name="ocean").exists()


@pytest.mark.parametrize(
    ("name", "into", "field"),
    [("sea", "SEA", "into"), ("sea", "a,b", "into"), ("sea", "x" * 51, "into"), ("x", "y", "name")],
)
def test_what_cannot_be_is_refused(ada, name, into, field):
    new_image(ada, tags=("sea",))
    with pytest.raises(ValidationError) as refused:
        replace_tag(name=name, into=into, by=ada)
    assert list(refused.value.error_dict) == [field]
