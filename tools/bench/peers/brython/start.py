# The Share button in the page's Python, as stock Brython runs it.

from browser import aio, document, window

event = window.JSON.parse(document["qiao-data"].text).calls[0][1]
status = document.select_one(".share [role=status]")
navigator = window.navigator


async def share(title, url):
    # Stock Brython does not tell the name of a JavaScript error: any is taken for a refusal.
    if hasattr(navigator, "share"):
        try:
            await navigator.share({"title": title, "url": url})
            return "shared"
        except Exception:
            pass
    if hasattr(navigator, "clipboard"):
        try:
            await navigator.clipboard.writeText(url)
            return "copied"
        except Exception:
            pass
    return ""


def told(how):
    if how == "copied":
        return "The link is copied."
    return "" if how else "This needs a browser that can share."


def say(text):
    status.text = ""
    if text:
        line = document.createElement("span")
        line.text = text
        status.append(line)


async def pass_on():
    say(told(await share(event.title, f"/events/{event.id}")))


document.select_one(".share button").bind("click", lambda _: aio.run(pass_on()))
window.performance.mark("hydrated")
