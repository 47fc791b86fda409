"""One browser in the background that turns figures into images: started once, on first use, closed at exit."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import threading
from concurrent.futures import TimeoutError as FutureTimeout
from pathlib import Path

from bootstrap.browser import find_browser, install_hint
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

    def render(self, figure: dict, format: str, width: int, height: int, scale: float) -> bytes:
        """The figure (as a dict) as png, svg or pdf. One at a time; a browser that died is started once more.

        Raises NoBrowser, ImageError.
        """
        options = {"format": format, "width": width, "height": height, "scale": scale}
        with self._lock:
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
            self._kaleido = self._ask(_open(path), START_SECONDS)
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
            if process is not None and process.poll() is None:
                process.kill()
                process.wait(5)
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
        self._kaleido, self._loop, self._browser = None, None, ""


async def _open(path: str):
    from kaleido import Kaleido

    # No mathjax: it would be fetched from the internet, and no label of ours holds a formula.
    made = Kaleido(n=1, timeout=RENDER_SECONDS, path=path, mathjax=False)
    await made.open()
    return made


def _topojson() -> str:
    return Path(STATIC_GEO).resolve().as_uri() + "/"


WORKER = Worker()
atexit.register(WORKER.close)
