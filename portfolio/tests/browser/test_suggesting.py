"""Suggestions beneath the search field: a combobox that stays out of the way."""

from playwright.sync_api import expect

from gallery.tests.works import upload_work


def test_what_begins_so_is_suggested_and_chosen_by_keyboard(site, axe, client_of, ada):
    upload_work(client_of(ada), title="Before rain", tags=["mistral"])
    page = site.open("/search")
    field = page.get_by_role("combobox", name="Search for")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.type("mistr")
    option = page.get_by_role("option", name="mistral")
    expect(option).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    axe(site)
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", option.get_attribute("id"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/tags/mistral")


def test_escape_closes_them_and_enter_searches_for_what_was_typed(site, client_of, ada):
    upload_work(client_of(ada), title="Before rain", tags=["mistral"])
    page = site.open("/search")
    field = page.get_by_role("combobox", name="Search for")
    field.press_sequentially("mistr")
    expect(page.get_by_role("listbox")).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("mistr")
    field.press("Enter")
    page.wait_for_url("**/search?query=mistr*")


def test_a_slash_in_another_field_is_a_slash(site, db):
    page = site.open("/search")
    page.get_by_text("Narrow it down").click()
    medium = page.get_by_label("Medium")
    medium.press_sequentially("a/b")
    expect(medium).to_have_value("a/b")
