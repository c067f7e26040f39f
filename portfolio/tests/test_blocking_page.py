"""The page where one keeps somebody away."""

from social.actions.follows import set_follow
from social.models import Block, Follow


def block(client, **told):
    return client.post("/@ben/block", told, format="multipart")


def test_it_says_what_a_block_does_before_it_is_done(read, client_of, ada, ben):
    page = read(client_of(ada), "/@ben/block")
    assert page.one("h1").text == "Block ben"
    assert "They are not told." in page.text
    assert page.one("button", name="blocked")["value"] == "true"
    assert not Block.objects.exists()


def test_a_block_ends_the_follows_and_stands_on_their_page(read, client_of, ada, ben):
    adas = client_of(ada)
    set_follow(artist_id=ben.pk, by=ada, following=True)
    answer = block(adas, blocked="true")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/@ben#standing")
    page = read(adas, "/@ben")
    assert "You have blocked this artist." in page.text
    assert not page.all("button", name="following")
    assert page.one("a", href="/@ben/block").text == "Lift the block"
    assert not Follow.objects.exists()


def test_it_is_lifted_on_the_same_page(read, client_of, ada, ben):
    adas = client_of(ada)
    block(adas, blocked="true")
    assert read(adas, "/@ben/block").one("button", name="blocked")["value"] == "false"
    block(adas, blocked="false")
    assert not Block.objects.exists()
    assert read(adas, "/@ben").one("button", name="following")


def test_nobody_blocks_themselves(client_of, ben):
    assert client_of(ben).get("/@ben/block").status_code == 404
    assert block(client_of(ben), blocked="true").status_code == 404


def test_a_visitor_signs_in_first(visitor, ben):
    assert visitor.get("/@ben/block").headers["Location"] == "/login?next=/%40ben/block"
    assert block(visitor, blocked="true").status_code == 302
    assert not Block.objects.exists()


def test_it_is_kept_by_no_cache_and_for_no_search_engine(read, client_of, ada, ben):
    assert "no-store" in client_of(ada).get("/@ben/block").headers["Cache-Control"]
    assert read(client_of(ada), "/@ben/block").meta("robots") == "noindex"
