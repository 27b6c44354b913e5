import getpass

# ruleid: python.password-echoed
first = input("Password: ")
# ruleid: python.password-echoed
password = input("> ")
# ruleid: python.password-echoed
db_password = input()
# ok: python.password-echoed
other = getpass.getpass("Password: ")
# ok: python.password-echoed
again = input("Reset the password? ")
# ok: python.password-echoed
user = input("User: ")
