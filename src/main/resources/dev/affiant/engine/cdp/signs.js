function (selectors, wanted) {
  const of = this.of;
  // A page can be made to take for ever: whatever is counted here has an end.
  const end = performance.now() + 250;
  const first = (list, most) => Array.prototype.slice.call(list, 0, most);
  const root = of.root(document);
  const body = of.body(document) || root;
  const mostWords = 2000;

  const share = el => {
    const box = of.rect(el);
    const w = Math.max(0, Math.min(box.right, innerWidth) - Math.max(box.left, 0));
    const h = Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
    return innerWidth * innerHeight > 0 ? w * h / (innerWidth * innerHeight) : 0;
  };
  const middle = this.at(innerWidth / 2, innerHeight / 2);
  const under = new Set();
  for (let n = middle; n; n = this.up(n)) under.add(n);
  const holds = el => under.has(el);

  // What lies over the middle of the page, outermost: a dialog, or a box that is lifted out of it.
  let over = null;
  for (let n = middle; n && n !== body && n !== root; n = this.up(n)) {
    const style = getComputedStyle(n);
    const lifted = style.position === 'fixed'
        || (style.position === 'absolute' && Number.parseInt(style.zIndex, 10) > 0)
        || of.attr(n, 'aria-modal') === 'true'
        || (of.tag(n) === 'dialog' && of.has(n, 'open'));
    if (lifted && share(n) >= 0.1) over = n;
  }

  const block = n => {
    let p = n;
    for (let i = 0; p && i < 30; i++, p = this.up(p)) {
      if (!getComputedStyle(p).display.startsWith('inline')) return p;
    }
    return p;
  };
  const inside = (n, box) => {
    for (let p = n; p; p = this.up(p)) if (p === box) return true;
    return false;
  };

  // The words of a part, a line for each block of the first of them.
  const read = (top, aside) => {
    const lines = [];
    let last = null;
    let words = 0;
    let chars = 0;
    const sift = n => {
      if (of.type(n) === 3) return NodeFilter.FILTER_ACCEPT;
      const tag = of.tag(n);
      const out = /^(script|style|noscript|template)$/.test(tag) || (n === over && n !== top)
          || (aside && (/^(header|footer|nav|aside)$/.test(tag)
              || /^(banner|navigation|contentinfo|complementary)$/.test(of.attr(n, 'role') || '')));
      return out ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    };
    const walk = of.walker(document, top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, sift);
    let steps = 0;
    for (let n = walk.nextNode(); n && words < mostWords; n = walk.nextNode()) {
      if (++steps % 64 === 0 && performance.now() > end) {
        words = mostWords; // what was not read is not known to be little
        break;
      }
      const found = n.data.match(/\S+/g);
      if (!found) continue;
      const p = of.parent(n);
      const el = of.type(p) === 1 ? p : p.host;
      if (!el || !of.visible(el, {visibilityProperty: true, opacityProperty: true})) continue;
      words += found.length;
      if (chars > 4000) continue;
      const here = block(el);
      const line = found.join(' ').slice(0, 1000);
      chars += line.length;
      if (here === last && lines.length) lines[lines.length - 1] += ' ' + line;
      else lines.push(line);
      last = here;
    }
    return {text: lines.join('\n').slice(0, 4000), words};
  };

  let top = body;
  let bare = true;
  for (const main of root ? first(of.query(document, 'main, [role=main]'), 50) : []) {
    if (this.shows(main) && !(over && inside(main, over) && main !== over)) {
      top = main;
      bare = false;
      break;
    }
  }
  const page = top ? read(top, bare) : {text: '', words: 0};

  const headings = [];
  for (const h of root ? first(of.query(document, 'h1, h2'), 200) : []) {
    if (headings.length === 10) break;
    if (this.shows(h)) headings.push((of.textOf(h) || '').slice(0, 3000).replace(/\s+/g, ' ').trim().slice(0, 300));
  }

  const roots = [document];
  if (over && of.shadow(over)) roots.push(of.shadow(over));
  let fields = 0;
  for (const r of roots) {
    for (const f of first(of.query(r, 'input, textarea'), 500)) {
      const type = (of.attr(f, 'type') || 'text').toLowerCase();
      const takes = of.tag(f) === 'textarea' || /^(text|email|tel|url|number)$/.test(type);
      if (takes && this.shows(f)) fields++;
    }
  }

  const frames = [];
  for (const f of root ? first(of.query(document, 'iframe[src]'), 500) : []) {
    if (frames.length === 50) break;
    if (this.shows(f)) frames.push({what: String(of.attr(f, 'src')).slice(0, 500), share: share(f), middle: holds(f)});
  }

  const marks = [];
  selectors.forEach((css, index) => {
    let mark = null;
    for (const el of first(of.query(document, css), 100)) {
      // A host of a shadow tree often has no box of its own.
      if (!this.shows(el) && !holds(el)) continue;
      const here = {index, share: share(el), middle: holds(el)};
      if (!mark || here.middle) mark = here;
      if (mark.middle) break;
    }
    if (mark) marks.push(mark);
  });

  // Whether the publisher says that the page, or a part of it, is not free to read.
  const lock = {stated: false, region: -1};
  const css = [];
  const parse = (node, depth) => {
    if (!node || typeof node !== 'object' || depth > 8) return;
    if (Array.isArray(node)) return node.slice(0, 100).forEach(one => parse(one, depth + 1));
    if (/^false$/i.test(String(node.isAccessibleForFree))) {
      lock.stated = true;
      if (typeof node.cssSelector === 'string') css.push(node.cssSelector.slice(0, 300));
    }
    for (const key of Object.keys(node).slice(0, 100)) parse(node[key], depth + 1);
  };
  let cards = 0;
  for (const s of of.query(document, 'script[type="application/ld+json" i]')) {
    if (++cards > 20) break;
    try {
      parse(JSON.parse((of.textOf(s) || '').slice(0, 500000)), 0);
    } catch {
      // what is no JSON says nothing
    }
  }
  for (const one of css.slice(0, 10)) {
    try {
      for (const el of first(of.query(document, one), 20)) if (this.shows(el)) lock.region = Math.max(0, lock.region) + read(el, false).words;
      lock.region = Math.max(0, lock.region);
    } catch {
      // nor does what is no selector
    }
  }

  // Values of JSON in script elements; of `= name` in what is assigned to that name by a script.
  const data = {};
  const whole = text => {
    let depth = 0;
    let quoted = '';
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (quoted) {
        if (c === '\\') i++;
        else if (c === quoted) quoted = '';
      } else if (c === '"') quoted = c;
      else if (c === '{' || c === '[') depth++;
      else if ((c === '}' || c === ']') && --depth === 0) return text.slice(0, i + 1);
    }
    return text;
  };
  const json = script => {
    const assigned = script.startsWith('=');
    const assign = assigned ? script.slice(1).trim() : '';
    const css = assigned ? 'script:not([src])' : script;
    for (const el of first(of.query(document, css), 200)) {
      if (performance.now() > end) return null;
      const text = (of.textOf(el) || '').slice(0, 3000000);
      let from = 0;
      if (assigned) {
        const named = text.search(new RegExp('(?:^|[^\\w$])' + assign.replace(/[^\w$]/g, '\\$&') + '[\'"\\]]*\\s*=\\s*[{\\[]'));
        if (named < 0) continue;
        from = text.slice(named).search(/[{[]\s*["{[\]}]/) + named;
        if (from < named) continue;
      }
      try {
        return JSON.parse(assigned ? whole(text.slice(from)) : text);
      } catch {
        // what is no JSON says nothing
      }
    }
    return null;
  };
  const parsed = {};
  wanted.forEach((one, index) => {
    if (!Object.hasOwn(parsed, one.script)) parsed[one.script] = json(one.script);
    let at = parsed[one.script];
    for (const name of one.path) at = at && typeof at === 'object' && Object.hasOwn(at, name) ? at[name] : undefined;
    if (/^(string|number|boolean)$/.test(typeof at)) data[index] = String(at).slice(0, 300);
  });

  const metas = [];
  for (const m of first(of.query(document, 'meta[name][content]'), 1000)) {
    if (metas.length === 20) break;
    const name = String(of.attr(m, 'name')).trim().toLowerCase();
    if (/^(robots|affiant|tdm-reservation|tdm-policy)$/.test(name)) {
      metas.push('meta ' + name + ': ' + String(of.attr(m, 'content')).replace(/\s+/g, ' ').slice(0, 250));
    }
  }

  const lying = over ? read(over, false) : null;
  return {
    headings, text: page.text, words: page.words, fields, frames, marks, lock, metas, data,
    over: over && {
      text: lying.text, words: lying.words, share: share(over),
      password: roots.some(r => first(of.query(r, 'input[type=password i]'), 100).some(f => this.shows(f) && inside(f, over))),
    },
  };
}
