class UsersController {
  @Post()
  create(
    // ruleid: topics.request-input-nest
    @Body() body: CreateUser,
  ) {
    return this.users.create(body);
  }
  // ok: topics.request-input-nest
  private load(id: string) {
    return this.users.find(id);
  }
}
