// Stands for Nunjucks: configure(folder, {autoescape}) and renderString(template, values), with names in double braces.
const marks = { "&": "&amp;", '"': "&quot;", "'": "&#39;", "<": "&lt;", ">": "&gt;" };

exports.configure = (folder, { autoescape = true } = {}) => ({
  renderString: (template, values) =>
    template.replace(/\{\{ *(\w+) *\}\}/g, (_, name) => {
      const text = String(values[name] ?? "");
      return autoescape ? text.replace(/[&"'<>]/g, (mark) => marks[mark]) : text;
    }),
});
