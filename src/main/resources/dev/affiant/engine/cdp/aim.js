// Where to click on a spot, if it is still what it was and nothing covers it.
function (spot) {
  const of = this.of;
  const el = this.spots[Number(spot.handle)];
  if (!el || !of.connected(el)) return {no: 'it is gone'};
  const facts = this.facts(el);
  for (const key of ['tag', 'type', 'href', 'submits']) {
    if (facts[key] !== spot[key]) return {no: 'its ' + key + ' has changed'};
  }
  const middle = () => {
    const all = [...of.rects(el)].filter(r => r.width > 0 && r.height > 0);
    if (all.length === 0) return null;
    const r = all.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));
    return {x: r.left + r.width / 2, y: r.top + r.height / 2};
  };
  let p = middle();
  if (!p) return {no: 'it has no box'};
  if (p.x < 0 || p.y < 0 || p.x >= innerWidth || p.y >= innerHeight) {
    of.intoView(el, {block: 'center', inline: 'nearest', behavior: 'instant'});
    p = middle();
    if (!p) return {no: 'it has no box'};
  }
  const hit = this.at(p.x, p.y);
  if (!hit) return {no: 'it is outside the viewport'};
  for (let n = hit; n !== el; n = this.up(n)) {
    if (!n) return {no: 'it is covered by ' + of.tag(hit)};
  }
  if (this.between(hit, el)) return {no: 'its middle is another control'};
  return p;
}
