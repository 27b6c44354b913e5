import tempfile

# ruleid: python.insecure-temporary-file
a = tempfile.NamedTemporaryFile(delete=False).name
# ruleid: python.insecure-temporary-file
b = tempfile.NamedTemporaryFile(suffix=".csv", delete=False).name
# ruleid: python.insecure-temporary-file
c = open("/tmp/report.csv", "w")
# ok: python.insecure-temporary-file
d = tempfile.mkstemp()
# ok: python.insecure-temporary-file
e = tempfile.NamedTemporaryFile(suffix=".csv")
# ok: python.insecure-temporary-file
f = open("/tmp/report.csv")
