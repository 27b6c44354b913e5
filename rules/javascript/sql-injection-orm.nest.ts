import { Body, Controller, Post } from "@nestjs/common";

@Controller("users")
export class UsersController {
  constructor(private readonly prisma: PrismaService) {}

  @Post("search")
  async search(@Body() body: SearchDto) {
    // ruleid: javascript.sql-injection-orm
    const rows = await this.prisma.$queryRawUnsafe("SELECT * FROM users WHERE email = '" + body.email + "'");
    // ok: javascript.sql-injection-orm
    const safe = await this.prisma.$queryRaw`SELECT * FROM users WHERE email = ${body.email}`;
    return [rows, safe];
  }
}
