function (css, most) {
  const of = this.of;
  const found = [];
  const search = root => {
    const hits = [...of.query(root, css)];
    const hosts = [];
    const walk = of.walker(document, root, NodeFilter.SHOW_ELEMENT);
    for (let n = walk.nextNode(); n; n = walk.nextNode()) if (of.shadow(n)) hosts.push(n);
    let h = 0;
    for (const hit of hits) {
      while (h < hosts.length && (of.order(hit, hosts[h]) & 2) !== 0) search(of.shadow(hosts[h++]));
      if (found.length < most) found.push(hit);
    }
    while (h < hosts.length && found.length < most) search(of.shadow(hosts[h++]));
  };
  search(document);
  if (this.spots.length > 20000) this.spots = [];

  const words = s => (s || '').replace(/\s+/g, ' ').trim().slice(0, 300);
  const roles = {
    button: 'button', summary: 'button', nav: 'navigation', main: 'main', article: 'article',
    form: 'form', textarea: 'textbox', select: 'combobox', img: 'img', ul: 'list', ol: 'list',
    li: 'listitem', table: 'table', tr: 'row', td: 'cell', th: 'columnheader', dialog: 'dialog',
    header: 'banner', footer: 'contentinfo', aside: 'complementary', p: 'paragraph',
    section: 'region', option: 'option', h1: 'heading', h2: 'heading', h3: 'heading',
    h4: 'heading', h5: 'heading', h6: 'heading',
  };
  const inputs = {
    button: 'button', submit: 'button', reset: 'button', image: 'button', checkbox: 'checkbox',
    radio: 'radio', range: 'slider', number: 'spinbutton', search: 'searchbox',
  };
  const role = el => {
    const stated = words(of.attr(el, 'role')).split(' ')[0];
    if (stated) return stated;
    const tag = of.tag(el);
    if (tag === 'a' || tag === 'area') return of.has(el, 'href') ? 'link' : 'generic';
    if (tag === 'input') return inputs[(of.attr(el, 'type') || 'text').toLowerCase()] || 'textbox';
    return Object.hasOwn(roles, tag) ? roles[tag] : 'generic';
  };
  const name = el => {
    const ids = words(of.attr(el, 'aria-labelledby')).split(' ').filter(Boolean);
    const scope = of.rootNode(el);
    const by = ids.map(i => of.query(scope, '#' + CSS.escape(i))[0]).filter(Boolean);
    if (by.length > 0) return words(by.map(b => of.textOf(b)).join(' '));
    const stated = words(of.attr(el, 'aria-label'));
    if (stated) return stated;
    const tag = of.tag(el);
    if (tag === 'img' || tag === 'area') return words(of.attr(el, 'alt'));
    if (tag === 'input') {
      return words(of.attr(el, 'value') || of.attr(el, 'alt') || of.attr(el, 'placeholder'));
    }
    const said = words(of.textOf(el));
    if (said) return said;
    const picture = of.type(el) === 1 && [...of.query(document, 'img[alt]')].find(i => of.contains(el, i));
    return words((picture && of.attr(picture, 'alt')) || of.attr(el, 'title'));
  };

  return found.map(el => {
    const box = of.rect(el);
    const facts = this.facts(el);
    const shown = of.visible(el, {
      visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true,
    });
    return {
      handle: String(this.spots.push(el) - 1),
      ...facts,
      role: role(el), name: name(el),
      visible: shown && box.width > 0 && box.height > 0
          && box.right + scrollX > 0 && box.bottom + scrollY > 0,
      box: [box.left + scrollX, box.top + scrollY, box.width, box.height],
    };
  });
}
