import importlib
import os
import sys

PLUGINS = {"csv": "reports.csv_plugin", "pdf": "reports.pdf_plugin"}


class Commands:
    def status(self):
        return "up"


def load(name):
    # ruleid: python.reflection-from-program-input
    return importlib.import_module(name).Plugin()


def load_known(name):
    # ok: python.reflection-from-program-input
    return importlib.import_module(PLUGINS[name]).Plugin()


def load_own(name):
    # ok: python.reflection-from-program-input
    return importlib.import_module(f"reports.{name}").Plugin()


def dispatch(name):
    # ruleid: python.reflection-from-program-input
    return getattr(Commands(), name)()


load(sys.argv[1]).run()
load_known(sys.argv[2]).run()
load_own(sys.argv[3]).run()
print(dispatch(input("command: ")))
# ruleid: python.reflection-from-program-input
globals()[os.environ["ACTION"]]()
choice = input("command: ")
if choice in ("status", "version"):
    # ok: python.reflection-from-program-input
    print(getattr(Commands(), choice)())


@shared_task
def run_job(module_name, options):
    # ruleid: python.reflection-from-program-input
    return importlib.import_module(module_name).run(options)


@shared_task
def run_known_job(module_name, options):
    # ok: python.reflection-from-program-input
    return importlib.import_module({"clean": "jobs.clean"}[module_name]).run(options)
