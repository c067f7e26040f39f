"""`manage.py demo`: a small one, run as a person would run it."""

from io import StringIO

import pytest
from django.core.management import call_command

from accounts.models import User
from gallery.models import Artwork, Category, File, Gallery, Image, Processing
from portfolio.models import Feature
from social.models import Comment, Follow, Like


def run(**options):
    out = StringIO()
    call_command("demo", stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


@pytest.mark.django_db(transaction=True)
def test_a_demo_fills_the_site_goes_on_where_it_was_and_goes_away(visitor, settings):
    said = run(artists=2, works=1, password="correct horse battery")
    assert "correct horse battery" in said
    assert Artwork.objects.count() == 2
    assert Gallery.objects.count() == 5
    assert Category.objects.count() >= 10
    assert set(Image.objects.values_list("processing", flat=True)) == {Processing.READY}
    assert visitor.get("/api/featured").json()["artworks"]
    life = [model.objects.count() for model in (Like, Follow, Comment)]
    assert all(life)
    run(artists=2, works=2, password="another")
    assert Artwork.objects.count() == 4
    assert [model.objects.count() for model in (Like, Follow, Comment)] == life
    assert not visitor.get("/api/artists?search=curator").json()["results"]
    run(remove=True)
    assert not Feature.objects.exists()
    assert not User.objects.exists()
    assert not File.objects.exists()
    assert not list((settings.MEDIA_ROOT / "originals").rglob("*.*"))


@pytest.mark.django_db(transaction=True)
def test_an_artist_of_the_demo_can_sign_in(visitor):
    run(artists=1, works=1, password="correct horse battery")
    sent = {"username": "mirela.okafor", "password": "correct horse battery"}
    assert visitor.post("/api/auth/login", sent).status_code == 200
