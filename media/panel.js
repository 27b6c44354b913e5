// Draws a page of the review panel from the data that the extension sends. Every text is set as text.
(() => {
  const editor = acquireVsCodeApi();
  const page = document.getElementById("page");
  const live = document.getElementById("live");
  const glyphs = { problem: "●", person: "○", fine: "✓", none: "–" };
  let spoken = "";

  function make(name, options = {}, ...children) {
    const element = document.createElement(name);
    if (options.text !== undefined) element.textContent = options.text;
    if (options.class) element.className = options.class;
    for (const [key, value] of Object.entries(options.attributes ?? {})) element.setAttribute(key, value);
    element.append(...children.filter(Boolean));
    return element;
  }

  function heading(mark, text) {
    return make("h2", {}, make("span", { class: `mark ${mark}`, text: glyphs[mark], attributes: { "aria-hidden": "true" } }), make("span", { text }));
  }

  function button(model) {
    const element = make("button", { text: model.label, class: model.primary ? "primary" : "", attributes: { type: "button", id: `do-${model.command}` } });
    // Stays in the tab order, so that the focus is not lost when it is switched off.
    if (!model.enabled) element.setAttribute("aria-disabled", "true");
    element.addEventListener("click", () => {
      if (model.enabled) editor.postMessage({ type: "command", command: model.command });
    });
    return element;
  }

  function actions(buttons) {
    return buttons.length > 0 ? make("div", { class: "actions" }, ...buttons.map(button)) : null;
  }

  function bar(progress, index) {
    const percent = Math.round((100 * progress.value) / progress.max);
    const fill = make("i");
    fill.style.width = `${percent}%`;
    const attributes = { id: index === 0 ? "progress" : `progress-${index}`, role: "progressbar", "aria-label": progress.label, "aria-valuemin": "0", "aria-valuemax": "100", "aria-valuenow": String(percent), "aria-valuetext": progress.text };
    return make("div", { class: "bar", attributes }, fill);
  }

  function verdict(model) {
    const sections = model.sections.map((section, index) =>
      make(
        "section",
        {},
        section.name ? make("p", { class: "name", text: section.name }) : null,
        heading(section.mark, section.headline),
        section.progress ? bar(section.progress, index) : null,
        section.state ? make("p", { class: "dim", text: section.state }) : null,
      ),
    );
    const details = model.sections.flatMap((section) => [
      // Which folder is meant is plain where there is but one.
      section.name && section.reasons.length + section.details.length > 0 ? make("p", { class: "name", text: section.name }) : null,
      section.reasons.length > 0 ? make("ul", {}, ...section.reasons.map((text) => make("li", { text }))) : null,
      ...section.details.map((text) => make("p", { class: "dim", text })),
    ]);
    say(model.sections.map((section) => [section.name, section.headline].filter(Boolean).join(": ")).join(". "));
    return [...sections, actions(model.buttons), ...details];
  }

  function step(model, index) {
    const element = make(
      "button",
      { class: "step", attributes: { type: "button", id: `step-${index}` } },
      make("span", { text: model.note }),
      make("code", { text: model.code }),
      make("span", { class: "dim", text: model.place }),
    );
    element.addEventListener("click", () => editor.postMessage({ type: "step", index }));
    return make("li", {}, element);
  }

  function link(href, text) {
    return make("a", { text, attributes: { href } });
  }

  function facts(all) {
    const pairs = all.flatMap(({ name, value, href }) => [
      make("dt", { text: name }),
      make("dd", href ? {} : { text: value }, href ? link(href, value) : null),
    ]);
    return make("dl", {}, ...pairs);
  }

  function finding(model) {
    if (model.empty) return [make("p", { class: "dim", text: model.empty })];
    say(model.heading);
    return [
      heading(model.mark, model.heading),
      facts(model.grades),
      ...model.paragraphs.map((text) => make("p", { text })),
      actions(model.buttons),
      model.removed.length > 0 ? make("h3", { text: model.removedHeading }) : null,
      model.removed.length > 0
        ? make("ul", {}, ...model.removed.map((line) => make("li", {}, make("code", { text: line }))))
        : null,
      model.path.length > 0 ? make("h3", { text: model.pathHeading }) : null,
      model.path.length > 0 ? make("ol", {}, ...model.path.map(step)) : null,
      facts(model.facts),
      model.links.length > 0 ? make("h3", { text: model.linksHeading }) : null,
      model.links.length > 0 ? make("ul", {}, ...model.links.map((href) => make("li", {}, link(href, href)))) : null,
    ];
  }

  // Read aloud when it changed, and not for every refresh.
  function say(text) {
    if (text === spoken) return;
    spoken = text;
    live.textContent = text;
  }

  function show(model) {
    const focused = document.activeElement?.id;
    page.replaceChildren(...(model.kind === "verdict" ? verdict(model) : finding(model)).filter(Boolean));
    if (focused) document.getElementById(focused)?.focus();
    editor.setState(model);
  }

  const kept = editor.getState();
  if (kept) show(kept);
  addEventListener("message", ({ data }) => {
    if (data?.type === "page") show(data.page);
  });
  editor.postMessage({ type: "ready" });
})();
