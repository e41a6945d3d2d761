function (css, visible, most) {
  // How many elements match, open shadow roots searched too; counted to a bound.
  const of = this.of;
  const end = performance.now() + 500;
  let found = 0;
  for (const root of this.roots()) {
    for (const el of of.query(root, css)) {
      if (!visible || this.shows(el)) found++;
      if (found >= most || performance.now() > end) return found;
    }
  }
  return found;
}
