"""Frozen records of a school: what the files say, without the disk and without a clock."""
