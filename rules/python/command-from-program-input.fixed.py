import argparse
import asyncio
import os
import shlex
import subprocess
import sys

# ruleid: python.command-from-program-input
os.system("ping -c 1 -- " + shlex.quote(input("Host: ")))
# ruleid: python.command-from-program-input
subprocess.run(f"ls -- {shlex.quote(sys.argv[1])}", shell=True)
args = argparse.ArgumentParser().parse_args()
# ruleid: python.command-from-program-input
print(os.popen("cat -- %s" % shlex.quote(args.file)).read())
# ok: python.command-from-program-input
subprocess.run(["ls", sys.argv[1]])
# ok: python.command-from-program-input
os.system("ping -c 1 " + shlex.quote(input("Host: ")))
# ok: python.command-from-program-input
os.system("head -n %d log.txt" % int(sys.argv[2]))


def roll_out(client, version):
    # ruleid: python.command-from-program-input
    client.exec_command("deploy " + version)


def roll_out_quoted(client, version):
    # ok: python.command-from-program-input
    client.exec_command("deploy " + shlex.quote(version))


async def look_up(host):
    # ruleid: python.command-from-program-input
    await asyncio.create_subprocess_shell(f"dig {host}")


roll_out(connect(), sys.argv[1])
roll_out_quoted(connect(), sys.argv[1])
asyncio.run(look_up(input("Host: ")))
