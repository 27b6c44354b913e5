"use server";
import { revalidatePath, revalidateTag } from "next/cache";
import { requireUser } from "@/lib/auth";
import { orderSchema } from "@/lib/schemas";

// ok: routes.missing-validation
export async function add(formData: FormData) {
  const user = await requireUser();
  await db.insert(orders).values({ name: String(formData.get("name")), owner: user.id });
  revalidatePath("/orders");
}

// ok: routes.missing-validation
export async function rename(formData: FormData) {
  const user = await requireUser();
  await db.insert(names).values({ name: String(formData.get("name")), owner: user.id });
  revalidateTag("orders");
}

// ok: routes.missing-validation
export async function note(formData: FormData) {
  const user = await requireUser();
  await db.insert(notes).values({ text: String(formData.get("text")), owner: user.id });
}
