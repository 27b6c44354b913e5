import os

# ruleid: python.umask-zero
os.umask(0o022)
# ruleid: python.umask-zero
os.umask(0o022)
# ruleid: python.umask-zero
previous = os.umask(0o022)
# ok: python.umask-zero
os.umask(0o077)
# ok: python.umask-zero
os.umask(0o027)
# ok: python.umask-zero
os.umask(previous)
