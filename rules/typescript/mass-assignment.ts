@Controller("users")
class Users {
  constructor(private readonly users: Repository<User>) {}

  @Patch(":id")
  async change(@Param("id") id: string, @Body() changes: any) {
    const user = await this.users.findOneByOrFail({ id });
    // ruleid: typescript.mass-assignment
    Object.assign(user, changes);
    return this.users.save(user);
  }

  @Post()
  add(@Body() body: Record<string, unknown>) {
    // ruleid: typescript.mass-assignment
    return this.users.save(body);
  }

  @Put(":id")
  put(@Param("id") id: string, @Body() body: any) {
    // ruleid: typescript.mass-assignment
    return this.users.update(id, body);
  }

  // A type that names its fields.
  @Post("typed")
  typed(@Body() body: CreateUserDto) {
    // ok: typescript.mass-assignment
    return this.users.save(body);
  }

  @Patch("named/:id")
  async named(@Param("id") id: string, @Body() body: any) {
    // ok: typescript.mass-assignment
    return this.users.update(id, { name: String(body.name) });
  }

  @Post("copy")
  copy(@Body() body: any) {
    // ok: typescript.mass-assignment
    return this.queue.push(Object.assign({}, body));
  }
}
