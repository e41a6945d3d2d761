function () {
  const of = this.of;
  const root = of.root(document);
  const scroller = this.scroller();
  const now = performance.now();

  // Counting words walks the whole page, so it takes at most a tenth of the time between glances.
  let c = this.count;
  if (!c || ((c.mutations !== this.mutations || now - c.at > 1000) && now - c.at >= 10 * c.cost)) {
    c = {at: now, mutations: this.mutations, words: 0, cost: 0, images: [], secret: false};
    const roots = [document];
    scan: for (let i = 0; i < roots.length; i++) {
      if (i > 0) this.watch(roots[i]);
      // By the browser's own search, which no number of nodes before them keeps us from.
      for (const img of of.query(roots[i], 'img')) if (img instanceof HTMLImageElement) c.images.push(img);
      c.secret ||= this.secret(roots[i]);
      const walk = of.walker(document, roots[i], NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      let parent = null;
      let seen = false;
      let steps = 0;
      for (let n = walk.nextNode(); n; n = walk.nextNode()) {
        if (++steps % 256 === 0 && performance.now() - now > 12) break scan;
        if (of.type(n) === 1) {
          if (of.shadow(n)) roots.push(of.shadow(n));
          continue;
        }
        const words = n.data.match(/\S+/g);
        if (!words) continue;
        const p = of.parent(n);
        if (p !== parent) {
          parent = p;
          const el = of.type(p) === 1 ? p : p.host;
          seen = !!el && of.visible(el, {visibilityProperty: true, opacityProperty: true});
        }
        if (seen) c.words += words.length;
      }
    }
    c.cost = performance.now() - now;
    this.count = c;
  }

  let pending = 0;
  let shown = 0;
  for (const img of c.images) {
    if (!of.connected(img)) continue;
    const done = img.complete;
    if (done && this.decoded.has(img)) {
      if (img.naturalWidth > 0) shown++;
      continue;
    }
    const box = of.rect(img);
    const near = box.width > 0 && box.bottom > -innerHeight && box.top < 2 * innerHeight;
    if (!near) continue;
    if (!done) {
      pending++;
    } else if (img.naturalWidth === 0) {
      this.decoded.add(img);
    } else {
      pending++;
      if (!this.asked.has(img)) {
        this.asked.add(img);
        const settled = () => { this.decoded.add(img); };
        HTMLImageElement.prototype.decode.call(img).then(settled, settled);
      }
    }
  }

  const link = of.query(document, 'link[rel~="canonical" i][href]')[0];
  const canonical = link instanceof HTMLLinkElement ? this.target(link) : '';
  return {
    url: location.href.slice(0, 10000),
    title: of.titleOf(document).slice(0, 10000),
    lang: root ? (of.attr(root, 'lang') || of.attr(root, 'xml:lang') || '').slice(0, 100) : '',
    canonical,
    document: String(performance.timeOrigin),
    charset: of.charset(document),
    ready: of.ready(document),
    mutations: this.mutations,
    width: root ? Math.max(of.scrollWidth(root), innerWidth) : 0,
    height: scroller ? of.scrollHeight(scroller) : 0,
    y: scroller ? Math.round(of.scrollTop(scroller)) : 0,
    pending,
    fonts: of.fonts(document).status === 'loading',
    words: c.words,
    shown,
    secret: c.secret,
  };
}
