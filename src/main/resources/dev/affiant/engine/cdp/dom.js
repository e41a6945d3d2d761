function (most) {
  const of = this.of;
  const root = of.root(document);
  if (!root) return {html: '', failure: 'the document has no element'};
  const shadows = this.roots().slice(1);
  const rest = node => {
    const type = of.type(node);
    if (type === 8) return '<!--' + node.data + '-->\n';
    if (type === 10) return new XMLSerializer().serializeToString(node) + '\n';
    if (type === 7) return '<?' + node.target + ' ' + node.data + '?>\n';
    return '';
  };
  let html = '';
  let failure = '';
  for (let n = of.first(document); n; n = of.next(n)) {
    if (n !== root) {
      html += rest(n);
    } else if (!(root instanceof HTMLHtmlElement) || !of.html) {
      html += of.outer(root);
      if (shadows.length > 0) failure = shadows.length + ' shadow roots are left out';
    } else {
      // The root element's own tag comes from a copy without children: <html lang="en"></html>.
      const tag = of.outer(of.clone(root, false));
      html += tag.slice(0, tag.length - '</html>'.length);
      html += of.html(root, {shadowRoots: shadows}) + '</html>';
    }
  }
  if (html.length > most) {
    failure = 'cut at ' + most + ' of ' + html.length + ' characters';
    html = html.slice(0, most);
  }
  return {html, failure, url: location.href.slice(0, 10000)};
}
