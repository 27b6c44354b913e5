"use server";
import { prisma } from "./db";

export async function deletePost(form) {
  // ruleid: javascript.server-action-unguarded
  await prisma.post.delete({ where: { id: form.get("id") } });
}
export async function rename(id, name) {
  // ruleid: javascript.server-action-unguarded
  await prisma.post.update({ where: { id }, data: { name } });
}
export async function clear(id) {
  // ruleid: javascript.server-action-unguarded
  await Comment.findByIdAndDelete(id);
}
export async function deleteOwn(form) {
  const session = await auth();
  if (!session) throw new Error("not signed in");
  // ok: javascript.server-action-unguarded
  await prisma.post.delete({ where: { id: form.get("id"), authorId: session.user.id } });
}
export async function removeChecked(id) {
  await requireRole("admin");
  // ok: javascript.server-action-unguarded
  await Comment.findByIdAndDelete(id);
}
export async function subscribe(form) {
  // ok: javascript.server-action-unguarded
  await prisma.subscriber.create({ data: { email: String(form.get("email")) } });
}
export async function removeInvite(id) {
  // ruleid: javascript.server-action-unguarded
  await prisma.invite.delete({ where: { id } });
  revalidatePath("/invites");
  revalidateTag("invites");
}
export async function removeTag(form) {
  const me = await current();
  if (!me) throw new Error("sign in");
  // ok: javascript.server-action-unguarded
  await db.tag.delete({ where: { id: Number(form.get("id")), ownerId: me.id } });
}
export async function removeNote(form) {
  const note = await latest();
  // ruleid: javascript.server-action-unguarded
  await db.note.delete({ where: { id: Number(form.get("id") ?? note.id) } });
}
