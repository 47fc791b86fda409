"""Nothing else in the product can go online: no other module has anything to do it with."""

from __future__ import annotations

from tests.test_layers import everything, imports, shown

ONLINE = {
    "httpx",
    "httpcore",
    "requests",
    "urllib3",
    "aiohttp",
    "pycurl",
    "socket",
    "ssl",
    "http.client",
    "ftplib",
    "smtplib",
    "urllib.request",
    "xmlrpc",
    "websockets",
    "websocket",
    "webbrowser",
}
# Set-up looks for a free port of this computer, asks the dashboard on it whether it answers, and opens the browser.
THIS_COMPUTER = {"bootstrap/dashboard.py"}


def test_only_fetching_has_the_means_to_go_online():
    found = {}
    for path in everything():
        names = {name for name in imports(path) if name in ONLINE or name.split(".")[0] in ONLINE}
        if names:
            found[shown(path)] = names
    assert set(found) - THIS_COMPUTER == {"data/fetch/client.py", "data/fetch/hosts.py"}


def test_fetching_is_started_by_the_command_and_by_a_button_alone():
    """Who can start it: whoever makes a Client."""
    able = {shown(path) for path in everything() if "data.fetch.client.Client" in imports(path)}
    assert able == {"data/fetch/__main__.py", "data/fetch/errand.py", "data/fetch/round.py", "pages/shared/fetch.py"}
