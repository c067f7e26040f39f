"""Talking below a work, in a browser."""

import re

import pytest
from playwright.sync_api import expect

from gallery.models import Artwork
from gallery.tests.works import upload_work
from portfolio.tests.talking import say
from social.models import Comment


@pytest.fixture
def work(ada, client_of):
    return Artwork.objects.get(pk=upload_work(client_of(ada), title="Harbour")["id"])


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def bens(request, enter, ben):
    """The site with him signed in, in a browser that runs scripts, and in one that runs none."""
    site = enter(java_script_enabled=request.param)
    site.sign_in("ben")
    return site


def write(page, label, text):
    page.get_by_label(label).fill(text)
    page.locator("#comment-form button[type=submit]").click()


def test_someone_comments_answers_edits_and_deletes(bens, ada, work):
    comment = say(work, ada, "It was cold.")
    page = bens.open(f"/artworks/{work.pk}")
    write(page, "Your comment", "Fine light.\n\nhttps://example.org/x")
    expect(page.get_by_role("link", name="https://example.org/x")).to_be_visible()
    page.locator(f"#comment-{comment.pk}").get_by_role("link", name="Answer ada").click()
    expect(page.get_by_label("Your answer to @ada")).to_be_focused()
    write(page, "Your answer to @ada", "How cold?")
    expect(page.locator(".replies").get_by_text("How cold?")).to_be_visible()
    page.locator(".replies").get_by_role("link", name="Edit").click()
    write_over(page, "How very cold?")
    expect(page.locator(".replies").get_by_text("edited")).to_be_visible()
    page.locator(".replies").get_by_role("link", name="Delete").click()
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("heading", name="2 comments")).to_be_visible()
    assert Comment.objects.count() == 2


def write_over(page, text):
    page.get_by_label("Comment").fill(text)
    page.get_by_role("button", name="Save").click()


def test_what_is_wrong_stands_beside_the_field_with_what_was_typed(bens, work):
    page = bens.open(f"/artworks/{work.pk}")
    write(page, "Your comment", "   ")
    field = page.get_by_label("Your comment")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("Please write something"))


def test_how_much_more_fits_is_told_as_it_becomes_little(site, ben, work):
    site.sign_in("ben")
    page = site.open(f"/artworks/{work.pk}")
    field, counter = page.get_by_label("Your comment"), page.locator("atelier-counter [role=status]")
    field.fill("x" * 4000)
    expect(counter).to_be_empty()
    field.fill("x" * 4999)
    expect(counter).to_have_text("1 character left")
    field.fill("x" * 4990)
    expect(counter).to_have_text("10 characters left")


def test_more_comments_join_as_their_link_draws_near(site, ben, work):
    for number in range(26):
        say(work, ben, f"Number {number}")
    page = site.open(f"/artworks/{work.pk}")
    expect(page.locator(".comment")).to_have_count(10)
    page.get_by_role("link", name="More comments").click()
    expect(page.locator(".comment")).to_have_count(16)
    site.open(f"/artworks/{work.pk}/comments").get_by_role("link", name="More comments").focus()
    expect(page.locator(".comment")).to_have_count(26)


def test_a_link_to_an_old_comment_brings_it_into_sight(bens, ben, work):
    old = say(work, ben, "The oldest of all.")
    for number in range(12):
        say(work, ben, f"Number {number}")
    page = bens.open(f"/comments/{old.pk}")
    expect(page.locator(f"#comment-{old.pk}")).to_be_in_viewport()


def test_the_artist_closes_the_comments(enter, ada, work):
    site = enter()
    site.sign_in("ada")
    page = site.open(f"/artworks/{work.pk}")
    page.get_by_role("button", name="Close the comments").click()
    expect(page.get_by_text("Comments are closed.")).to_be_visible()
    page.get_by_role("button", name="Open the comments").click()
    expect(page.get_by_label("Your comment")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_threads_and_forms_are_open_to_everyone(site, axe, ada, ben, work, scheme):
    site.look(scheme=scheme)
    site.sign_in("ben")
    top = say(work, ada)
    own = say(work, ben, to=say(work, ben, to=top))
    for path in (f"/artworks/{work.pk}?reply={own.pk}", f"/artworks/{work.pk}/comments", f"/comments/{own.pk}/edit",
                 f"/comments/{own.pk}/delete"):  # fmt: skip
        site.open(path)
        axe(site)
