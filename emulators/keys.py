"""Keys for tests, made once a process: our own, and the platforms'."""

from functools import cache

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa


@cache
def key(name):
    """Return the private key of somebody: "us", "alipay", "wechat pay", "a stranger"."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def private_pem(name):
    """Return it as the platforms' tools write it."""
    return key(name).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def public_pem(name):
    """Return the public half."""
    return (
        key(name)
        .public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
