import paramiko


def connect(port):
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    client.connect("127.0.0.1", port=port, username="ann", password="of the test", allow_agent=False, look_for_keys=False)
    return client
