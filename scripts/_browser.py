"""The browser the tests look at pages with: found, or installed where that is one command; never downloaded by hand."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
ASKED = "CITEWELL_CHROMIUM"


def find_browser() -> str:
    """Return the path of a Chromium; stop with one line that says what to do if there is none to be had."""
    asked = os.environ.get(ASKED)
    if asked:
        return shutil.which(asked) or sys.exit(f"{ASKED} names {asked}, which is not a program that can be run.")
    return (
        installed_browser()
        or _install()
        or sys.exit(
            f"The tests need Chromium or Chrome. Install it (apt-get install chromium), or set {ASKED} to its path."
        )
    )


def installed_browser() -> "str | None":
    """Return the first browser on the PATH, by the names distributions use, or Chrome where macOS keeps it."""
    return next(filter(None, map(shutil.which, (*NAMES, MAC))), None)


def _install() -> "str | None":
    """Install Debian's own package if this machine has apt-get and we may use it without asking for a password."""
    apt = shutil.which("apt-get")
    if not apt:
        return None
    root = sys.platform != "win32" and os.geteuid() == 0
    sudo = [] if root else ["sudo", "--non-interactive"]
    if sudo and not shutil.which("sudo"):
        return None
    print("Installing Chromium for the tests (apt-get install chromium) …", file=sys.stderr, flush=True)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq", "-o", "Dpkg::Use-Pty=0"]
    for step in (["update"], ["install", "--yes", "--no-install-recommends", "chromium", "fonts-liberation"]):
        done = subprocess.run([*sudo, *quiet, *step], check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        if done.returncode and step[0] == "install":
            return None
    return installed_browser()
