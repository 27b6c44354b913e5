import tempfile


def save(data):
    path = tempfile.mktemp(suffix=".csv")
    return path, lambda: write(path, data)


def write(path, data):
    with open(path, "w") as file:
        file.write(data)
