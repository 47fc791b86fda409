"""The configuration of a server: what is wrong is said in its own words, and nothing half-read is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from access.settings import SECRET, Settings, SettingsError, read

SOUND = """
[server]
url = "https://defenders.example.org/board"
address = "0.0.0.0"
port = 8600
hours = 8
[sign_in]
server_metadata_url = "https://accounts.example.org/.well-known/openid-configuration"
client_id = "defenders"
client_secret = "secret"
cookie_secret = "0123456789abcdef0123456789abcdef"
[roles]
admin = ["Anna@example.org"]
member = ["@example.org"]
reader = ["@partner.example"]
"""


def settings(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "server.toml"
    path.write_text(text, encoding="utf-8")
    read.cache_clear()
    return read(path)


def test_a_person_goes_before_their_domain(tmp_path: Path) -> None:
    held = settings(tmp_path, SOUND)
    roles = {
        who: held.role_of(who) for who in ("anna@EXAMPLE.org", "ben@example.org", "c@partner.example", "d@x.org", "")
    }
    assert list(roles.values()) == ["admin", "member", "reader", "", ""]
    assert (held.host, held.base, held.port) == ("defenders.example.org", "/board", 8600)
    assert "secret" not in repr(held)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("https://defenders", "http://defenders", "must begin with https://"),
        ('url = "https://defenders.example.org/board"', "", "url must be the address"),
        ('address = "0.0.0.0"', 'address = "everywhere"', "IP address to listen on"),
        ("port = 8600", "port = 86000", "1 to 65535"),
        ("hours = 8", "hours = 0", "above 0"),
        ('client_secret = "secret"', "", SECRET),
        ("0123456789abcdef0123456789abcdef", "short", "at least 32 characters"),
        ('["@example.org"]', '"@example.org"', "must be a list"),
        ('["@partner.example"]', "5", "must be a list"),
        ('["@example.org"]', '["example.org"]', "neither an e-mail address nor @domain"),
        ('["@example.org"]', '["anna@example.org"]', "two roles"),
        ("[roles]", '[proxy]\nheader = "X-Email"\nfrom = ["127.0.0.1"]\n[roles]', "one of the two"),
        ("member =", "membre =", "membre is unknown"),
        ("[sign_in]", "[signin]", "[signin] is unknown"),
        ("[server]", "[server", "not a TOML file"),
    ],
)
def test_each_fault_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in SOUND
    with pytest.raises(SettingsError) as told:
        settings(tmp_path, SOUND.replace(old, new))
    assert said in str(told.value)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read(tmp_path / "none.toml")


def test_the_secret_may_stand_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRET, "from outside")
    held = settings(tmp_path, SOUND.replace('client_secret = "secret"', ""))
    assert held.sign_in is not None
    assert held.sign_in.client_secret == "from outside"
