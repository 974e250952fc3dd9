import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, readOnTo, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';

const done = (payload) => assert.deepEqual(payload.userErrors, []);

/** An objective of the team's with two members' below, of which the first lags far behind: the titles, and where it is. */
export async function lagging(shared, name) {
  const api = await signedInApi(shared.url, 'E0001');
  const { cycles, measures } = await api('{ cycles { id status start } measures { id decimals direction aggregation } }');
  const cycle = cycles.find(({ status }) => status === 'EXECUTION');
  const measureId = measures.find((one) => one.decimals === 0 && one.direction === 'INCREASE' && one.aggregation === 'SUM').id;
  async function draft(employeeNumber, more) {
    const { viewer } = await (await signedInApi(shared.url, employeeNumber))('{ viewer { person { id unit { id } } } }');
    const { draftObjective } = await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id } userErrors { message } } }', {
      input: { cycleId: cycle.id, ownerId: viewer.person.id, unitId: viewer.person.unit.id, measureId, ...more },
    });
    done(draftObjective);
    return draftObjective.objective.id;
  }
  async function report(employeeNumber, objectiveId, value) {
    const member = await signedInApi(shared.url, employeeNumber);
    const actuals = ['01', '02', '03'].map((month) => ({ objectiveId, period: `${cycle.start.slice(0, 4)}-${month}`, value }));
    done((await member('mutation($input: RecordActualsInput!) { recordActuals(input: $input) { userErrors { message } } }', { input: { actuals } })).recordActuals);
  }
  const team = await draft('E1002', { level: 'TEAM', title: `${name} of the team`, target: '120' });
  const id = await draft('E1003', { level: 'PERSONAL', parentId: team, title: name, target: '60' });
  const other = await draft('E1004', { level: 'PERSONAL', parentId: team, title: `${name} of the other`, target: '60' });
  await report('E1004', other, '5');
  await report('E1003', id, '1');
  const state = async () => (await api('query($id: ID!) { objective(id: $id) { target progress { health } deviations { id status severity route } revisions { status } } }', { id })).objective;
  for (let tries = 0; (await state()).deviations.length === 0; tries++) {
    assert.ok(tries < 200, 'the lag opens a deviation by itself');
    await new Promise((wait) => setTimeout(wait, 100));
  }
  assert.equal((await state()).deviations[0].severity, 'DEPARTMENT');
  return { id, title: name, team: `${name} of the team`, state };
}

export const card = (page, title) => page.locator('[data-severity=DEPARTMENT] [data-deviation]').filter({ has: page.getByRole('button', { name: title, exact: true }) });

const found = (page, title) => readOnTo(page.getByRole('region', { name: 'Department' }), card(page, title));

export const pick = async (page, scope, label, text, option) => {
  await scope.getByLabel(label).first().fill(text);
  await page.getByRole('option', { name: option }).click();
};

export const deviations = (shared) =>
  describe('deviations', () => {
    test('a member sees his lag, his superior takes it to the office meeting, which resolves it, and it is done', async () => {
      const { title, team, state } = await lagging(shared, 'Visits that lag');
      const member = await openAs(shared.browser, shared.url, 'E1003', '/deviations?whose=mine', { size: phone });
      await (await found(member.page, title)).getByText('Endangers 1 objective above').waitFor();
      await card(member.page, title).getByRole('button', { name: title, exact: true }).tap();
      const seen = member.page.getByRole('dialog');
      assert.match(await seen.getByRole('table', { name: 'What it does to those above' }).innerText(), new RegExp(`${team}\\s+Endangered\\s+[\\d.]+ %\\s+[\\d.]+ %`));
      await seen.getByText(/Opened by\s*the rule/).waitFor();
      assert.equal(await seen.getByRole('button', { name: 'Decide the way' }).count(), 0, 'the owner does not decide');
      assert.deepEqual(await violations(member.page), []);
      await member.context.close();

      const superior = await openAs(shared.browser, shared.url, 'E1002', '/deviations');
      await (await found(superior.page, title)).getByRole('button', { name: title, exact: true }).click();
      await superior.page.getByRole('dialog').getByRole('button', { name: 'Decide the way' }).click();
      const way = superior.page.getByRole('dialog');
      await way.getByRole('radio', { name: 'Settled together' }).check();
      await way.getByRole('button', { name: 'Decide the way' }).click();
      await way.getByText(/It endangers objectives of a unit or the company/).waitFor();
      await way.getByRole('radio', { name: 'Office meeting' }).check();
      await way.getByLabel('Note').fill('Two crews are missing');
      await way.getByRole('button', { name: 'Decide the way' }).click();
      await superior.page.getByRole('dialog').getByText('Two crews are missing').first().waitFor();
      await superior.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await card(superior.page, title).getByText('In hand').waitFor();
      assert.deepEqual(superior.errors, []);
      await superior.context.close();

      const leader = await openAs(shared.browser, shared.url, 'E0110', '/meetings');
      await leader.page.getByRole('button', { name: 'Schedule a meeting' }).click();
      const form = leader.page.getByRole('dialog');
      await form.getByRole('button', { name: 'Schedule a meeting' }).click();
      await form.getByText('This is required.').waitFor();
      const today = await leader.page.evaluate(() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()));
      await form.getByRole('textbox', { name: /^Day/ }).fill(today);
      await leader.page.keyboard.press('Tab');
      await pick(leader.page, form, 'Who attends', 'E1002', /E1002/);
      await leader.page.keyboard.press('Escape');
      await form.getByRole('button', { name: 'Schedule a meeting' }).click();
      await leader.page.waitForURL(/meetings\/.+/);
      const agenda = leader.page.getByRole('region', { name: 'Agenda' });
      await agenda.getByRole('button', { name: title, exact: true }).waitFor();
      await agenda.getByText(new RegExp(`${team}: forecast .+ → .+`)).waitFor();
      assert.deepEqual(await violations(leader.page), []);

      await leader.page.getByRole('button', { name: 'Record the meeting' }).click();
      const record = leader.page.getByRole('dialog');
      const about = record.getByRole('region', { name: title });
      await about.getByRole('button', { name: /^Add a resolution/ }).click();
      await about.getByRole('button', { name: /^Add a resolution/ }).click();
      await record.getByRole('button', { name: 'Record the meeting' }).click();
      assert.equal(await about.getByText('This is required.').count(), 4, 'what is missing is told where it is');
      for (const [index, text] of ['Two crews from other regions', 'Another route each day'].entries()) {
        const entry = about.getByRole('group').nth(index);
        await entry.getByLabel('What is done').fill(text);
        await entry.getByRole('textbox', { name: /^Due/ }).fill(today);
        await leader.page.keyboard.press('Tab');
        await entry.getByRole('combobox', { name: 'Correction of' }).click();
        await leader.page.getByRole('option', { name: index === 0 ? 'Resources' : 'Strategy', exact: true }).click();
      }
      assert.deepEqual(await violations(leader.page), []);
      await record.getByRole('button', { name: 'Record the meeting' }).click();
      await record.waitFor({ state: 'detached' });
      const resolutions = leader.page.getByRole('region', { name: 'Resolutions' });
      await resolutions.getByText('Two crews from other regions').waitFor();
      assert.equal((await state()).deviations[0].status, 'IN_HAND');
      const meeting = new URL(leader.page.url()).pathname;

      // What was resolved stands beside the objective's work plan too, and is done there or with the meeting alike.
      const responsible = await openAs(shared.browser, shared.url, 'E1003', meeting, { size: phone });
      await responsible.page.getByRole('region', { name: 'Resolutions' }).getByRole('link', { name: title }).first().tap();
      const work = responsible.page.getByRole('region', { name: 'Work plan: 0 of 2 done' });
      await work.getByRole('list', { name: 'Resolved by office meetings' }).getByRole('button', { name: 'Report done: Two crews from other regions' }).tap();
      await responsible.page.getByLabel('How it was done').fill('They have come');
      await responsible.page.getByRole('dialog').getByRole('button', { name: 'Report done' }).tap();
      await responsible.page.getByRole('region', { name: 'Work plan: 1 of 2 done' }).getByText('They have come').waitFor();
      assert.deepEqual(await violations(responsible.page), []);
      assert.deepEqual(responsible.errors, []);
      await responsible.context.close();

      await leader.page.reload();
      await resolutions.getByText('They have come').waitFor();
      await leader.page.getByRole('button', { name: 'Report done: Another route each day' }).click();
      await leader.page.getByLabel('How it was done').fill('Since Monday');
      await leader.page.getByRole('dialog').getByRole('button', { name: 'Report done' }).click();
      await leader.page.getByText('Since Monday').waitFor();
      await leader.page.getByRole('region', { name: 'What it resolved about' }).getByText('Resolved', { exact: true }).waitFor();
      await leader.page.getByRole('link', { name: 'All office meetings' }).click();
      await leader.page.getByRole('region', { name: 'Held' }).getByText('2 of 2 resolutions done').first().waitFor();
      assert.deepEqual((await state()).deviations.map(({ status, route }) => [status, route]), [['RESOLVED', 'OFFICE_MEETING']]);
      assert.deepEqual(leader.errors, []);
      await leader.context.close();
    });

    test('a target that an external cause puts out of reach is revised above, and exempt afterwards', async () => {
      const { id, title, state } = await lagging(shared, 'Visits to a closed mall');
      const leader = await openAs(shared.browser, shared.url, 'E1002', `/objectives/${id}`);
      const section = leader.page.getByRole('region', { name: 'Deviations' });
      await section.getByRole('button', { name: /^Actual to date/ }).click();
      const dialog = leader.page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Decide the way' }).click();
      await dialog.getByRole('radio', { name: 'Target revision' }).check();
      await dialog.getByRole('button', { name: 'Decide the way' }).click();
      await dialog.getByText(/A target is revised for an external cause alone/).waitFor();
      await dialog.getByRole('checkbox', { name: 'External cause' }).check();
      await dialog.getByRole('button', { name: 'Decide the way' }).click();
      await dialog.getByRole('button', { name: 'Request a target revision' }).click();
      await dialog.getByLabel('External cause').fill('The mall is closed for a year');
      await dialog.getByLabel('Evidence').fill('The landlord’s notice');
      await dialog.getByLabel('New target').fill('24');
      await dialog.getByRole('combobox', { name: 'Effective from' }).click();
      await leader.page.getByRole('option').nth(3).click();
      await dialog.getByRole('button', { name: 'Request', exact: true }).click();
      const months = dialog.getByRole('table', { name: 'Months' });
      await months.waitFor();
      assert.deepEqual((await months.locator('tbody tr').allInnerTexts()).map((row) => row.split(/\s*\t\s*/).slice(1)), [...Array(3).fill(['5', '5']), ...Array(9).fill(['5', '1'])]);
      assert.deepEqual(await violations(leader.page), []);
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await dialog.getByRole('button', { name: 'Close' }).click();
      const asked = leader.page.getByRole('region', { name: 'Target revisions' });
      await asked.getByText('Awaits decision').waitFor();
      await asked.getByRole('button', { name: 'Withdraw' }).waitFor();
      assert.equal(await asked.getByRole('button', { name: 'Approve' }).count(), 0, 'nobody decides his own request');
      assert.deepEqual(leader.errors, []);
      await leader.context.close();

      const above = await openAs(shared.browser, shared.url, 'E0110', `/objectives/${id}`, { size: phone });
      const revisions = above.page.getByRole('region', { name: 'Target revisions' });
      await revisions.getByText('The mall is closed for a year').waitFor();
      await revisions.getByRole('button', { name: 'Approve' }).tap();
      await above.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).tap();
      await above.page.getByText('This is required.').waitFor();
      await above.page.getByLabel('Reason').fill('I was there');
      await above.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).tap();
      await revisions.getByText(/^Approved by .+: I was there The objective is exempt from appraisal\.$/).waitFor();
      await revisions.getByRole('button', { name: 'Take the approval back' }).waitFor();
      await above.page.getByRole('region', { name: 'Progress' }).getByText('Exempt', { exact: true }).waitFor();
      assert.deepEqual(await violations(above.page), []);
      for (let tries = 0; (await state()).deviations[0].status !== 'RESOLVED'; tries++) {
        assert.ok(tries < 200, 'with the approval the deviation is resolved');
        await new Promise((wait) => setTimeout(wait, 100));
      }
      const { target, progress } = await state();
      assert.deepEqual([target, progress.health], ['24', 'EXEMPT']);
      await above.page.goto(`/tree?q=${encodeURIComponent(title)}`);
      await settled(above.page);
      assert.deepEqual(above.errors, []);
      await above.context.close();
    });

    test('a difficulty is reported on a phone in Chinese, and both sign what they agreed', async () => {
      const { id } = await lagging(shared, 'Visits without parts');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E1003', `/objectives/${id}`, { size: phone, language: 'zh-CN' });
      const section = page.getByRole('region', { name: '偏差' });
      await section.getByRole('button', { name: '报告困难' }).tap();
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: '报告困难' }).tap();
      await form.getByText('此项必填。').waitFor();
      await form.getByLabel('困难说明').fill('缺少配件');
      assert.deepEqual(await violations(page), []);
      await form.getByRole('button', { name: '报告困难' }).tap();
      await form.waitFor({ state: 'detached' });
      await section.getByRole('button', { name: '缺少配件' }).tap();
      await page.getByRole('dialog').getByRole('button', { name: '签署商定' }).tap();
      await page.getByRole('dialog').getByLabel('商定内容').fill('先用备用件');
      await page.getByRole('dialog').getByRole('button', { name: '签署商定' }).tap();
      await page.getByRole('dialog').getByRole('region', { name: '商定内容' }).getByText('先用备用件').waitFor();
      assert.equal(await page.getByRole('dialog').getByRole('button', { name: '签署商定' }).count(), 0);
      assert.deepEqual(errors, []);
      await context.close();

      const superior = await openAs(shared.browser, shared.url, 'E1002', `/objectives/${id}`);
      await superior.page.getByRole('region', { name: 'Deviations' }).getByRole('button', { name: '缺少配件' }).click();
      await superior.page.getByRole('dialog').getByRole('button', { name: 'Settle' }).click();
      await superior.page.getByRole('dialog').getByText('先用备用件').waitFor();
      await superior.page.getByLabel('What you agreed').fill('I order more');
      await superior.page.getByRole('dialog').getByRole('button', { name: 'Settle' }).click();
      await superior.page.getByRole('dialog').getByText('Resolved', { exact: true }).first().waitFor();
      assert.deepEqual(superior.errors, []);
      await superior.context.close();
    });

    test('says that there is none, and what went wrong', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E1003', '/deviations?whose=mine&status=CLOSED');
      assert.equal(await page.getByText('None here').count(), 3);
      await page.route('**/graphql', (route) => (/"operationName":"Deviations/.test(route.request().postData() ?? '') ? route.abort() : route.continue()));
      await page.getByText('Everyone’s', { exact: true }).click();
      await page.getByRole('button', { name: 'Try again' }).nth(2).waitFor();
      await page.unroute('**/graphql');
      await page.getByRole('region', { name: 'Department' }).getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('region', { name: 'Department' }).getByText('None here').waitFor();
      await page.goto('/deviations?deviation=AaIXoBvTczqP93lAPoUmm0RldmlhdGlvbg');
      await page.getByRole('dialog').getByText('There is no such deviation, or you may not read it.').waitFor();
      await page.goto('/meetings/AaIXtPA6e1Wia2lcosTvc09mZmljZU1lZXRpbmc');
      await page.getByRole('heading', { name: 'There is no such meeting' }).waitFor();
      await context.close();
    });
  });
