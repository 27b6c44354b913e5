import { Controller, Delete, Get, Param, Post, UseGuards } from "@nestjs/common";

@Controller("users")
export class UserController {
  // ok: routes.missing-authorization
  @Get()
  @UseGuards(JwtAuthGuard)
  all() {
    return this.users.all();
  }

  // ok: routes.missing-authorization
  @Post()
  @UseGuards(JwtAuthGuard, RolesGuard)
  create() {
    return this.users.create();
  }

  // ruleid: routes.missing-authorization
  @Delete(":id")
  remove(@Param("id") id: string) {
    return this.users.remove(id);
  }

  // ok: routes.missing-authorization
  @Public()
  @Get("names")
  names() {
    return this.users.names();
  }
}

@Controller("reports")
@UseGuards(JwtAuthGuard)
export class ReportController {
  // ok: routes.missing-authorization
  @Get(":id")
  one(@Param("id") id: string) {
    return this.reports.one(id);
  }
}
