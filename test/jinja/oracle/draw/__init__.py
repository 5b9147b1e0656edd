"""Random templates: the same seed draws the same templates on every Python."""
