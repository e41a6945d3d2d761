function (most) {
  const of = this.of;
  const end = performance.now() + 500; // a page can be made to take for ever
  const found = {images: 0, fonts: 0, media: 0, unused: [], empty: []};
  const add = (list, url) => { if (list.length < most) list.push(String(url).slice(0, 10000)); };
  const strict = of.mode(document) === 'CSS1Compat';

  // What a sheet of another origin says cannot be read; whether it is one, its media type tells.
  const rules = sheet => {
    try {
      return [...sheet.cssRules];
    } catch {
      return [];
    }
  };
  const look = (sheet, url, depth) => {
    const has = rules(sheet);
    if (has.length === 0 && strict && url) add(found.empty, url);
    for (const rule of has) {
      if (!(rule instanceof CSSImportRule)) break; // they stand before all others but layers
      if (rule.styleSheet && depth < 8) look(rule.styleSheet, rule.styleSheet.href, depth + 1);
    }
  };

  for (const root of this.roots()) {
    if (performance.now() > end) break;
    for (const img of of.query(root, 'img')) {
      if (performance.now() > end) break;
      if (img instanceof HTMLImageElement && img.complete && img.naturalWidth === 0 && this.broken(img)) found.images++;
    }
    for (const m of of.query(root, 'video, audio')) {
      if (m instanceof HTMLMediaElement && (m.error || m.networkState === HTMLMediaElement.NETWORK_NO_SOURCE)) found.media++;
    }
    for (const link of of.query(root, 'link[rel~="stylesheet" i][href]')) {
      if (!(link instanceof HTMLLinkElement) || of.has(link, 'disabled')) continue;
      if (!link.sheet) add(found.unused, link.href);
      else look(link.sheet, link.href, 0);
    }
    for (const style of of.query(root, 'style')) {
      if (style instanceof HTMLStyleElement && style.sheet) look(style.sheet, '', 0);
    }
  }
  for (const face of of.fonts(document)) if (face.status === 'error') found.fonts++;
  return found;
}
