import subprocess


def clone(url, target):
    # ruleid: python.argument-from-parameter
    subprocess.run(["git", "clone", url, target], check=True)
    # ok: python.argument-from-parameter
    subprocess.run(["git", "clone", "--", url, target], check=True)


def download(link: str):
    command = ["wget", "-q", link]
    # ruleid: python.argument-from-parameter
    subprocess.check_call(command)


class Mirror:
    def log(self, branch):
        # ruleid: python.argument-from-parameter
        return subprocess.check_output(["git", "log", branch])

    def head(self):
        # ok: python.argument-from-parameter
        return subprocess.check_output(["git", "log", "HEAD"])


def depth(ref: int):
    # ok: python.argument-from-parameter
    return subprocess.check_output(["git", "log", "-n", str(ref)])


def remote_log(branch):
    # ok: python.argument-from-parameter
    return subprocess.check_output(["git", "log", "origin/" + branch])
