import { Body, Controller, Delete, Get, Param, Post, Put, UseGuards } from "@nestjs/common";

@Controller("plans")
@UseGuards(JwtAuthGuard, RolesGuard)
export class PlansController {
  // ok: routes.weaker-authorization
  @Get()
  @Roles("admin")
  all() {
    return this.plans.all();
  }

  // ok: routes.weaker-authorization
  @Post()
  @Roles("admin")
  add(@Body() body: PlanDto) {
    return this.plans.add(body);
  }

  // ok: routes.weaker-authorization
  @Put(":id")
  @Roles("admin")
  change(@Param("id") id: string, @Body() body: PlanDto) {
    return this.plans.change(id, body);
  }

  // ruleid: routes.weaker-authorization
  @Delete(":id")
  remove(@Param("id") id: string) {
    return this.plans.remove(id);
  }

  // ok: routes.weaker-authorization
  @Get("mine")
  mine(@CurrentUser() user: User) {
    return this.plans.of(user.id);
  }
}

@Controller("orders")
@UseGuards(JwtAuthGuard)
export class OrdersController {
  // ok: routes.weaker-authorization
  @Get()
  @UseGuards(AdminGuard)
  all() {
    return this.orders.all();
  }

  // ok: routes.weaker-authorization
  @Put(":id")
  @UseGuards(AdminGuard)
  change(@Param("id") id: string) {
    return this.orders.change(id);
  }

  // ok: routes.weaker-authorization
  @Delete(":id")
  @UseGuards(AdminGuard)
  remove(@Param("id") id: string) {
    return this.orders.remove(id);
  }

  // ok: routes.weaker-authorization
  @Post()
  add(@CurrentUser() user: User, @Body() body: OrderDto) {
    return this.orders.add(user, body);
  }
}
