import { useState } from "react";

export function Invite({ team }) {
  // ruleid: javascript.weak-random
  const inviteToken = Math.random().toString(36).slice(2);
  // ruleid: javascript.weak-random
  const pin = Math.floor(Math.random() * 9000);
  // ok: javascript.weak-random
  const safeToken = crypto.randomUUID();
  // ok: javascript.weak-random
  const [colour] = useState(Math.random());
  return [team, inviteToken, pin, safeToken, colour];
}
