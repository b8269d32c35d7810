// The HTML page in a real browser: node check.js FOLDER PICTURES
// FOLDER holds the pages NAME.html; pictures of them go to PICTURES.  Prints
// "ok NAME" or "not ok NAME" with details behind "# ".
"use strict";
const fs = require("fs");
const path = require("path");
const modules = process.env.BROWSER_MODULES;
const { chromium } = require(path.join(modules, "playwright-core"));
const axe = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");

const [folder, pictures] = process.argv.slice(2);
const widths = [360, 800, 1280];
const INTERACTIVE_MS = 1000;

function report(name, faults) {
  console.log(`${faults.length === 0 ? "ok" : "not ok"} browser ${name}`);
  faults.slice(0, 8).forEach((fault) => console.log(`# ${fault}`));
}

// Opens a page and notes whatever it says or asks for.
async function open(browser, file, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const url = "file://" + path.resolve(folder, file);
  const faults = [];
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== url) faults.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { context, page, faults };
}

// What is out of sight has no size yet, so all is shown for the measuring.
async function axeFaults(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important; }");
    document.adoptedStyleSheets = [sheet];
  });
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  return result.violations.map((v) => `axe ${v.id}: ${v.nodes.length} x ${v.nodes[0].html.slice(0, 120)} ${v.nodes[0].failureSummary.split("\n").slice(1).join(" ").slice(0, 160)}`);
}

// Contrast of the text in pictures, which axe leaves out (WCAG 2: 4.5 to 1).
function svgFaults(page) {
  return page.evaluate(() => {
    const channel = (v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const parse = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = ([r, g, b]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
    const behind = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = parse(getComputedStyle(at).backgroundColor);
        if (colour.length === 3 || colour[3] > 0) return colour;
      }
      return [255, 255, 255];
    };
    return [...document.querySelectorAll("svg text")].map((text) => {
      const [a, b] = [light(parse(getComputedStyle(text).fill)), light(behind(text))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      return ratio < 4.5 ? `contrast ${ratio.toFixed(2)} of "${text.textContent}"` : "";
    }).filter(Boolean);
  });
}

// Light and dark, in three widths: quiet, no barrier, no wider than the window.
async function checkLooks(browser, name) {
  for (const colorScheme of ["light", "dark"]) {
    const { context, page, faults } = await open(browser, `${name}.html`, { colorScheme, viewport: { width: widths[2], height: 900 } });
    faults.push(...await svgFaults(page));
    for (const width of widths) {
      await page.setViewportSize({ width, height: 1400 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) faults.push(`${wide} pixels wider than a window of ${width}`);
      if (pictures) await page.screenshot({ path: path.join(pictures, `${name}-${colorScheme}-${width}.png`) });
      if (width === (colorScheme === "light" ? widths[0] : widths[2])) faults.push(...await axeFaults(page));
    }
    report(`${name}, ${colorScheme}`, faults);
    await context.close();
  }
}

// Every link within the page leads somewhere, and a statement's to its words.
async function checkLinks(browser, name) {
  const { context, page, faults } = await open(browser, `${name}.html`, { viewport: { width: 1280, height: 900 } });
  faults.push(...await page.evaluate(() => [...document.querySelectorAll("a[href^='#']")]
    .filter((a) => !document.getElementById(decodeURIComponent(a.hash.slice(1))))
    .map((a) => `${a.hash} leads nowhere`)));
  const ids = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
  ids.forEach((id) => faults.push(`two elements have the id ${id}`));
  const places = page.locator("blockquote + .where a[href^='#claim-'], blockquote + .context + .where a[href^='#claim-']");
  const count = Math.min(await places.count(), 5);
  for (let i = 0; i < count; i++) {
    const place = places.nth(i);
    const words = await place.evaluate((a) => {
      let at = a.closest(".where");
      while (at.tagName !== "BLOCKQUOTE") at = at.previousElementSibling;
      return at.textContent.split("…")[0].trim();
    });
    await page.evaluate((hash) => { location.hash = hash; }, await place.getAttribute("href"));
    const found = await page.evaluate(() => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const box = target.parentElement.getBoundingClientRect();
      const rest = document.createRange();
      rest.setStartAfter(target);
      rest.setEndAfter(target.closest("article"));
      return { text: rest.toString(), seen: box.bottom > 0 && box.top < innerHeight };
    });
    const plain = (text) => text.replace(/\s+/g, " ").replace(/\d+$/, "");
    // the table may lack a sentence: then it leads to the first one that is there
    if (!plain(found.text).startsWith(plain(words).slice(0, 24)) && !plain(words).includes(plain(found.text).slice(0, 24))) faults.push(`"${words.slice(0, 40)}" leads to "${found.text.slice(0, 40)}"`);
    if (!found.seen) faults.push(`"${words.slice(0, 40)}" is not in the window`);
  }
  report(`${name}, links`, faults);
  await context.close();
}

// Each choice of the filter shows only what bears it, and all comes back.
async function checkFilter(browser, name) {
  const { context, page, faults } = await open(browser, `${name}.html`, { viewport: { width: 1280, height: 900 } });
  const attributes = { outlet: "data-o", actor: "data-a", topic: "data-t", kind: "data-k" };
  const visible = () => page.evaluate(() => [...document.querySelectorAll("[data-o]")].filter((e) => !e.hidden).length);
  const all = await visible();
  let narrowed = 0;
  for (const [facet, attribute] of Object.entries(attributes)) {
    const values = await page.evaluate((id) => [...document.querySelectorAll(`#filter-${id} option`)].map((o) => o.value).slice(1, 3), facet);
    for (const value of values) {
      await page.selectOption(`#filter-${facet}`, value);
      const wrong = await page.evaluate(([attribute, value]) => [...document.querySelectorAll(`[${attribute}]`)]
        .filter((e) => !e.hidden && e.getAttribute(attribute) !== value && !e.getAttribute(attribute).split(" ").includes(value)).length, [attribute, value]);
      if (wrong > 0) faults.push(`${facet} ${value}: ${wrong} others are shown`);
      if (await visible() === 0) faults.push(`${facet} ${value}: nothing is shown`);
      if (await visible() < all) narrowed++;
      await page.click("#filter button");
      await page.waitForFunction((all) => [...document.querySelectorAll("[data-o]")].filter((e) => !e.hidden).length === all, all);
    }
  }
  if (narrowed === 0) faults.push("no choice narrows anything");
  report(`${name}, filter`, faults);
  await context.close();
}

// With the tabulator alone every link and choice is reached, and seen to be.
async function checkKeyboard(browser, name) {
  const { context, page, faults } = await open(browser, `${name}.html`, { viewport: { width: 1280, height: 900 } });
  const wanted = await page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], select, button, [tabindex='0']")];
    all.forEach((e, i) => e.setAttribute("data-tab", i));
    return Math.min(all.length, 25);
  });
  for (let i = 0; i < wanted; i++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => [document.activeElement.getAttribute("data-tab"), getComputedStyle(document.activeElement).outlineStyle]);
    if (at[0] !== String(i)) faults.push(`${i + 1} tabs lead to ${at[0]}`);
    if (at[1] === "none") faults.push(`the focus on ${at[0]} is not seen`);
  }
  report(`${name}, keyboard`, faults);
  await context.close();
}

// Without script everything is there, but for the filter.
async function checkPlain(browser, name) {
  const { context, page, faults } = await open(browser, `${name}.html`, { javaScriptEnabled: false });
  if (await page.locator("#filter").isVisible()) faults.push("the filter is shown");
  if (await page.locator("section").count() === 0) faults.push("there are no sections");
  report(`${name}, without script`, faults);
  await context.close();
}

// How long the page's own thread works until a choice of the filter is
// answered: processor time, so that a busy machine changes nothing.
async function checkSpeed(browser, name) {
  const { context, page, faults } = await open(browser, `empty.html`, {});
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => (await devtools.send("Performance.getMetrics")).metrics.find((m) => m.name === "TaskDuration").value * 1000;
  const before = await worked();
  faults.length = 0;
  await page.goto("file://" + path.resolve(folder, `${name}.html`), { waitUntil: "domcontentloaded" });
  await page.selectOption("#filter-outlet", { index: 1 });
  await page.waitForFunction(() => document.getElementById("shown").textContent !== "");
  const took = Math.round(await worked() - before);
  report(`${name}, interactive within ${INTERACTIVE_MS} ms`, took > INTERACTIVE_MS ? [`after ${took} ms`] : []);
  console.log(`# ${took} ms`);
  await context.close();
}

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  const names = fs.readdirSync(folder).filter((f) => f.endsWith(".html")).map((f) => f.slice(0, -5)).sort();
  for (const name of names) {
    if (name === "many") {
      await checkSpeed(browser, name);
      continue;
    }
    await checkLooks(browser, name);
    await checkLinks(browser, name);
    if (!["report", "article", "figures"].includes(name)) continue;
    await checkKeyboard(browser, name);
    await checkPlain(browser, name);
    if (name === "report") await checkFilter(browser, name);
  }
  await browser.close();
})().catch((error) => {
  console.log(`not ok browser\n# ${error.stack}`);
  process.exitCode = 1;
});
