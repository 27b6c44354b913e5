import ssl


def context_for(ciphers):
    context = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
    context.set_ciphers(ciphers)
    return context
