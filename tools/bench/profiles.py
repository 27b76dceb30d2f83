"""The devices and networks that a page is opened on."""

from dataclasses import dataclass

from tools.bench.chromium import Tab


@dataclass(frozen=True)
class Conditions:
    """How fast the device and its network are."""

    name: str
    cpu: int  # times slower than this machine
    kbits: int  # per second; 0 is as fast as it goes
    latency: int  # ms that each answer takes longer

    def apply(self, tab: Tab) -> None:
        """Slow a tab down."""
        tab.ask("Emulation.setCPUThrottlingRate", rate=self.cpu)
        if self.kbits:
            tab.ask(
                "Network.emulateNetworkConditions",
                offline=False,
                latency=self.latency,
                downloadThroughput=self.kbits * 1000 / 8,
                uploadThroughput=self.kbits * 1000 / 8,
            )

    @property
    def text(self) -> str:
        """Say what they are."""
        if not self.kbits:
            return "this machine as it is" if self.cpu == 1 else f"CPU {self.cpu}x slower"
        return f"CPU {self.cpu}x slower, {self.kbits / 1000:.1f} Mbit/s, {self.latency} ms"


# The first is what the design's budgets are about.
THROTTLED = Conditions("throttled", cpu=4, kbits=1600, latency=150)
# A slow device beside its server.
SLOW = Conditions("slow", cpu=4, kbits=0, latency=0)
PLAIN = Conditions("plain", cpu=1, kbits=0, latency=0)
