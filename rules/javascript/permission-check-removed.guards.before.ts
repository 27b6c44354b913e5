import { Controller, Delete, Get, Patch, Post, UseGuards } from "@nestjs/common";

@Controller("users")
export class UsersController {
  @Delete(":id")
  @UseGuards(JwtAuthGuard, RolesGuard)
  @Roles("admin")
  remove(@Param("id") id: string) {
    return this.users.remove(id);
  }

  @Patch(":id")
  @UseGuards(JwtAuthGuard, new PermissionsGuard("users:write"))
  change(@Param("id") id: string, @Body() change: UserChange) {
    return this.users.change(id, change);
  }

  @Post("invitations")
  @UseGuards(JwtAuthGuard, OwnershipGuard)
  invite(@Body() invitation: Invitation) {
    return this.users.invite(invitation);
  }

  @Get("list")
  @UseGuards(JwtAuthGuard, RolesGuard)
  list() {
    return this.users.list();
  }

  @Get("count")
  @UseGuards(JwtAuthGuard, RolesGuard)
  count() {
    return this.users.count();
  }

  @Get("me")
  @UseGuards(JwtAuthGuard, ThrottlerGuard)
  me(@User() user: Account) {
    return this.users.show(user);
  }
}
