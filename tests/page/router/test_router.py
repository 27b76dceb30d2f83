"""The address bar and the back button are never wrong."""

from playwright.sync_api import expect


def scrolled(phone):
    return phone.page.evaluate("Math.round(scrollY)")


def test_an_address_within_the_page_loads_nothing_anew(phone):
    phone.open("/r/long")
    phone.page.eval_on_selector("h1", "node => { node.marked = true }")
    phone.link("Down").click()
    expect(phone.page).to_have_url(phone.site + "/r/long#far")
    far = scrolled(phone)
    assert far > 500
    phone.page.go_back()
    expect(phone.page).to_have_url(phone.site + "/r/long")
    phone.page.wait_for_function("scrollY === 0")
    phone.page.go_forward()
    phone.page.wait_for_function(f"Math.abs(scrollY - {far}) < 3")
    assert phone.page.eval_on_selector("h1", "node => node.marked")


def test_a_link_leads_to_a_place_within_another_page(phone):
    phone.open("/r/long")
    phone.link("Next").click()
    expect(phone.page).to_have_url(phone.site + "/r/long2#far")
    phone.page.wait_for_function("scrollY > 500")


def test_forward_is_scrolled_as_it_was_left(phone):
    phone.open("/r/long")
    phone.link("Next").click()
    phone.arrived("/r/long2#far")
    phone.page.evaluate("scrollTo(0, 300)")
    phone.page.go_back()
    expect(phone.heading).to_have_text("Long")
    phone.page.go_forward()
    expect(phone.heading).to_have_text("Longer")
    assert scrolled(phone) == 300


def test_back_before_the_next_page_is_there_stays(phone):
    phone.open("/r/one")
    phone.link("/r/list").click()
    phone.arrived("/r/list")
    with phone.holding_back("**/page-r_two*"):
        phone.follow_soon("/r/two")
        expect(phone.page.locator("html.pending")).to_have_count(1)
        phone.page.go_back()
        phone.arrived("/r/one")
    phone.page.wait_for_timeout(100)
    expect(phone.heading).to_have_text("Page one")
    assert phone.path == "/r/one"


def test_a_page_that_fails_says_so_at_its_address(phone):
    phone.open("/r/one")
    phone.follow("/r/broken")
    expect(phone.heading).to_have_text("That did not work")
    expect(phone.page.locator(".outer")).to_have_count(0)
    # Once is enough.
    expect(phone.page.locator(".notice")).to_have_count(0)
    expect(phone.link("Try again")).to_have_attribute("href", "/r/broken")
    expect(phone.link("To the events")).to_have_attribute("href", "/")
    [trouble] = phone.trouble
    assert "AttributeError" in trouble
    phone.trouble.clear()
    phone.page.go_back()
    expect(phone.heading).to_have_text("Page one")
    phone.follow("/r/broken?fine=1")
    expect(phone.heading).to_have_text("Fine")


def test_a_page_that_fails_to_load_says_so_and_can_be_tried_again(phone):
    phone.open("/r/one")
    phone.follow("/r/unloadable")
    expect(phone.heading).to_have_text("That did not work")
    [trouble] = phone.trouble
    assert "ZeroDivisionError" in trouble
    phone.trouble.clear()
    expect(phone.link("Try again")).to_have_attribute("href", "/r/unloadable")
    # Not again by the page's Python: that would fail once more.
    expect(phone.link("Try again")).to_have_attribute("rel", "external")
    phone.link("To the events").click()
    phone.arrived("/")


def test_who_is_not_signed_in_comes_back_to_the_wanted_page(phone):
    phone.open("/r/one")
    phone.follow_soon("/r/private")
    phone.field("Your name").fill("Chen")
    phone.button("Sign in").click()
    expect(phone.heading).to_have_text("Private")
    assert phone.path == "/r/private"


def test_an_address_that_is_none_gets_the_servers_answer(phone):
    phone.open("/r/one")
    phone.expects(404)
    phone.follow_soon("/r/nowhere")
    expect(phone.heading).to_have_text("Something is missing here")
    assert phone.path == "/r/nowhere"
    phone.page.go_back()
    expect(phone.heading).to_have_text("Page one")


def test_what_a_boundary_has_taken_is_told_the_server(phone):
    phone.open("/r/boundary")
    with phone.page.expect_response("**/api/page-errors") as answer:
        phone.button("Fail").click()
    expect(phone.text("Sorry")).to_be_visible()
    assert answer.value.status == 204
    assert answer.value.request.post_data_json["kind"] == "ZeroDivisionError"
    [trouble] = phone.trouble
    assert "ZeroDivisionError" in trouble
    phone.trouble.clear()
