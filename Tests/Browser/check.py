"""Checks built sites in a real browser and by the Nu HTML checker.

Usage: check.py --output DIR SITE [SITE...]

Each SITE is a folder that docgen published. All failures of all sites are printed, a line each, then
a count; the exit status is 1 where there is one. Screenshots and measures go to DIR.
"""

import argparse
import pathlib
import sys

from playwright.sync_api import sync_playwright

import access
import behaviour
import browsers
import markup
import measures
import network
import offline
from site_server import SiteServer

def pages_of(site):
    """The pages of a site by path, those that only lead elsewhere left out."""
    paths = sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))
    kept = [p for p in paths if 'http-equiv="refresh"' not in (site / p).read_text()]
    return [p for p in kept if not p.startswith("vendor/")]


def check_site(browser, site, output):
    """All failures of one site."""
    pages = pages_of(site)
    if not pages:
        return [f"{site}: holds no pages"]
    failures = markup.failures(site)
    with SiteServer(site) as server:
        failures += network.failures(browser, server, pages)
        failures += access.failures(browser, server, pages)
        failures += behaviour.failures(browser, server, pages)
        failures += measures.failures(browser, server, site, pages, output)
    failures += offline.failures(browser, site, pages)
    return [f"{site.name}: {failure}" for failure in failures]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=pathlib.Path, required=True)
    parser.add_argument("sites", type=pathlib.Path, nargs="+", metavar="SITE")
    options = parser.parse_args()
    checked, failures = 0, []
    with sync_playwright() as playwright:
        browser = browsers.launch(playwright)
        for site in options.sites:
            checked += len(pages_of(site))
            output = options.output / site.name
            output.mkdir(parents=True, exist_ok=True)
            failures += check_site(browser, site, output)
        browser.close()
    for failure in failures:
        print(failure)
    print(f"{checked} pages checked, {len(failures)} failures")
    sys.exit(1 if failures or checked == 0 else 0)


if __name__ == "__main__":
    main()
