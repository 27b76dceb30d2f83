"""`contextvars`: variables of one context."""

from contextvars import ContextVar

name = ContextVar("name", default="nobody")
bare = ContextVar("bare")
print(name.get(), name.name, bare.get("given"), name.get("given"))
token = name.set("Li Na")
print(name.get(), token.var is name, token.old_value is token.MISSING)
inner = name.set("Wang Wu")
print(name.get(), inner.old_value)
name.reset(inner)
print(name.get())
name.reset(token)
print(name.get())
try:
    bare.get()
except LookupError:
    print("no value")
