"""Formats that are not pages, one file each: what they hold comes from a view, never from the disk."""
