import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { draft, nextYear } from './objectives.mjs';

const months = (page) => page.getByRole('dialog').locator('input[data-cell]');
const valuesOf = (cells) => cells.evaluateAll((inputs) => inputs.map((input) => input.value));

/** Puts what a spreadsheet would have copied into the field that has the focus. */
const paste = (page, text) =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

async function dividedObjective(api, title) {
  const { organization, measures, people } = await api('{ organization { units { id kind leader { id } children { id } } } measures { id decimals aggregation direction } people(first: 1) { totalCount } }');
  assert.ok(people.totalCount > 0);
  const unit = organization.units.find((one) => one.kind === 'DIVISION' && one.children.length >= 3);
  const { draftObjective } = await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id } userErrors { message } } }', {
    input: {
      cycleId: await nextYear(api), level: 'TEAM', title, ownerId: unit.leader.id, unitId: unit.id, target: '100',
      measureId: measures.find((one) => one.decimals === 0 && one.aggregation === 'SUM' && one.direction === 'INCREASE').id,
    },
  });
  assert.deepEqual(draftObjective.userErrors, []);
  return draftObjective.objective.id;
}

export const allocation = (shared) =>
  describe('a target', () => {
    test('is phased by a method, seen before it is saved', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const { id } = await draft(api, await nextYear(api), 'To be phased');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${id}`);
      const section = page.getByRole('region', { name: 'Target by months' });
      await section.getByText('Not phased yet').waitFor();
      await section.getByRole('button', { name: 'Phase', exact: true }).click();
      await months(page).nth(11).waitFor();
      assert.deepEqual((await valuesOf(months(page))).slice(3, 5), ['84', '83'], '1,000 by twelve: four months have one more');
      await page.getByRole('dialog').getByText('By season', { exact: true }).click();
      await page.getByRole('dialog').getByText(/no season to go by|^Target/).first().waitFor();
      await page.getByRole('dialog').getByText('Working days', { exact: true }).click();
      await page.waitForFunction(() => new Set([...document.querySelectorAll('[role="dialog"] input[data-cell]')].map((input) => input.value)).size > 3);
      assert.deepEqual(await violations(page), []);
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await section.getByText('Working days').waitFor();
      assert.equal(await section.getByRole('rowheader').count(), 12);
      await page.getByRole('region', { name: 'History' }).getByText(/^Phased/).first().waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('is phased by hand with the keyboard and from a spreadsheet, and what remains is shown', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const { id } = await draft(api, await nextYear(api), 'To be phased by hand');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${id}`);
      await page.getByRole('region', { name: 'Target by months' }).getByRole('button', { name: 'Phase', exact: true }).click();
      await months(page).nth(11).waitFor();
      await months(page).first().focus();
      await page.keyboard.type('100');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement?.dataset.cell?.slice(-2)), '02', 'Enter goes to the next month');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      assert.equal(await page.evaluate(() => document.activeElement?.dataset.cell?.slice(-2)), '02', 'the arrows go down and up');
      await page.getByRole('dialog').getByText('Remaining: −16').waitFor();
      await paste(page, '100\r\n100\r\n100.00\r\n100\r\n100\r\n100\r\n100\r\n100\r\n100\r\n\r\n\r\n');
      await page.getByRole('dialog').getByText('The months make up the target.').waitFor();
      await months(page).nth(4).fill('twelve');
      await page.getByRole('dialog').getByText(/Write a number/).first().waitFor();
      await months(page).nth(4).fill('90');
      await page.getByRole('dialog').getByText('Remaining: 10').waitFor();
      await months(page).nth(10).fill('11');
      await months(page).nth(11).fill('0');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page.getByRole('dialog').getByText('The months add up to 1001, the target is 1000.').waitFor();
      await months(page).nth(10).fill('10');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const { objective } = await api('query($id: ID!) { objective(id: $id) { phasedBy phasedTargets(granularity: QUARTER) { value } } }', { id });
      assert.deepEqual([objective.phasedBy, ...objective.phasedTargets.map((one) => one.value)], ['BY_HAND', '300', '290', '300', '110']);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('is allocated: weights, a part fixed by hand, one left out, and its reasons', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const id = await dividedObjective(api, 'To be allocated');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${id}`);
      await page.getByRole('link', { name: 'Allocate', exact: true }).click();
      await page.waitForURL(/allocate$/);
      const cells = page.locator('input[data-cell]');
      await cells.nth(2).waitFor();
      const sum = async () => (await valuesOf(cells)).reduce((all, value) => all + Number(value || 0), 0);
      assert.equal(await sum(), 100);
      const count = await cells.count();

      await page.getByLabel('All alike').fill('1');
      await page.getByLabel('Relative strength', { exact: true }).fill('');
      await page.getByRole('button', { name: /^Why/ }).first().click();
      await page.getByRole('cell', { name: 'All alike' }).waitFor();
      await settled(page);
      assert.deepEqual(await violations(page), []);

      await cells.first().fill('40');
      await page.keyboard.press('Enter');
      await page.getByText('Fixed by hand: the factors give nothing.').waitFor();
      await settled(page);
      assert.equal((await valuesOf(cells))[0], '40');
      assert.equal(await sum(), 100);
      await cells.first().fill('101');
      await page.getByRole('alert').getByText(/more than 100/).waitFor();
      assert.equal(await page.getByRole('button', { name: `Allocate to ${count}` }).isDisabled(), true);
      await cells.first().fill('40');
      await page.getByRole('alert').waitFor({ state: 'detached' });

      await page.getByRole('checkbox').last().uncheck();
      const apply = page.getByRole('button', { name: `Allocate to ${count - 1}` });
      await apply.waitFor();
      await settled(page);
      await page.waitForFunction(() => [...document.querySelectorAll('input[data-cell]')].reduce((all, input) => all + Number(input.value || 0), 0) === 100);
      await apply.click();
      await page.waitForURL(new RegExp(`/objectives/${id}$`));
      await page.getByText(`${count - 1} objectives set.`).waitFor();
      const { objective } = await api('query($id: ID!) { objective(id: $id) { children { target origin } } }', { id });
      assert.deepEqual([objective.children.length, objective.children.every((one) => one.origin === 'ALLOCATED')], [count - 1, true]);
      assert.equal(objective.children.reduce((all, one) => all + Number(one.target), 0), 100);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('is phased and allocated on a phone, in Chinese', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const id = await dividedObjective(api, '手机上分解');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${id}/allocate`, { language: 'zh-CN', size: phone });
      await page.locator('input[data-cell]').nth(2).waitFor();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing hangs over the side');
      await page.getByRole('button', { name: /^分解给 \d+ 个对象$/ }).click();
      await page.waitForURL(new RegExp(`/objectives/${id}$`));
      await page.getByRole('button', { name: '分解到月' }).click();
      await months(page).nth(11).waitFor();
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('region', { name: '按月目标' }).getByText('2027年12月').waitFor();
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('is not allocated by one who may not change it', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const id = await dividedObjective(api, 'Not yours');
      const { context, page } = await openAs(shared.browser, shared.url, 'E0112', `/objectives/${id}`);
      assert.equal(await page.getByRole('link', { name: 'Allocate', exact: true }).count(), 0);
      await page.goto(`/objectives/${id}/allocate`);
      await page.getByText('Nobody has this objective for you to allocate.').waitFor();
      await context.close();
    });

    test('goes by the company’s calendar, which administrators set', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0004', '/settings');
      const holidays = page.getByRole('region', { name: 'Holidays and worked weekends' });
      await holidays.getByText('2026', { exact: true }).waitFor();
      await holidays.getByLabel('Name of 2026-02-14').waitFor();
      for (let year = 2026; year < 2034; year++) await holidays.getByRole('button', { name: 'Next year' }).click();
      await holidays.getByText('2034', { exact: true }).waitFor();
      await holidays.getByLabel('Name of 2034-10-01').waitFor();
      const before = await holidays.getByRole('button', { name: /^Remove/ }).count();
      await holidays.getByRole('button', { name: 'Add a day' }).click();
      await holidays.getByLabel(/^Name of/).last().fill('');
      await holidays.getByRole('button', { name: 'Save 2034' }).click();
      await holidays.getByRole('alert').waitFor();
      await holidays.getByLabel(/^Name of/).last().fill('Company day');
      await holidays.getByRole('button', { name: 'Save 2034' }).click();
      await page.getByText('Saved.').waitFor();
      await settled(page);
      assert.equal(await holidays.getByRole('button', { name: /^Remove/ }).count(), before + 1);
      assert.deepEqual(await violations(page), []);

      await page.getByLabel('Time zone').fill('Mars/Olympus');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.waitForFunction(() => document.querySelector('[aria-invalid="true"]')?.value === 'Mars/Olympus');
      const member = await openAs(shared.browser, shared.url, 'E0112', '/settings');
      await member.page.getByText('Only administrators may change it.').waitFor();
      assert.equal(await member.page.getByRole('button', { name: 'Save', exact: true }).count(), 0);
      await member.context.close();
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
