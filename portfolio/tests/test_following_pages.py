"""Following an artist from their pages, and the pages of who follows whom; without script."""

import pytest

from accounts.models import Artist, Statistics, User
from gallery.tests.works import new_work
from social.actions.blocks import set_block
from social.actions.follows import set_follow
from social.models import Follow


def follow(client, **told):
    return client.post("/@ada/follow", told, format="multipart")


def button(page):
    return page.one("button", name="following")


def names(page):
    return [heading.text for heading in page.all("h3")]


def test_a_follow_is_counted_and_leads_back_to_where_it_was_given(read, client_of, ada, ben):
    bens = client_of(ben)
    assert button(read(bens, "/@ada"))["value"] == "true"
    answer = follow(bens, following="true", next="/@ada/about")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/@ada/about#standing")
    page = read(bens, "/@ada/about")
    assert button(page)["value"] == "false"
    assert page.one("a", href="/@ada/followers").text == "1 follower"
    assert read(bens, "/@ben").one("a", href="/@ben/following").text == "follows 1"


@pytest.mark.parametrize(("said", "after"), [("true", 1), ("false", 0), ("", 0)])
def test_it_is_as_the_button_says_else_the_other_of_what_is(client_of, ada, ben, said, after):
    set_follow(artist_id=ada.pk, by=ben, following=True)
    follow(client_of(ben), following=said)
    assert Follow.objects.count() == after


@pytest.mark.parametrize("path", ["/@ada", "/@ada/about", "/@ada/followers", "/@ada/following"])
def test_one_follows_not_oneself(read, client_of, ada, path):
    page = read(client_of(ada), path)
    assert not page.all("button", name="following")
    assert not page.all("a", href="/@ada/block")
    assert follow(client_of(ada), following="true").headers["Location"] == "/@ada#told"
    assert read(client_of(ada), path).one("h1").text == "ada"


def test_a_visitor_is_led_to_sign_in_and_from_there_back(read, visitor, ada):
    assert read(visitor, "/@ada").one("a", **{"class": "deed follow"})["href"] == "/login?next=%2F%40ada"
    assert follow(visitor, following="true").headers["Location"] == "/login?next=/%40ada"
    assert not Follow.objects.exists()


def test_who_is_blocked_reads_so_on_the_page(read, client_of, ada, ben):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    assert follow(client_of(ben), following="true").headers["Location"] == "/@ada#told"
    assert not Follow.objects.exists()


def test_an_artist_who_is_shut_out_has_nothing_to_follow(client_of, visitor, ada, ben):
    ada.is_active = False
    ada.save()
    assert follow(client_of(ben), following="true").status_code == 404
    assert visitor.get("/@ada/followers").status_code == 404


def test_numbers_are_written_as_the_language_has_them(read, client, ada):
    Statistics.objects.filter(user=ada).update(follower_count=12345)
    assert read(client, "/@ada").one("a", href="/@ada/followers").text == "12,345 followers"
    client.cookies["language"] = "de"
    assert "12.345" in read(client, "/@ada").one("a", href="/@ada/followers").text


def test_followers_stand_with_their_works_the_last_who_came_first(read, visitor, ada, ben, cyn, show):
    new_work(ben, "Dunes", images=(show(ben),))
    for person in (ben, cyn):
        set_follow(artist_id=ada.pk, by=person, following=True)
    page = read(visitor, "/@ada/followers")
    assert names(page) == ["cyn", "ben"]
    assert page.one("h2", id="listed").text == "Followers"
    assert len(page.all("img")) == 1
    assert names(read(visitor, "/@ben/following")) == ["ada"]
    assert "follows nobody yet" in read(visitor, "/@ada/following").text


def test_who_is_shut_out_is_not_told_of(read, visitor, ada, ben, cyn):
    for person in (ben, cyn):
        set_follow(artist_id=ada.pk, by=person, following=True)
    ben.is_active = False
    ben.save()
    assert names(read(visitor, "/@ada/followers")) == ["cyn"]


def test_a_name_in_another_case_leads_to_the_one_address(visitor, ada):
    assert visitor.get("/@ADA/followers").headers["Location"] == "/@ada/followers"


@pytest.mark.parametrize("path", ["/@nobody/followers", "/@ada/followers?page=2", "/@ada/following?page=x"])
def test_what_is_not_there_is_not_found(visitor, ada, path):
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("number", [1, 3, 26])
def test_a_list_costs_the_same_number_of_queries_however_many_follow(
    django_assert_num_queries, client_of, visitor, ada, cyn, number
):
    people = newcomers(number)
    new_work(people[-1])
    Follow.objects.bulk_create(Follow(follower=person, artist=ada) for person in people)
    with django_assert_num_queries(5):
        visitor.get("/@ada/followers")
    cyns = client_of(cyn)
    with django_assert_num_queries(9):
        cyns.get("/@ada/followers")


def newcomers(number):
    """So many artists, known to the database alone."""
    names = [f"person{each}" for each in range(number)]
    users = User.objects.bulk_create(User(username=name, email=f"{name}@example.org") for name in names)
    Artist.objects.bulk_create(Artist(user=user, artist_name=user.username) for user in users)
    return users
