export const resolvers = {
  Mutation: {
    updateProfile: async (_: unknown, { input }: { input: Record<string, unknown> }, context: Context) => {
      // ruleid: typescript.mass-assignment
      return db.user.update({ where: { id: context.user.id }, data: input });
    },
    createNote: (_: unknown, { id, input }: { id: string; input: any }, context: Context) => {
      // ruleid: typescript.mass-assignment
      return notes.create({ ...input, ownerId: context.user.id }, id);
    },
    updateCity: async (_: unknown, { input }: { input: Record<string, unknown> }, context: Context) => {
      // ok: typescript.mass-assignment
      return db.user.update({ where: { id: context.user.id }, data: { city: String(input.city) } });
    },
    rename: async (_: unknown, { input }: { input: RenameInput }, context: Context) => {
      // ok: typescript.mass-assignment
      return db.user.update({ where: { id: context.user.id }, data: input });
    },
  },
};

@Resolver()
export class AccountResolver {
  @Mutation(() => Account)
  async update(@Args("input") input: any, @CurrentUser() user: User) {
    // ruleid: typescript.mass-assignment
    return this.accounts.update(user.id, input);
  }

  @Mutation(() => Account)
  async rename(@Args("input") input: RenameInput, @CurrentUser() user: User) {
    // ok: typescript.mass-assignment
    return this.accounts.update(user.id, input);
  }
}
