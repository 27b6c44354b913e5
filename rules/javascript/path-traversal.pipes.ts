import { createReadStream } from "node:fs";
import { Controller, Get, Param, ParseUUIDPipe, Res } from "@nestjs/common";

@Controller("files")
export class FilesController {
  @Get("a/:id")
  a(@Param("id", ParseUUIDPipe) id: string, @Res() res: any) {
    // ok: javascript.path-traversal
    createReadStream("/data/" + id).pipe(res);
  }

  @Get("b/:name")
  b(@Param("name") name: string, @Res() res: any) {
    // ruleid: javascript.path-traversal
    createReadStream("/data/" + name).pipe(res);
  }
}
