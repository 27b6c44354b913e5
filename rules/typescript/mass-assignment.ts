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

  @Patch("mine")
  async mine(@Req() req: any, @Body() body: any) {
    const changes = { ...body, updatedAt: new Date() };
    // ruleid: typescript.mass-assignment
    await this.users.update({ id: req.user.id }, changes);
  }

  @Patch("direct")
  async direct(@Req() req: any, @Body() body: any) {
    // ruleid: typescript.mass-assignment
    await this.users.update({ id: req.user.id }, { ...body, updatedAt: new Date() });
  }

  @Patch("title")
  async title(@Req() req: any, @Body() body: any) {
    const changes = { title: String(body.title), updatedAt: new Date() };
    // ok: typescript.mass-assignment
    await this.users.update({ id: req.user.id }, changes);
  }
}
