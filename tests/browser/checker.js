// Draws a chart and says what is wrong with it: texts that overlap, texts outside the canvas or among the leaders,
// leaders that cross. Boxes are the browser's own, with whatever fonts it has.
function check(svg, fonts) {
  document.body.innerHTML = svg;
  const root = document.querySelector('svg');
  if (fonts) root.setAttribute('font-family', fonts);
  const [, , width, height] = root.getAttribute('viewBox').split(' ').map(Number);
  const wrong = [];
  const tell = (what) => wrong.push(what);

  const texts = [...root.querySelectorAll('text')]
    .map((el) => ({ el, box: el.getBBox(), words: el.textContent.slice(0, 40) }))
    .filter(({ box }) => box.width > 0)
    .sort((a, b) => a.box.y - b.box.y);
  texts.forEach(({ box, words }, i) => {
    const right = box.x + box.width;
    const bottom = box.y + box.height;
    if (box.x < -0.5 || box.y < -0.5 || right > width + 0.5 || bottom > height + 0.5)
      tell(`outside: “${words}” ${[box.x, box.y, right, bottom].map((n) => n.toFixed(1))} of ${width}×${height}`);
    for (let j = i + 1; j < texts.length && texts[j].box.y < bottom; j++) {
      const other = texts[j].box;
      const across = Math.min(right, other.x + other.width) - Math.max(box.x, other.x);
      const down = Math.min(bottom, other.y + other.height) - Math.max(box.y, other.y);
      if (across > 0.5 && down > 1)
        tell(`overlap: “${words}” and “${texts[j].words}” by ${across.toFixed(1)}×${down.toFixed(1)}`);
    }
  });

  const curves = [...root.querySelectorAll('.when > path, .fold > path, .pub > path')]
    .map((el) => el.getAttribute('d'))
    .filter((d) => d.includes('C'))
    .map((d) => points(d.match(/-?[\d.]+/g).map(Number)));
  const from = Math.min(...curves.map((c) => c[0][0]));
  const to = Math.max(...curves.map((c) => c.at(-1)[0]));
  for (const { el, box, words } of texts) {
    if (!el.closest('.when, .fold, .pub, .ticks')) continue;
    const within = Math.min(box.x + box.width, to) - Math.max(box.x, from);
    if (within > 0.5) tell(`among the leaders: “${words}” by ${within.toFixed(1)}`);
  }
  for (let i = 0; i < curves.length; i++)
    for (let j = 0; j < i; j++) if (cross(curves[i], curves[j])) tell(`leaders ${j} and ${i} cross`);
  return { texts: texts.length, leaders: curves.length, wrong };
}

// A cubic curve as the points of a line; what follows it, a straight end, is one more point.
function points([x0, y0, x1, y1, x2, y2, x3, y3, ...rest]) {
  const at = (t, a, b, c, d) => (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t * t * (1 - t) * c + t ** 3 * d;
  const line = [];
  for (let i = 0; i <= 40; i++) line.push([at(i / 40, x0, x1, x2, x3), at(i / 40, y0, y1, y2, y3)]);
  if (rest.length >= 2) line.push(rest.slice(0, 2));
  return line;
}

// Whether one passes from above the other to below it. Both run from left to right.
function cross(a, b) {
  const last = Math.min(a.at(-1)[0], b.at(-1)[0]);
  const first = Math.max(a[0][0], b[0][0]);
  let side = 0;
  for (let i = 0; i <= 40; i++) {
    const x = first + ((last - first) * i) / 40;
    const between = height(a, x) - height(b, x);
    if (Math.abs(between) < 0.06) continue;
    if (side && Math.sign(between) !== side) return true;
    side = Math.sign(between);
  }
  return false;
}

function height(line, x) {
  const i = Math.max(1, line.findIndex((p) => p[0] >= x));
  const [[x0, y0], [x1, y1]] = [line[i - 1], line[i]];
  return x1 > x0 ? y0 + ((y1 - y0) * (x - x0)) / (x1 - x0) : y1;
}

// Whether the browser has a family: then it makes no difference what stands behind it.
function has(family) {
  const pen = document.createElement('canvas').getContext('2d');
  const wide = (fallback) => {
    pen.font = `40px '${family}', ${fallback}`;
    return pen.measureText('iiiiWWWWmmmm').width;
  };
  return wide('monospace') === wide('serif');
}
