"""The only room that changes a school's files: new schools, new records, public ids.

Every write is whole or not at all, nothing is overwritten that somebody wrote, and a change to an
existing file leaves every other byte of it as it was.
"""
