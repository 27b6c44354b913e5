import ssl


def context_for(ciphers):
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.set_ciphers(ciphers)
    return context
