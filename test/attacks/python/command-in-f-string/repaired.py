import os
import shlex


def checksum(path):
    return os.popen(f"cksum {shlex.quote(path)} 2>/dev/null").read().split(" ")[0]
