"""Makes native calls, one at a time, and says what came of the last one."""

from qiao import native, query_signal, signal
from qiao.contract.native_table import KINDS
from qiao.elements import button, div, h1, input_, p
from qiao.errors import NotSupported

path = "/n/calls"
# One red point.
PICTURE = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP4z8DwHwAFAAH/"
    "VscvDQAAAABJRU5ErkJggg=="
)


def title(data):
    return "Native calls"


async def do(kind, order):
    if kind == "scan":
        return await native.scan()
    if kind == "pay":
        return await native.pay(order)
    if kind == "subscribe":
        return await native.subscribe("reminder")
    if kind == "phone_number":
        return await native.phone_number()
    if kind == "choose_image":
        picture = await native.choose_image()
        return f"{picture[:22]} {len(picture)}"
    if kind == "location":
        place = await native.location()
        return [place.latitude, place.longitude, place.system]
    if kind == "save_image":
        return await native.save_image(PICTURE)
    return await native.share("Tea tasting", "/events")


def view(data):
    told = signal("")
    # In the address, where a page that was killed finds it again.
    order = query_signal("order", "")

    def type_order(event):
        order.value = event.value

    def clear():
        told.value = ""

    def caller(kind):
        async def go():
            told.value = "waiting"
            try:
                told.value = f"done {await do(kind, order.value)}"
            except native.Cancelled:
                told.value = "cancelled"
            except native.Denied:
                told.value = "denied"
            except native.Failed:
                told.value = "failed"
            except NotSupported:
                told.value = "not supported"

        native.resume(kind, go)
        return button(type="button", on_click=go)[kind]

    return div[
        h1["Native calls"],
        input_(aria_label="Order", value=order, on_input=type_order),
        [caller(kind) for kind in KINDS],
        button(type="button", on_click=clear)["Clear"],
        p(role="status")[told],
    ]
