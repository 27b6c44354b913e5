"""Stands for requests: get() on the standard library's TLS, with the meaning that requests documents for `verify`."""
import os
import ssl
import types
import urllib.request


def get(url, verify=True, timeout=None):
    context = ssl.create_default_context(cafile=os.environ["TRUSTED_AUTHORITY"])
    if not verify:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    with urllib.request.urlopen(url, context=context, timeout=timeout) as answer:
        return types.SimpleNamespace(text=answer.read().decode())
