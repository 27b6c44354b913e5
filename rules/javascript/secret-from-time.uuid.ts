import { v1 as uuidv1, v4 as uuidv4 } from "uuid";

// ruleid: javascript.secret-from-time
export const passwordResetToken = (): string => uuidv1();

export function createToken() {
  // ruleid: javascript.secret-from-time
  return uuidv1();
}

// ruleid: javascript.secret-from-time
user.resetToken = uuidv1();
// ok: javascript.secret-from-time
export const requestId = uuidv1();
// ok: javascript.secret-from-time
user.resetToken = uuidv4();
// ok: javascript.secret-from-time
const order = { id: uuidv1() };
