"""What is kept of what a reporter saw."""

from accounts.actions import change_profile
from gallery.actions.album_images import add_images
from gallery.actions.albums import create_album
from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.actions.gallery_works import place_artwork
from gallery.actions.shares import share_with_person
from gallery.models import Artwork
from gallery.tests.library import new_image
from gallery.tests.works import new_work
from social.models import Report
from social.moderating.targets import find_target
from social.tests.moderation import report, thing_of


def seen():
    return Report.objects.get().seen


def test_of_a_work_its_words_its_artist_and_its_pictures_are_kept(ada, ben):
    image = new_image(ada, alt_text="A hill of sand", placeholder="data:image/webp;base64,AA")
    work = new_work(ada, "Dune", images=(image,), description="Mine.", tags=["sand", "heat"])
    report(work, ben)
    picture = {"id": str(image.pk), "alt_text": "A hill of sand", "placeholder": "data:image/webp;base64,AA"}
    assert seen() == {
        "title": "Dune",
        "owner": {"id": str(ada.pk), "username": "ada", "artist_name": "ada"},
        "path": f"/artworks/{work.pk}",
        "words": {"title": "Dune", "description": "Mine.", "tags": "heat, sand"},
        "pictures": [picture],
    }


def test_what_is_changed_or_deleted_afterwards_is_kept_as_it_was_seen(ada, ben):
    work = new_work(ada, "Dune", description="Stolen!")
    report(work, ben)
    change_artwork(artwork=work, by=ada, description="Lovely.")
    assert seen()["words"]["description"] == "Stolen!"
    delete_artwork(artwork=work, by=ada)
    assert (seen()["title"], len(seen()["pictures"])) == ("Dune", 1)


def test_of_a_comment_its_text_and_the_work_are_kept(ada, ben):
    comment = thing_of(ada, "comment")
    report(comment, ben, "comment")
    assert seen()["words"] == {"comment_text": "Rubbish!", "below_work": "Harbour"}
    assert seen()["path"] == f"/comments/{comment.pk}"


def test_of_an_artist_nothing_is_kept_that_others_do_not_see(ada, ben):
    facts = {
        "bio": "I paint.",
        "contact_info": "0123",
        "show_contact": False,
        "social_links": {"Mine": "https://a.test"},
    }
    change_profile(user=ada, **facts)
    new_work(ada, status="draft")
    report(ada.artist, ben, "artist")
    assert seen()["words"] == {
        "username": "ada", "artist_name": "ada", "bio": "I paint.", "links": "Mine: https://a.test",
    }  # fmt: skip
    assert seen()["pictures"] == []


def test_of_a_gallery_its_open_works_are_kept_as_they_hang(ada, ben):
    room = thing_of(ada, "gallery")
    for title, status in (("Second", "published"), ("Draft", "draft"), ("First", "published")):
        work = new_work(ada, title, status=status)
        place_artwork(gallery=room, artwork_id=work.pk, by=ada, position=0)
    report(room, ben, "gallery")
    assert seen()["words"] == {"name": "Dunes", "works": "First, Second"}
    shown = Artwork.objects.public().values_list("views__image", flat=True)
    assert {each["id"] for each in seen()["pictures"]} == {str(pk) for pk in shown}


def test_a_picture_in_an_album_that_is_shared_with_a_person_is_theirs_to_report(ada, ben, cyn):
    image, album = new_image(ada, visibility="private"), create_album(by=ada, name="Family")
    add_images(album=album, image_ids=[image.pk], by=ada)
    share_with_person(album=album, by=ada, user=ben)
    assert report(image, ben, "image").owner == ada
    assert find_target("image", image.pk, viewer=cyn) is None
