# The Share button in Python, as MicroPython in WebAssembly runs it.

import js

document = js.document

event = js.JSON.parse(document.getElementById("qiao-data").textContent).calls[0][1]
status = document.querySelector(".share [role=status]")
navigator = js.navigator


async def share(title, url):
    if hasattr(navigator, "share"):
        try:
            await navigator.share({"title": title, "url": url})
            return "shared"
        except Exception as error:
            if error.args[1] == "AbortError":
                return "cancelled"
            if error.args[1] != "NotAllowedError":
                raise
    if hasattr(navigator, "clipboard"):
        try:
            await navigator.clipboard.writeText(url)
            return "copied"
        except Exception as error:
            if error.args[1] != "NotAllowedError":
                raise
    return ""


def told(how):
    if how == "copied":
        return "The link is copied."
    return "" if how else "This needs a browser that can share."


def say(text):
    status.replaceChildren()
    if text:
        line = document.createElement("span")
        line.textContent = text
        status.append(line)


async def pass_on(_event):
    say(told(await share(event.title, f"/events/{event.id}")))


document.querySelector(".share button").addEventListener("click", pass_on)
js.performance.mark("hydrated")
