function (css, most) {
  // What elements say that show, in document order, open shadow roots searched too.
  const of = this.of;
  const found = [];
  const end = performance.now() + 250;
  let seen = 0;
  const search = root => {
    for (const el of of.query(root, css)) {
      if (found.length >= most || ++seen > 5000 || performance.now() > end) return;
      if (this.shows(el)) found.push((of.textOf(el) || '').slice(0, 20000).replace(/\s+/g, ' ').trim().slice(0, 2000));
    }
    const walk = of.walker(document, root, NodeFilter.SHOW_ELEMENT);
    for (let n = walk.nextNode(); n; n = walk.nextNode()) {
      if (found.length >= most || ++seen > 100000 || performance.now() > end) return;
      if (of.shadow(n)) search(of.shadow(n));
    }
  };
  search(document);
  return found;
}
