## ruleid: text.mako-unescaped
<h1>${title | n}</h1>
## ruleid: text.mako-unescaped
<p>${comment.body|n}</p>
## ruleid: text.mako-unescaped
<a href="${user.website | n}">site</a>
## ok: text.mako-unescaped
<h1>${title}</h1>
## ok: text.mako-unescaped
<p>${comment.body | h}</p>
## ok: text.mako-unescaped
<div>${page.rendered_html | n}</div>
## ok: text.mako-unescaped
${next.body()}
