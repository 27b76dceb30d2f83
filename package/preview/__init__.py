"""The preview: plays a host in a desktop browser and runs a generated shell in it."""

# The hosts that it plays; each has scripts of its own in `static/`.
PLAYED = ("wechat", "alipay")
