"use server";

export async function promote(formData: FormData) {
  const user = await getUser();
  if (!user) throw new Error("unauthorized");
  // ruleid: javascript.role-from-request
  await setRole(String(formData.get("member")), String(formData.get("role")));
}
export async function change(formData: FormData) {
  const user = await getUser();
  // ruleid: javascript.role-from-request
  if (formData.get("actorRole") !== "owner") throw new Error("forbidden");
  await teams.remove(String(formData.get("team")));
}
export async function grant(formData: FormData) {
  // ruleid: javascript.role-from-request
  const role = formData.get("role");
  await members.setUserRole(String(formData.get("member")), role);
}

export async function promoteByAdmin(formData: FormData) {
  const user = await getUser();
  if (user.role !== "admin") throw new Error("unauthorized");
  // ok: javascript.role-from-request
  await setRole(String(formData.get("member")), String(formData.get("role")));
}
export async function filter(formData: FormData) {
  // ok: javascript.role-from-request
  return members.list({ role: String(formData.get("role")) });
}
export async function join(formData: FormData) {
  // ok: javascript.role-from-request
  if (formData.get("role") !== "guest") return { error: "choose a role" };
  return {};
}

export async function invite(teamId: string, formData: FormData) {
  const session = await auth();
  if (!session?.user?.id) throw new Error("Not signed in");
  await prisma.membership.create({
    // ruleid: javascript.role-from-request
    data: { teamId, email: String(formData.get("email")), role: String(formData.get("role")) },
  });
}
export async function inviteAsOwner(teamId: string, formData: FormData) {
  const session = await auth();
  const own = await prisma.membership.findFirst({ where: { teamId, userId: session.user.id, role: "owner" } });
  if (!own) throw new Error("Not an owner");
  await prisma.membership.create({
    // ok: javascript.role-from-request
    data: { teamId, email: String(formData.get("email")), role: String(formData.get("role")) },
  });
}
