export const appRouter = t.router({
  remove: publicProcedure.input(z.object({ id: z.string() })).mutation(async ({ input, ctx }) => {
    // ruleid: javascript.procedure-unguarded
    await ctx.prisma.user.delete({ where: { id: input.id } });
  }),
  rename: t.procedure.input(Name).mutation(({ input }) => {
    // ruleid: javascript.procedure-unguarded
    return db.update(teams).set({ name: input.name }).where(eq(teams.id, input.id));
  }),
  close: protectedProcedure.input(Id).mutation(async ({ input, ctx }) => {
    // ok: javascript.procedure-unguarded
    await ctx.prisma.account.delete({ where: { id: input.id } });
  }),
  leave: publicProcedure.input(Id).mutation(async ({ input, ctx }) => {
    if (!ctx.session) throw new TRPCError({ code: "UNAUTHORIZED" });
    // ok: javascript.procedure-unguarded
    await ctx.prisma.membership.delete({ where: { id: input.id } });
  }),
  drop: t.procedure.use(isAdmin).input(Id).mutation(async ({ input }) => {
    // ok: javascript.procedure-unguarded
    await prisma.team.delete({ where: { id: input.id } });
  }),
});

export const resolvers = {
  Query: {
    team: (_, { id }) => prisma.team.findUnique({ where: { id } }),
  },
  Mutation: {
    deleteTeam: async (_, { id }) => {
      // ruleid: javascript.procedure-unguarded
      await prisma.team.delete({ where: { id } });
      return true;
    },
    deleteUser: async (_, { id }, { user }) => {
      if (!user.isAdmin) throw new GraphQLError("no");
      // ok: javascript.procedure-unguarded
      await prisma.user.delete({ where: { id } });
      return true;
    },
    // ok: javascript.procedure-unguarded
    closeTeam: requireRole("admin", (_, { id }) => Team.deleteOne({ _id: id })),
  },
};
