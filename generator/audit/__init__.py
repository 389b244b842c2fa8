"""The leak audit: every byte of a built edition against what that edition may never hold."""

from generator.audit.leak import Leak, find_certain
from generator.audit.secrets import Secrets, collect_secrets
from generator.audit.tree import audit_tree

__all__ = ["Leak", "Secrets", "audit_tree", "collect_secrets", "find_certain"]
