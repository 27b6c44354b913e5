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


def clone_branch(url, branch, folder):
    command = ["git", "clone", "--depth", "1"]
    command += ["--branch", branch, url, folder]
    # ruleid: python.argument-from-parameter
    subprocess.run(command, check=True)


def fetch_into(url, folder):
    command = ["curl", "--silent"]
    command.append(url)
    # ruleid: python.argument-from-parameter
    subprocess.run(command, cwd=folder, check=True)


def clone_checked(url, folder):
    if not url.startswith("https://"):
        raise ValueError("address")
    command = ["git", "clone"]
    command += [url, folder]
    # ok: python.argument-from-parameter
    subprocess.run(command, check=True)


def clone_behind(url, folder):
    command = ["git", "clone"]
    command += ["--", url, folder]
    # ok: python.argument-from-parameter
    subprocess.run(command, check=True)


def log_of(branch):
    # ok: python.argument-from-parameter
    return subprocess.run(["git", "log", "--end-of-options", branch], check=True)


def log_of_all(branch):
    # ruleid: python.argument-from-parameter
    return subprocess.run(["git", "log", "--oneline", branch], check=True)
