"""The browser of the system: Playwright brings none of its own."""

import shutil
import sys

from playwright.sync_api import Error

NAMES = ["chromium", "chromium-browser", "google-chrome"]


def path():
    """The path of an installed browser; ends the run where there is none."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    sys.exit("no chromium is installed; run .ci/setup --browser")


def launch(playwright):
    """A running browser; ends the run where it does not start."""
    try:
        return playwright.chromium.launch(executable_path=path(), args=["--no-sandbox"])
    except Error as error:
        sys.exit(f"the browser does not start: {error}")
