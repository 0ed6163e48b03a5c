def test_x(page):
    page.goto("/help/")
    assert page.url.endswith("/help/gb/"), page.url
