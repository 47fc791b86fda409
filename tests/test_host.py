"""The files that set up a server for a coalition: containers, service, proxy and docs/host.md name the same things."""

from __future__ import annotations

import configparser
import re

import pytest
import yaml

import run
from access import settings
from bootstrap import programs
from files.paths import ROOT
from workspace.database.database import VARIABLE, where

HOST = ROOT / "host"
GUIDE = (ROOT / "docs" / "host.md").read_text(encoding="utf-8")
DOCKERFILE = (HOST / "Dockerfile").read_text(encoding="utf-8")
SERVICES = yaml.safe_load((HOST / "compose.yaml").read_text(encoding="utf-8"))["services"]
APP, DATABASE, PROXY = (SERVICES[name] for name in ("app", "database", "proxy"))


def blocks() -> list[str]:
    """The passages of docs/host.md that are to be typed or written into a file."""
    return re.findall(r"^ *```\w*\n(.*?)^ *```", GUIDE, re.DOTALL | re.MULTILINE)


def block(word: str) -> str:
    """The one of them in which a word stands."""
    (found,) = (one for one in blocks() if word in one)
    return found


def packages(text: str, end: str) -> set[str]:
    """What apt-get is told to install."""
    (told,) = re.findall(rf"apt-get install (.*?)(?:{end})", text.replace("\\\n", " "), re.DOTALL)
    return {word for word in told.split() if not word.startswith("--")}


@pytest.fixture
def filled(tmp_path, monkeypatch) -> settings.Settings:
    """The configuration as it is shipped, with the secrets that its user makes."""
    monkeypatch.setenv(settings.SECRET, "from the provider")
    text = (HOST / "server.example.toml").read_text(encoding="utf-8")
    path = tmp_path / "server.toml"
    path.write_text(text.replace("at least 32 characters: see docs/host.md", "0" * 64), encoding="utf-8")
    settings.read.cache_clear()
    return settings.read(path)


def test_both_ways_install_what_a_start_asks_for():
    asked = {package for name in [*run.LACKING, "dejavu"] for package in programs.PROGRAMS[name].packages}
    assert packages(DOCKERFILE, "&&") == asked
    by_hand = packages(block("apt-get install"), "\n")
    others = {package for name in ("postgresql", "nginx") for package in programs.PROGRAMS[name].packages}
    assert by_hand == asked | others | {"curl", "git", "python3-venv", "gettext-base"}


def test_the_image_runs_a_python_that_the_project_knows_and_nobody_is_root():
    (version,) = re.findall(r"^FROM python:3\.(\d+)-slim-", DOCKERFILE, re.MULTILINE)
    (least,) = re.findall(r"sys\.version_info < \(3, (\d+)\)", (ROOT / "run.py").read_text(encoding="utf-8"))
    assert int(version) >= int(least)
    steps = [line.split()[0] for line in DOCKERFILE.splitlines() if line[:1].isalpha()]
    assert steps.index("USER") < steps.index("COPY") < steps.index("CMD")
    assert re.search(r"^USER dashboard$", DOCKERFILE, re.MULTILINE)


def test_what_is_written_in_the_container_lies_in_a_volume_that_its_user_owns():
    volumes = {one.split(":")[1] for one in APP["volumes"]}
    for variable in ("COSPONSOR_DATA_DIR", "COSPONSOR_DATABASE"):
        (path,) = re.findall(rf"{variable}=(\S+)", DOCKERFILE)
        assert path.startswith("/data/")
    assert "/data" in volumes
    assert re.search(r"--owner=dashboard /app /data\b", DOCKERFILE)
    named = {one.split(":")[0] for service in SERVICES.values() for one in service["volumes"] if one[0] != "."}
    assert named == set(yaml.safe_load((HOST / "compose.yaml").read_text(encoding="utf-8"))["volumes"])


def test_the_configuration_that_is_shipped_is_sound_and_is_where_the_server_looks(filled):
    (config,) = re.findall(r'"--config", "([^"]+)"', DOCKERFILE)
    assert f"./server.toml:{config}:ro" in APP["volumes"]
    assert (filled.address, filled.port) == ("0.0.0.0", 8501)
    assert f"EXPOSE {filled.port}\n" in DOCKERFILE
    assert PROXY["environment"]["APP"] == f"app:{filled.port}"
    assert f"{filled.port})" in APP["healthcheck"]["test"][-1]
    assert set(filled.roles.values()) == {"admin", "member"}


def test_the_secrets_are_those_that_the_program_asks_for_and_none_is_in_the_image():
    assert set(APP["environment"]) == {settings.SECRET, VARIABLE}
    asked = set(re.findall(r"\$\{(\w+):\?", (HOST / "compose.yaml").read_text(encoding="utf-8")))
    told = {line.split("=")[0] for line in block("NAME=defenders.example.org\n").split()}
    assert told == asked
    assert {"host/.env", "host/server.toml", "host/tls"} <= set((ROOT / ".dockerignore").read_text().split())
    assert {"host/.env", "host/server.toml", "host/tls/"} <= set((ROOT / ".gitignore").read_text().split())


def test_the_app_finds_its_database_once_that_is_ready():
    address = where(re.sub(r"\$\{.*?\}", "secret", APP["environment"][VARIABLE]))
    made = DATABASE["environment"]
    assert (address.host, address.username, address.database) == (
        "database",
        made["POSTGRES_USER"],
        made["POSTGRES_DB"],
    )
    assert made["POSTGRES_PASSWORD"].startswith("${DATABASE_PASSWORD")
    assert APP["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert made["POSTGRES_USER"] in DATABASE["healthcheck"]["test"][-1]
    by_hand = where(re.search(rf"{VARIABLE}=(\S+)", block("COSPONSOR_DATA_DIR="))[1])
    assert (by_hand.username, by_hand.database) == (address.username, address.database)
    made_by_hand = block("createdb")
    assert f"createuser --pwprompt {by_hand.username}\n" in made_by_hand
    made = "createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0"
    assert f"{made} --owner={by_hand.username} {by_hand.database}\n" in made_by_hand


def test_every_blank_of_the_proxy_is_filled_in_both_ways():
    template = (HOST / "nginx.conf.template").read_text(encoding="utf-8")
    ours = set(re.findall(r"\$\{(\w+)\}", template.split("\n", 1)[1]))
    assert set(PROXY["environment"]) == ours
    command = block("envsubst")
    assert set(re.findall(r"\$(\w+)", command)) == ours
    assert set(re.findall(r"(\w+)=", command)) == ours
    mounted = dict(one.split(":")[:2] for one in PROXY["volumes"])
    assert mounted["./nginx.conf.template"] == "/etc/nginx/templates/default.conf.template"
    for name in ("CERTIFICATE", "KEY"):
        inside = PROXY["environment"][name]
        assert inside.startswith(mounted["./tls"] + "/")
        assert f"tls/{inside.rsplit('/')[-1]}" in GUIDE


def test_the_service_runs_what_the_guide_has_put_there():
    unit = configparser.ConfigParser(strict=False)
    unit.optionxform = str
    unit.read(HOST / "defenders.service")
    service = unit["Service"]
    assert (
        f"useradd --system --create-home --home-dir /srv/defenders --shell /usr/sbin/nologin {service['User']}" in GUIDE
    )
    assert f"git clone ADDRESS-OF-THE-PROJECT {service['WorkingDirectory']}\n" in GUIDE
    config = service["ExecStart"].rsplit(" ", 1)[1]
    assert service["ExecStart"] == f"/usr/bin/python3 {service['WorkingDirectory']}/run.py serve --config {config}"
    assert f"server.example.toml {config}\n" in GUIDE
    assert f"sudo nano {service['EnvironmentFile']}\n" in GUIDE
