import { createReadStream, readFileSync } from "node:fs";
import * as path from "node:path";
import { Body, Controller, Get, Param, Post, Query, Res, StreamableFile } from "@nestjs/common";

@Controller("files")
export class FilesController {
  @Get(":name")
  file(@Param("name") name: string) {
    // ruleid: javascript.path-traversal
    return new StreamableFile(createReadStream(path.join("uploads", name)));
  }

  @Get()
  read(@Query("name") name: string, @Res() res: Response) {
    // ruleid: javascript.path-traversal
    res.sendFile(`/srv/files/${name}`);
    // ok: javascript.path-traversal
    return readFileSync(path.join("/srv/files", path.basename(name)));
  }

  @Post()
  save(@Body() body: SaveDto) {
    // ruleid: javascript.path-traversal
    fs.writeFileSync("notes/" + body.name, body.text);
    // ok: javascript.path-traversal
    fs.writeFileSync("notes/last.txt", body.text);
    const full = path.resolve(ROOT, body.name);
    if (!full.startsWith(ROOT + path.sep)) throw new BadRequestException();
    // ok: javascript.path-traversal
    fs.writeFileSync(full, body.text);
  }
}

@Controller("previews")
export class PreviewController {
  @Get()
  read(@Query("name") name = "index", @Res() res: Response) {
    // ruleid: javascript.path-traversal
    res.sendFile(`/srv/previews/${name}`);
  }

  @Get("page")
  page(@Query("page") page = 1, @Res() res: Response) {
    // ok: javascript.path-traversal
    res.sendFile(`/srv/previews/${page}`);
  }
}
