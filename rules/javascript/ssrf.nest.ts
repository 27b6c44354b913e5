import { HttpService } from "@nestjs/axios";
import { Body, Controller, Get, Param, Post, Query } from "@nestjs/common";

@Controller("proxy")
export class ProxyController {
  constructor(private readonly httpService: HttpService) {}

  @Get()
  async page(@Query("url") url: string) {
    // ruleid: javascript.ssrf
    return (await fetch(url)).text();
  }

  @Post("hook")
  hook(@Body() body: HookDto) {
    // ruleid: javascript.ssrf
    return this.httpService.post(body.target, { done: true });
  }

  @Get("status/:host")
  status(@Param("host") host: string) {
    // ruleid: javascript.ssrf
    return this.httpService.get(`http://${host}/status`);
  }

  @Get("user/:id")
  user(@Param("id") id: string) {
    // ok: javascript.ssrf
    return this.httpService.get(`https://api.example.com/users/${id}`);
  }

  @Get("image")
  async image(@Query("url") address: string) {
    const url = new URL(address);
    if (!ALLOWED_HOSTS.has(url.hostname)) throw new BadRequestException();
    // ok: javascript.ssrf
    return fetch(url);
  }

  @Post("notify")
  notify(@Body() body: NotifyDto) {
    // ok: javascript.ssrf
    return this.httpService.post("https://hooks.example.com/notify", body);
  }
}
