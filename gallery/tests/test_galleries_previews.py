"""What a gallery shows of itself: a cover and the first four works, as far as the viewer may see them."""

import pytest

from accounts.models import Artist
from gallery.actions.artworks import change_artwork
from gallery.actions.galleries import change_gallery
from gallery.tests.galleries import gallery_of, told
from gallery.tests.library import new_image
from gallery.tests.works import new_work


@pytest.fixture
def works(ada):
    return [new_work(ada, title) for title in "abcdef"]


@pytest.fixture
def gallery(ada, works):
    return gallery_of(ada, *works)


def cover(client, gallery):
    """The chosen cover and the work whose picture is shown, by id."""
    answer = told(client, gallery)
    shown = answer["cover"] and answer["cover"]["small"]["url"].split("/api/artworks/")[1].split("/")[0]
    return answer["cover_artwork_id"], shown


def hide(ada, *works):
    for work in works:
        change_artwork(artwork=work, by=ada, status="draft")


def titles(client, gallery):
    return "".join(preview["title"] for preview in told(client, gallery)["previews"])


def test_the_first_four_are_shown(visitor, gallery):
    assert titles(visitor, gallery) == "abcd"


def test_of_hidden_ones_others_are_shown_the_next(ada, adas, visitor, gallery, works):
    hide(ada, works[0], works[2])
    assert (titles(adas, gallery), titles(visitor, gallery)) == ("abcd", "bdef")
    hide(ada, *works)
    assert (titles(adas, gallery), titles(visitor, gallery)) == ("abcd", "")


def test_a_preview_shows_the_main_picture_through_the_work(ada, visitor):
    views = [new_image(ada, "", alt_text="of the library", visibility="private") for _ in range(2)]
    work = new_work(ada, "Harbour", images=tuple(views), alt_text="Boats at dawn")
    preview = told(visitor, gallery_of(ada, work))["previews"][0]
    assert preview.pop("thumbnails")["small"] == {
        "url": f"http://testserver/api/artworks/{work.pk}/thumbnail?size=small&image={views[0].pk}",
        "width": 320, "height": 240,
    }  # fmt: skip
    assert preview == {
        "id": str(work.pk), "title": "Harbour", "alt_text": "Boats at dawn", "is_mature": False, "placeholder": "data:,",
        "url": f"http://testserver/artworks/{work.pk}",
    }  # fmt: skip


def test_others_are_led_to_no_larger_copy_than_the_artist_allows(ada, adas, visitor):
    gallery = gallery_of(ada, new_work(ada, images=(new_image(ada, width=4000, height=3000),)))
    Artist.objects.filter(pk=ada.pk).update(public_image_size="small")
    assert told(visitor, gallery)["cover"]["xlarge"] == told(visitor, gallery)["cover"]["small"]
    assert told(adas, gallery)["cover"]["xlarge"]["width"] == 2048


def test_without_a_choice_the_first_that_is_seen_is_the_cover(ada, adas, visitor, gallery, works):
    hide(ada, works[0])
    assert cover(adas, gallery) == (None, str(works[0].pk))
    assert cover(visitor, gallery) == (None, str(works[1].pk))


def test_a_chosen_cover_is_told_to_whoever_sees_it(ada, adas, visitor, gallery, works):
    change_gallery(gallery=gallery, by=ada, cover_artwork_id=works[5].pk)
    chosen = str(works[5].pk)
    assert cover(adas, gallery) == cover(visitor, gallery) == (chosen, chosen)
    hide(ada, works[5])
    assert cover(adas, gallery) == (chosen, chosen)
    assert cover(visitor, gallery) == (None, str(works[0].pk))


def test_nothing_of_hidden_works_is_told(ada, visitor, gallery, works):
    change_gallery(gallery=gallery, by=ada, cover_artwork_id=works[0].pk)
    hide(ada, *works)
    answer = visitor.get(f"/api/galleries/{gallery.pk}")
    assert (answer.json()["cover"], answer.json()["cover_artwork_id"], answer.json()["previews"]) == (None, None, [])
    assert not any(str(work.pk) in answer.content.decode() for work in works)


def test_a_list_shows_the_same(ada, adas, visitor, gallery, works):
    hide(ada, works[0])
    for client in (adas, visitor):
        whole = told(client, gallery)
        briefly = client.get("/api/galleries").json()["results"][0]
        assert briefly["previews"] == whole["previews"]
        assert briefly["cover"] == whole["cover"]


def test_galleries_of_several_artists_show_each_their_own(ada, ben, visitor, gallery):
    gallery_of(ben, new_work(ben, "bees"), name="Bees")
    shown = {
        room["name"]: [preview["title"] for preview in room["previews"]]
        for room in visitor.get("/api/galleries").json()["results"]
    }
    assert shown == {"Room": ["a", "b", "c", "d"], "Bees": ["bees"]}


def test_choosing_a_hidden_cover_is_told_to_nobody_else(ada, adas, visitor, gallery, works):
    change_artwork(artwork=works[0], by=ada, status="draft")
    before = told(visitor, gallery)
    for choice in (str(works[0].pk), None):
        assert adas.put(f"/api/galleries/{gallery.pk}", {"cover_artwork_id": choice}).status_code == 200
        assert told(visitor, gallery) == before
    adas.put(f"/api/galleries/{gallery.pk}", {"cover_artwork_id": str(works[2].pk)})
    assert told(visitor, gallery)["updated_at"] > before["updated_at"]
