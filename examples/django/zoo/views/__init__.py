"""One module per page; the socket mounts them by their dotted names."""
