def register(username, password, new_password):
    # ruleid: python.weak-password-policy
    if len(password) < 6:
        raise ValueError("too short")
    # ruleid: python.weak-password-policy
    if len(password) >= 4:
        save(username, password)
    # ruleid: python.weak-password-policy
    if len(new_password) <= 5:
        raise ValueError("too short")
    # ok: python.weak-password-policy
    if len(password) < 12:
        raise ValueError("too short")
    # ok: python.weak-password-policy
    if len(password) > 72:
        raise ValueError("too long")
    # ok: python.weak-password-policy
    if len(username) < 3:
        raise ValueError("too short")


def validate(pw):
    # ruleid: python.weak-password-policy
    if len(pw) < 4:
        raise ValueError("too short")


class Registration(pydantic.BaseModel):
    # ruleid: python.weak-password-policy
    password: str = Field(min_length=4)
    # ok: python.weak-password-policy
    nickname: str = Field(min_length=4)
