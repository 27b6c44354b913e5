import { exec, execFile, execSync } from "node:child_process";
import { Body, Controller, Get, Param, Post, Query } from "@nestjs/common";

@Controller("tools")
export class ToolsController {
  @Get("ping")
  ping(@Query("host") host: string) {
    // ruleid: javascript.os-command-injection
    exec(`ping -c 1 ${host}`);
    // ok: javascript.os-command-injection
    execFile("ping", ["-c", "1", "--", host]);
  }

  @Post("convert")
  convert(@Body() body: ConvertDto) {
    // ruleid: javascript.os-command-injection
    return execSync("convert " + body.file + " out.png");
  }

  @Get("log/:branch")
  log(@Param("branch") branch: string) {
    const command = `git log ${branch}`;
    // ruleid: javascript.os-command-injection
    exec(command);
    // ok: javascript.os-command-injection
    exec("git log main");
    // ok: javascript.os-command-injection
    exec(`git log -n ${Number(branch)}`);
  }
}

const SIZES = ["small", "large"];

class ResizeDto {
  @IsIn(SIZES)
  size: string;

  @IsString()
  name: string;

  @Matches(/^[a-z]+$/)
  form: string;

  @ValidateIf((one) => one.form === "x")
  @IsIn(SIZES)
  other: string;
}

@Controller("resize")
export class ResizeController {
  @Post()
  resize(@Body() { size, name }: ResizeDto) {
    // ok: javascript.os-command-injection
    exec(["./resize.sh", size].join(" "));
    // ruleid: javascript.os-command-injection
    exec(["./resize.sh", name].join(" "));
  }

  @Post("again")
  again(@Body() dto: ResizeDto) {
    // ok: javascript.os-command-injection
    exec(`./resize.sh ${dto.size} ${dto.form}`);
    // ruleid: javascript.os-command-injection
    exec(`./resize.sh ${dto.other}`);
  }
}
