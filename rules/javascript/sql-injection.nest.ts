import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from "@nestjs/common";

@Controller("users")
export class UsersController {
  constructor(private readonly dataSource: DataSource, private readonly prisma: PrismaService) {}

  @Get()
  async find(@Query("name") name: string) {
    // ruleid: javascript.sql-injection
    return this.dataSource.query(`SELECT * FROM users WHERE name = '${name}'`);
  }

  @Get(":id")
  async byId(@Param("id") id: string) {
    const sql = "SELECT * FROM users WHERE id = " + id;
    // ruleid: javascript.sql-injection
    return this.dataSource.query(sql);
  }

  @Post("search")
  async search(@Body() body: SearchDto) {
    // ok: javascript.sql-injection
    const safe = await this.prisma.$queryRaw`SELECT * FROM users WHERE email = ${body.email}`;
    // ok: javascript.sql-injection
    const same = await this.dataSource.query("SELECT * FROM users WHERE email = $1", [body.email]);
    return [safe, same];
  }

  @Get("page/:page")
  async page(@Param("page", ParseIntPipe) page: number) {
    // ok: javascript.sql-injection
    return this.dataSource.query(`SELECT * FROM users LIMIT 20 OFFSET ${page}`);
  }
}
