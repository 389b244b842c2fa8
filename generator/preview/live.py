"""Build, serve, watch, build again: `exhibit serve`."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import layout
from generator.checks._hold import Held
from generator.errors import ExhibitError
from generator.findings import Finding, Severity
from generator.pipeline import Outcome, build_edition
from generator.preview._server import PreviewServer, open_server
from generator.preview._state import State
from generator.preview._watch import Stamp, take_snapshot

PAUSE = 0.3
"""Seconds between two looks at the folders; on big schools as long as ten looks take."""

SETTLE = 0.05
"""Seconds in which nothing may change before a save counts as finished."""

FOLDER = f"{layout.WORK}/preview"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be previewed: an edition of the whole school, or one learner's own view of it."""

    root: Path
    edition: str = "staff"
    learner_id: str | None = None
    jobs: int = 0

    @property
    def tree(self) -> Path:
        """The folder that the preview builds into."""
        folder = self.root / FOLDER / ("learner" if self.learner_id else self.edition)
        return folder / self.learner_id if self.learner_id else folder


class Preview:
    """A preview that runs until it is stopped.

    `today` gives the day of a build, `say` takes a line for the person at the terminal.
    """

    def __init__(self, wanted: Wanted, today: Callable[[], date], say: Callable[[str], None]) -> None:
        self.wanted, self.today, self.say = wanted, today, say
        self.state = State(wanted.tree)
        self._stop = threading.Event()
        self._server: PreviewServer | None = None
        self._seen: dict[str, Stamp] = {}
        self._held: frozenset[Held] | None = None

    def open(self, port: int) -> str:
        """Open the server and give the address; what is in the tree by then is served at once."""
        self._server = open_server(port, self.state)
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, name="preview", daemon=True).start()
        return self._server.address

    def build(self, first: bool = False) -> None:
        """Build once and show what came of it; the last good pages stay where nothing new could be put.

        Raises ExhibitError where already the first build is impossible.
        """
        started = time.perf_counter()
        self._seen = self._settle()
        try:
            outcome = self._build()
        except ExhibitError as error:
            if first:
                raise
            self.state.show((), str(error))
            self.say(str(error))
            return
        except Exception as error:  # a preview outlives a fault of the tool: the last good pages stay
            if first:
                raise
            self.state.show((), f"The tool failed ({type(error).__name__}). The pages are those of the last build; exhibit build says more.")
            self.say(f"This build failed ({type(error).__name__}); the pages are those of the last one.")
            return
        errors = find_trouble(outcome, self.wanted.learner_id)
        self.state.show(errors, outcome.message)
        self.say(_sum_up(outcome, len(errors), time.perf_counter() - started))

    def watch(self) -> None:
        """Build again after every save, until the preview is stopped."""
        pause = PAUSE
        while not self._stop.wait(pause):
            started = time.perf_counter()
            now = take_snapshot(self.list_watched())
            pause = max(PAUSE, 10 * (time.perf_counter() - started))
            if now != self._seen:
                self.build()

    def list_watched(self) -> list[Path]:
        """List what is watched: all that people write."""
        root = self.wanted.root
        names = ("content", layout.PORTFOLIOS, "theme", layout.MKDOCS)
        return [*(root / name for name in names), *_find_office(root)]

    def stop(self) -> None:
        """End watching and serving."""
        self._stop.set()
        self.state.close()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()

    def _build(self) -> Outcome:
        """Build; a save that holds back more than before leaves the last good pages where they are."""
        wanted = self.wanted
        outcome = build_edition(
            wanted.root,
            "family" if wanted.learner_id else wanted.edition,
            self.today(),
            learner_id=wanted.learner_id,
            own_view=wanted.learner_id is not None,
            out=wanted.tree,
            jobs=wanted.jobs,
            strict=self._held is not None,
            spared=self._held or frozenset(),
        )
        if not outcome.message:
            self._held = frozenset(outcome.held)
        return outcome

    def _settle(self) -> dict[str, Stamp]:
        """Wait until a save is finished, and give what lies there; what is saved later is noticed later."""
        seen = take_snapshot(self.list_watched())
        while not self._stop.wait(SETTLE):
            now = take_snapshot(self.list_watched())
            if now == seen:
                break
            seen = now
        return seen


def serve(wanted: Wanted, port: int, today: Callable[[], date], say: Callable[[str], None]) -> None:
    """Preview until somebody presses Ctrl-C. Raises ExhibitError where the first build is impossible."""
    preview = Preview(wanted, today, say)
    try:
        preview.build(first=True)
        address = preview.open(port)
        used = int(address.rstrip("/").rpartition(":")[2])
        if port not in (0, used):
            say(f"Port {port} is in use, so the preview took the next free one.")
        say(f"Open {address}  (only this computer can see it; Ctrl-C ends it)")
        preview.watch()
    except KeyboardInterrupt:
        say("The preview has ended.")
    finally:
        preview.stop()


def find_trouble(outcome: Outcome, learner_id: str | None) -> tuple[Finding, ...]:
    """Find what is to be mended: the errors, of one learner and of the school's own files if that is asked."""
    errors = (each for each in outcome.findings if each.severity is Severity.ERROR)
    if learner_id is None:
        return tuple(errors)
    own = f"{layout.PORTFOLIOS}/{learner_id}/"
    return tuple(each for each in errors if each.path.startswith(own) or each.learner_id == learner_id or each.path in layout.FATAL_FILES)


def _sum_up(outcome: Outcome, errors: int, seconds: float) -> str:
    if outcome.message:
        return outcome.message
    trouble = f", {errors} thing{'s' * (errors != 1)} to put right" if errors else ""
    return f"Built {outcome.pages} page{'s' * (outcome.pages != 1)} in {seconds:.1f} s, {outcome.changed} changed{trouble}."


def _find_office(root: Path) -> list[Path]:
    """Find the office's folder where `school.yml` keeps it outside `content/`."""
    try:
        text = (root / layout.SCHOOL).read_text("utf-8", "replace")[:262144]
    except OSError:
        return []
    found = re.search(r"^office:[ \t]*([\"']?)([^\"'#\n]+)\1", text, re.MULTILINE)
    return [root / found[2].strip()] if found and found[2].strip() else []
