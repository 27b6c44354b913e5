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


# ruleid: python.password-echoed
@click.option("--password", prompt=True)
def sign_in(password):
    service.sign_in(password)


def ask_again():
    # ruleid: python.password-echoed
    return click.prompt("Password")


# ok: python.password-echoed
@click.option("--password", prompt=True, hide_input=True)
def sign_in_hidden(password):
    service.sign_in(password)


# ok: python.password-echoed
@click.option("--reset-password", is_flag=True, prompt="Reset the password?")
def reset(reset_password):
    service.reset(reset_password)


# ruleid: python.password-echoed
@click.option("--db-password", prompt="Password of the database")
def dump(db_password):
    service.dump(db_password)


# ok: python.password-echoed
@click.option("--use-password/--no-password", prompt=True, default=True)
def protect(use_password):
    service.protect(use_password)


# ok: python.password-echoed
@click.option("--reset-password", prompt="Reset it", type=click.Choice(["yes", "no"]))
def reset_if(reset_password):
    service.reset(reset_password)


def ask_around():
    # ok: python.password-echoed
    if click.prompt("Use a password?", type=bool):
        # ok: python.password-echoed
        click.prompt("Path of the file with the password", type=click.Path())
    # ok: python.password-echoed
    return click.prompt("Do you want to change the password", default="n")
