"""A view for every way to dispatch to djust, and for every way it answers."""
