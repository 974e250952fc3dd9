import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, settled } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { nextYear } from './objectives.mjs';

const rows = (page) => page.locator('[data-row]');
const focusedTitle = (page) => page.evaluate(() => document.activeElement?.querySelector('a')?.textContent ?? null);
const focusedRow = (page) => page.locator('[data-row]:focus');

export const tree = (shared) =>
  describe('the goal tree', () => {
    test('is gone through with the keyboard, and branches are read when they are opened', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', '/tree');
      const first = rows(page).first();
      await first.focus();
      const top = await focusedTitle(page);
      assert.equal(await focusedRow(page).getAttribute('aria-expanded'), 'true');

      await page.keyboard.press('ArrowRight');
      assert.equal(await focusedRow(page).getAttribute('aria-level'), '2');
      assert.equal(await focusedRow(page).getAttribute('aria-expanded'), 'false');
      await page.keyboard.press('ArrowRight');
      await page.locator('[data-row]:focus[aria-expanded="true"]').waitFor();
      await page.keyboard.press('ArrowRight');
      assert.equal(await focusedRow(page).getAttribute('aria-level'), '3');

      await page.keyboard.press('ArrowLeft');
      assert.equal(await focusedRow(page).getAttribute('aria-level'), '2');
      await page.keyboard.press('ArrowLeft');
      assert.equal(await focusedRow(page).getAttribute('aria-expanded'), 'false');
      await page.keyboard.press('ArrowLeft');
      assert.equal(await focusedTitle(page), top);
      await page.keyboard.press('ArrowLeft');
      assert.equal(await focusedRow(page).getAttribute('aria-expanded'), 'false');

      await page.keyboard.press('End');
      const last = await focusedTitle(page);
      assert.notEqual(last, top);
      await page.keyboard.press('ArrowDown');
      assert.equal(await focusedTitle(page), last);
      await page.keyboard.press('Home');
      assert.equal(await focusedTitle(page), top);

      await page.keyboard.press('Shift+F10');
      await page.getByRole('menuitem', { name: 'Edit' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
      assert.equal(await focusedTitle(page), top, 'the focus is back at the row');

      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: top }).waitFor();
      await page.goBack();
      await settled(page);
      assert.equal(await rows(page).first().getAttribute('aria-expanded'), 'false', 'the branch is as it was left');
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('opens as a whole, of which only what is in sight exists', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0001', '/tree');
      await page.getByRole('button', { name: 'Open whole tree' }).click();
      const count = Number((await page.getByText(/^[\d,]+ objectives$/).innerText()).replace(/\D/g, ''));
      assert.ok(count > 1_000, `${count} objectives`);
      assert.equal(await page.getByRole('treegrid').getAttribute('aria-rowcount'), String(count + 1));
      assert.ok((await rows(page).count()) < 80);

      await rows(page).first().focus();
      await page.keyboard.press('End');
      await page.locator(`[data-row][aria-rowindex="${count + 1}"]:focus`).waitFor();
      await page.keyboard.press('PageUp');
      assert.ok(Number(await focusedRow(page).getAttribute('aria-rowindex')) < count);
      assert.ok((await rows(page).count()) < 80);

      await page.locator('[role="treegrid"]').evaluate((grid) => grid.parentElement.scrollTo(0, 0));
      await page.locator('[data-row][aria-rowindex="2"]').waitFor();
      assert.ok(await page.locator('[data-row]:focus').count(), 'the row with the focus stays');
      await context.close();
    });

    test('shows both bounds of what is kept within them', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const { viewer } = await api('{ viewer { person { id unit { id } } } }');
      const code = `KEEP${Date.now()}`;
      const { saveMeasure } = await (await signedInApi(shared.url, 'E0004'))('mutation($input: SaveMeasureInput!) { saveMeasure(input: $input) { measure { id } userErrors { message } } }', {
        input: { code, name: code, unitOfMeasure: 'days', direction: 'KEEP_WITHIN', aggregation: 'LAST', decimals: 0 },
      });
      await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id } userErrors { message } } }', {
        input: { cycleId: await nextYear(api), level: 'COMPANY', title: 'Kept within bounds', ownerId: viewer.person.id, unitId: viewer.person.unit.id, measureId: saveMeasure.measure.id, target: '30', lowerBound: '10' },
      });
      const { context, page } = await openAs(shared.browser, shared.url, 'E0001', `/tree?cycle=${await nextYear(api)}&q=Kept`);
      await rows(page).filter({ hasText: 'Kept within bounds' }).filter({ hasText: '10–30 days' }).waitFor();
      await context.close();
    });

    test('shows what a search and filters find, with what stands above it', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0001', '/tree');
      await page.getByRole('textbox', { name: 'Search in the tree' }).fill('李思雨');
      const found = page.getByText(/^[\d,]+ of [\d,]+ objectives$/);
      await found.waitFor();
      const some = Number((await found.innerText()).match(/^[\d,]+/)[0].replace(',', ''));
      assert.ok(some > 0 && some < 30);
      assert.ok((await rows(page).count()) > some, 'ancestors are shown too');
      assert.equal(await rows(page).first().getAttribute('data-context'), 'true');

      await page.getByRole('button', { name: 'Filters' }).click();
      await page.getByLabel('Level').first().click({ force: true });
      await page.getByRole('option', { name: 'Company' }).click();
      await page.keyboard.press('Escape');
      await page.getByText('No objective matches').waitFor();
      await page.getByRole('button', { name: 'Clear', exact: true }).first().click();
      await page.waitForFunction(() => document.querySelectorAll('[data-row]').length > 3 && !document.querySelector('[data-context]'));

      const address = page.url();
      assert.match(address, /level=COMPANY/);
      await page.reload();
      await settled(page);
      await page.locator('[data-row]').first().waitFor();
      assert.equal(await page.locator('[data-context]').count(), 0, 'the address keeps the filter');
      await context.close();
    });

    test('is drawn as a graph, loaded only then', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', '/tree');
      const scripts = () => page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.includes('GoalGraph')).length);
      assert.equal(await scripts(), 0);
      await page.getByText('As a graph').click({ force: true });
      const nodes = page.locator('.react-flow__node');
      await nodes.first().waitFor();
      assert.ok((await scripts()) > 0);
      await nodes.filter({ hasText: /\d %\s*(On track|At risk|Off track|Achieved)/ }).first().waitFor();
      const [controls, first] = [await page.locator('.react-flow__controls').boundingBox(), await nodes.first().boundingBox()];
      assert.ok(controls.x > first.x + first.width, 'the buttons lie over the first column');
      // By keyboard one comes to those too that are out of sight, and they come into it.
      await nodes.first().getByRole('button').first().focus();
      const all = await nodes.count();
      for (let i = 0; i < all; i++) {
        const [node, box] = await page.evaluate(() => [document.activeElement.closest('.react-flow__node'), document.querySelector('.react-flow')].map((element) => element && ((r) => [r.left, r.top, r.right, r.bottom].map(Math.round))(element.getBoundingClientRect())));
        assert.ok(node && node[0] >= box[0] && node[1] >= box[1] && node[2] <= box[2] && node[3] <= box[3], `${i}: ${node} in ${box}`);
        const id = await page.evaluate(() => document.activeElement.closest('.react-flow__node').dataset.id);
        for (let at = id; at === id && i < all - 1; at = await page.evaluate(() => document.activeElement.closest('.react-flow__node')?.dataset.id)) await page.keyboard.press('Tab');
      }
      await nodes.first().getByRole('button').first().focus();
      const before = await nodes.count();
      await page.getByRole('button', { name: /^\d+\s*Open the branch of/ }).first().click();
      await page.waitForFunction((count) => document.querySelectorAll('.react-flow__edge').length > 0 && document.querySelectorAll('.react-flow__node').length !== count, before);
      await nodes.first().getByRole('button').first().click();
      await page.waitForURL(/\/objectives\//);
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
