import { Component, SecurityContext } from "@angular/core";
import { DomSanitizer } from "@angular/platform-browser";

@Component({ selector: "app-comment", template: "<div [innerHTML]='html'></div>" })
export class CommentComponent {
  constructor(private readonly sanitizer: DomSanitizer) {}

  show(comment: Comment) {
    // ruleid: typescript.angular-sanitizer-bypass
    this.html = this.sanitizer.bypassSecurityTrustHtml(comment.body);
    // ruleid: typescript.angular-sanitizer-bypass
    this.link = this.sanitizer.bypassSecurityTrustUrl(comment.website);
    // ruleid: typescript.angular-sanitizer-bypass
    this.frame = this.sanitizer.bypassSecurityTrustResourceUrl("https://video.example.com/" + comment.video);
    // ok: typescript.angular-sanitizer-bypass
    this.icon = this.sanitizer.bypassSecurityTrustHtml("<svg><path d='M0 0'/></svg>");
    // ok: typescript.angular-sanitizer-bypass
    this.clean = this.sanitizer.sanitize(SecurityContext.HTML, comment.body);
    // ok: typescript.angular-sanitizer-bypass
    this.safe = this.sanitizer.bypassSecurityTrustHtml(DOMPurify.sanitize(comment.body));
  }
}

const VIDEO = "https://video.example.org/embed/";
class Player {
  constructor(private sanitizer: DomSanitizer, private route: ActivatedRoute) {}
  show() {
    const id = Number(this.route.snapshot.queryParamMap.get("video"));
    // ok: typescript.angular-sanitizer-bypass
    this.frame = this.sanitizer.bypassSecurityTrustResourceUrl(VIDEO + id);
    const name = this.route.snapshot.queryParamMap.get("name");
    // ruleid: typescript.angular-sanitizer-bypass
    this.other = this.sanitizer.bypassSecurityTrustResourceUrl(VIDEO + name);
  }
}
class Film {
  constructor(private sanitizer: DomSanitizer, private route: ActivatedRoute) {}
  show() {
    const id = this.route.snapshot.queryParamMap.get("video") ?? "";
    // ok: typescript.angular-sanitizer-bypass
    if (/^[\w-]{11}$/.test(id)) this.frame = this.sanitizer.bypassSecurityTrustResourceUrl(`https://video.example.org/embed/${id}`);
    // ruleid: typescript.angular-sanitizer-bypass
    if (/film/.test(id)) this.frame = this.sanitizer.bypassSecurityTrustResourceUrl(`https://video.example.org/embed/${id}`);
    // ruleid: typescript.angular-sanitizer-bypass
    this.other = this.sanitizer.bypassSecurityTrustResourceUrl(`https://video.example.org/embed/${id}`);
  }
}
