// The bare side of the bench: a fresh context a page, goto, full-page PNG, content(); nothing kept.
// node bare.cjs PLAYWRIGHT BROWSER RULES URL…   all of them, then the end
// node bare.cjs PLAYWRIGHT BROWSER RULES        one a line from standard input, {"ms":…} for each
const [, , library, executablePath, rules, ...urls] = process.argv;
const { chromium } = require(library);

async function visit(browser, url) {
  const begin = performance.now();
  const page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
  await page.goto(url);
  await page.screenshot({ fullPage: true });
  await page.content();
  await page.close();
  return performance.now() - begin;
}

(async () => {
  const browser = await chromium.launch({ executablePath, args: [`--host-resolver-rules=${rules}`] });
  if (urls.length > 0) {
    for (const url of urls) await visit(browser, url);
  } else {
    const lines = require('readline').createInterface({ input: process.stdin });
    for await (const url of lines) console.log(JSON.stringify({ ms: await visit(browser, url) }));
  }
  await browser.close();
})();
