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
