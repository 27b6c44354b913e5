import os
import tempfile

# ruleid: python.predictable-temp-path
with open("/tmp/report.csv", "w") as file:
    file.write("a,b")
# ruleid: python.predictable-temp-path
with open(os.path.join("/var/tmp", "state"), "wb") as state:
    state.write(b"1")
log_path = "/tmp/app.log"
# ruleid: python.predictable-temp-path
log = open(log_path, "a")
# ok: python.predictable-temp-path
with tempfile.NamedTemporaryFile("w") as safe:
    safe.write("a,b")
# ok: python.predictable-temp-path
with open("/tmp/report.csv") as reading:
    print(reading.read())
# ok: python.predictable-temp-path
with open("/var/lib/app/report.csv", "w") as own:
    own.write("a,b")
# ruleid: python.predictable-temp-path
with open(os.path.join(tempfile.gettempdir(), "worker.lock"), "w") as lock:
    lock.write("1")
lock_path = pathlib.Path(tempfile.gettempdir()) / "worker.lock"
# ruleid: python.predictable-temp-path
lock_path.write_text("1")
# ruleid: python.predictable-temp-path
handler = logging.FileHandler("/tmp/app.log")
own_path = os.path.join(tempfile.mkdtemp(), "worker.lock")
# ok: python.predictable-temp-path
with open(own_path, "w") as own_lock:
    own_lock.write("1")
named = os.path.join(tempfile.gettempdir(), secrets.token_hex(8))
# ok: python.predictable-temp-path
with open(named, "x") as new:
    new.write("1")
cache_path = pathlib.Path(tempfile.gettempdir(), "app.cache")
# ruleid: python.predictable-temp-path
cache_path.write_text("{}")
state_path = pathlib.Path("/var/lib/app") / "state"
# ok: python.predictable-temp-path
state_path.write_text("{}")


def unpack(archive):
    workdir = "/tmp/upload-work"
    # ruleid: python.predictable-temp-path
    os.makedirs(workdir, exist_ok=True)
    # ok: python.predictable-temp-path
    os.makedirs("/srv/upload-work", exist_ok=True)
    # ok: python.predictable-temp-path
    os.makedirs("/tmp/upload-work")


def scratch():
    name = os.path.join(tempfile.gettempdir(), "worker-%d.json" % os.getpid())
    # ruleid: python.predictable-temp-path
    with open(name, "w") as out:
        out.write("{}")


def scratch_of_this_run():
    name = os.path.join(tempfile.gettempdir(), f"worker-{uuid.uuid4().hex}.json")
    # ok: python.predictable-temp-path
    with open(name, "x") as out:
        out.write("{}")


def write_report(email, text):
    path = os.path.join(tempfile.gettempdir(), email + ".txt")
    # ruleid: python.predictable-temp-path
    with open(path, "w") as out:
        out.write(text)


def debug_dump(data):
    name = "/tmp/dump-%d.log" % os.getpid()
    # ruleid: python.predictable-temp-path
    return os.open(name, os.O_CREAT | os.O_WRONLY, 0o666)


def debug_write(data, job):
    name = "/tmp/dump-" + job
    # ruleid: python.predictable-temp-path
    with open(name, "w") as out:
        out.write(data)


def dump_once(data):
    name = "/tmp/dump-%d.log" % os.getpid()
    # ok: python.predictable-temp-path
    return os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)


def debug_random(data):
    name = "/tmp/dump-" + secrets.token_hex(8)
    # ok: python.predictable-temp-path
    with open(name, "w") as out:
        out.write(data)


def report_random(text):
    path = os.path.join(tempfile.gettempdir(), uuid.uuid4().hex + ".txt")
    # ok: python.predictable-temp-path
    with open(path, "w") as out:
        out.write(text)
