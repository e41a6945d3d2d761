// The state that our scripts share in a frame's isolated world, and the only ways by which they
// touch the page's nodes. A page can name a form field "shadowRoot" or an image "title", and such
// names hide the platform's own even here; so getters and methods are taken from the prototypes.
(() => {
  const bare = f => Function.prototype.call.bind(f);
  const getter = (type, name) => bare(Object.getOwnPropertyDescriptor(type.prototype, name).get);
  const method = (type, name) => bare(type.prototype[name]);
  const of = {
    type: getter(Node, 'nodeType'),
    first: getter(Node, 'firstChild'),
    next: getter(Node, 'nextSibling'),
    parent: getter(Node, 'parentNode'),
    rootNode: method(Node, 'getRootNode'),
    base: getter(Node, 'baseURI'),
    order: method(Node, 'compareDocumentPosition'),
    contains: method(Node, 'contains'),
    connected: getter(Node, 'isConnected'),
    textOf: getter(Node, 'textContent'),
    clone: method(Node, 'cloneNode'),
    tag: getter(Element, 'localName'),
    space: getter(Element, 'namespaceURI'),
    shadow: getter(Element, 'shadowRoot'),
    attr: method(Element, 'getAttribute'),
    has: method(Element, 'hasAttribute'),
    closest: method(Element, 'closest'),
    matches: method(Element, 'matches'),
    visible: method(Element, 'checkVisibility'),
    rect: method(Element, 'getBoundingClientRect'),
    rects: method(Element, 'getClientRects'),
    intoView: method(Element, 'scrollIntoView'),
    outer: getter(Element, 'outerHTML'),
    html: Element.prototype.getHTML ? method(Element, 'getHTML') : null,
    clientWidth: getter(Element, 'clientWidth'),
    clientHeight: getter(Element, 'clientHeight'),
    clientLeft: getter(Element, 'clientLeft'),
    clientTop: getter(Element, 'clientTop'),
    scrollHeight: getter(Element, 'scrollHeight'),
    scrollWidth: getter(Element, 'scrollWidth'),
    scrollTop: getter(Element, 'scrollTop'),
    scrollOf: method(Element, 'scrollTo'),
    width: getter(HTMLElement, 'offsetWidth'),
    inside: getter(HTMLIFrameElement, 'contentDocument'),
    slotted: method(HTMLSlotElement, 'assignedNodes'),
    root: getter(Document, 'documentElement'),
    body: getter(Document, 'body'),
    scroller: getter(Document, 'scrollingElement'),
    titleOf: getter(Document, 'title'),
    ready: getter(Document, 'readyState'),
    charset: getter(Document, 'characterSet'),
    fonts: getter(Document, 'fonts'),
    doctype: getter(Document, 'doctype'),
    mode: getter(Document, 'compatMode'),
    walker: method(Document, 'createTreeWalker'),
    range: method(Document, 'createRange'),
    allOfDocument: method(Document, 'querySelectorAll'),
    allOfFragment: method(DocumentFragment, 'querySelectorAll'),
    pointOfDocument: method(Document, 'elementFromPoint'),
    pointOfShadow: method(ShadowRoot, 'elementFromPoint'),
  };
  of.query = (root, css) =>
    of.type(root) === 9 ? of.allOfDocument(root, css) : of.allOfFragment(root, css);

  const world = {of, mutations: 0, spots: [], decoded: new WeakSet(), asked: new WeakSet(), count: null};
  const observer = new MutationObserver(records => { world.mutations += records.length; });
  const watched = new WeakSet();
  const what = {subtree: true, childList: true, attributes: true, characterData: true};
  world.watch = root => {
    if (!watched.has(root)) {
      watched.add(root);
      observer.observe(root, what);
    }
  };
  world.watch(document);

  // Every open shadow root, and the document, in the order of their hosts.
  world.roots = () => {
    const roots = [document];
    for (let i = 0; i < roots.length; i++) {
      const walk = of.walker(document, roots[i], NodeFilter.SHOW_ELEMENT);
      for (let n = walk.nextNode(); n; n = walk.nextNode()) {
        const shadow = of.shadow(n);
        if (shadow) roots.push(shadow);
      }
    }
    return roots;
  };

  // The part that scrolls: the page itself, or the largest scrollable box where the page cannot.
  world.scroller = () => {
    const own = of.scroller(document) || of.root(document);
    if (!own) return null;
    if (of.scrollHeight(own) > innerHeight + 1) return own;
    if (world.inner && of.connected(world.inner)) return world.inner;
    let best = null;
    let size = innerWidth * innerHeight * 0.3;
    for (const [fx, fy] of [[0.5, 0.5], [0.5, 0.85], [0.2, 0.5], [0.8, 0.5], [0.5, 0.2]]) {
      let n = world.at(innerWidth * fx, innerHeight * fy);
      for (; n; n = world.up(n)) {
        if (of.scrollHeight(n) <= of.clientHeight(n) + 10) continue;
        const flow = getComputedStyle(n).overflowY;
        if (flow !== 'auto' && flow !== 'scroll') continue;
        const area = of.clientWidth(n) * of.clientHeight(n);
        if (area > size) {
          size = area;
          best = n;
        }
      }
    }
    world.inner = best;
    return best || own;
  };

  // The element that encloses this one, out of shadow roots too.
  world.up = n => {
    const parent = of.parent(n);
    if (!parent) return null;
    if (of.type(parent) === 1) return parent;
    return parent instanceof ShadowRoot ? parent.host : null;
  };

  // The innermost element at a point of the viewport, into open shadow roots.
  world.at = (x, y) => {
    let hit = of.pointOfDocument(document, x, y);
    while (hit && of.shadow(hit)) {
      const inner = of.pointOfShadow(of.shadow(hit), x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };

  const control = n => {
    const tag = of.tag(n);
    return tag === 'a' ? of.has(n, 'href')
        : /^(button|summary|input|select|textarea|label|area|option)$/.test(tag);
  };

  // The element that a click on this one would act on.
  world.acting = el => {
    for (let n = el; n; n = world.up(n)) if (control(n)) return n;
    return el;
  };

  // Whether something between a place within an element and the element acts by itself: a control,
  // or a box that says in its role that it is one.
  world.between = (inner, el) => {
    for (let n = inner; n && n !== el; n = world.up(n)) {
      const role = of.attr(n, 'role') || '';
      if (control(n) || /^(button|link|tab|menuitem|menuitemradio|radio|switch|option)$/.test(role.trim().toLowerCase())) return true;
    }
    return false;
  };

  const shows = el => {
    const box = of.rect(el);
    return box.width > 1 && box.height > 1 && box.right > 0
        && of.visible(el, {visibilityProperty: true, opacityProperty: true});
  };

  world.shows = shows;

  const html = el => of.space(el) === 'http://www.w3.org/1999/xhtml';

  // Whether a password field shows in a document or shadow root, or in a frame of it that can be
  // looked into from here.
  world.secret = (root, depth = 0) => {
    for (const field of of.query(root, 'input[type=password i]')) if (html(field) && shows(field)) return true;
    if (depth === 4) return false;
    for (const frame of of.query(root, 'iframe')) {
      const within = html(frame) && of.inside(frame);
      if (within && shows(frame) && world.secret(within, depth + 1)) return true;
    }
    return false;
  };

  // Whether an image that ought to show something shows as broken.
  world.broken = img => {
    const asked = of.attr(img, 'src') || of.attr(img, 'srcset');
    const box = of.rect(img);
    return !!asked && box.width > 4 && box.height > 4 && shows(img);
  };

  // What a click on this element would do, as far as the markup says.
  world.facts = el => {
    const acts = world.acting(el);
    const tag = of.tag(acts);
    const input = tag === 'button' || tag === 'input';
    const type = !input ? '' : (of.attr(acts, 'type') || (tag === 'button' ? 'submit' : 'text')).toLowerCase();
    const plain = tag === 'button' && (type === 'button' || type === 'reset');
    const form = tag === 'button' ? world.form(acts) : tag === 'input' ? true : null;
    return {
      tag, type,
      href: tag === 'a' || tag === 'area' ? world.target(acts) : '',
      submits: input && !plain && !!form,
    };
  };
  world.form = getter(HTMLButtonElement, 'form');
  world.target = a => {
    const href = of.attr(a, 'href') || '';
    try {
      return new URL(href, of.base(document)).href.slice(0, 10000);
    } catch {
      return href.slice(0, 10000);
    }
  };
  return world;
})()
