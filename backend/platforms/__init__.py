"""The platforms' servers: clients for WeChat, for Alipay and for the logins of others.

Every call here leaves the machine. None may be made while a transaction is open: a service says
with `implementations.asks` what it wants to know, an errand of the outbox works outside of any.
"""
