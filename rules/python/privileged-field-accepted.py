from fastapi import APIRouter, Depends
from pydantic import BaseModel

router = APIRouter()


class UserUpdate(BaseModel):
    name: str | None = None
    email: str | None = None
    is_admin: bool | None = None


class Registration(BaseModel):
    name: str
    role: str = "user"


class Wallet(BaseModel):
    label: str
    balance: int = 0


class Plain(BaseModel):
    name: str | None = None
    email: str | None = None


@router.patch("/me")
def update_me(update: UserUpdate, user=Depends(get_current_user), db=Depends(get_db)):
    for field, value in update.model_dump(exclude_unset=True).items():
        # ruleid: python.privileged-field-accepted
        setattr(user, field, value)
    db.commit()


@router.post("/register")
def register(form: Registration, db=Depends(get_db)):
    # ruleid: python.privileged-field-accepted
    user = User(**form.model_dump())
    db.add(user)


@router.put("/wallet")
async def change_wallet(wallet: Wallet, user=Depends(get_current_user)):
    # ruleid: python.privileged-field-accepted
    await user.wallet.update(**wallet.model_dump())


@router.put("/profile")
def change_profile(update: UserUpdate, user=Depends(get_current_user)):
    data = update.dict(exclude_unset=True)
    for field, value in data.items():
        # ruleid: python.privileged-field-accepted
        setattr(user, field, value)


@router.patch("/plain")
def update_plain(update: Plain, user=Depends(get_current_user)):
    for field, value in update.model_dump(exclude_unset=True).items():
        # ok: python.privileged-field-accepted
        setattr(user, field, value)


@router.patch("/users/{user_id}")
def update_user(user_id: int, update: UserUpdate, caller=Depends(require_admin)):
    user = users.get(user_id)
    for field, value in update.model_dump(exclude_unset=True).items():
        # ok: python.privileged-field-accepted
        setattr(user, field, value)


@router.patch("/me/name")
def update_name(update: UserUpdate, user=Depends(get_current_user)):
    for field, value in update.model_dump(exclude={"is_admin"}).items():
        # ok: python.privileged-field-accepted
        setattr(user, field, value)


@router.post("/registrations")
def registrations(form: Registration, db=Depends(get_db)):
    # ok: python.privileged-field-accepted
    user = User(**form.model_dump(exclude={"role"}), role="user")
    db.add(user)


class RegisterSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        # ruleid: python.privileged-field-accepted
        fields = ["username", "password", "is_staff"]


class ProfileSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        # ok: python.privileged-field-accepted
        fields = ["username", "is_staff"]
        read_only_fields = ["is_staff"]


class AdminUserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        # ok: python.privileged-field-accepted
        fields = ["username", "is_staff"]


class SelfEditSerializer(serializers.ModelSerializer):
    phone = serializers.CharField(required=False)

    class Meta:
        model = User
        # ruleid: python.privileged-field-accepted
        fields = ("phone", "is_superuser")


class SignUpSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        # ruleid: python.privileged-field-accepted
        fields = ["username", "is_admin"]

    def create(self, validated_data):
        return User.objects.create(**validated_data)


class UserProfileSerializer(serializers.ModelSerializer):
    is_admin = serializers.SerializerMethodField()

    class Meta:
        model = User
        # ok: python.privileged-field-accepted
        fields = ["username", "is_admin"]

    def get_is_admin(self, user):
        return user.groups.filter(name="admin").exists()


class RegistrationSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        # ok: python.privileged-field-accepted
        fields = ["username", "is_staff"]

    def validate(self, data):
        data.pop("is_staff", None)
        return data


class AccountCreateSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        # ok: python.privileged-field-accepted
        fields = ["username", "is_staff"]

    def create(self, validated_data):
        return User.objects.create_user(validated_data["username"])


class MyProfileSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        # ok: python.privileged-field-accepted
        fields = ("username", "is_staff")


class MyProfileView(generics.RetrieveAPIView):
    serializer_class = MyProfileSerializer

    def get_object(self):
        return self.request.user


class SelfDestructSerializer(serializers.ModelSerializer):
    class Meta:
        model = Note
        # ok: python.privileged-field-accepted
        fields = ["text", "is_admin"]
