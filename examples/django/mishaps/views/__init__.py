"""Three pages that do the same kind of work under other names, at other rates and in other shapes."""
