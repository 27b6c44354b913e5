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

export class OrderService {
  constructor(@InjectRepository(Order) private repo: Repository<Order>) {}
  byStatus(status: string) {
    // ruleid: javascript.sql-injection-orm
    return this.repo.createQueryBuilder("o").where("o.status = '" + status + "'").getMany();
  }
  byOwner(owner: string) {
    // ok: javascript.sql-injection-orm
    return this.repo.createQueryBuilder("o").where("o.owner = :owner", { owner }).getMany();
  }
}

@Resolver(() => Order)
export class OrderResolver {
  constructor(private service: OrderService) {}

  @Query(() => [Order])
  orders(@Args("status") status: string) {
    return [this.service.byStatus(status), this.service.byOwner(status)];
  }
}
