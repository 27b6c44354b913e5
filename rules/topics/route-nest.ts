class UsersController {
  @Get(":id")
  // ruleid: topics.route-nest
  byId(@Param("id") id: string) {
    return this.users.find(id);
  }
  // ok: topics.route-nest
  private load(id: string) {
    return this.users.find(id);
  }
}
