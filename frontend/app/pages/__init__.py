"""The pages, one module each; `path` says where."""
