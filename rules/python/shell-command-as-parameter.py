import os
import shlex
import subprocess


def run(cmd):
    # ruleid: python.shell-command-as-parameter
    return os.system(cmd)


def output(command, folder="."):
    # ruleid: python.shell-command-as-parameter
    return subprocess.check_output(command, shell=True, cwd=folder)


class Runner:
    def execute(self, line):
        # ruleid: python.shell-command-as-parameter
        return subprocess.Popen(line, shell=True)


def listed(args):
    # ok: python.shell-command-as-parameter
    return subprocess.run(args, check=True)


def fixed(folder):
    # ok: python.shell-command-as-parameter
    return subprocess.run("ls -la", shell=True, cwd=folder)


def split(line):
    # ok: python.shell-command-as-parameter
    return subprocess.run(shlex.split(line), check=True)
