"""How many bytes of script a page brings: those files that its document names."""

import re
import urllib.request

import brotli

SCRIPT = re.compile(r'<script\b[^>]*\bsrc="([^"]+)"|<link\b[^>]*\bhref="([^"]+\.wasm)"')
INLINE = re.compile(r'<script type="text/(?:micro)?python">(.*?)</script>', re.DOTALL)


def script_sizes(address: str, path: str) -> dict[str, int]:
    """Return the bytes of a page's scripts, as they are sent and as they are."""
    document = fetch(address + path, "identity").decode()
    files = [address + file for file in named_in(document)]
    inline = "".join(INLINE.findall(document)).encode()
    return {
        "brotli": sum(len(fetch(file, "br")) for file in files)
        # Sent as part of the document, which has no compression here.
        + (len(brotli.compress(inline)) if inline else 0),
        "raw": sum(len(fetch(file, "identity")) for file in files) + len(inline),
    }


def named_in(document: str) -> list[str]:
    """Return the addresses of the scripts that a document names, WebAssembly included."""
    return [first or second for first, second in SCRIPT.findall(document)]


def fetch(address: str, encoding: str) -> bytes:
    """Return the bytes that a browser would receive."""
    headers = {"Accept-Encoding": encoding, "Accept-Language": "en"}
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
        body: bytes = answer.read()
        return body
