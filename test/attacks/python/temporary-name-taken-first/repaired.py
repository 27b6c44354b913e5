import tempfile


def save(data):
    with tempfile.NamedTemporaryFile(suffix=".csv", delete=False) as file:
        path = file.name
    return path, lambda: write(path, data)


def write(path, data):
    with open(path, "w") as file:
        file.write(data)
