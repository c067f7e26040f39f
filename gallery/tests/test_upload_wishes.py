"""What is said of the files of an upload: title, description, tags, visibility, folder."""

import uuid

import pytest

from accounts.tests.answers import errors_of
from gallery.models import File, Folder, Image
from gallery.tests.pictures import jpeg, jpeg_with_iptc, jpeg_with_xmp
from gallery.tests.uploading import leaving_nothing, send, some_text

KEYWORDS = 25


def picture() -> bytes:
    """One that nobody has sent yet."""
    return jpeg(40, 30, comment=uuid.uuid4().hex.encode())


def sent_image(client, data: bytes = b"", **said) -> Image:
    (result,) = send(client, ("photo.jpg", data or picture()), **said).json()["results"]
    return Image.objects.get(pk=result["id"])


def test_title_and_description_are_applied_to_each_picture(adas):
    send(adas, ("a.jpg", picture()), ("b.jpg", picture()), title="Dawn", description="Before six.")
    assert set(Image.objects.values_list("title", "description")) == {("Dawn", "Before six.")}
    assert Image.objects.count() == 2


def test_the_answer_tells_what_was_applied(adas):
    (result,) = send(adas, ("a.jpg", picture()), title="Dawn", tags=["Sea", "sky"]).json()["results"]
    assert result["image"]["title"] == "Dawn"
    assert sorted(result["image"]["tags"]) == ["sea", "sky"]


def test_tags_are_repeated_or_separated_by_commas_and_folded(adas):
    image = sent_image(adas, tags=["Sea,  Wide   Sky", "SEA", " ,"])
    assert set(image.tags.values_list("name", flat=True)) == {"sea", "wide sky"}


def test_what_the_sender_says_goes_before_what_the_picture_says(adas):
    data = jpeg_with_iptc((5, b"Within"), (KEYWORDS, b"inner"), (120, b"Caption"))
    image = sent_image(adas, data, title="Outside", tags=["outer"])
    assert (image.title, image.description) == ("Outside", "Caption")
    assert list(image.tags.values_list("name", flat=True)) == ["outer"]


def test_a_pictures_own_title_and_keywords_are_taken_where_nothing_is_said(adas):
    image = sent_image(adas, jpeg_with_iptc((5, b"Within"), (KEYWORDS, b"Inner"), (KEYWORDS, b"sea")))
    assert image.title == "Within"
    assert set(image.tags.values_list("name", flat=True)) == {"inner", "sea"}


def test_a_picture_is_taken_whose_own_keywords_are_no_tags(adas):
    words = [b"x" * 60, b",".join(b"k%d" % number for number in range(20)), *(b"w%d" % number for number in range(49))]
    image = sent_image(adas, jpeg_with_iptc(*((KEYWORDS, word) for word in words)))
    assert image.tags.count() == 50
    assert not image.tags.filter(name__startswith="x").exists()


@pytest.mark.parametrize("preferred", ["private", "public"])
def test_without_a_wish_the_visibility_is_the_owners_default(ada, adas, preferred):
    ada.default_visibility = preferred
    ada.save()
    assert sent_image(adas).visibility == preferred


def test_a_new_artists_pictures_are_private(adas, visitor):
    assert visitor.get(f"/api/images/{sent_image(adas).pk}").status_code == 404


@pytest.mark.parametrize("wish", ["public", "private"])
def test_the_visibility_that_is_sent_holds(ada, adas, wish):
    ada.default_visibility = "public"
    ada.save()
    assert sent_image(adas, visibility=wish).visibility == wish


def test_files_go_into_the_folder_that_is_named(ada, adas):
    folder = Folder.objects.create(owner=ada, name="Sketches")
    send(adas, ("a.txt", some_text()), ("b.jpg", picture()), folder_id=str(folder.pk))
    assert File.objects.filter(folder=folder).count() == 2


def test_an_empty_folder_is_the_root(adas):
    assert send(adas, ("a.txt", some_text()), folder_id="").status_code == 201
    assert File.objects.get().folder is None


def test_the_folder_of_somebody_else_is_as_one_that_is_not_there(ben, adas):
    bens = Folder.objects.create(owner=ben, name="Ben's")
    foreign, absent = (send(adas, ("a.txt", some_text()), folder_id=str(folder)) for folder in (bens.pk, uuid.uuid4()))
    assert (foreign.status_code, errors_of(foreign)) == (400, {"folder_id": "does_not_exist"})
    assert errors_of(absent) == errors_of(foreign)


@pytest.mark.parametrize(
    ("said", "attr"),
    [
        ({"folder_id": "not-an-id"}, "folder_id"),
        ({"folder_id": str(uuid.uuid4())}, "folder_id"),
        ({"album_id": "not-an-id"}, "album_id"),
        ({"album_id": str(uuid.uuid4())}, "album_id"),
        ({"title": "t" * 201}, "title"),
        ({"title": "a\0b"}, "title"),
        ({"description": "d" * 10_001}, "description"),
        ({"visibility": "friends"}, "visibility"),
        ({"tags": ["t" * 51]}, "tags"),
        ({"tags": [",".join(f"tag{number}" for number in range(51))]}, "tags"),
    ],
)
def test_a_wish_that_cannot_be_met_refuses_the_whole_and_leaves_nothing(adas, said, attr):
    with leaving_nothing():
        response = send(adas, ("notes.txt", some_text()), ("photo.jpg", picture()), **said)
    assert response.status_code == 400
    assert {str(each).partition(".")[0] for each in errors_of(response)} == {attr}


def test_markup_in_a_title_is_kept_as_the_text_it_is(adas):
    assert sent_image(adas, title="<b>Dawn</b> & dusk").title == "<b>Dawn</b> & dusk"


def test_what_is_said_of_a_duplicate_changes_nothing(adas):
    data = picture()
    first = sent_image(adas, data, title="First", tags=["one"])
    second = sent_image(adas, data, title="Second", tags=["two"], visibility="public")
    assert (second.pk, second.title, second.visibility) == (first.pk, "First", "private")


def test_odd_text_within_a_picture_is_cleaned_before_it_is_kept(adas):
    image = sent_image(adas, jpeg_with_xmp("<dc:title><rdf:Alt><rdf:li>A\u202eB\u200b</rdf:li></rdf:Alt></dc:title>"))
    assert image.title.startswith("AB")
