import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const laptop = { width: 1366, height: 768 };
export const phone = { width: 390, height: 844 };

/** The browser's file, from CHROMIUM (a path or a command) or where Debian puts it; undefined where there is none. */
export function findChromium() {
  const asked = process.env.CHROMIUM;
  for (const candidate of [asked, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']) {
    if (!candidate) continue;
    if (existsSync(candidate)) return candidate;
    try {
      return execFileSync('/bin/sh', ['-c', 'command -v -- "$0"', candidate], { encoding: 'utf8' }).trim();
    } catch {
      // The next one.
    }
  }
  return undefined;
}

export const startBrowser = () =>
  chromium.launch({
    executablePath: findChromium(),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

/** A window of its own, with the errors of its pages. */
export async function openWindow(browser, baseURL, { language = 'en', size = laptop } = {}) {
  const isPhone = size === phone;
  const context = await browser.newContext({ baseURL, viewport: size, locale: language, bypassCSP: true, isMobile: isPhone, hasTouch: isPhone, reducedMotion: 'reduce' });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text())) errors.push(message.text());
  });
  return { context, page, errors };
}

/** A test that fails leaves its windows open: what stands in them then, for whoever reads why. */
export async function tellLeftOpen(browser) {
  for (const page of browser?.contexts().flatMap((context) => context.pages()) ?? []) {
    const texts = await page.locator('main, [role="dialog"], [role="alert"]').allInnerTexts().catch((error) => [String(error)]);
    console.log(`Left open: ${page.url()}\n${texts.map((text) => text.slice(0, 2_000)).join('\n---\n')}`);
  }
}

/** Signs in behind the page, which then opens at a place in it. */
export async function openAs(browser, baseURL, employeeNumber, path, options = {}) {
  const window = await openWindow(browser, baseURL, options);
  await window.context.addInitScript((language) => {
    if (!localStorage.getItem('objectives.language')) localStorage.setItem('objectives.language', language);
  }, options.language ?? 'en');
  await window.context.request.post('/auth/demo', { data: { employeeNumber } });
  await window.page.goto(path);
  await settled(window.page);
  return window;
}

/** Waits until the screen stands there and nothing is loading any more. */
export async function settled(page) {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[role="status"][aria-label="Loading…"], [role="status"][aria-label="正在加载…"], [aria-busy="true"]'));
}

/** Reads a list on, page by page, until it shows what is looked for. One that is read anew meanwhile takes its button away: then that is looked for again. */
export async function readOnTo(scope, wanted) {
  const more = scope.getByRole('button', { name: /^Show more/ });
  for (let turn = 0; turn < 40 && (await wanted.count()) === 0; turn++) {
    await wanted.or(more).first().waitFor();
    if ((await wanted.count()) === 0) await more.first().click({ timeout: 3_000 }).catch(() => {});
  }
  await wanted.first().waitFor();
  return wanted;
}

/** Does what leads to another screen, and waits until the one that was left is gone: what is asked of the page afterwards is not asked of that. */
export async function leaving(page, act) {
  await page.locator('main h1').first().waitFor();
  await page.evaluate(() => { document.querySelector('main h1').dataset.left = ''; });
  await act();
  await page.locator('main h1[data-left]').waitFor({ state: 'detached' });
}

/** Goes to a place as a link of the page does, without loading the page anew. */
export async function goWithin(page, path) {
  const go = () => page.evaluate((to) => {
    history.pushState({ idx: (history.state?.idx ?? 0) + 1 }, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  }, path);
  const isAnother = new URL(path, page.url()).pathname !== new URL(page.url()).pathname;
  await (isAnother ? leaving(page, go) : go());
}

/** What axe finds wrong, in words; once the page has nothing left to do, since a dialog gets its name in the moment after it is drawn. */
export async function violations(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 1000 }))));
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => `${node.target} (${node.failureSummary?.split('\n')[1]?.trim()})`).join('; ')}`);
}
