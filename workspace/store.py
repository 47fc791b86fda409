"""The workspace as the pages see it: one object, one door for each question.

    workspace = Workspace.open(who="Anna")
    campaign = workspace.campaigns.create("GA 2026", "GA", 2026)
    entry = workspace.shortlist.add(campaign.id, "KEN", owner="Anna", next_step="Ring the mission")
    workspace.shortlist.change(entry.id, entry.version, status="contacted")

Every `change` and `remove` takes the version that was read: whoever comes second gets a ConflictError that
tells what the first one saved, and nothing is overwritten. Nothing of the workspace leaves the machine,
unless a PostgreSQL address is set."""

from collections.abc import Iterable

from workspace.briefings import Briefings
from workspace.campaigns import Campaigns
from workspace.database.database import Database, where
from workspace.history import History
from workspace.log import Log
from workspace.news import Feeds, News
from workspace.scenarios import Scenarios
from workspace.settings import Settings, Signatories
from workspace.shortlist.exchange import Imported, Resolve, bring_in
from workspace.shortlist.shortlist import Shortlist
from workspace.shortlist.table import Row
from workspace.signed_out import SignedOut
from workspace.text import line


class Workspace:
    """campaigns, shortlist, history, scenarios, briefing, signatories, settings, log, news, feeds, signed_out. Safe to
    share between threads."""

    def __init__(self, database: Database, who: str):
        self._database = database
        self.who = line(who, "your name", 120)
        self.campaigns = Campaigns(database, self.who)
        self.shortlist = Shortlist(database, self.who)
        self.history = History(database)
        self.scenarios = Scenarios(database, self.who)
        self.briefing = Briefings(database, self.who)
        self.signatories = Signatories(database, self.who)
        self.settings = Settings(database, self.who)
        self.log = Log(database, self.who)
        self.news = News(database, self.who)
        self.feeds = Feeds(database, self.who)
        self.signed_out = SignedOut(database)

    @classmethod
    def open(cls, url: str | None = None, who: str = "") -> "Workspace":
        """Open the workspace, making it or taking it to today's version where needed. url: a SQLite or PostgreSQL
        address; else COSPONSOR_WORKSPACE_URL; else workspace.sqlite in the user's folder. who: signs what is saved.
        Raises WorkspaceError, with the remedy."""
        return cls(Database(where(url)), who)

    @property
    def place(self) -> str:
        """Where the workspace is kept: a file, or an address without its password."""
        return self._database.place

    @property
    def shared(self) -> bool:
        """Whether it is on a server, for several people, and not in a file of this computer."""
        return self._database.url.get_backend_name() != "sqlite"

    def signed(self, who: str) -> "Workspace":
        """The same workspace, signed by somebody else (one connection pool serves all)."""
        return Workspace(self._database, who)

    def import_shortlist(
        self, campaign_id: int, rows: Iterable[Row], resolve: Resolve, on_listed: str = "refuse"
    ) -> Imported:
        """Bring rows of a file (`workspace.shortlist.table.read`) into a shortlist: all of them or none. See
        `workspace.shortlist.exchange.bring_in`. Raises FileError, NotFound, WorkspaceError."""
        return bring_in(self.shortlist, campaign_id, rows, resolve, on_listed)

    def close(self) -> None:
        """Let go of the file or the server."""
        self._database.close()
