"""One browser in the background that turns figures into images: started once, on first use, closed at exit."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import os
import signal
import threading
from concurrent.futures import TimeoutError as FutureTimeout
from importlib.resources import files
from pathlib import Path

from bootstrap.browser import find_browser, install_hint
from briefing.line import PICTURES
from briefing.picture import quiet
from charts.frame.font import faces
from files.paths import STATIC_GEO

START_SECONDS = 60
RENDER_SECONDS = 90


class NoBrowser(RuntimeError):
    """No browser that can make images is on this machine; the message says what to install."""


class ImageError(RuntimeError):
    """The browser could not draw this figure; the message says why."""


def browser_path() -> str:
    """Path of the browser that draws. Raises NoBrowser where there is none."""
    found = find_browser()
    if not found:
        raise NoBrowser(f"No browser was found to make images. {install_hint()}")
    return found


class Worker:
    """Kaleido in a thread with a loop of its own, so that pages and command line alike may ask from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._kaleido = None
        self._browser = ""
        self._folder: Path | None = None

    def render(self, figure: dict, format: str, width: int, height: int, scale: float) -> bytes:
        """The figure (as a dict) as png, svg or pdf, in its turn (briefing.line). A browser that died is started again.

        Raises NoBrowser, ImageError.
        """
        options = {"format": format, "width": width, "height": height, "scale": scale}
        with PICTURES.turn(), self._lock:
            for attempt in (1, 2):
                running = self._start()
                try:
                    return self._ask(running.calc_fig(figure, opts=options, topojson=_topojson()), RENDER_SECONDS)
                except Exception as problem:
                    # After any failure the page in the browser is not to be trusted any more.
                    self._stop()
                    if attempt == 2:
                        said = str(problem) or type(problem).__name__
                        raise ImageError(f"The browser could not draw the picture: {said}") from problem
        raise AssertionError("unreachable")

    def close(self) -> None:
        """Close the browser; the next picture starts a new one."""
        with self._lock:
            self._stop()

    @property
    def running(self) -> bool:
        """Whether the browser is up."""
        return self._kaleido is not None

    def _start(self):
        path = browser_path()
        if self._kaleido is not None and self._browser == path:
            return self._kaleido
        self._stop()
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, name="images", daemon=True).start()
        try:
            self._folder = quiet.new_folder(path)
            self._kaleido = _kaleido(path, self._folder)
            self._ask(self._kaleido.open(), START_SECONDS)
        except Exception as problem:
            self._stop()
            raise NoBrowser(f"The browser at {path} does not start ({problem}). {install_hint()}") from problem
        self._browser = path
        return self._kaleido

    def _ask(self, coroutine, seconds: float):
        future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        try:
            return future.result(seconds)
        except FutureTimeout:
            future.cancel()
            raise TimeoutError(f"no answer within {seconds} seconds") from None

    def _stop(self) -> None:
        if self._kaleido is not None:
            process = getattr(self._kaleido, "subprocess", None)
            with contextlib.suppress(Exception):
                self._ask(self._kaleido.close(), 10)
            if process is not None:
                _end(process)
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
        if self._folder is not None:
            quiet.remove(self._folder)
        self._kaleido, self._loop, self._browser, self._folder = None, None, "", None


def _end(process) -> None:
    """End the browser where it did not end by itself, with all its parts: they are a group of their own."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
    if process.poll() is None:
        process.kill()
    with contextlib.suppress(Exception):
        process.wait(5)


def _kaleido(path: str, folder: Path):
    """Kaleido with a browser that asks nobody, whose page (with our font) and profile stand in `folder`."""
    from choreographer.browsers import Chromium
    from kaleido import Kaleido, PageGenerator

    class Quiet(Chromium):
        def pre_open(self) -> None:
            self.tmp_dir = _Profile(folder / "profile")

        def get_cli(self) -> list[str]:
            return [*quiet.LATER, *super().get_cli(), *quiet.SWITCHES]

    class Kept(Kaleido):
        async def _return_kaleido_tab(self, tab) -> None:
            """Kaleido would load its page anew after each picture, with the whole library, before it gave it."""
            await self.tabs_ready.put(tab)

    # No mathjax: it would be fetched from the internet, and no label of ours holds a formula.
    page, script = folder / "index.html", files("briefing.picture") / "embed.js"
    ours = f'<style id="faces">{faces()}</style><script>{script.read_text(encoding="utf-8")}</script></head>'
    page.write_text(PageGenerator(mathjax=False).generate_index().replace("</head>", ours, 1), encoding="utf-8")
    return Kept(n=1, timeout=RENDER_SECONDS, path=path, browser_cls=Quiet, page_generator=page)


class _Profile:
    """The browser's profile, where choreographer looks for it; the worker removes the folder that it is in."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def clean(self) -> None:
        """Nothing here: choreographer calls this while the browser still ends, and at the very end of the program."""


def _topojson() -> str:
    return Path(STATIC_GEO).resolve().as_uri() + "/"


WORKER = Worker()
atexit.register(WORKER.close)
