// One walk over what is rendered, in the order of the flat tree: words with their boxes, and what
// stands between them. `frames` are this document's frame elements whose own words are asked for
// separately; each leaves a mark where it stands.
function (ask, ...frames) {
  const of = this.of;
  const began = performance.now();
  const dx = ask.top ? scrollX : 0;
  const dy = ask.top ? scrollY : 0;
  const root = of.root(document);
  const size = {
    width: ask.top && root ? Math.max(of.scrollWidth(root), innerWidth) : innerWidth,
    height: ask.top && root ? Math.max(of.scrollHeight(root), innerHeight) : innerHeight,
  };
  const sheet = {l: 0, t: 0, r: size.width, b: size.height};
  const out = [];
  const marks = [];
  const langs = [''];
  const range = of.range(document);
  const skip = new Set(['script', 'style', 'noscript', 'template', 'head', 'title', 'meta', 'link',
    'textarea', 'input', 'datalist', 'select', 'object', 'embed', 'audio', 'video', 'canvas']);
  const spaceless = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud87f]/;
  const rightward = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
  const leftward = /\p{L}/u;
  const segmenter = new Intl.Segmenter(undefined, {granularity: 'word'});
  const round = v => Math.round(v * 100) / 100;
  let cut = '';
  let count = 0;
  let gap = 0; // before the next word: 0 nothing, 1 space, 2 tab, 3 new line, 4 empty line
  let line = 0;
  let lineTop = 0;
  let lineBottom = -1;
  const pend = g => { if (g > gap) gap = g; };
  const langIndex = lang => {
    const i = langs.indexOf(lang);
    return i >= 0 ? i : langs.push(lang) - 1;
  };

  const add = (text, box, c) => {
    const x = box.left + dx;
    const y = box.top + dy;
    const w = box.right - box.left;
    const h = box.bottom - box.top;
    const midX = x + w / 2;
    const midY = y + h / 2;
    const k = c.clip;
    if (w <= 0 || h <= 0 || midX < k.l || midX > k.r || midY < k.t || midY > k.b) return;
    const overlap = Math.min(y + h, lineBottom) - Math.max(y, lineTop);
    if (overlap < 0.5 * Math.min(h, lineBottom - lineTop)) {
      line++;
      lineTop = y;
      lineBottom = y + h;
    }
    const rtl = rightward.test(text) ? 1 : leftward.test(text) ? 0 : c.rtl;
    out.push(text, round(x), round(y), round(w), round(h), line, gap, rtl, c.lang);
    gap = 0;
    count++;
  };

  // The boxes of a piece of text, joined line by line.
  const lines = (node, from, to) => {
    range.setStart(node, from);
    range.setEnd(node, to);
    const rects = range.getClientRects();
    const joined = [];
    for (let i = 0; i < rects.length; i++) {
      const r = rects[i];
      const last = joined[joined.length - 1];
      if (last && Math.min(last.bottom, r.bottom) - Math.max(last.top, r.top)
          >= 0.5 * Math.min(last.bottom - last.top, r.height)) {
        last.left = Math.min(last.left, r.left);
        last.right = Math.max(last.right, r.right);
        last.top = Math.min(last.top, r.top);
        last.bottom = Math.max(last.bottom, r.bottom);
      } else if (r.width > 0 && r.height > 0) {
        joined.push({left: r.left, right: r.right, top: r.top, bottom: r.bottom});
      }
    }
    return joined;
  };

  const transformed = (text, c) =>
    c.transform === 'uppercase' ? text.toUpperCase()
    : c.transform === 'lowercase' ? text.toLowerCase()
    : c.transform === 'capitalize' ? text.replace(/\p{L}/u, l => l.toUpperCase())
    : text;

  const word = (node, data, from, to, c) => {
    const boxes = lines(node, from, to);
    if (boxes.length === 0) return;
    if (boxes.length === 1 || to - from > 20000) {
      add(transformed(data.slice(from, to), c), boxes[0], c);
      return;
    }
    // It is broken across lines: each line's part is a word of its own.
    let start = from;
    let at = lines(node, from, from + 1)[0];
    for (let i = from + 1; i <= to; i++) {
      const here = i < to ? lines(node, i, i + 1)[0] : null;
      if (i < to && (!here || !at || here.top < at.bottom - (at.bottom - at.top) / 2)) {
        at = at || here;
        continue;
      }
      const part = lines(node, start, i)[0];
      if (part) add(transformed(data.slice(start, i), c), part, c);
      start = i;
      at = here;
    }
  };

  const text = (node, c) => {
    const data = node.data;
    if (c.hidden) return;
    const pattern = /\S+/g;
    let end = 0;
    for (let m = pattern.exec(data); m; m = pattern.exec(data)) {
      if (m.index > end) pend(c.pre && data.slice(end, m.index).includes('\n') ? 3 : 1);
      end = m.index + m[0].length;
      if (spaceless.test(m[0])) {
        for (const s of pieces(m[0])) word(node, data, m.index + s.from, m.index + s.to, c);
      } else {
        word(node, data, m.index, end, c);
      }
      if (count >= ask.words || (count % 64 === 0 && performance.now() - began > ask.millis)) {
        cut = count >= ask.words ? 'more than ' + ask.words + ' words'
            : 'gave up after ' + ask.millis + ' ms';
        return;
      }
    }
    if (data.length > end) pend(c.pre && data.slice(end).includes('\n') ? 3 : 1);
  };

  // Words of scripts that write none apart; a mark that is no word stays with what is before it.
  const pieces = s => {
    const found = [];
    for (const p of segmenter.segment(s)) {
      const last = found[found.length - 1];
      if (p.isWordLike || !last) found.push({from: p.index, to: p.index + p.segment.length});
      else last.to = p.index + p.segment.length;
    }
    return found;
  };

  const cross = (a, b) => ({
    l: Math.max(a.l, b.l), t: Math.max(a.t, b.t), r: Math.min(a.r, b.r), b: Math.min(a.b, b.b),
  });

  // What holds for the children of an element: style, clip, language. Null if nothing shows.
  const enter = (el, c) => {
    const tag = of.tag(el);
    if (skip.has(tag)) return null;
    const style = getComputedStyle(el);
    const display = style.display;
    if (display === 'none' || style.opacity === '0' || style.contentVisibility === 'hidden') return null;
    if (tag === 'br') { pend(3); return null; }
    const position = style.position;
    let clip = position === 'absolute' ? c.far : position === 'fixed' ? sheet : c.clip;
    const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible'
        || style.clip !== 'auto' || style.clipPath !== 'none';
    if (hides && tag !== 'html' && tag !== 'body') {
      const r = of.rect(el);
      clip = cross(clip, {l: r.left + dx, t: r.top + dy, r: r.right + dx, b: r.bottom + dy});
      if (/rect\(0px,? 0px,? 0px,? 0px\)|rect\(1px,? 1px,? 1px,? 1px\)|inset\((50|100)%/
          .test(style.clip + style.clipPath)) return null;
    }
    if ((tag === 'iframe' || tag === 'frame') && frames.includes(el)) {
      mark(el, style, clip);
      return null;
    }
    const lang = of.attr(el, 'lang') ?? of.attr(el, 'xml:lang');
    const space = style.whiteSpaceCollapse || style.whiteSpace;
    const block = display !== 'contents' && !/^(inline|ruby)/.test(display);
    const edge = display === 'table-cell' ? 2
        : !block ? 0
        : /^(p|h[1-6]|blockquote|ul|ol|pre|table|figure|dl)$/.test(tag) ? 4 : 3;
    pend(edge);
    return {
      el, edge, clip,
      far: position !== 'static' || style.transform !== 'none' ? clip : c.far,
      lang: lang === null ? c.lang : langIndex(lang.slice(0, 100)),
      rtl: style.direction === 'rtl' ? 1 : 0,
      hidden: style.visibility !== 'visible',
      pre: /^(pre|preserve|break-spaces)/.test(space),
      transform: style.textTransform,
      list: null, i: 0, next: null,
    };
  };

  const mark = (el, style, clip) => {
    if (style.visibility !== 'visible') return;
    const r = of.rect(el);
    const sx = of.width(el) > 0 ? r.width / of.width(el) : 1;
    const pad = side => parseFloat(style['padding' + side]) || 0;
    pend(3);
    marks.push({
      at: out.length / 9, frame: frames.indexOf(el), scale: sx,
      x: r.left + dx + (of.clientLeft(el) + pad('Left')) * sx,
      y: r.top + dy + (of.clientTop(el) + pad('Top')) * sx,
      clip: [clip.l, clip.t, clip.r, clip.b],
    });
    lineBottom = -1;
    lineTop = 0;
  };

  // The children that are rendered: of the shadow root, of what is slotted, of the element.
  const children = (el, c) => {
    const shadow = of.shadow(el);
    const slot = !shadow && of.tag(el) === 'slot' && el instanceof HTMLSlotElement
        ? of.slotted(el, {flatten: true}) : null;
    if (slot && slot.length > 0) {
      c.list = slot;
    } else if (of.tag(el) === 'details' && !of.has(el, 'open')) {
      c.list = [];
      for (let s = of.first(el); s && c.list.length === 0; s = of.next(s)) {
        if (of.type(s) === 1 && of.tag(s) === 'summary') c.list.push(s);
      }
    } else {
      c.next = of.first(shadow || el);
    }
    return c;
  };

  const stack = [];
  const base = {clip: sheet, far: sheet, lang: 0};
  if (root) {
    const c = enter(root, base);
    if (c) stack.push(children(root, c));
  }
  while (stack.length > 0 && !cut) {
    const c = stack[stack.length - 1];
    const n = c.list ? c.list[c.i++] : c.next;
    if (!n) {
      stack.pop();
      pend(c.edge);
      continue;
    }
    if (!c.list) c.next = of.next(n);
    const type = of.type(n);
    if (type === 3) {
      text(n, c);
    } else if (type === 1) {
      const inner = enter(n, c);
      if (inner) stack.push(children(n, inner));
    }
  }
  return {
    words: out, marks, langs, cut, lines: line,
    width: size.width, height: size.height,
    viewWidth: innerWidth, viewHeight: innerHeight, scale: devicePixelRatio,
  };
}
