"""A wire between the application and its database that a test can cut."""

import socket
import threading
from contextlib import suppress

from sqlalchemy import URL


class Wire:
    """Passes on what goes between a free port and the server of a database address."""

    def __init__(self, address: URL) -> None:
        self._target = (address.host, address.port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        # With the port of the wire in place of the server's.
        self.address = address.set(port=self._listener.getsockname()[1])
        self._lock = threading.Lock()
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._whole = True
        self._fatal: bytes | None = None
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """Return the address to connect to."""
        return self.address.render_as_string(hide_password=False)

    def cut(self) -> None:
        """Break every connection, and let no new one through."""
        with self._lock:
            self._whole = False
            for pair in self._pairs:
                _shut(*pair)
            self._pairs = []

    def mend(self) -> None:
        """Let new connections through."""
        self._whole = True

    def lose_answer(self, words: bytes) -> None:
        """Break the connection once `words` have been sent, instead of passing on the answer."""
        self._fatal = words

    def close(self) -> None:
        """Cut it for good."""
        self.cut()
        _shut(self._listener)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                if not self._whole:
                    _shut(near)
                    continue
                far = socket.create_connection(self._target)
                self._pairs.append((near, far))
            doomed = threading.Event()
            for source, sink, asks in ((near, far, True), (far, near, False)):
                threading.Thread(
                    target=self._pass_on, args=(source, sink, asks, doomed), daemon=True
                ).start()

    def _pass_on(
        self, source: socket.socket, sink: socket.socket, asks: bool, doomed: threading.Event
    ) -> None:
        with suppress(OSError):  # cut while it was in use
            while data := source.recv(65536):
                if asks and self._fatal is not None and self._fatal in data:
                    self._fatal = None
                    doomed.set()
                # What the server says to it shows that it is done.
                if not asks and doomed.is_set():
                    break
                sink.sendall(data)
        _shut(source, sink)


def _shut(*ends: socket.socket) -> None:
    for end in ends:
        with suppress(OSError):  # the other side was faster
            end.shutdown(socket.SHUT_RDWR)
        end.close()
