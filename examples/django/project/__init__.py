"""The Django project that serves the tutorial and the zoo."""
