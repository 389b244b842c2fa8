"""New records, one module a kind: each drafts the text of a record with questions as comments, ready to fill."""
