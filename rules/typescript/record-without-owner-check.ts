import { Controller, Delete, Get, Param, Req, UseGuards } from "@nestjs/common";

@Controller("invoices")
@UseGuards(AuthGuard)
export class InvoicesController {
  @Get(":id")
  async one(@Param("id") id: string) {
    // ruleid: typescript.record-without-owner-check
    return this.prisma.invoice.findUnique({ where: { id: Number(id) } });
  }

  @Get("by-repository/:id")
  async second(@Param("id", ParseIntPipe) id: number) {
    // ruleid: typescript.record-without-owner-check
    return this.invoiceRepository.findOneBy({ id });
  }

  @Delete(":id")
  async remove(@Param("id") id: string) {
    // ruleid: typescript.record-without-owner-check
    await this.prisma.invoice.delete({ where: { id: +id } });
  }

  @Get("own/:id")
  async own(@Param("id") id: string, @Req() req: any) {
    // ok: typescript.record-without-owner-check
    const invoice = await this.prisma.invoice.findUnique({ where: { id: Number(id) } });
    if (invoice?.ownerId !== req.user.id) throw new ForbiddenException();
    return invoice;
  }

  @Get("both/:id")
  async both(@Param("id") id: string, @Req() req: any) {
    // ok: typescript.record-without-owner-check
    return this.prisma.invoice.findFirst({ where: { id: Number(id), ownerId: req.user.id } });
  }

  @Get("country/:id")
  async country(@Param("id") id: string) {
    // ok: typescript.record-without-owner-check
    return this.prisma.country.findUnique({ where: { id: Number(id) } });
  }
}

@Controller("orders")
export class OrdersController {
  @Get(":id")
  one(@Param("id") id: string, @CurrentUser() user: User) {
    // ok: typescript.record-without-owner-check
    return this.orders.findOne({ where: { id, ownerId: user.id } });
  }
  @Delete(":id")
  remove(@Param("id") id: string) {
    // ruleid: typescript.record-without-owner-check
    return this.orders.delete({ id: id });
  }
}
