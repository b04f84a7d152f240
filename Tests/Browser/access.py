"""axe over every page: both colour schemes, wide and narrow; nothing may overflow sideways."""

from axe_playwright_python.sync_playwright import Axe

import views

# Opens all that is folded and waits until the page has been laid out anew.
UNFOLD = """() => {
  document.querySelectorAll('details').forEach(d => d.open = true);
  return new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)));
}"""


def failures(browser, server, pages):
    """Each violation of each page and view."""
    found = []
    for size, scheme in views.ALL:
        with views.opened(browser, size, scheme) as window:
            for path in pages:
                window.goto(server.base + path)
                # What is folded must be readable too.
                window.evaluate(UNFOLD)
                found += [
                    f"{path} ({size}, {scheme}): {failure}"
                    for failure in violations(window) + overflow(window)
                ]
    return found


def violations(window):
    """What axe finds, with the first element of each kind."""
    response = Axe().run(window).response
    return [
        f"{item['id']}: {item['help']}: {node['html'][:120]}"
        for item in response["violations"]
        for node in item["nodes"][:3]
    ]


def overflow(window):
    """Whether the page is wider than the screen."""
    width = window.evaluate("document.documentElement.scrollWidth")
    limit = window.viewport_size["width"]
    return [f"the page is {width} px wide on a screen of {limit} px"] if width > limit else []
