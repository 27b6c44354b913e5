import { z } from "zod";
import { adminProcedure, listProcedure, protectedProcedure, publicProcedure, router } from "./trpc";

const ById = z.object({ id: z.string() });

export const notes = router({
  get: protectedProcedure.input(ById).query(async ({ ctx, input }) => {
    return ctx.db.note.findFirst({ where: { id: input.id, ownerId: ctx.session.user.id } });
  }),
  rename: protectedProcedure.input(ById.extend({ title: z.string() })).mutation(async ({ ctx, input: { id, title } }) => {
    return ctx.db.note.updateMany({ where: { id, ownerId: ctx.session.user.id }, data: { title } });
  }),
  // ruleid: routes.missing-owner-check
  remove: protectedProcedure.input(ById).mutation(async ({ ctx, input }) => {
    return ctx.db.note.delete({ where: { id: input.id } });
  }),
  // ruleid: routes.missing-owner-check
  pin: protectedProcedure.input(ById).mutation(async ({ ctx, input: { id } }) => ctx.db.note.update({ where: { id }, data: { pinned: true } })),
  // ruleid: routes.missing-owner-check
  history: protectedProcedure.input(ById).query(async ({ input }) => {
    const { id } = input;
    return repository.findById(id);
  }),
  // ok: routes.missing-owner-check
  create: protectedProcedure.input(z.object({ title: z.string() })).mutation(({ ctx, input }) => ctx.db.note.create({ data: input })),
  // Compares after it was found.
  // ok: routes.missing-owner-check
  publish: protectedProcedure.input(ById).mutation(async ({ ctx, input }) => {
    const note = await ctx.db.note.findUnique({ where: { id: input.id } });
    if (note?.authorId !== ctx.session.user.id) throw new TRPCError({ code: "FORBIDDEN" });
    return ctx.db.note.update({ where: { id: input.id }, data: { published: true } });
  }),
  // The service gets the caller, too.
  // ok: routes.missing-owner-check
  share: protectedProcedure.input(ById).mutation(({ ctx, input }) => shares.updateShare(input.id, ctx.session.user)),
  // An administrator owns none of them.
  // ok: routes.missing-owner-check
  purge: adminProcedure.input(ById).mutation(({ ctx, input }) => ctx.db.note.delete({ where: { id: input.id } })),
  // What a procedure of its own asks is not known.
  // ok: routes.missing-owner-check
  archive: listProcedure.input(ById).mutation(({ ctx, input }) => ctx.db.note.update({ where: { id: input.id }, data: { archived: true } })),
  // ok: routes.missing-owner-check
  move: protectedProcedure.input(ById).use(onlyOfMine).mutation(({ ctx, input }) => ctx.db.note.update({ where: { id: input.id }, data: { folder: 1 } })),
  // ok: routes.missing-owner-check
  published: publicProcedure.input(ById).query(({ ctx, input }) => ctx.db.note.findFirst({ where: { id: input.id } })),
});

export const files = router({
  get: protectedProcedure.input(ById).query(({ ctx, input }) =>
    db.select().from(table).where(and(eq(table.id, input.id), eq(table.userId, ctx.session.user.id)))),
  rename: protectedProcedure.input(ById.extend({ title: z.string() })).mutation(({ ctx, input }) =>
    db.update(table).set({ title: input.title }).where(and(eq(table.id, input.id), eq(table.userId, ctx.session.user.id)))),
  // ruleid: routes.missing-owner-check
  remove: protectedProcedure.input(ById).mutation(({ ctx, input }) => db.delete(table).where(eq(table.id, input.id))),
  // ok: routes.missing-owner-check
  byKind: protectedProcedure.input(ById).query(({ input }) => db.select().from(table).where(eq(table.kind, input.kind))),
  // ok: routes.missing-owner-check
  clear: protectedProcedure.input(ById).mutation(({ ctx, input }) =>
    db.delete(table).where(and(eq(table.id, input.id), inArray(table.teamId, ctx.session.user.teamIds)))),
});
