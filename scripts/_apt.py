"""Debian's own packages, installed where that needs no password."""

import os
import shutil
import subprocess
import sys


def apt_install(*packages: str) -> bool:
    """Install packages if this machine has apt-get and lets us; say whether they are there now."""
    apt = shutil.which("apt-get")
    root = sys.platform != "win32" and os.geteuid() == 0
    sudo = [] if root else ["sudo", "--non-interactive"]
    if not apt or (sudo and not shutil.which("sudo")):
        return False
    print(f"Installing what the tests need (apt-get install {' '.join(packages)}) …", file=sys.stderr, flush=True)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq", "-o", "Dpkg::Use-Pty=0"]
    steps = (["update"], ["install", "--yes", "--no-install-recommends", *packages])
    done = [
        subprocess.run([*sudo, *quiet, *step], check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        for step in steps
    ]
    return done[-1].returncode == 0
