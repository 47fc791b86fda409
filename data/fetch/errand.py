"""A round of fetching in the background: it goes on while a person looks at something else, and stops when told."""

import threading

from data.fetch import follow
from data.fetch.client import Client
from data.fetch.round import Round
from data.fetch.store import Store
from data.reading.context import Context


class Stopped(Exception):
    """The person has said stop; of the document in hand nothing is kept."""


class Errand:
    """Runs a round. `said`: what is being done; `problem`: why it ended early, "" where it did not; `changes`: for a
    draft that is followed, its documents compared with the last look (None where that cannot be told)."""

    def __init__(self, asked: Round, client: Client, store: Store, context: Context, followed: str = "") -> None:
        self.round, self.followed = asked, followed
        self.said, self.problem = "", ""
        self.changes: dict[str, follow.Change | None] = {}
        self._client, self._store, self._context = client, store, context
        self._stop, self._thread = threading.Event(), threading.Thread()

    @property
    def running(self) -> bool:
        """Whether it is under way."""
        return self._thread.is_alive()

    @property
    def done(self) -> int:
        """How many documents are through."""
        return len(self.round.results)

    @property
    def total(self) -> int:
        """How many there are, as far as is known by now."""
        return len(self.round.results) + len(self.round.todo)

    def start(self) -> None:
        """Begin, or go on with what is left; where nothing is, with what was refused."""
        if self.running:
            return
        self.round.closed.clear()
        if not self.round.todo:
            self.round.ask_again()
        self.problem = ""
        self._stop.clear()
        self._thread = threading.Thread(target=self._work, name="fetch", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End as soon as may be: at the next piece that comes, or when a document has been read."""
        self._stop.set()
        self.said = "Stopping …"

    def wait(self, seconds: float | None = None) -> None:
        """Until it is over."""
        if self.running:
            self._thread.join(seconds)

    def _tell(self, words: str) -> None:
        self.said = words
        if self._stop.is_set():
            raise Stopped

    def _work(self) -> None:
        try:
            while self.round.todo and not self._stop.is_set():
                self.round.step(self._client, self._store, self._context, self._tell)
            if self.followed and not self.round.todo:
                self.changes[self.followed] = follow.compare(self.followed, self.round.results, self._store.data_dir)
        except Stopped:
            pass
        except OSError as error:  # the disk refuses
            self.problem = f"{error}. Free some space, then go on."
        except Exception as error:  # a thread has nobody else to tell
            self.problem = f"Something went wrong that was not foreseen ({type(error).__name__}: {error})."
