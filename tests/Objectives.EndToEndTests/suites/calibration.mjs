import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { draft, nextYear } from './objectives.mjs';

const figures = 'verdict expected low high percentile history { period value }';
const preview = `query($cycleId: ID!, $measureId: ID!, $unitId: ID!, $target: Decimal!) { calibrationPreview(cycleId: $cycleId, measureId: $measureId, unitId: $unitId, target: $target) { ${figures} } }`;
const grouped = (text) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** What the company's own history says of the measure that drafts use. */
async function expectation(api, cycleId, target = '1000') {
  const { viewer, measures } = await api('{ viewer { person { unit { id } } } measures { id name decimals direction unitOfMeasure } }');
  const measure = measures.find((one) => one.decimals === 0 && one.direction === 'INCREASE');
  const { calibrationPreview } = await api(preview, { cycleId, measureId: measure.id, unitId: viewer.person.unit.id, target });
  return { measure, ...calibrationPreview };
}

const part = (page) => page.getByRole('region', { name: 'Calibration' });
const inForm = (form) => form.getByRole('group', { name: 'Calibration' });

export const calibration = (shared) =>
  describe('a target is held against history', () => {
    test('while one types it: too low, realistic, too high', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const cycleId = await nextYear(api);
      const { expected, low, high, history, measure } = await expectation(api, cycleId);
      assert.ok(history.length >= 20, `${history.length} months of history`);
      const { id } = await draft(api, cycleId, 'Calibrated while typing');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${id}`);
      await part(page).getByText('Too low', { exact: true }).waitFor();

      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      const form = page.getByRole('dialog');
      await inForm(form).getByText('Too low', { exact: true }).waitFor();
      await form.getByLabel('Target').fill(expected);
      await inForm(form).getByText('Realistic', { exact: true }).waitFor();
      const text = await inForm(form).innerText();
      for (const said of [`${grouped(expected)} ${measure.unitOfMeasure}`, `${grouped(low)} – ${grouped(high)}`, 'missed with a chance of 5', 'Theta method on']) assert.ok(text.includes(said), `${said} in ${text}`);
      await form.getByLabel('Target').fill(String(Number(expected) * 3));
      await inForm(form).getByText('Too high', { exact: true }).waitFor();
      await inForm(form).getByText('missed with a chance of over 99 %', { exact: false }).waitFor();

      await form.getByLabel('Target').fill('twelve');
      await inForm(form).waitFor({ state: 'detached' });
      await form.getByLabel('Target').fill(high);
      await inForm(form).getByText('Stretch', { exact: true }).waitFor();
      assert.deepEqual(await violations(page), []);
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await part(page).getByText('Stretch', { exact: true }).waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('asks once for what is typed in one go', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const { id } = await draft(api, await nextYear(api), 'Typed in one go');
      const { context, page } = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${id}`);
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await inForm(page.getByRole('dialog')).getByText('Too low', { exact: true }).waitFor();
      const asked = [];
      page.on('request', (request) => /"operationName":"CalibrationPreview/.test(request.postData() ?? '') && asked.push(JSON.parse(request.postData()).variables.target));
      await page.getByRole('dialog').getByLabel('Target').press('End');
      await page.keyboard.type('000', { delay: 40 });
      await page.waitForTimeout(800);
      assert.deepEqual(asked, ['1000000']);
      await context.close();
    });

    test('by keyboard its values are opened and read', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const cycleId = await nextYear(api);
      const { history } = await expectation(api, cycleId);
      const firstMonth = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${history[0].period}-15T12:00:00Z`));
      const { id } = await draft(api, cycleId, 'Read by keyboard');
      const { context, page } = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${id}`);
      await part(page).getByRole('img', { name: new RegExp(`^Past values: ${history.length} periods from ${firstMonth}`) }).waitFor();
      const summary = part(page).locator('summary');
      await summary.focus();
      await page.keyboard.press('Enter');
      await part(page).getByRole('row', { name: firstMonth }).waitFor();
      await page.keyboard.press('Tab');
      assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /^Past values \(/);
      assert.deepEqual(await violations(page), []);
      await context.close();
    });

    test('in Chinese, on a phone, no wider than it', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const { id } = await draft(api, await nextYear(api), '手机上的校准');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${id}`, { language: 'zh-CN', size: phone });
      const section = page.getByRole('region', { name: '目标校准' });
      await section.getByText('过低', { exact: true }).waitFor();
      assert.match(await section.innerText(), /未达成的可能性为 不到 1%[\s\S]*采用 Theta 法预测/);
      await page.getByRole('button', { name: '编辑', exact: true }).tap();
      await page.getByRole('dialog').getByRole('group', { name: '目标校准' }).getByText('过低', { exact: true }).waitFor();
      const width = await page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.querySelector('[role="dialog"]').scrollWidth));
      assert.ok(width <= phone.width, `${width} wide`);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('where there is none, and where it cannot be read, the page says so', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const cycleId = await nextYear(api);
      const { customers } = await api('{ customers(first: 1) { nodes { id } } }');
      const { objective } = await api('query($id: ID!) { objective(id: $id) { measure { id } unit { id } owner { id } } }', { id: (await draft(api, cycleId, 'Its measure')).id });
      const { draftObjective } = await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id } userErrors { message } } }', {
        input: {
          cycleId, level: 'CUSTOMER', title: 'Nothing is known of it', customerId: customers.nodes[0].id, ownerId: objective.owner.id, unitId: objective.unit.id, measureId: objective.measure.id, target: '5',
        },
      });
      const { context, page } = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${draftObjective.objective.id}`);
      await part(page).getByText('No history', { exact: true }).waitFor();
      await part(page).getByText('Nothing is on record for this measure in this scope.').waitFor();
      assert.equal(await part(page).getByRole('img').count(), 0);

      await page.route('**/graphql', (route) => (/"operationName":"CalibrationPreview/.test(route.request().postData() ?? '') ? route.abort() : route.continue()));
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      const form = page.getByRole('dialog');
      await inForm(form).getByText('The server could not be reached.', { exact: false }).waitFor();
      await page.unroute('**/graphql');
      await inForm(form).getByRole('button', { name: 'Try again' }).click();
      await inForm(form).getByText('No history', { exact: true }).waitFor();
      await settled(page);
      await context.close();
    });
  });
