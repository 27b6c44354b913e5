@Controller("auth")
export class AuthController {
  constructor(private users: UsersService) {}
  @Post("signup")
  async signup(@Body() body: any) {
    // ruleid: javascript.role-at-sign-up
    return this.users.create({ email: body.email, hash: await hash(body.password), role: body.role ?? "user" });
  }
  @Post("register")
  async register(@Body() body: RegisterDto) {
    const user = new User();
    // ruleid: javascript.role-at-sign-up
    user.role = body.role;
    return this.users.save(user);
  }
  @Post("sign-up/team")
  async signUpTeam(@Body() body: any) {
    // ok: javascript.role-at-sign-up
    return this.users.create({ email: body.email, role: "user" });
  }
}
app.post("/api/register", async (request, reply) => {
  const { email, role } = request.body as { email: string; role: string };
  // ruleid: javascript.role-at-sign-up
  return users.insert({ email, role });
});
@Controller("admin")
export class AdminController {
  // Who is an administrator may say so.
  @Post("users")
  async add(@Body() body: any) {
    // ok: javascript.role-at-sign-up
    return this.users.create({ email: body.email, role: body.role });
  }
  @UseGuards(AdminGuard)
  @Post("register")
  async register(@Body() body: any) {
    // ok: javascript.role-at-sign-up
    return this.users.create({ email: body.email, role: body.role });
  }
}
@Controller("backoffice")
@UseGuards(StaffGuard)
export class BackofficeController {
  @Post("register")
  async register(@Body() body: any) {
    // ok: javascript.role-at-sign-up
    return this.users.create({ email: body.email, role: body.role });
  }
}
@Controller("people")
export class PeopleController {
  @Post("create-account")
  @Roles(Role.Owner)
  async create(@Body() body: any) {
    // ok: javascript.role-at-sign-up
    return this.users.create({ email: body.email, role: body.role });
  }
}
@Controller("admin/people")
export class PeopleAdminController {
  @Post("register")
  async register(@Body() body: any) {
    // ok: javascript.role-at-sign-up
    return this.users.create({ email: body.email, role: body.role });
  }
}
