// Whether anything shows between two heights of the page that a picture gave as one colour.
function (from, to, colour) {
  const of = this.of;
  const began = performance.now();
  const range = of.range(document);
  for (const root of this.roots()) {
    const walk = of.walker(document, root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let n = walk.nextNode(); n; n = walk.nextNode()) {
      if (performance.now() - began > 2000) return false;
      const text = of.type(n) === 3;
      if (text && !/\S/.test(n.data)) continue;
      if (text) range.selectNodeContents(n);
      const box = text ? range.getBoundingClientRect() : of.rect(n);
      const top = box.top + scrollY;
      const bottom = box.bottom + scrollY;
      if (box.width < 2 || box.height < 2 || top < from || bottom > to) continue;
      if (box.right + scrollX <= 0 || box.left + scrollX >= innerWidth) continue;
      const el = text ? this.up(n) : n;
      if (!el || !of.visible(el, {visibilityProperty: true, opacityProperty: true})) continue;
      const style = getComputedStyle(el);
      if (text && style.color !== 'rgba(0, 0, 0, 0)' && style.color !== colour) return true;
      if (text) continue;
      const fill = style.backgroundColor;
      if (fill !== colour && !/, 0\)$/.test(fill)) return true;
      if (n instanceof HTMLImageElement && n.complete && n.naturalWidth > 0) return true;
    }
  }
  return false;
}
