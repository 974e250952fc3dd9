import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';

/** A personal objective in the cycle that is carried out, with its control points. */
export async function controlled(shared, employeeNumber, title) {
  const api = await signedInApi(shared.url, 'E0001');
  const member = await signedInApi(shared.url, employeeNumber);
  const { viewer } = await member('{ viewer { person { id unit { id } } } }');
  const { cycles, measures } = await api('{ cycles { id status end } measures { id decimals direction aggregation } }');
  const cycle = cycles.find(({ status }) => status === 'EXECUTION');
  const measureId = measures.find((one) => one.decimals === 0 && one.direction === 'INCREASE' && one.aggregation === 'SUM').id;
  const { draftObjective } = await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id controlPoints { id date } } userErrors { message } } }', {
    input: { cycleId: cycle.id, level: 'PERSONAL', title, ownerId: viewer.person.id, unitId: viewer.person.unit.id, measureId, target: '120' },
  });
  assert.deepEqual(draftObjective.userErrors, []);
  return { api, member, cycle, id: draftObjective.objective.id, points: draftObjective.objective.controlPoints };
}

export async function reported(member, point, selfReview) {
  const { reportProgress } = await member('mutation($input: ReportProgressInput!) { reportProgress(input: $input) { userErrors { message } } }', { input: { controlPointId: point.id, selfReview, confidence: 4 } });
  assert.deepEqual(reportProgress.userErrors, []);
}

const card = (page, title) => page.locator('[data-point]').filter({ hasText: title });

async function chooseStatus(page, name) {
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name, exact: true }).click();
  await settled(page);
}

export const control = (shared) =>
  describe('control points', () => {
    test('a leader finds what her people reported, and answers from the point itself', async () => {
      const title = 'Answered at the point';
      const { member, id, points } = await controlled(shared, 'E0114', title);
      await reported(member, points[0], 'First month is done');
      await reported(member, points[1], 'Second month is done');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', '/control');
      assert.equal(await card(page, title).count(), 0, 'her own are shown first');
      await page.getByText('My people’s', { exact: true }).click();
      await chooseStatus(page, 'Reported');
      await page.getByLabel('Until').fill(points[0].date);
      await page.keyboard.press('Enter');
      await page.waitForURL(/until=/);
      await card(page, title).nth(1).waitFor({ state: 'detached' });
      await card(page, title).waitFor();
      assert.match(await card(page, title).innerText(), /Expected 10 [\s\S]*Confidence 4 of 5 · First month is done/);
      await page.reload();
      await settled(page);
      assert.equal(await card(page, title).count(), 1, 'the address keeps what was chosen');
      await card(page, title).getByRole('button', { name: title, exact: true }).click();
      const point = page.getByRole('dialog');
      await point.getByRole('img', { name: /To date/ }).waitFor();
      await point.getByText('Second month is done').waitFor({ state: 'hidden' });
      await point.getByRole('region', { name: 'Other reports of this objective' }).locator('summary').click();
      await point.getByText('Second month is done').waitFor();
      assert.deepEqual(await violations(page), []);
      await point.getByRole('button', { name: 'Follow up' }).click();
      await page.getByLabel('Guidance').fill('Go on like this');
      await page.getByRole('dialog').getByRole('button', { name: 'Follow up' }).click();
      await page.getByRole('dialog').getByText(/^Answered by/).waitFor();
      await page.getByRole('dialog').getByText('Go on like this').waitFor();
      assert.equal(await page.getByRole('dialog').getByRole('button', { name: 'Follow up' }).count(), 0);
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await card(page, title).waitFor({ state: 'detached' });
      const { objective } = await member('query($id: ID!) { objective(id: $id) { controlPoints { status } } }', { id });
      assert.deepEqual(objective.controlPoints.slice(0, 2).map(({ status }) => status), ['REVIEWED', 'REPORTED']);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('a member reports at his points on a phone, the leader sees what his unit does', async () => {
      const title = 'Reported at the point';
      const { member, id, points } = await controlled(shared, 'E0113', title);
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0113', `/control?until=${points[0].date}`, { size: phone });
      assert.deepEqual(await violations(page), []);
      await card(page, title).getByRole('button', { name: `Write the report: ${title}` }).tap();
      const form = page.getByRole('dialog');
      await form.getByLabel('Self-review').fill('Seven done');
      await form.getByText('5', { exact: true }).tap();
      await form.getByLabel(/Reached in/).fill('7');
      await form.getByLabel('Minutes that this report took').fill('3');
      await form.getByRole('button', { name: 'Report', exact: true }).tap();
      await form.waitFor({ state: 'detached' });
      await card(page, title).getByText('Seven done').waitFor();
      assert.match(await card(page, title).innerText(), /Reported[\s\S]*Reached 7 /);
      const { objective } = await member('query($id: ID!) { objective(id: $id) { actuals { period value } controlPoints { status report { confidence minutesSpent } } } }', { id });
      assert.equal(objective.actuals[0].value, '7');
      assert.deepEqual(objective.controlPoints[0], { status: 'REPORTED', report: { confidence: 5, minutesSpent: 3 } });
      assert.deepEqual(errors, []);
      await context.close();

      const leader = await openAs(shared.browser, shared.url, 'E0111', `/control?until=${points[0].date}`);
      await leader.page.getByText('A unit’s', { exact: true }).click();
      await chooseStatus(leader.page, 'Reported');
      await card(leader.page, title).getByRole('button', { name: new RegExp(`^Follow up .*: ${title}$`) }).waitFor();
      await leader.context.close();
    });

    test('one more is set on the objective’s page, and only where there is none', async () => {
      const { id, cycle } = await controlled(shared, 'E0113', 'Looked at more often');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0113', `/objectives/${id}`);
      const section = page.getByRole('region', { name: 'Control points' });
      await section.getByText('Dec 31', { exact: false }).waitFor();
      const before = await section.getByRole('listitem').count();
      const set = async (day, tolerance) => {
        await section.getByRole('button', { name: 'Set a control point' }).click();
        await page.getByRole('dialog').getByRole('textbox', { name: /^Day/ }).fill(day);
        await page.keyboard.press('Tab');
        await page.getByLabel('Tolerance').fill(tolerance);
        await page.getByRole('dialog').getByRole('button', { name: 'Set a control point' }).click();
      };
      await set(cycle.end, '5');
      await page.getByText('already', { exact: false }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').getByRole('button', { name: 'Discard it' }).click();
      await set(`${cycle.end.slice(0, 8)}20`, '5');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.waitForFunction((count) => document.querySelectorAll('section ul[aria-label="Control points"] > li').length === count, before + 1);
      await section.getByRole('button', { name: 'Dec 20', exact: false }).click();
      await page.getByRole('dialog').getByText('5 %').waitFor();
      await page.getByRole('dialog').getByText('Its day is still to come.').waitFor();
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('says that there is none, and what went wrong', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0113', '/control?from=2026-01-01&until=2026-01-01');
      await page.getByText('No control points here').waitFor();
      await page.route('**/graphql', (route) => (/"operationName":"\w*ControlPoints/.test(route.request().postData() ?? '') ? route.abort() : route.continue()));
      await chooseStatus(page, 'Missed');
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      await page.unroute('**/graphql');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText('No control points here').waitFor();
      await context.close();
    });
  });
