"""From a published view to pages: one module per kind of page, its template in `theme/`."""
