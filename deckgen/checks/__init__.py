"""One file for each check; its docstring is its documentation."""
