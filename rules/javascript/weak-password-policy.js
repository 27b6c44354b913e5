function register(username, password, newPassword) {
  // ruleid: javascript.weak-password-policy
  if (password.length < 6) throw new Error("too short");
  // ruleid: javascript.weak-password-policy
  if (newPassword.length <= 5) throw new Error("too short");
  // ok: javascript.weak-password-policy
  if (password.length < 12) throw new Error("too short");
  // ok: javascript.weak-password-policy
  if (password.length > 72) throw new Error("too long");
  // ok: javascript.weak-password-policy
  if (username.length < 3) throw new Error("too short");
}

// ruleid: javascript.weak-password-policy
const Login = z.object({
  password: z.string().min(4),
});
// ok: javascript.weak-password-policy
const Better = z.object({ password: z.string().min(12) });
