"""What tests of outputs share: charts from the record, pages opened with the network off, files read by LibreOffice."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from charts import catalog
from charts.frame.chart import Chart
from tests.system import require


@pytest.fixture(scope="session")
def chart_of(record) -> Callable[..., Chart]:
    """Builds a chart of the catalogue, each once."""
    made: dict[tuple, Chart] = {}

    def build(name: str, **params: object) -> Chart:
        key = (name, tuple(sorted(params.items())))
        if key not in made:
            made[key] = catalog.build(name, record, **params)
        return made[key]

    return build


@pytest.fixture
def without_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which no browser is found."""
    for module in ("briefing.picture.worker", "briefing.formats"):
        monkeypatch.setattr(f"{module}.find_browser", lambda: None)


@pytest.fixture(scope="module")
def opened(browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable]:
    """Opens a page from a file with the network off. Gives the page and the list of what went wrong: console errors,
    and requests for anything but the file itself."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})

    def open_page(content: bytes):
        file = tmp_path_factory.mktemp("page") / "page.html"
        file.write_bytes(content)
        page, troubles = context.new_page(), []
        page.on("console", lambda said: troubles.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))

        def asked(request) -> None:
            if not request.url.startswith(("data:", "blob:", file.as_uri())):
                troubles.append(request.url)

        page.on("request", asked)
        page.goto(file.as_uri())
        return page, troubles

    yield open_page
    context.close()


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, Path]]:
    """Converts files (name -> content) to PDF in one run of LibreOffice; gives the path of each by its name."""
    program = require("libreoffice")
    profile = tmp_path_factory.mktemp("profile")

    def convert(files: dict[str, bytes], environ: dict[str, str] | None = None) -> dict[str, Path]:
        folder = tmp_path_factory.mktemp("converted")
        for name, content in files.items():
            (folder / name).write_bytes(content)
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
        subprocess.run(
            [*command, "--outdir", str(folder), *[str(folder / name) for name in files]],
            check=True,
            capture_output=True,
            timeout=300,
            env=environ,
        )
        return {name: (folder / name).with_suffix(".pdf") for name in files}

    return convert


@pytest.fixture(scope="session")
def through_libreoffice(printed) -> Callable[[dict[str, bytes]], dict[str, list[str]]]:
    """As `printed`, and gives the text of each page by file name."""

    def read(files: dict[str, bytes]) -> dict[str, list[str]]:
        readers = {name: PdfReader(path) for name, path in printed(files).items()}
        return {
            name: [" ".join(page.extract_text().split()) for page in reader.pages] for name, reader in readers.items()
        }

    return read
