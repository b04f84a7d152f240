"""The ways a page is looked at: both colour schemes, on a wide screen and on a phone."""

import contextlib

SIZES = {"wide": (1440, 900), "narrow": (360, 740)}
SCHEMES = ["light", "dark"]
ALL = [(size, scheme) for size in SIZES for scheme in SCHEMES]


@contextlib.contextmanager
def opened(browser, size="wide", scheme="light", **options):
    """A fresh window, which remembers nothing of others."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme,
        reduced_motion="reduce", **options,
    )
    try:
        yield context.new_page()
    finally:
        context.close()
