"""Reading what was written: newest first, by page and by cursor, at the same cost however much it is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gallery.actions.files import delete_file
from gallery.actions.withholding import set_hidden
from gallery.models import File
from gallery.tests.library import codes, new_file, new_image
from portfolio.actions.messages import write_message
from portfolio.models import Message
from portfolio.tests.messaging import address, commission_of, read


@pytest.fixture
def commission(ada, ben):
    return commission_of(ben, ada)


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


def say(commission, by, text="Hello", *files):
    return write_message(commission=commission, by=by, text=text, files=[file.pk for file in files])


def texts(page):
    return [message["text"] for message in page["results"]]


def test_the_newest_comes_first_unless_asked_otherwise(ada, ben, adas, commission):
    for number, by in enumerate((ada, ben, ada)):
        say(commission, by, str(number))
    assert texts(read(adas, commission)) == ["2", "1", "0"]
    assert texts(read(adas, commission, ordering="date")) == ["0", "1", "2"]
    assert [each["author"]["username"] for each in read(adas, commission)["results"]] == ["ada", "ben", "ada"]
    assert codes(adas.get(address(commission), {"ordering": "text"})) == {"ordering": "invalid_choice"}


def test_they_are_read_by_page_and_by_cursor(ben, adas, commission):
    for number in range(5):
        say(commission, ben, str(number))
    page = read(adas, commission, page_size=2, page=2)
    assert (page["count"], texts(page)) == (5, ["2", "1"])
    walked, step = [], read(adas, commission, cursor="", page_size=2)
    while step:
        walked += texts(step)
        step = adas.get(step["next"]).json() if step["next"] else None
    assert walked == ["4", "3", "2", "1", "0"]
    assert adas.get(address(commission), {"page": 9}).status_code == 404


def test_messages_of_another_commission_are_not_among_them(ada, ben, adas, commission):
    other = commission_of(ben, ada, title="Another")
    say(other, ben, "elsewhere")
    say(commission, ben, "here")
    assert texts(read(adas, commission)) == ["here"]


@pytest.mark.parametrize("by", ["page", "cursor"])
def test_the_cost_of_a_page_does_not_rise_with_what_is_on_it(ada, ben, adas, commission, by):
    costs, query = [], {} if by == "page" else {"cursor": ""}
    for number in range(12):
        say(commission, ben, str(number), new_file(ben), new_image(ben, visibility="private").file)
        if number in (0, 2, 11):
            with CaptureQueriesContext(connection) as captured:
                assert len(read(adas, commission, **query)["results"]) == number + 1
            costs.append(len(captured))
    assert len(set(costs)) == 1
    assert costs[0] <= 8


def test_a_file_that_is_deleted_stays_as_its_name(ben, adas, commission):
    kept, gone = new_file(ben, "kept.txt"), new_file(ben, "gone.txt")
    say(commission, ben, "Look", kept, gone)
    delete_file(file=gone, by=ben)
    (told,) = read(adas, commission)["results"]
    assert ([file["name"] for file in told["files"]], told["removed_files"]) == (["kept.txt"], ["gone.txt"])


def test_a_picture_that_a_moderator_hides_is_told_to_its_owner_alone(ben, adas, client_of, commission):
    image = new_image(ben, visibility="private")
    say(commission, ben, "Look", image.file)
    set_hidden(target_type="image", target_id=image.pk, is_hidden=True)
    told = {who: read(client, commission)["results"][0] for who, client in (("ada", adas), ("ben", client_of(ben)))}
    assert (told["ada"]["files"], told["ada"]["removed_files"]) == ([], ["photo.jpg"])
    assert (len(told["ben"]["files"]), told["ben"]["removed_files"]) == (1, [])


def test_the_owner_is_told_all_of_a_file_and_the_other_what_concerns_them(ben, adas, client_of, commission):
    image = new_image(ben, visibility="private", download_count=3)
    say(commission, ben, "Look", image.file)
    File.objects.update(name="present.jpg")
    own, others = (read(client, commission)["results"][0]["files"][0] for client in (client_of(ben), adas))
    theirs = client_of(ben).get(f"/api/files/{image.pk}").json()
    assert own == theirs | {"image": {"width": 400, "height": 300, "placeholder": "data:,"}}
    kept_back = {
        "name": "photo.jpg",
        "original_filename": "photo.jpg",
        "folder_id": None,
        "download_count": None,
        "checksum": None,
    }
    assert others == own | kept_back


def test_a_document_is_told_with_its_checksum(ben, adas, commission):
    file = new_file(ben)
    say(commission, ben, "Look", file)
    (told,) = read(adas, commission)["results"][0]["files"]
    assert (told["checksum"], told["image"]) == (file.checksum, None)
    assert Message.objects.get().attachments.get().name == file.name
