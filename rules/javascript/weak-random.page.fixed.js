import { useState } from "react";

export function Invite({ team }) {
  // ruleid: javascript.weak-random
  const inviteToken = crypto.randomUUID();
  // ruleid: javascript.weak-random
  const pin = Math.floor(Math.random() * 9000);
  // ok: javascript.weak-random
  const safeToken = crypto.randomUUID();
  // ok: javascript.weak-random
  const [colour] = useState(Math.random());
  return [team, inviteToken, pin, safeToken, colour];
}
