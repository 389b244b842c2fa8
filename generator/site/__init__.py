"""The school's pages, the shell round every page, and the output tree: the one room that knows MkDocs."""
