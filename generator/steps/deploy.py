"""Running the school's own deploy command: `publishing.deploy` in `school.yml`."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

from generator.errors import UsageError


def run_deploy(root: Path, command: str) -> int:
    """Run the command in the school's folder, without a shell, its output passed through; gives its exit status.

    Raises UsageError where it cannot be split into words or started.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise UsageError(f"publishing.deploy in content/school.yml cannot be read as a command ({error}). Close its quotes.") from error
    if not words:
        raise UsageError("publishing.deploy in content/school.yml is empty. Write the command that puts site/ on the web.")
    try:
        return subprocess.run(words, cwd=root, check=False, shell=False).returncode
    except OSError as error:
        reason = error.strerror or error
        raise UsageError(f'The deploy command "{words[0]}" could not be started: {reason}. Mend publishing.deploy in content/school.yml.') from error
