"""What narrows a search and widens it again: facets, chips, the form, and what to try where nothing was found."""

import pytest

from gallery.models import Category
from gallery.tests.library import new_image
from gallery.tests.works import new_work


def links(page):
    """The addresses that a page links to, in order."""
    return [link["href"] for link in page.all("a")]


def chips(page):
    return {link.text: link["href"] for link in page.all("a") if link.text.startswith("Take back")}


@pytest.fixture
def sea(ada):
    new_work(ada, "Sea", tags=["sea", "dusk"], medium="Oil")
    new_work(ada, "Sea", tags=["sea"], medium="Ink")
    new_image(ada, "Sea", tags=("sea",))


def test_facets_narrow_by_links_with_counts(read, visitor, sea):
    page = read(visitor, "/search?query=sea")
    told = {link["href"]: link.text for link in page.all("a")}
    assert told["/search?query=sea&type=artwork"] == "Works 2"
    assert told["/search?query=sea&type=image"] == "Pictures 1"
    assert told["/search?query=sea&medium=Oil"] == "Oil 1"
    assert told["/search?query=sea&tags=sea"] == "sea 3"


def test_a_chosen_type_is_current_and_the_others_are_still_offered(read, visitor, sea):
    page = read(visitor, "/search?query=sea&type=artwork")
    current = [link.text for link in page.all("a") if "aria-current" in link.attributes]
    assert current == ["Works 2"]
    assert {"/search?query=sea", "/search?query=sea&type=album"} <= set(links(page))


def test_tags_add_up_and_a_chosen_one_is_not_offered_again(read, visitor, sea):
    page = read(visitor, "/search?query=sea&tags=sea")
    assert "/search?query=sea&tags=sea%2Cdusk" in links(page)
    assert "/search?query=sea&tags=sea%2Csea" not in links(page)


def test_a_choice_leads_to_the_first_page(read, visitor, ada):
    for number in range(26):
        new_image(ada, f"Sea {number}", tags=("sea",))
    assert "/search?query=sea&tags=sea" in links(read(visitor, "/search?query=sea&page=2"))


def test_what_is_chosen_can_be_taken_back_one_by_one_or_all_at_once(read, visitor, sea):
    page = read(visitor, "/search?query=sea&medium=oil&tags=sea,dusk")
    assert chips(page) == {
        "Take back: Medium: oilMedium: oil": "/search?query=sea&tags=sea%2Cdusk",
        "Take back: seasea": "/search?query=sea&medium=oil&tags=dusk",
        "Take back: duskdusk": "/search?query=sea&medium=oil&tags=sea",
    }
    assert page.all("a", href="/search?query=sea")


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ("min_price=1250.50", "Price from 1250.5"),
        ("max_price=300", "Price to 300"),
        ("date_from=2023-05-01", "From 1 May 2023"),
        ("date_to=2023-05-31", "Until 31 May 2023"),
        ("color=navy", "Colour: Navy"),
        ("color=%23336699", "Colour: #336699"),
        ("category=seascapes", "Category: Sea and shore"),
        ("category=nowhere", "Category: nowhere"),
        ("location=Lisbon", "In Lisbon"),
        ("artist=ada", "By ada"),
    ],
)
def test_each_choice_is_told_in_words(read, visitor, filters, words):
    Category.objects.create(name="Sea and shore", slug="seascapes")
    (chip,) = chips(read(visitor, f"/search?query=sea&{filters}"))
    assert chip == f"Take back: {words}{words}"


def test_the_form_keeps_all_that_was_asked_for(read, visitor, sea):
    page = read(visitor, "/search?query=sea&type=artwork&medium=oil&color=teal&min_price=5&ordering=-date")
    values = {field["name"]: field.attributes.get("value", "") for field in page.all("input")}
    kept = {"query": "sea", "type": "artwork", "medium": "oil", "min_price": "5", "tags": "", "location": ""}
    assert kept.items() <= values.items()
    assert [option["value"] for option in page.all("option") if "selected" in option.attributes] == [
        "",
        "teal",
        "-date",
    ]


def test_a_query_that_is_too_long_is_refused_beside_the_field_and_kept(read, visitor):
    page = read(visitor, f"/search?query={'a' * 501}", status=400)
    field = page.one("input", name="query")
    assert (field["value"], field["aria-invalid"]) == ("a" * 501, "true")
    message = page.one("ul", id=field["aria-describedby"])
    assert message.text == "A query has at most 500 characters."
    assert not page.all("p", **{"class": "tally"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("color", "ultraviolet"),
        ("min_price", "cheap"),
        ("max_price", "-1"),
        ("date_from", "2023-02-30"),
        ("date_to", "some day"),
        ("ordering", "price"),
        ("medium", "a" * 201),
        ("medium", "a\0b"),
        ("tags", "\0"),
    ],
)
def test_a_value_that_cannot_be_read_is_kept_with_the_message_beside_it(read, visitor, name, value):
    page = visitor.get("/search", {"query": "sea", name: value})
    assert page.status_code == 400
    form = page.context["form"]
    assert list(form.errors) == [name]
    assert f'id="id_{name}_error"' in page.content.decode()
    assert page.context["form"][name].value() == value.strip()


@pytest.mark.parametrize(("name", "value"), [("type", "poem"), ("type", "artwork,"), ("artist", "a" * 201)])
def test_what_has_no_field_is_refused_above_the_form(read, visitor, name, value):
    page = read(visitor, f"/search?{name}={value}", status=400)
    assert page.one("ul", **{"class": "errors"}).text


@pytest.mark.parametrize(
    ("query", "read_as", "misread"),
    [
        ("sea -blue", "", []),
        ("SEA and sky", "", []),
        ("sea AND sky", "sea sky", []),
        ("(sea", "sea", ["(sea This parenthesis is never closed."]),
        ("price:cheap", "price cheap", ["price:cheap"]),
    ],
)
def test_how_the_query_was_read_is_told_where_it_was_read_otherwise(read, visitor, query, read_as, misread):
    page = visitor.get("/search", {"query": query})
    assert page.context["parsed_as"] == read_as
    told = [" ".join(pair) for pair in page.context["warnings"]]
    assert len(told) == len(misread)
    assert all(text.startswith(start) for text, start in zip(told, misread, strict=True))


def test_where_nothing_is_found_there_are_ways_on(read, visitor, db):
    ways = links(read(visitor, "/search?query=harbor+sea&color=teal"))
    assert {
        "/search?query=harbor+sea",
        "/search?query=harbor",
        "/search?query=sea",
        "/search?query=harb%2A",
    } <= set(ways)


def test_a_word_alone_is_not_offered_as_itself(read, visitor, db):
    page = read(visitor, "/search?query=harbor")
    assert "/search?query=harbor" not in links(page)
    assert page.all("a", href="/search")


@pytest.mark.parametrize("text", ['"><script>x</script>', "</title><script>", "<mark>", "' onload='x", "{{ 7|add:7 }}"])
@pytest.mark.parametrize("name", ["query", "medium", "tags", "location", "category", "artist", "color", "type"])
def test_markup_in_what_is_asked_for_is_told_as_words(visitor, db, name, text):
    html = visitor.get("/search", {name: text}).content.decode()
    assert "<script>x" not in html
    assert "<mark>" not in html
    assert "onload='x" not in html


def test_markup_in_what_is_found_is_told_as_words(read, visitor, ada):
    new_work(
        ada, "<b>Sea</b> <script>", description='"><img src=x onerror=alert(1)>', tags=["<i>"], medium="<u>oil</u>"
    )
    page = read(visitor, "/search?query=sea")
    assert page.one("h3").text == "<b>Sea</b> <script>"
    beneath = read(visitor, "/search?query=onerror").one("p", **{"class": "highlight"})
    assert beneath.text == '"><img src=x onerror=alert(1)>'
    assert not [element for element in page.elements if element.name in {"b", "i", "u"}]


@pytest.mark.parametrize(
    "query", ["\0", "½ * ( OR -", "AND " * 100, "a*" * 200, "((((((((((((((((((((((", "\u202e", "💥"]
)
def test_no_query_is_too_odd(visitor, ada, query):
    assert visitor.get("/search", {"query": query}).status_code == 200
