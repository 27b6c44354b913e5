import subprocess
import sys


def count():
    name = sys.argv[1]
    done = subprocess.run(f"wc -c {name}", shell=True, capture_output=True, text=True)
    return done.stdout
