import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, settled } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';

const row = (page, title) => page.locator('[data-row]').filter({ hasText: title });

/** Opens a row's menu and chooses from it. */
async function choose(page, title, action) {
  await row(page, title).getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

/** Next year's cycle is in preparation: its objectives' terms can still be changed. */
export async function nextYear(api) {
  const { cycles } = await api('{ cycles { id year status } }');
  return cycles.findLast((cycle) => cycle.status === 'PREPARATION').id; // The newest come first, and a test may have opened one.
}

export async function draft(api, cycleId, title, parentId = null) {
  const { viewer, measures } = await api('{ viewer { person { id unit { id } } } measures { id decimals direction } }');
  const measure = measures.find((one) => one.decimals === 0 && one.direction === 'INCREASE');
  const { draftObjective } = await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id version } userErrors { message } } }', {
    input: { cycleId, parentId, level: 'COMPANY', title, ownerId: viewer.person.id, unitId: viewer.person.unit.id, measureId: measure.id, target: '1000' },
  });
  assert.deepEqual(draftObjective.userErrors, []);
  return draftObjective.objective;
}

export const objectives = (shared) =>
  describe('objectives', () => {
    test('are drafted, with each mistake at its field', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const cycleId = await nextYear(api);
      await draft(api, cycleId, 'Drafts: the parent');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', `/tree?cycle=${cycleId}&q=Drafts:`);
      await choose(page, 'Drafts: the parent', 'Draft child');
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'Draft', exact: true }).click();
      assert.equal(await form.getByText('This is required.').count(), 2);
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')), 'true', 'the first field at fault has the focus');

      await form.getByLabel('Title').fill('Drafts: the child');
      await form.getByLabel('Target').fill('1,234.5678');
      await form.getByRole('button', { name: 'Draft', exact: true }).click();
      await form.getByText(/digits after the point/).waitFor();
      assert.equal(await form.getByLabel('Target').getAttribute('aria-invalid'), 'true', 'what the server refuses stands at its field');
      await page.waitForFunction(() => document.activeElement?.getAttribute('inputmode') === 'decimal');
      await page.keyboard.type('77');
      assert.equal(await form.getByLabel('Target').inputValue(), '77', 'it is typed over');
      await form.getByLabel('Target').fill('twelve');
      await form.getByText('Write a number', { exact: false }).waitFor();
      await form.getByLabel('Target').fill('1,234');
      await form.getByRole('button', { name: 'Draft', exact: true }).click();
      await form.waitFor({ state: 'detached' });

      await row(page, 'Drafts: the child').waitFor();
      await page.waitForFunction(() => document.activeElement?.textContent.includes('Drafts: the child'));
      assert.match(await row(page, 'Drafts: the child').innerText(), /1,234/);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('are edited; whoever comes late is told, and reads the newest first', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const cycleId = await nextYear(api);
      const { id } = await draft(api, cycleId, 'To be edited');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${id}`);
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Target').fill('2,500');
      await api('mutation($input: EditObjectiveInput!) { editObjective(input: $input) { userErrors { message } } }', { input: { id, title: 'Edited by another' } });
      await form.getByRole('button', { name: 'Save' }).click();
      await form.getByText('Someone else has changed it meanwhile').waitFor();
      await form.getByRole('button', { name: 'Reload' }).click();
      await page.waitForFunction(() => document.querySelector('[role="dialog"] input[maxlength="200"]')?.value === 'Edited by another');
      assert.equal(await form.getByLabel('Target').inputValue(), '1,000');
      await form.getByLabel('Target').fill('3000');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });

      await page.getByRole('heading', { level: 1, name: 'Edited by another' }).waitFor();
      const history = page.getByRole('region', { name: 'History' });
      await history.getByRole('cell', { name: '3,000' }).waitFor();
      assert.match(await history.innerText(), /Edited · 林志远[\s\S]*1,000[\s\S]*3,000/);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('move with all below them, but not under themselves', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const cycleId = await nextYear(api);
      const upper = await draft(api, cycleId, 'Moving: upper');
      await draft(api, cycleId, 'Moving: lower', upper.id);
      await draft(api, cycleId, 'Moving: home');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', `/tree?cycle=${cycleId}&q=Moving:`);
      await choose(page, 'Moving: upper', 'Move');
      const form = page.getByRole('dialog');
      const parent = form.getByLabel('New parent');
      await parent.fill('Moving: lower');
      await page.getByRole('option', { name: /Moving: lower/ }).click();
      await form.getByRole('button', { name: 'Move here' }).click();
      await form.getByText('An objective cannot stand under itself.').waitFor();
      assert.equal(await parent.getAttribute('aria-invalid'), 'true');

      await parent.fill('Moving: home');
      await page.getByRole('option', { name: /Moving: home/ }).click();
      await form.getByRole('button', { name: 'Move here' }).click();
      await form.waitFor({ state: 'detached' });
      await page.locator('[data-row][aria-level="2"]').filter({ hasText: 'Moving: upper' }).waitFor();
      await page.locator('[data-row][aria-level="3"]').filter({ hasText: 'Moving: lower' }).waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('are withdrawn for a reason, which their history keeps', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const cycleId = await nextYear(api);
      const { id } = await draft(api, cycleId, 'To be withdrawn');
      const { context, page } = await openAs(shared.browser, shared.url, 'E0001', `/tree?cycle=${cycleId}&q=withdrawn`);
      await choose(page, 'To be withdrawn', 'Withdraw');
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'Withdraw' }).click();
      await page.locator('[role="dialog"] textarea[aria-invalid="true"]').waitFor();
      await form.getByLabel('Reason').fill('No longer wanted');
      await form.getByRole('button', { name: 'Withdraw' }).click();
      await form.waitFor({ state: 'detached' });
      await row(page, 'To be withdrawn').waitFor({ state: 'detached' });

      await page.goto(`/objectives/${id}`);
      await page.getByText('Reason: No longer wanted').waitFor();
      assert.equal(await page.getByRole('button', { name: 'Edit', exact: true }).count(), 0);
      await context.close();
    });

    test('offer no change to those who may not make it', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0112', '/tree');
      await page.locator('[data-row]').first().getByRole('button', { name: /^Actions for/ }).click();
      await page.getByText('Only its owner, leaders above', { exact: false }).waitFor();
      assert.ok(await page.getByRole('menuitem', { name: 'Edit', exact: true }).isDisabled());
      await context.close();
    });

    test('are talked about; people are mentioned, and own words taken back', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const { id } = await draft(api, await nextYear(api), 'Talked about');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${id}`);
      const comments = page.getByRole('region', { name: /^Comments/ });
      const input = comments.getByLabel('Write a comment');
      await input.pressSequentially('Please look, @李思');
      await page.getByRole('option', { name: /李思雨/ }).click();
      assert.match(await input.inputValue(), /^Please look, @(李思雨|E0112) $/);
      await comments.getByRole('button', { name: 'Send' }).click();
      await comments.getByRole('link', { name: /@(李思雨|E0112)/ }).waitFor();
      await page.getByRole('heading', { name: 'Comments (1)' }).waitFor();

      await comments.getByRole('button', { name: 'Take back my comment' }).click();
      await page.getByRole('heading', { name: 'Comments (0)' }).waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('are found from anywhere', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const { id } = await draft(api, await nextYear(api), 'Findable needle');
      const { context, page } = await openAs(shared.browser, shared.url, 'E0001', '/people');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('needle');
      await page.getByRole('option', { name: /Findable needle/ }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/objectives/${id}`);
      await settled(page);
      await context.close();
    });
  });
