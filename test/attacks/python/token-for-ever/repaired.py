import datetime

import jwt


def issue(user, key):
    until = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=10)
    return jwt.encode({"sub": user, "exp": until}, key, algorithm="HS256")
