function () {
  // Pauses what plays; says how many did.
  let playing = 0;
  for (const m of Array.prototype.slice.call(this.of.query(document, 'video, audio'), 0, 500)) {
    if (!m.paused) {
      playing++;
      HTMLMediaElement.prototype.pause.call(m);
    }
  }
  return playing;
}
