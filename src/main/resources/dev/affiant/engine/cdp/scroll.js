function (y) {
  const scroller = this.scroller();
  if (!scroller) return 0;
  this.of.scrollOf(scroller, {top: y, behavior: 'instant'});
  return Math.round(this.of.scrollTop(scroller));
}
