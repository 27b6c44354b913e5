import bz2
import gzip
import io
import zipfile
import zlib


def expand(blob: bytes) -> bytes:
    # ruleid: python.unlimited-decompression
    return gzip.decompress(blob)


def inflate(body):
    # ruleid: python.unlimited-decompression
    return zlib.decompress(body, 31)


def open_stream(payload):
    # ruleid: python.unlimited-decompression
    with gzip.GzipFile(fileobj=io.BytesIO(payload)) as stream:
        return stream.read()


def first_of_archive(upload, name):
    # ruleid: python.unlimited-decompression
    with zipfile.ZipFile(upload) as archive:
        return archive.read(name)


def first_of_small_archive(upload, name):
    # ok: python.unlimited-decompression
    with zipfile.ZipFile(upload) as archive:
        if archive.getinfo(name).file_size > 1000000:
            raise ValueError("too large")
        return archive.read(name)


def open_stream_to_limit(payload):
    # ok: python.unlimited-decompression
    with gzip.GzipFile(fileobj=io.BytesIO(payload)) as stream:
        return stream.read(1000000)


def inflate_to_limit(body):
    # ok: python.unlimited-decompression
    return zlib.decompressobj().decompress(body, 1000000)


def own_dictionary(path):
    # ok: python.unlimited-decompression
    return bz2.decompress(open(path, "rb").read())
