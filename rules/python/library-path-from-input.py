import ctypes
import importlib.util
import os
import sys


def codec():
    # ruleid: python.library-path-from-input
    return ctypes.CDLL(os.path.join(os.environ["CODEC_DIR"], "libcodec.so"))


def plugins():
    # ruleid: python.library-path-from-input
    sys.path.insert(0, os.getenv("PLUGINS"))


def plugin():
    path = sys.argv[1]
    # ruleid: python.library-path-from-input
    spec = importlib.util.spec_from_file_location("plugin", path)
    return importlib.util.module_from_spec(spec)


def fixed():
    # ok: python.library-path-from-input
    return ctypes.CDLL("/usr/lib/app/libcodec.so")


def beside():
    # ok: python.library-path-from-input
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))


def longer():
    # ok: python.library-path-from-input
    os.environ["PATH"] = "/opt/app/bin:" + os.environ["PATH"]
