"""Lists cost the same number of queries whatever is in them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gallery.models import Access, File, Folder, Image, ImageTag, Kind, Tag
from gallery.tests.library import NOON, new_file, new_image


def fill_images(owner, number):
    tags = [Tag.objects.create(name=f"tag {index}", slug=f"tag-{index}") for index in range(3)]
    for index in range(number):
        image = new_image(owner, f"picture {index}")
        ImageTag.objects.bulk_create([ImageTag(image=image, tag=tag, uploaded_at=NOON) for tag in tags])
    return "/api/images?page_size=100"


def fill_files(owner, number):
    for index in range(number):
        new_file(owner, f"file {index}.txt")
    return "/api/files?page_size=100"


def fill_folders(owner, number):
    folders = [Folder(owner=owner, name=f"folder {index}") for index in range(number)]
    Folder.objects.bulk_create(folders)
    for folder in folders:
        new_file(owner, folder=folder)
    return "/api/folders?page_size=100"


def fill_chain(owner, number):
    parent = None
    for index in range(min(number, 20)):
        parent = Folder.objects.create(owner=owner, name=f"{index}", parent=parent)
    return "/api/folders?tree=true"


def fill_history(owner, number):
    image = new_image(owner)
    Access.objects.bulk_create(
        Access(file=image.file, action="view", at=NOON, viewer_key=str(index), viewer=owner) for index in range(number)
    )
    return f"/api/images/{image.pk}/history?page_size=100"


def queries(client, url):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


FILLS = {
    "images": fill_images,
    "files": fill_files,
    "folders": fill_folders,
    "a deep tree": fill_chain,
    "history": fill_history,
}


@pytest.mark.parametrize("what", FILLS)
def test_a_list_of_a_hundred_costs_as_many_queries_as_one_of_one(ada, client_of, what):
    client, costs = client_of(ada), []
    for number in (1, 3, 100):
        File.objects.all().delete()
        Folder.objects.all().delete()
        Tag.objects.all().delete()
        costs.append(queries(client, FILLS[what](ada, number)))
    assert costs[0] == costs[1] == costs[2]
    assert costs[0] <= 7


def test_a_list_of_pictures_costs_four_queries_and_its_count(ada, visitor, django_assert_num_queries):
    url = fill_images(ada, 3)
    with django_assert_num_queries(5):
        visitor.get(url)
    with django_assert_num_queries(4):
        visitor.get(f"{url}&cursor=")


def test_many_tags_on_a_picture_cost_no_more(ada, visitor, django_assert_num_queries):
    new_image(ada, tags=tuple(f"tag {index}" for index in range(50)))
    with django_assert_num_queries(5):
        assert len(visitor.get("/api/images").json()["results"][0]["tags"]) == 50


def test_one_picture_costs_no_more_for_its_likes(ada, client_of):
    image, client = new_image(ada, tags=("a", "b")), client_of(ada)
    alone = queries(client, f"/api/images/{image.pk}")
    for _ in range(30):
        new_image(ada)
    assert queries(client, f"/api/images/{image.pk}") == alone
    assert Image.objects.filter(file__kind=Kind.IMAGE).count() == 31
