"""The marks that git leaves where two people changed the same lines."""

from __future__ import annotations

from generator.checks._example import BRIDGE, keep
from generator.checks._rule import Rule
from generator.findings import Severity

RULE = Rule(
    code="SRC007",
    name="conflict-marker",
    severity=Severity.ERROR,
    reason=(
        "Both versions stand in the file, and nobody has decided yet. That must not be published as if it were "
        "meant."
    ),
    remedy="Keep the version that is right, and delete the other with the lines <<<<<<<, ======= and >>>>>>>.",
    bad={
        BRIDGE: (
            "title: A bridge of card\n"
            "<<<<<<< HEAD\n"
            "kind: product\n"
            "=======\n"
            "kind: process\n"
            ">>>>>>> theirs\n"
            "made_on: 2026-09-18\n"
        ),
    },
    good=keep(BRIDGE),
)
