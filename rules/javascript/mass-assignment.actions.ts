"use server";

import { z } from "zod";

const Profile = z.object({ name: z.string() });

export async function save(id: number, changes: Record<string, unknown>) {
  const user = await requireUser();
  // ruleid: javascript.mass-assignment
  await db.update(users).set(changes).where(eq(users.id, user.id));
}

export async function rename(input: unknown) {
  const user = await requireUser();
  const data = Profile.parse(input);
  // ok: javascript.mass-assignment
  await prisma.user.update({ where: { id: user.id }, data });
}

export async function change(data: Record<string, unknown>) {
  const user = await requireUser();
  // ruleid: javascript.mass-assignment
  await prisma.user.update({ where: { id: user.id }, data });
}

export async function add(input: Draft) {
  const user = await requireUser();
  const title = Profile.safeParse(input);
  // ok: javascript.mass-assignment
  await db.insert(notes).values(title.data);
}
