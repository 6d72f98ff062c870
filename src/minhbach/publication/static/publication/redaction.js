// Lets a box be drawn on the picture of a page; without scripts, lines, strips and whole pages are marked.
(() => {
  const svg = document.querySelector("[data-draw]");
  const form = svg && document.getElementById(svg.dataset.draw);
  if (!form || !window.PointerEvent) return;
  const view = svg.viewBox.baseVal;
  const box = (side) => form.querySelector(`[name$="-${side}"]`);
  let rect = null;
  let start = null;
  const at = (event) => {
    const seen = svg.getBoundingClientRect();
    const part = (value) => Math.min(1, Math.max(0, value));
    return [part((event.clientX - seen.left) / seen.width), part((event.clientY - seen.top) / seen.height)];
  };
  const show = (now) => {
    const [left, right] = [start[0], now[0]].sort((one, other) => one - other);
    const [top, bottom] = [start[1], now[1]].sort((one, other) => one - other);
    const edges = { x: left * view.width, y: top * view.height, width: (right - left) * view.width, height: (bottom - top) * view.height };
    Object.entries(edges).forEach(([name, value]) => rect.setAttribute(name, value.toFixed(1)));
    Object.entries({ left, top, right, bottom }).forEach(([side, value]) => { box(side).value = value.toFixed(5); });
  };
  svg.dataset.draws = "";
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    rect?.remove();
    rect = document.createElementNS(svg.namespaceURI, "rect");
    rect.setAttribute("class", "mark mark-new");
    svg.append(rect);
    start = at(event);
    show(start);
    svg.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  svg.addEventListener("pointermove", (event) => { if (start) show(at(event)); });
  svg.addEventListener("pointerup", (event) => {
    if (!start) return;
    show(at(event));
    start = null;
    form.hidden = false;
    form.querySelector("select").focus({ preventScroll: true });
  });
})();
