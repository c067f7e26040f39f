"""Forms with a password, in the browser."""

from playwright.sync_api import expect


def test_a_password_can_be_shown_and_goes_out_hidden(site, ada):
    page = site.open("/login")
    button = page.get_by_role("button", name="Show the password")
    expect(button).to_have_attribute("aria-pressed", "false")
    page.fill("#id_username", "ada")
    page.get_by_label("Password", exact=True).fill("wrong")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#id_password")).to_have_attribute("type", "text")
    page.evaluate("document.querySelector('form.form').addEventListener('submit', (event) => event.preventDefault())")
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#id_password")).to_have_attribute("type", "password")


def test_the_first_field_at_fault_has_the_focus(site, axe, db):
    page = site.open("/register")
    page.fill("#id_username", "a b")
    page.fill("#id_email", "ada@example.org")
    page.fill("#id_password", "short")
    page.click("main button[type=submit]")
    expect(page.locator("#id_username")).to_be_focused()
    expect(page.locator("#id_email")).to_have_value("ada@example.org")
    expect(page.locator("#id_password")).to_have_value("")
    axe(site)


def test_without_script_there_is_no_button_to_show_it(site_without_script, db):
    page = site_without_script.open("/login")
    expect(page.locator("#id_password")).to_be_visible()
    expect(page.get_by_role("button", name="Show the password")).to_have_count(0)


def test_the_language_is_chosen_at_the_foot_and_stays(site, db):
    page = site.open("/login?next=/studio")
    page.get_by_role("button", name="Deutsch").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Anmelden")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    assert page.url.endswith("/login?next=/studio")
    site.open("/register")
    expect(page.get_by_role("heading", level=1)).to_have_text("Konto eröffnen")
