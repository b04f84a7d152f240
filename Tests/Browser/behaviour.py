"""What a reader does with the keyboard alone: skip, walk the navigation, search, work with a figure."""

from playwright.sync_api import Error

import views

FOCUSED = "document.activeElement && (document.activeElement.outerHTML || '').slice(0, 160)"
# Whether the focused element is on the screen and shows that it has the focus.
SHOWN = """(() => {
  const e = document.activeElement;
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
    && box.top < innerHeight && box.left < innerWidth;
  return seen && (ring || style.boxShadow !== 'none');
})()"""
IN_SEARCH = "document.activeElement !== null && document.activeElement.matches('input[type=search]')"
# A result on another page, and that it is the one that Enter goes to.
ELSEWHERE = "o => o.dataset.href.split('#')[0] !== location.href.split('#')[0]"
FOUND = "[...document.querySelectorAll('[role=option]')].some({})"
PICKED = "[...document.querySelectorAll('[role=option][aria-selected=true]')].some({})"
# How many things are marked with a layer.
PINNED = "document.querySelectorAll('.marked').length"
# Whether nothing in or behind the text can have the focus: the keyboard then begins anew.
ENDS = """
  ![...document.querySelectorAll('a[href], button, summary, input, [tabindex]')].some(e =>
    e.checkVisibility() && document.querySelector('main').compareDocumentPosition(e)
      & Node.DOCUMENT_POSITION_FOLLOWING)
"""
# Milliseconds to wait for what must come.
PATIENCE = 20000
# A result that may be on the same page: all that a site of one page has.
ANYWHERE = "() => true"
# The last word of the title of another page, and of this one; null where there is none.
OTHER_PAGE = """
  [...document.querySelectorAll('nav.navigation li a:not([aria-current])')].at(-1)?.innerText.split(/\\s+/).at(-1) ?? null
"""
THIS_PAGE = "document.querySelector('h1')?.innerText.trim().split(/\\s+/).at(-1) ?? null"
# Far more stops than any page here has: a page on which the walk does not come round has a trap.
MOST_STOPS = 3000


def failures(browser, server, pages):
    """Failures of the walks."""
    found = []
    for size in views.SIZES:
        with views.opened(browser, size) as window:
            for path in pages:
                window.goto(server.base + path)
                found += [f"{path} ({size}): {text}" for text in skip(window) + walk(window)]
            window.goto(server.base + "index.html")
            found += [f"index.html ({size}): {text}" for text in drawer(window)]
    with views.opened(browser) as window:
        window.goto(server.base + "index.html")
        found += [f"index.html: {text}" for text in search(window)]
        for path in pages:
            window.goto(server.base + path)
            found += [f"{path}: {text}" for text in diagram(window)]
    return found


def skip(window):
    """The first stop is the link over the navigation, and it leads to the text."""
    window.keyboard.press("Tab")
    if "skip" not in (window.evaluate(FOCUSED) or ""):
        return ["the first stop of the keyboard is not the skip link"]
    if not window.evaluate(SHOWN):
        return ["the skip link is not shown when it has the focus"]
    window.keyboard.press("Enter")
    window.keyboard.press("Tab")
    inside = "!document.querySelector('main') || document.querySelector('main').contains(document.activeElement)"
    follows = (
        "!!(document.querySelector('main').compareDocumentPosition(document.activeElement)"
        " & Node.DOCUMENT_POSITION_FOLLOWING)"
    )
    if not any(window.evaluate(place) for place in (inside, follows, ENDS)):
        return ["the skip link does not lead to the text"]
    return []


def drawer(window):
    """Where the contents are put away, their link brings them out, and they lead back."""
    menu, contents = window.locator("a.menu"), window.locator("nav.navigation")
    if not menu.is_visible():
        return []
    window.evaluate("window.scrollTo(0, 300)")
    before = window.evaluate("window.scrollY")
    menu.evaluate("link => link.click()")
    shown = "document.querySelector('nav.navigation').getBoundingClientRect().top < 1"
    if not becomes(window, shown):
        return ["the contents do not come out"]
    contents.locator(".back a").click()
    if not becomes(window, f"location.hash !== '#siteNavigation' && Math.abs(scrollY - {before}) < 2"):
        return ["the contents do not lead back to where the reader was"]
    return []


def walk(window):
    """Every stop is seen, shows its focus, and the walk ends where it began.

    On a narrow screen the navigation is behind its link in the header; see `drawer`.
    """
    window.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    window.reload()
    told, links = [], 0
    for _ in range(MOST_STOPS):
        window.keyboard.press("Tab")
        if window.evaluate("document.activeElement === document.body"):
            break
        if not window.evaluate(SHOWN):
            told.append(f"focus is not visible on {window.evaluate(FOCUSED)}")
            if len(told) > 4:
                break
        links += window.evaluate("!!document.activeElement.closest('nav, a.menu')")
    else:
        told.append("the keyboard does not come round")
    if not links:
        told.append("the keyboard reaches no link of the navigation")
    return told


def search(window):
    """`/` opens the search, typing finds, arrows pick, Enter goes there, Escape leaves."""
    window.keyboard.press("/")
    if not becomes(window, IN_SEARCH):
        return ["/ does not lead to the search"]
    word, wanted = window.evaluate(OTHER_PAGE), ELSEWHERE
    if not word:
        word, wanted = window.evaluate(THIS_PAGE), ANYWHERE
    if word:
        if told := follow(window, word, wanted):
            return told
    else:
        window.keyboard.press("Escape")
    window.keyboard.press("/")
    if not becomes(window, IN_SEARCH):
        return ["/ does not lead to the search on the page that was found"]
    window.keyboard.press("Escape")
    return [] if becomes(window, f"!({IN_SEARCH})") else ["Escape does not leave the search"]


def follow(window, word, wanted):
    """Typing a word finds a page that is wanted, and Enter goes there."""
    window.keyboard.type(word)
    if not becomes(window, FOUND.format(wanted)):
        return [f"searching for {word!r} finds {'no page' if wanted == ANYWHERE else 'no other page'}"]
    for _ in range(window.evaluate("document.querySelectorAll('[role=option]').length")):
        if window.evaluate(PICKED.format(wanted)):
            break
        window.keyboard.press("ArrowDown")
    before = window.url
    window.keyboard.press("Enter")
    moved = f"!({IN_SEARCH})" if wanted == ANYWHERE else f"location.href !== {before!r}"
    if not becomes(window, f"{moved} && document.readyState === 'complete'"):
        return [f"searching for {word!r}, arrows and Enter lead nowhere"]
    return []


def becomes(window, condition):
    """Whether a condition comes to hold: a loaded machine takes its time.

    The page's own policy forbids what Playwright would wait by.
    """
    for _ in range(PATIENCE // 100):
        try:
            if window.evaluate(condition):
                return True
        except Error:  # while one page gives way to the next
            pass
        window.wait_for_timeout(100)
    return False


def diagram(window):
    """Each layer of a diagram shows its focus, arrows lead to the next, Enter marks it to stay until Escape."""
    layers = window.locator("svg.diagram a.layer")
    told = []
    for index in range(min(layers.count(), 12)):
        layer = layers.nth(index)
        layer.focus()
        if not window.evaluate(SHOWN):
            told.append(f"layer {index + 1} of the diagrams does not show its focus")
    if layers.count() > 1:
        layers.first.focus()
        window.keyboard.press("ArrowRight")
        if not layers.nth(1).evaluate("layer => layer === document.activeElement"):
            told.append("an arrow key does not lead to the next layer")
        window.keyboard.press("Enter")
        window.evaluate("document.activeElement.blur()")
        if window.evaluate(PINNED) < 2:
            told.append("a layer that is chosen does not stay marked")
        window.keyboard.press("Escape")
        if window.evaluate(PINNED):
            told.append("Escape does not take the marks away")
    return told
