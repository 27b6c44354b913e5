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
