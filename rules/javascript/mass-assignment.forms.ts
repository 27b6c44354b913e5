"use server";

import { z } from "zod";

const Profile = z.object({ name: z.string() });

export async function save(formData: FormData) {
  const user = await requireUser();
  // ruleid: javascript.mass-assignment
  await db.update(teams).set(Object.fromEntries(formData)).where(eq(teams.ownerId, user.id));
}
export async function change(formData: FormData) {
  const user = await requireUser();
  const data = Object.fromEntries(formData.entries());
  // ruleid: javascript.mass-assignment
  await prisma.user.update({ where: { id: user.id }, data });
}
export async function add(request: Request) {
  const user = await requireUser();
  const entry = Object.fromEntries(await request.formData());
  // ruleid: javascript.mass-assignment
  await knex("entries").insert(entry);
}

export async function rename(formData: FormData) {
  const user = await requireUser();
  const data = Profile.parse(Object.fromEntries(formData));
  // ok: javascript.mass-assignment
  await prisma.user.update({ where: { id: user.id }, data });
}
export async function retitle(formData: FormData) {
  const user = await requireUser();
  // ok: javascript.mass-assignment
  await db.update(teams).set({ name: String(formData.get("name")) }).where(eq(teams.ownerId, user.id));
}
export async function count(rows: [string, number][]) {
  // ok: javascript.mass-assignment
  await prisma.stats.create({ data: Object.fromEntries(rows) });
}
