"""Database changes of the tutorial."""
