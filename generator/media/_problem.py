"""The one exception of the media room: a learner's file that cannot be used, and what to do about it."""

from __future__ import annotations


class UnreadableMedium(Exception):
    """A file is not what it should be; both sentences are for the learner who added it.

    `reason` says what was found, `advice` what to do. It is never an error of the tool, so it is
    no `ExhibitError`: whoever catches it makes a finding of it.
    """

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice


class CutOff(UnreadableMedium):
    """The end of a file is missing, as after a broken copy."""

    def __init__(self) -> None:
        super().__init__(
            "The end of the file is missing.",
            "Copy or export the file again from where it was made, and replace this one.",
        )
