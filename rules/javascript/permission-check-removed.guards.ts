import { Controller, Delete, Get, Patch, Post, UseGuards } from "@nestjs/common";

@Controller("users")
export class UsersController {
  @Delete(":id")
  @UseGuards(JwtAuthGuard)
  @Roles("admin")
  // ruleid: javascript.permission-check-removed
  remove(@Param("id") id: string) {
    return this.users.remove(id);
  }

  @Patch(":id")
  @UseGuards(JwtAuthGuard)
  // ruleid: javascript.permission-check-removed
  change(@Param("id") id: string, @Body() change: UserChange) {
    return this.users.change(id, change);
  }

  @Post("invitations")
  @UseGuards(JwtAuthGuard)
  // ruleid: javascript.permission-check-removed
  invite(@Body() invitation: Invitation) {
    return this.users.invite(invitation);
  }

  // Written in another way.
  @Get("list")
  @UseGuards(JwtAuthGuard)
  @UseGuards(RolesGuard)
  // ok: javascript.permission-check-removed
  list() {
    return this.users.list();
  }

  // Another guard of its kind.
  @Get("count")
  @UseGuards(JwtAuthGuard, PermissionsGuard)
  // ok: javascript.permission-check-removed
  count() {
    return this.users.count();
  }

  @Get("me")
  @UseGuards(JwtAuthGuard)
  // ok: javascript.permission-check-removed
  me(@User() user: Account) {
    return this.users.show(user);
  }
}
