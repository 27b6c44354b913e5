import { Controller, ParseFilePipe, MaxFileSizeValidator, Post, UploadedFile, UseInterceptors } from "@nestjs/common";
import { FileInterceptor, FilesInterceptor } from "@nestjs/platform-express";

@Controller("pictures")
export class PicturesController {
  @Post()
  // ruleid: javascript.upload-without-limits
  @UseInterceptors(FileInterceptor("file"))
  one(@UploadedFile() file: Express.Multer.File) {
    return this.pictures.keep(file.buffer);
  }

  @Post("many")
  // ruleid: javascript.upload-without-limits
  @UseInterceptors(FilesInterceptor("files", 5, { dest: "./uploads" }))
  many() {
    return { done: true };
  }

  @Post("limited")
  // ok: javascript.upload-without-limits
  @UseInterceptors(FileInterceptor("file", { limits: { fileSize: 1_000_000 } }))
  limited() {
    return { done: true };
  }

  @Post("piped")
  // ok: javascript.upload-without-limits
  @UseInterceptors(FileInterceptor("file"))
  piped(@UploadedFile(new ParseFilePipe({ validators: [new MaxFileSizeValidator({ maxSize: 1000 })] })) file: Express.Multer.File) {
    return this.pictures.keep(file.buffer);
  }
}
