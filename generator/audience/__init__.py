"""Who may see what: the consent resolver, ceilings, approval, names, and the view that remains."""
