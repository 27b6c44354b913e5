import { IsEmail, IsString, Length, MinLength } from "class-validator";

export class SignupDto {
  @IsEmail() email!: string;
  // ruleid: javascript.weak-password-policy
  @IsString() @MinLength(4) password!: string;
}

export class ResetDto {
  @IsString() token!: string;
  // ruleid: javascript.weak-password-policy
  @Length(6, 64)
  newPassword!: string;
}

export class LoginDto {
  // ok: javascript.weak-password-policy
  @IsString() @MinLength(4) password!: string;
}

export class ProfileDto {
  // ok: javascript.weak-password-policy
  @MinLength(2) name!: string;
  // ok: javascript.weak-password-policy
  @MinLength(12) password!: string;
}
