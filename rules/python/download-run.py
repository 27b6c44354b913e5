import hashlib
import os
import subprocess
import sys
import urllib.request

import requests

PINNED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def agent():
    urllib.request.urlretrieve("http://downloads.example.com/agent.sh", "/opt/agent.sh")
    # ruleid: python.download-run
    subprocess.run(["/bin/sh", "/opt/agent.sh"], check=True)


def tool(url, target):
    reply = requests.get(url, timeout=30)
    with open(target, "wb") as out:
        out.write(reply.content)
    os.chmod(target, 0o755)
    # ruleid: python.download-run
    subprocess.run([target, "--install"], check=True)


def update(path):
    urllib.request.urlretrieve("https://downloads.example.com/update.py", path)
    # ruleid: python.download-run
    os.system("python " + path)


def verified(target):
    urllib.request.urlretrieve("https://downloads.example.com/agent.sh", target)
    with open(target, "rb") as file:
        if hashlib.sha256(file.read()).hexdigest() != PINNED:
            raise ValueError("not what was published")
    # ok: python.download-run
    subprocess.run(["/bin/sh", target], check=True)


def picture(target):
    urllib.request.urlretrieve("https://images.example.com/logo.png", target)
    # ok: python.download-run
    print(os.path.getsize(target))


def other(target):
    urllib.request.urlretrieve("https://images.example.com/logo.png", target)
    # ok: python.download-run
    subprocess.run(["ls", "-l"], check=True)


def retrieved(name):
    place, _ = urllib.request.urlretrieve("https://example.com/" + name)
    # ruleid: python.download-run
    subprocess.run(["python3", place], check=True)


def set_up():
    # ruleid: python.download-run
    subprocess.run("curl -sSL https://get.example.com/setup.sh | sudo bash", shell=True, check=True)
    # ruleid: python.download-run
    os.system("cd /tmp && wget -qO- http://get.example.com/agent | sh")
    # ok: python.download-run
    subprocess.run("curl -s https://api.example.com/status | grep ok", shell=True)


def update(version):
    urllib.request.urlretrieve(f"https://updates.example.com/app-{version}.sh", "/opt/app/update.sh")
    # ruleid: python.download-run
    subprocess.check_call(["sh", "/opt/app/update.sh"])


def install_agent():
    script = requests.get("https://get.example.com/install.sh", timeout=30).text
    # ruleid: python.download-run
    subprocess.run(["bash", "-c", script], check=True)


def install_piped():
    script = urllib.request.urlopen("https://get.example.com/install.sh").read()
    # ruleid: python.download-run
    subprocess.run(["sh"], input=script, check=True)


def install_checked(digest):
    script = requests.get("https://get.example.com/install.sh", timeout=30).content
    if hashlib.sha256(script).hexdigest() != digest:
        raise ValueError("another script")
    # ok: python.download-run
    subprocess.run(["bash", "-c", script], check=True)


def show_news():
    news = requests.get("https://example.com/news", timeout=5).text
    # ok: python.download-run
    subprocess.run(["notify-send", news], check=True)


def install_from_reply():
    reply = requests.get("https://get.example.com/install.sh", timeout=30)
    reply.raise_for_status()
    # ruleid: python.download-run
    subprocess.run(["sh"], input=reply.text, text=True, check=True)


def install_in_block():
    with urllib.request.urlopen("https://get.example.com/install.sh") as reply:
        script = reply.read().decode()
    # ruleid: python.download-run
    subprocess.run(script, shell=True, check=True)


def run_snippet():
    code = requests.get("https://get.example.com/setup.py", timeout=30).text
    # ruleid: python.download-run
    subprocess.run([sys.executable, "-c", code], check=True)


def install_package(target):
    urllib.request.urlretrieve("https://get.example.com/agent.deb", target)
    # ruleid: python.download-run
    subprocess.run(["sudo", "dpkg", "-i", target], check=True)


def install_by_shell(target):
    urllib.request.urlretrieve("https://get.example.com/agent.sh", target)
    # ruleid: python.download-run
    subprocess.run(f"chmod +x {target} && {target}", shell=True, check=True)


def titles(url):
    text = requests.get(url, timeout=5).text
    # ok: python.download-run
    return subprocess.run(["jq", ".title"], input=text, text=True, capture_output=True).stdout


def drawn(url):
    reply = requests.get(url, timeout=5)
    # ok: python.download-run
    return subprocess.run(["dot", "-Tsvg"], input=reply.content, capture_output=True).stdout


def counted(url):
    text = requests.get(url, timeout=5).text
    # ok: python.download-run
    return subprocess.run(["python3", "count.py", "-"], input=text, text=True, capture_output=True).stdout


def unpacked(target):
    urllib.request.urlretrieve("https://data.example.com/set.zip", target)
    # ok: python.download-run
    subprocess.run(["unzip", "-o", target], check=True)


def converted(target):
    urllib.request.urlretrieve("https://data.example.com/report.pdf", target)
    # ok: python.download-run
    os.system(f"pdftotext {target} report.txt")


def charted(target):
    urllib.request.urlretrieve("https://data.example.com/prices.csv", target)
    # ok: python.download-run
    subprocess.run([sys.executable, "chart.py", target], check=True)
    # ok: python.download-run
    subprocess.run(["python3", "chart.py", target], check=True)
