import os
import shlex
import subprocess


def thumbnail(path):
    # ruleid: python.shell-command-from-parameter
    os.system("convert " + path + " thumb.png")
    # ok: python.shell-command-from-parameter
    subprocess.run(["convert", path, "thumb.png"], check=True)


def archive(folder: str):
    command = f"tar czf out.tgz {folder}"
    # ruleid: python.shell-command-from-parameter
    subprocess.run(command, shell=True, check=True)
    # ok: python.shell-command-from-parameter
    subprocess.run(f"tar czf out.tgz {shlex.quote(folder)}", shell=True, check=True)


class Repository:
    def log(self, branch):
        # ruleid: python.shell-command-from-parameter
        return os.popen("git log %s" % branch).read()

    def depth(self, count: int):
        # ok: python.shell-command-from-parameter
        return os.popen(f"git log -n {count}").read()


def run(script):
    # ok: python.shell-command-from-parameter
    return subprocess.run(script, shell=True)


def ping_in_shell(address):
    # ruleid: python.shell-command-from-parameter
    return subprocess.check_output(["sh", "-c", "ping -c 1 " + address])


def ping_alone(address):
    # ok: python.shell-command-from-parameter
    return subprocess.check_output(["ping", "-c", "1", address])


def _restart(service):
    # ok: python.shell-command-from-parameter
    os.system("systemctl restart " + service)


def restart_web():
    _restart("nginx")


def _reload(service):
    # ruleid: python.shell-command-from-parameter
    os.system("systemctl reload " + service)


def reload_one(service):
    _reload(service)


def convert(name):
    # ok: python.shell-command-from-parameter
    os.system("ffmpeg -i /in/%s /out/x.mp4" % name)


@app.post("/convert")
def start_conversion():
    Thread(target=convert, args=(shlex.quote(request.form["name"]),)).start()


def compress(folder, archive):
    words = ["tar", "-czf", archive, folder]
    # ruleid: python.shell-command-from-parameter
    os.system(" ".join(words))
    # ok: python.shell-command-from-parameter
    os.system(shlex.join(words))


def remote_size(client, path):
    # ruleid: python.shell-command-from-parameter
    _, out, _ = client.exec_command(f"du -sb {path}")
    return out


def remote_uptime(client, path):
    # ok: python.shell-command-from-parameter
    _, out, _ = client.exec_command("uptime")
    return out, path
