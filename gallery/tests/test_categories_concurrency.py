"""Categories changed by several at the same time."""

import pytest

from gallery.actions.categories import create_category, merge_categories
from gallery.models import Artwork, Category
from gallery.tests.test_albums_concurrency import statuses
from gallery.tests.works import new_work

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_moves_at_once_never_close_a_circle(mo, client_of, at_once):
    for number in range(3):
        pair = [create_category(by=mo, name=f"{name} {number}") for name in ("a", "b")]

        def move(index, pair=pair):
            body = {"parent_category": pair[1 - index].pk}
            return client_of(mo).patch(f"/api/categories/{pair[index].pk}", body)

        assert statuses(at_once(2, move)) == [200, 409]


def test_one_name_is_given_once(ada, ben, mo, client_of, at_once):
    people = [ada, ben, mo, ada]
    answers = at_once(4, lambda index: client_of(people[index]).post("/api/categories", {"name": "Etching"}))
    assert statuses(answers) == [201, 400, 400, 400]


def test_a_work_that_comes_while_its_category_goes_is_lost_in_no_hole(ada, mo, client_of, at_once):
    for number in range(3):
        category = create_category(by=mo, name=f"Oil {number}")

        def deed(index, category=category):
            if index:
                return client_of(mo).delete(f"/api/categories/{category.pk}").status_code
            return new_work(ada, category=category)

        made, status = at_once(2, deed)
        stays = Category.objects.filter(pk=category.pk).first()
        assert (status, isinstance(made, Artwork)) == ((409, True) if stays else (200, False))
        assert stays is None or stays.public_count == 1


def test_works_that_come_while_categories_are_merged_are_counted(ada, mo, at_once):
    kept, gone = (create_category(by=mo, name=name) for name in ("Oil", "Oils"))
    for _each in range(3):
        new_work(ada, category=gone)

    def deed(index):
        if index:
            return new_work(ada, category=kept if index % 2 else gone)
        return merge_categories(into=kept, others=[gone], by=mo)

    at_once(5, deed)
    counted = {each.pk: each.public_count for each in Category.objects.all()}
    assert counted == {pk: Artwork.objects.filter(category=pk).count() for pk in counted}
