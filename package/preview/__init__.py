"""The preview: plays a host in a desktop browser and runs a generated shell in it."""
