import logging.config

import debugpy
import rpyc
from rpyc.utils.server import ThreadedServer
from xmlrpc.server import SimpleXMLRPCServer


def configuration():
    # ruleid: python.exposed-code-listener
    thread = logging.config.listen(9999)
    thread.start()


def remote(admin):
    server = SimpleXMLRPCServer(("127.0.0.1", 8000))
    # ruleid: python.exposed-code-listener
    server.register_instance(admin, allow_dotted_names=True)


def objects(service):
    # ruleid: python.exposed-code-listener
    ThreadedServer(service, port=18861, protocol_config={"allow_all_attrs": True}).start()


def debugger():
    # ruleid: python.exposed-code-listener
    debugpy.listen(("0.0.0.0", 5678))


def signed(check):
    # ok: python.exposed-code-listener
    logging.config.listen(9999, verify=check).start()


def plain(admin):
    server = SimpleXMLRPCServer(("127.0.0.1", 8000))
    # ok: python.exposed-code-listener
    server.register_instance(admin)


def local_debugger():
    # ok: python.exposed-code-listener
    debugpy.listen(("127.0.0.1", 5678))
