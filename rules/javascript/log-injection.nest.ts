import { Controller, Get, Headers, Logger, Param } from "@nestjs/common";
@Controller("files")
export class FilesController {
  private readonly logger = new Logger("files");
  @Get(":name")
  get(@Param("name") name: string, @Headers("user-agent") agent: string) {
    // ruleid: javascript.log-injection
    this.logger.log(`file ${name}`);
    // ruleid: javascript.log-injection
    this.logger.warn("slow answer for " + agent + ".");
    // ruleid: javascript.log-injection
    Logger.debug(`read by ${agent}`);
    // ok: javascript.log-injection
    this.logger.log(`file ${JSON.stringify(name)}`);
    // ok: javascript.log-injection
    this.logger.log(`file ${Number(name)}`);
    // ok: javascript.log-injection
    this.logger.log({ name }, "file");
    return name.length;
  }
}
