import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { lagging, pick } from './deviations.mjs';
import { businessDay, goOnTo, playedYear, waiting } from './quarter.mjs';

const dialog = (page) => page.getByRole('dialog');
const now = (page) => page.getByRole('list', { name: 'How far it has come' }).locator('[aria-current=step]');

/** Writes a why where it stands, and keeps it with Enter. */
async function write(page, button, text, kind) {
  await button.click();
  const field = page.getByRole('textbox', { name: /^Why / });
  await field.fill(text);
  if (kind) {
    await page.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: kind, exact: true }).click();
  }
  await field.press('Enter');
  await page.locator('[data-cause]').filter({ hasText: text }).first().waitFor();
}

async function propose(page, title, scores) {
  await page.getByRole('button', { name: 'Add a countermeasure' }).click();
  await dialog(page).getByLabel('What is done').fill(title);
  await dialog(page).getByLabel('How', { exact: false }).first().fill(`${title}, by a list`);
  for (const [criterion, score] of scores) await dialog(page).getByLabel(criterion).fill(score);
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await dialog(page).waitFor({ state: 'detached' });
}

/** A case that its owner has carried out and reported done, by the API alone. */
async function carriedOut(url, { deviationId, owner, superior, today }) {
  const [member, leader] = [await signedInApi(url, owner), await signedInApi(url, superior)];
  async function send(api, name, type, input) {
    const payload = (await api(`mutation($input: ${type}!) { ${name}(input: $input) { improvementCase { id verifiableFrom causes { id } criteria { id } countermeasures { id } } userErrors { message path } } }`, { input }))[name];
    assert.deepEqual(payload.userErrors, []);
    return payload.improvementCase;
  }
  const { id: caseId } = await send(member, 'openImprovementCase', 'OpenImprovementCaseInput', { deviationId });
  const { causes: [cause] } = await send(member, 'saveCause', 'SaveCauseInput', { caseId, category: 'METHOD', text: 'Routes are long' });
  await send(leader, 'confirmRootCause', 'ConfirmRootCauseInput', { caseId, causeId: cause.id, evidence: 'Kilometres of a month' });
  const { criteria: [criterion] } = await send(member, 'setCriteria', 'SetCriteriaInput', { caseId, criteria: [{ name: 'Effect', weight: '100' }] });
  const propose = (title, score) => send(member, 'saveCountermeasure', 'SaveCountermeasureInput', { caseId, title, description: title, addresses: [cause.id], scores: [{ criterionId: criterion.id, score }] });
  await propose('Shorter routes', 9);
  const { countermeasures: [shorter] } = await propose('Another van', 4);
  const { viewer } = await member('{ viewer { person { id } } }');
  await send(leader, 'decideCountermeasure', 'DecideCountermeasureInput', { caseId, countermeasureId: shorter.id, rationale: 'The best', responsibleId: viewer.person.id, due: today, reportEveryDays: 7 });
  return send(member, 'fileImprovementReport', 'FileImprovementReportInput', { caseId, done: 'Routes planned anew', effect: 'Shorter', next: 'Keep it', percentComplete: 100 });
}

export const improvement = (shared) =>
  describe('improvement', () => {
    test('a member and his superior take a deviation from its causes to a decision, and the higher leader accepts what figures do not show', async () => {
      const { title } = await lagging(shared, 'Calls that lag');
      const member = await openAs(shared.browser, shared.url, 'E1003', '/deviations?whose=mine');
      const { page } = member;
      await page.getByRole('button', { name: title, exact: true }).click();
      await dialog(page).getByRole('button', { name: 'Open an improvement case' }).click();
      await page.waitForURL(/improvement\/.+/);
      await page.getByRole('heading', { level: 1, name: `Improvement: ${title}` }).waitFor();
      assert.equal(await now(page).innerText(), 'Analysis');

      await page.getByRole('button', { name: 'Add a cause' }).click();
      await page.getByRole('textbox', { name: /^Why did it happen/ }).press('Enter');
      await page.getByText('This is required.').waitFor();
      await page.keyboard.press('Escape');
      await write(page, page.getByRole('button', { name: 'Add a cause' }), 'Too few calls a day', 'People');
      await write(page, page.getByRole('button', { name: 'Why? Too few calls a day' }), 'Lists are made by hand', 'Method');
      await write(page, page.getByRole('button', { name: 'Why? Lists are made by hand' }), 'Nobody keeps the list', 'Information');
      await write(page, page.getByRole('button', { name: 'Add a cause' }), 'A wrong track', 'Tools');
      assert.deepEqual(await violations(page), []);

      // The diagram leads to the chain, by the keyboard too.
      await page.getByRole('figure', { name: 'Cause-and-effect diagram' }).getByRole('link', { name: /Information: 1\.1\.1 Nobody keeps the list/ }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id.startsWith('why-') && document.activeElement.textContent.includes('Nobody keeps the list'));
      assert.equal(await page.getByRole('button', { name: 'Confirm as root cause: Lists are made by hand' }).count(), 0, 'a root cause stands at the end of its chain');

      await page.getByRole('button', { name: 'Remove: A wrong track' }).click();
      await dialog(page).getByRole('button', { name: 'Remove the cause' }).click();
      await page.locator('[data-cause]').filter({ hasText: 'A wrong track' }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Confirm as root cause: Nobody keeps the list' }).click();
      await dialog(page).getByRole('button', { name: 'Confirm as root cause' }).click();
      await dialog(page).getByText('This is required.').waitFor();
      await dialog(page).getByLabel('Evidence').fill('Calls of four weeks');
      await dialog(page).getByRole('button', { name: 'Confirm as root cause' }).click();
      await page.waitForFunction(() => document.querySelector('[aria-current=step]')?.textContent === 'Countermeasures');

      await page.getByRole('button', { name: 'Criteria' }).click();
      await dialog(page).getByLabel('Criterion 1', { exact: true }).fill('Effect');
      await dialog(page).getByLabel('Weight').fill('60');
      await dialog(page).getByRole('button', { name: 'Add a criterion' }).click();
      await dialog(page).getByLabel('Criterion 2', { exact: true }).fill('Effort');
      await dialog(page).getByLabel('Weight').nth(1).fill('30');
      await dialog(page).getByText('Total 90: 10 missing').waitFor();
      await dialog(page).getByRole('button', { name: 'Save' }).click();
      await dialog(page).getByRole('alert').waitFor();
      await dialog(page).getByLabel('Weight').nth(1).fill('40');
      await dialog(page).getByRole('button', { name: 'Save' }).click();
      await dialog(page).waitFor({ state: 'detached' });

      await propose(page, 'Keep the list daily', [['Effect', '8'], ['Effort', '7']]);
      await page.getByText('At least 2 countermeasures are compared before one is decided; there are 1.').waitFor();
      await propose(page, 'Buy addresses', [['Effect', '6'], ['Effort', '2']]);
      const grid = page.getByRole('table', { name: 'Countermeasures compared' });
      await grid.getByRole('textbox', { name: 'Buy addresses by Effect' }).waitFor();
      await grid.getByRole('textbox', { name: 'Keep the list daily by Effect' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Buy addresses by Effort');
      await page.keyboard.type('11');
      await page.getByText('A whole number from 0 to 10 by each criterion.').waitFor();
      await page.getByRole('textbox', { name: 'Buy addresses by Effort' }).fill('5');
      await page.getByRole('button', { name: 'Save the scores' }).click();
      await grid.getByRole('row', { name: /^Total/ }).getByText('5.60').waitFor();
      await grid.getByRole('row', { name: /^Total/ }).getByText('7.60').waitFor();
      await page.getByText('“Keep the list daily” leads clearly: with 100 % of the weightings tried it has the greatest total.').waitFor();
      assert.equal(await page.getByRole('button', { name: 'Decide' }).count(), 0, 'the owner does not decide about his own objective');
      assert.deepEqual(await violations(page), []);
      const place = new URL(page.url()).pathname;

      const superior = await openAs(shared.browser, shared.url, 'E1002', '/improvement?text=Calls that lag');
      const column = superior.page.getByRole('region', { name: 'Countermeasures' });
      await column.locator('[data-case]').filter({ hasText: title }).getByText('For you: Decide').waitFor();
      assert.deepEqual(await violations(superior.page), []);
      await column.getByRole('link', { name: title, exact: true }).click();
      await write(superior.page, superior.page.getByRole('button', { name: 'Add a cause' }), 'The season is short', 'Environment');
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await page.locator('[data-cause]').filter({ hasText: 'The season is short' }).waitFor();
      await superior.page.getByRole('button', { name: 'Decide' }).click();
      assert.ok(await dialog(superior.page).getByRole('radio', { name: /^Keep the list daily/ }).isChecked(), 'the best is proposed');
      await dialog(superior.page).getByRole('button', { name: 'Decide' }).click();
      await dialog(superior.page).getByText('This is required.').first().waitFor();
      await dialog(superior.page).getByLabel('Why this one').fill('Cheap, and it can begin at once');
      await pick(superior.page, dialog(superior.page), 'Responsible', 'E1003', /E1003/);
      await dialog(superior.page).getByRole('button', { name: 'Decide' }).click();
      await dialog(superior.page).waitFor({ state: 'detached' });
      await superior.page.getByRole('region', { name: 'Decision' }).getByText('A report every 14 days').waitFor();

      // The member is told, and his page has followed.
      await page.waitForFunction(() => document.querySelector('[aria-current=step]')?.textContent === 'In progress');
      const onPhone = await openAs(shared.browser, shared.url, 'E1003', '/my-day', { size: phone });
      await (await waiting(onPhone.page, 'FILE_IMPROVEMENT_REPORT', title)).getByRole('link', { name: `File the improvement report: ${title}` }).tap();
      await onPhone.page.waitForURL(`**${place}`);
      await settled(onPhone.page);
      assert.deepEqual(await violations(onPhone.page), []);
      for (const [percent, done] of [['40', 'One week kept'], ['100', 'Kept by everyone']]) {
        await onPhone.page.getByRole('button', { name: 'File a report' }).tap();
        await dialog(onPhone.page).getByLabel('What was done').fill(done);
        await dialog(onPhone.page).getByLabel('What it did').fill('More calls');
        await dialog(onPhone.page).getByLabel('What comes next').fill('Go on');
        await dialog(onPhone.page).getByLabel('Complete').fill(percent);
        await dialog(onPhone.page).getByRole('button', { name: 'File a report' }).tap();
        await onPhone.page.getByText(`Done: ${done}`).waitFor();
      }
      assert.equal(await now(onPhone.page).innerText(), 'Verifying');
      assert.equal(await onPhone.page.getByRole('button', { name: 'Verify' }).count(), 0, 'whoever carried it out does not verify it');
      await onPhone.context.close();

      await superior.page.getByRole('button', { name: 'Verify' }).click();
      assert.equal(await dialog(superior.page).getByRole('checkbox').count(), 0, 'only the higher leader accepts');
      await dialog(superior.page).getByRole('button', { name: 'Verify' }).click();
      await dialog(superior.page).getByText(/No month since it was done is over and on record/).waitFor();
      assert.deepEqual(superior.errors, []);
      await superior.context.close();

      const higher = await openAs(shared.browser, shared.url, 'E0110', place);
      await higher.page.getByRole('button', { name: 'Verify' }).click();
      await dialog(higher.page).getByRole('checkbox', { name: /^Accept it/ }).check();
      await dialog(higher.page).getByRole('button', { name: 'Verify' }).click();
      await dialog(higher.page).getByText('This is required.').waitFor();
      await dialog(higher.page).getByLabel('Why it is accepted').fill('The list is kept; demand fell');
      await dialog(higher.page).getByLabel('What was learned').fill('A list that nobody keeps is soon no list');
      await dialog(higher.page).getByRole('button', { name: 'Verify' }).click();
      await dialog(higher.page).waitFor({ state: 'detached' });
      await higher.page.getByRole('region', { name: 'Verification' }).getByText('Accepted', { exact: true }).waitFor();
      assert.equal(await now(higher.page).innerText(), 'Closed');
      await higher.page.getByRole('region', { name: 'History' }).getByText('Countermeasure decided').waitFor();
      assert.deepEqual(await violations(higher.page), []);
      assert.deepEqual(higher.errors, []);
      await higher.context.close();

      await page.getByRole('link', { name: /^All cases of/ }).click();
      await page.getByText('Lessons learned').click();
      await page.getByRole('textbox', { name: /^Search titles/ }).fill('nobody keeps is soon');
      await page.getByRole('list', { name: 'Lessons learned' }).getByText('A list that nobody keeps is soon no list').waitFor();
      await page.getByRole('combobox', { name: /^Search/ }).first().fill('Keep the list daily');
      await page.getByRole('option').filter({ hasText: title }).first().click();
      await page.waitForURL(`**${place}`);
      assert.deepEqual(member.errors, []);
      await member.context.close();

      const like = await lagging(shared, 'Calls that lag again');
      const meets = await openAs(shared.browser, shared.url, 'E1003', `/deviations?deviation=${(await like.state()).deviations[0].id}`);
      await dialog(meets.page).getByRole('list', { name: 'What was learned from like deviations' }).getByText('A list that nobody keeps is soon no list').waitFor();
      assert.deepEqual(await violations(meets.page), []);
      await meets.context.close();
    });

    test('of two choices made before the page is drawn anew both are kept', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', '/improvement');
      const choices = await Promise.all([page.getByRole('switch', { name: 'Overdue' }).elementHandle(), page.getByRole('radio', { name: 'Lessons learned' }).elementHandle()]);
      await page.evaluate((both) => both.forEach((one) => one.click()), choices);
      await page.waitForURL(/view=lessons/);
      assert.equal(new URL(page.url()).searchParams.get('overdue'), 'yes');
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('anyone answers the survey once, and only those who may see what was answered', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0117', '/pulse', { size: phone });
      await page.getByText('This is anonymous').waitFor();
      assert.equal(await page.getByRole('region', { name: 'What was answered' }).count(), 0, 'a member does not see what was answered');
      await page.getByRole('button', { name: 'Send the answer' }).tap();
      assert.equal(await page.getByText('Choose one from 1 to 5.').count(), 6);
      assert.deepEqual(await violations(page), []);
      const groups = page.getByRole('radiogroup');
      for (let n = 0; n < 6; n++) {
        await groups.nth(n).getByRole('radio').first().focus();
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowRight');
        assert.ok(await groups.nth(n).getByRole('radio', { name: '3 partly' }).isChecked());
      }
      await page.getByLabel('Anything to add').fill('Fewer forms');
      await page.getByRole('button', { name: 'Send the answer' }).tap();
      await page.getByText(/^You have answered for/).waitFor();
      assert.deepEqual(errors, []);
      await context.close();

      const hr = await openAs(shared.browser, shared.url, 'E0002', '/pulse');
      await hr.page.getByRole('list', { name: 'Means by question, 1 (no) to 5 (yes)' }).getByText(/^\d\.\d of 5$/).first().waitFor();
      await hr.page.getByRole('table', { name: 'The units directly below' }).waitFor();
      assert.deepEqual(await violations(hr.page), []);
      await hr.context.close();
      const leader = await openAs(shared.browser, shared.url, 'E0100', '/pulse');
      await leader.page.getByRole('region', { name: 'What was answered' }).getByText(/with those below it: \d+ answers/).waitFor();
      await leader.page.getByRole('list', { name: 'Means by question, 1 (no) to 5 (yes)' }).waitFor();
      assert.deepEqual(leader.errors, []);
      await leader.context.close();
    });
  });

/** Days pass, so it is run alone. */
export const improvementOverTime = (shared) =>
  test('later figures show that an improvement closed the gap (S7.10)', { timeout: 300_000 }, async () => {
    const { url } = shared;
    const { id: objectiveId, ends } = await playedYear(url);
    const member = await signedInApi(url, 'E1003');
    const record = async (end, value) => {
      const input = { actuals: [{ objectiveId, period: end.slice(0, 7), value }] };
      assert.deepEqual((await member('mutation($input: RecordActualsInput!) { recordActuals(input: $input) { userErrors { message } } }', { input })).recordActuals.userErrors, []);
    };
    await goOnTo(url, ends[0]);
    await record(ends[0], '1');
    const deviations = async () => (await member('query($id: ID!) { objective(id: $id) { deviations { id } } }', { id: objectiveId })).objective.deviations;
    for (let tries = 0; (await deviations()).length === 0; tries++) {
      assert.ok(tries < 200, 'the lag opens a deviation by itself');
      await new Promise((wait) => setTimeout(wait, 100));
    }
    const { id, verifiableFrom } = await carriedOut(url, { deviationId: (await deviations())[0].id, owner: 'E1003', superior: 'E1002', today: await businessDay(url) });
    const { context, page, errors } = await openAs(shared.browser, url, 'E1002', `/improvement/${id}`);
    await page.getByText(/can be verified from/).waitFor();

    await goOnTo(url, verifiableFrom);
    await record(ends[1], '5');
    await page.goto('/my-day');
    await settled(page);
    await (await waiting(page, 'VERIFY_IMPROVEMENT')).getByRole('link', { name: /^Verify whether it helped/ }).click();
    await page.getByRole('button', { name: 'Verify' }).click();
    await dialog(page).getByLabel('What was learned').fill('Shorter routes pay within a month');
    await dialog(page).getByRole('button', { name: 'Verify' }).click();
    await page.getByRole('region', { name: 'Verification' }).getByText('Gap closed', { exact: true }).waitFor();
    const gaps = page.getByRole('list', { name: 'The gap before and after' });
    assert.match(await gaps.innerText(), /Before\s+4\b[\s\S]*After\s+0\b/);
    assert.equal(await now(page).innerText(), 'Closed');
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(errors, []);
    await context.close();
  });
