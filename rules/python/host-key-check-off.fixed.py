import asyncssh
import paramiko
from paramiko import AutoAddPolicy

client = paramiko.SSHClient()
# ruleid: python.host-key-check-off
client.load_system_host_keys()
client.set_missing_host_key_policy(paramiko.RejectPolicy())
# ruleid: python.host-key-check-off
client.set_missing_host_key_policy(paramiko.RejectPolicy())
# ruleid: python.host-key-check-off
connection = asyncssh.connect("example.com", known_hosts=None)
# ok: python.host-key-check-off
client.set_missing_host_key_policy(paramiko.RejectPolicy())
# ok: python.host-key-check-off
client.load_system_host_keys()
# ok: python.host-key-check-off
other = asyncssh.connect("example.com", known_hosts="known_hosts")


# ruleid: python.host-key-check-off
client.set_missing_host_key_policy(paramiko.RejectPolicy())


# ruleid: python.host-key-check-off
class AnyKey(paramiko.MissingHostKeyPolicy):
    def missing_host_key(self, client, hostname, key):
        pass


# ok: python.host-key-check-off
class KnownKey(paramiko.MissingHostKeyPolicy):
    def missing_host_key(self, client, hostname, key):
        raise paramiko.SSHException("unknown host " + hostname)
