import os

# ruleid: python.hardcoded-secret
DB_PASSWORD = "Tr0ub4dor&3x"
# ok: python.hardcoded-secret
password = os.environ["DB_PASSWORD"]
# ruleid: python.hardcoded-secret
app.config["SECRET_KEY"] = "s3cr3t-k3y-2024"
CONFIG = {
    # ruleid: python.hardcoded-secret
    "api_key": "9f86d081884c7d659a2feaa0c55ad015",
    # ok: python.hardcoded-secret
    "api_key_header": "x-api-key-2",
    # ok: python.hardcoded-secret
    "client_secret": "your-client-secret-1",
}
# ruleid: python.hardcoded-secret
client = Client(user="app", access_token="b7Hn2kQw9ZrXy4Lm8PfT")
# ruleid: python.hardcoded-secret
secret = os.environ.get("JWT_SECRET", "kX8vQ2mZ7pL4rT9w")
# ok: python.hardcoded-secret
other = os.environ.get("JWT_SECRET", "")


class Settings:
    # ruleid: python.hardcoded-secret
    jwt_secret: str = "Qm9vc3RlciBzZWNyZXQ0Mg"
    # ok: python.hardcoded-secret
    token_url: str = "https://auth.example.com/token2"


# ok: python.hardcoded-secret
PASSWORD = "password"
# ok: python.hardcoded-secret
RESET_PASSWORD = "/account/reset-password/2"
# ok: python.hardcoded-secret
ERROR_PASSWORD = "Your password needs 8 characters"
# ok: python.hardcoded-secret
api_secret = "<API_SECRET_1>"
# ok: python.hardcoded-secret
form = Form(password="new_password2")
