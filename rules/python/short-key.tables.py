from cryptography.hazmat.primitives.asymmetric import rsa


SIZES = {"small": 1024, "usual": 3072}


def pair():
    size = SIZES["small"]
    # ruleid: python.short-key
    return rsa.generate_private_key(public_exponent=65537, key_size=size)


def usual_pair():
    # ok: python.short-key
    return rsa.generate_private_key(public_exponent=65537, key_size=SIZES["usual"])
