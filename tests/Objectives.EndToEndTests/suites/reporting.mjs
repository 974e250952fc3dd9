import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { draft } from './objectives.mjs';

const monthName = (period, language = 'en') => new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${period}-15T12:00:00Z`));

/** Objectives of a member in the cycle that is carried out: one counted, one a ratio, one a milestone; of none was anything reported. */
async function unreported(shared, employeeNumber, title) {
  const api = await signedInApi(shared.url, 'E0001');
  const member = await signedInApi(shared.url, employeeNumber);
  const { viewer } = await member('{ viewer { person { id unit { id } } } }');
  const { cycles, measures } = await api('{ cycles { id status } measures { id decimals direction aggregation } }');
  const cycleId = cycles.find((cycle) => cycle.status === 'EXECUTION').id;
  const kinds = {
    counted: measures.find((one) => one.decimals === 0 && one.direction === 'INCREASE' && one.aggregation === 'SUM'),
    ratio: measures.find((one) => one.aggregation === 'RATIO' && one.direction === 'INCREASE'),
    milestone: measures.find((one) => one.direction === 'MILESTONE'),
  };
  const ids = {};
  for (const [kind, measure] of Object.entries(kinds)) {
    const { draftObjective } = await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id } userErrors { message } } }', {
      input: { cycleId, level: 'PERSONAL', title: `${title} ${kind}`, ownerId: viewer.person.id, unitId: viewer.person.unit.id, measureId: measure.id, target: '90' },
    });
    assert.deepEqual(draftObjective.userErrors, []);
    ids[kind] = draftObjective.objective.id;
  }
  return { api: member, cycleId, ids };
}

const recorded = async (api, id) => (await api('query($id: ID!) { objective(id: $id) { actuals { period value numerator denominator correctionReason } } }', { id })).objective.actuals;

/** The months that are asked for, the one due first: from what the page calls its columns. */
async function askedMonths(page) {
  const heads = await page.getByRole('table', { name: 'My figures' }).getByRole('columnheader').allInnerTexts();
  return heads.slice(5).map((text) => text.replace(/due/, '').trim());
}

const cell = (page, title, month) => page.getByRole('textbox', { name: new RegExp(`^${title}, ${month}`) });
const active = (page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

const paste = (page, text) =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

export const reporting = (shared) =>
  describe('figures of a month', () => {
    test('are entered with the keyboard alone and saved in one go', async () => {
      const { api, ids } = await unreported(shared, 'E0113', 'Keyed');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0113', '/report');
      const sent = [];
      page.on('request', (request) => /"operationName":"RecordActuals/.test(request.postData() ?? '') && sent.push(request));
      const [due, earlier] = await askedMonths(page);
      await cell(page, 'Keyed counted', due).focus();
      await page.keyboard.type('1,200');
      await page.keyboard.press('Enter');
      assert.equal(await active(page), `Keyed ratio, ${due}`, 'Enter goes down');
      await page.keyboard.type('38/40');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.type('75');
      await page.keyboard.press('ArrowUp');
      assert.equal(await active(page), `Keyed ratio, ${due}, not saved`, 'and the arrow up');
      await page.keyboard.press('Tab');
      assert.equal(await active(page), `Keyed ratio, ${earlier}`, 'Tab goes right');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('ArrowLeft');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Keyed ratio', 'left of the months stands the name');
      await page.keyboard.press('ArrowRight');
      await page.getByText('3 numbers are not saved.').waitFor();
      await page.keyboard.press('Control+z');
      await page.getByText('2 numbers are not saved.').waitFor();
      assert.equal(await cell(page, 'Keyed milestone', due).inputValue(), '');
      await page.keyboard.press('Control+y');
      await page.getByText('3 numbers are not saved.').waitFor();
      await page.keyboard.type('39/40');
      await page.keyboard.press('Escape');
      assert.equal(await cell(page, 'Keyed ratio', due).inputValue(), '38/40', 'Escape takes back what was typed');
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press('Control+s');
      await page.getByText('3 numbers saved.').waitFor();
      await page.getByText('Everything is saved.').waitFor();
      await page.getByRole('button', { name: `Keyed counted, ${due}: 1,200. Correct` }).waitFor();
      assert.equal(sent.length, 1, 'one request');
      assert.ok(sent[0].headers()['idempotency-key']);
      const row = page.getByRole('row', { name: /^Keyed counted/ });
      await row.getByText('was —').waitFor();
      assert.match(await row.innerText(), /%/);
      assert.deepEqual((await recorded(api, ids.counted)).map((a) => a.value), ['1200']);
      assert.deepEqual((await recorded(api, ids.ratio)).map((a) => [a.numerator, a.denominator]), [['38', '40']]);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('are pasted as a block, past what is filled already', async () => {
      const { api, ids } = await unreported(shared, 'E0114', 'Pasted');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0114', '/report');
      const [due, earlier] = await askedMonths(page);
      await cell(page, 'Pasted ratio', due).fill('9/10');
      await page.getByRole('button', { name: 'Save 1 number' }).click();
      await page.getByRole('button', { name: `Pasted ratio, ${due}: 9/10. Correct` }).waitFor();
      await cell(page, 'Pasted counted', due).focus();
      await paste(page, '"1,234"\t１，２００\r\n5/6\t1,038 / 1,100\r\n50\t\r\n');
      await page.getByText('4 numbers pasted. 1 was left out: its cell is closed or filled already.').waitFor();
      assert.equal(await cell(page, 'Pasted milestone', earlier).inputValue(), '', 'an empty cell leaves what is there');
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('Everything is saved.').waitFor();
      await page.getByRole('button', { name: 'Redo' }).click();
      await page.getByRole('button', { name: 'Save 4 numbers' }).click();
      await page.getByText('4 numbers saved.').waitFor();
      assert.deepEqual((await recorded(api, ids.counted)).map((a) => a.value).sort(), ['1200', '1234']);
      assert.deepEqual((await recorded(api, ids.ratio)).map((a) => a.numerator).sort(), ['1038', '9']);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('that are refused stand at their cells, and nothing is written', async () => {
      const { api, ids } = await unreported(shared, 'E0115', 'Refused');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0115', '/report');
      const [due] = await askedMonths(page);
      await cell(page, 'Refused counted', due).fill('12,5');
      await page.getByText('Write a number, such as 1,234.5.').waitFor();
      await page.getByText('1 of them cannot be read as a number', { exact: false }).waitFor();
      await page.getByRole('button', { name: 'Go to the faulty cell' }).click();
      await page.getByText('1 cell cannot be read. Nothing was sent.').waitFor();
      assert.equal(await active(page), `Refused counted, ${due}, not saved`, 'the cell at fault has the focus');
      await cell(page, 'Refused counted', due).fill('12');
      await cell(page, 'Refused ratio', due).fill('3/0');
      await cell(page, 'Refused milestone', due).fill('120');
      await page.getByRole('button', { name: 'Save 3 numbers' }).click();
      await page.getByText('2 cells were refused; the others wait to be saved with them.').waitFor();
      const wrong = cell(page, 'Refused milestone', due);
      assert.equal(await wrong.getAttribute('aria-invalid'), 'true');
      assert.equal(await page.locator(`#${await wrong.getAttribute('aria-describedby')}`).innerText(), 'Per cent complete: 0 to 100.');
      assert.equal(await cell(page, 'Refused counted', due).getAttribute('aria-invalid'), 'false');
      assert.deepEqual(await recorded(api, ids.counted), []);
      assert.deepEqual(await violations(page), []);
      await wrong.fill('100');
      await cell(page, 'Refused ratio', due).fill('3/4');
      await page.getByRole('button', { name: 'Save 3 numbers' }).click();
      await page.getByText('3 numbers saved.').waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('are not lost: the page asks before it is left, and keeps them over a reload', async () => {
      await unreported(shared, 'E0116', 'Kept');
      const { context, page } = await openAs(shared.browser, shared.url, 'E0116', '/report');
      const [due] = await askedMonths(page);
      await cell(page, 'Kept counted', due).fill('7');
      await page.getByRole('link', { name: 'Goal tree' }).click();
      const dialog = page.getByRole('dialog', { name: 'What you typed is not saved' });
      await dialog.getByText('1 number that you typed is not saved. It would be lost.').waitFor();
      await dialog.getByRole('button', { name: 'Go on editing' }).click();
      await dialog.waitFor({ state: 'detached' });
      assert.equal(await cell(page, 'Kept counted', due).inputValue(), '7');

      page.on('dialog', (asked) => void asked.accept());
      await page.reload();
      await settled(page);
      await page.getByText('1 number that you typed before was not saved; it is still here.').waitFor();
      assert.equal(await cell(page, 'Kept counted', due).inputValue(), '7');
      await page.getByRole('link', { name: 'Goal tree' }).click();
      await dialog.getByRole('button', { name: 'Discard it' }).click();
      await page.waitForURL('**/tree');
      await page.getByRole('link', { name: 'My figures' }).click();
      await page.getByText('Everything is saved.').waitFor();
      await context.close();
    });

    test('are corrected with a reason, and the objective’s page tells all of it', async () => {
      const { api, ids } = await unreported(shared, 'E0117', 'Mended');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0117', '/report');
      const [due, earlier] = await askedMonths(page);
      await cell(page, 'Mended counted', earlier).fill('10');
      await page.getByRole('button', { name: 'Save 1 number' }).click();
      const filled = page.getByRole('button', { name: `Mended counted, ${earlier}: 10. Correct` });
      await filled.focus();
      await page.keyboard.press('Enter');
      const form = page.getByRole('dialog');
      await form.getByLabel('Value').fill('12');
      await form.getByRole('button', { name: 'Correct', exact: true }).click();
      await form.getByText('This is required.').waitFor();
      await form.getByLabel('Reason').fill('Two orders were left out');
      await form.getByRole('button', { name: 'Correct', exact: true }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: `Mended counted, ${earlier}: 12. Correct` }).waitFor();
      assert.deepEqual((await recorded(api, ids.counted)).map((a) => [a.value, a.correctionReason]), [['10', null], ['12', 'Two orders were left out']]);

      await page.getByRole('link', { name: 'Mended counted' }).click();
      const section = page.getByRole('region', { name: 'Progress' });
      await section.getByText('Replaced: Two orders were left out').waitFor();
      assert.equal(await section.getByRole('img').count(), 2, 'by month and to date');
      await section.getByText('Figures by month').click();
      await section.getByRole('button', { name: earlier, exact: true }).click();
      const detail = section.getByRole('region', { name: earlier });
      await detail.getByText('12', { exact: false }).first().waitFor();
      await section.getByRole('button', { name: due, exact: true }).click();
      await section.getByText('Nothing was reported for this month.').waitFor();
      await section.getByRole('button', { name: `Correct ${earlier}` }).first().click();
      await page.getByRole('dialog').getByLabel('Value').fill('13');
      await page.getByRole('dialog').getByLabel('Reason').fill('One more');
      await page.getByRole('dialog').getByRole('button', { name: 'Correct', exact: true }).click();
      await section.getByText('Replaced: One more').waitFor();
      await settled(page);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('are followed from the top down to the entry', async () => {
      const { api: member, cycleId, ids } = await unreported(shared, 'E0118', 'Below');
      const api = await signedInApi(shared.url, 'E0001');
      const middle = await draft(api, cycleId, 'The middle one', (await draft(api, cycleId, 'The top one')).id);
      await api('mutation($input: MoveObjectiveInput!) { moveObjective(input: $input) { userErrors { message } } }', { input: { id: ids.counted, newParentId: middle.id } });
      const { objective: top } = await api('query($id: ID!) { objective(id: $id) { parent { id } progress { series { period } } } }', { id: middle.id });
      const [{ period }] = top.progress.series;
      const { recordActuals } = await member('mutation($input: RecordActualsInput!) { recordActuals(input: $input) { userErrors { message } } }', { input: { actuals: [{ objectiveId: ids.counted, period, value: '7' }] } });
      assert.deepEqual(recordActuals.userErrors, []);
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${top.parent.id}`);
      const section = page.getByRole('region', { name: 'Progress' });
      await section.getByText('Rolled up from the objectives below').waitFor();
      await section.getByText(/Chance of reaching the target|Too little history to say/).waitFor();
      await section.getByText('Figures by month').click();
      await section.getByRole('button', { name: monthName(period), exact: true }).click();
      for (let depth = 0; ; depth++) {
        assert.ok(depth < 20);
        const below = section.getByRole('table', { name: 'What the objectives below had in this month' });
        await below.or(section.getByRole('region', { name: monthName(period) }).getByRole('listitem')).first().waitFor();
        if ((await below.count()) === 0) break;
        if (depth === 0) assert.deepEqual(await violations(page), []);
        const link = below.getByRole('row').filter({ hasNotText: 'not reported' }).getByRole('link').first();
        const title = await link.innerText();
        await link.click();
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        await settled(page);
      }
      assert.match(page.url(), new RegExp(`month=${period}`));
      await section.getByText('Recorded for this objective').waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('show in the tree, for the rows in sight alone', async () => {
      const { cycleId } = await unreported(shared, 'E0118', 'In the tree');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', '/people');
      const asked = [];
      page.on('request', (request) => /"operationName":"RowProgress/.test(request.postData() ?? '') && asked.push(JSON.parse(request.postData()).variables.ids.length));
      await page.goto(`/tree?cycle=${cycleId}`);
      await page.getByRole('columnheader', { name: 'Attainment' }).waitFor();
      await page.locator('[data-row] [data-health]').first().waitFor();
      const rows = await page.locator('[data-row]').count();
      assert.equal(await page.locator('[data-row] [data-health]').count(), rows);
      assert.equal(asked[0], rows, 'one request for all of them');
      await page.locator('[data-row][aria-expanded="false"]').first().getByRole('button', { name: 'Open branch' }).click();
      await page.waitForTimeout(300);
      await page.waitForFunction(() => [...document.querySelectorAll('[data-row]')].every((row) => row.querySelector('[data-health]')));
      assert.ok(Math.max(...asked) < 60, `${asked} rows`);
      assert.deepEqual(await violations(page), []);
      const { cycles } = await (await signedInApi(shared.url, 'E0001'))('{ cycles { id status } }');
      await page.goto(`/tree?cycle=${cycles.findLast((cycle) => cycle.status === 'PREPARATION').id}`);
      await page.locator('[data-row]').first().waitFor();
      assert.equal(await page.getByRole('columnheader', { name: 'Attainment' }).count(), 0);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('are those of one’s people and units too, for whoever leads them', async () => {
      await unreported(shared, 'E0119', 'Led');
      const api = await signedInApi(shared.url, 'E0119');
      const { viewer } = await api('{ viewer { person { id unit { id } } } }');
      const member = await openAs(shared.browser, shared.url, 'E0119', '/report');
      assert.equal(await member.page.getByText('A unit’s', { exact: true }).count(), 0, 'members have their own alone');
      await member.context.close();
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', `/report?unit=${viewer.person.unit.id}`);
      await page.getByRole('row', { name: /^Led counted/ }).waitFor();
      await page.goto(`/report?owner=${viewer.person.id}`);
      await page.getByRole('row', { name: /^Led counted/ }).waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('on a phone, in Chinese: one objective under the other, no wider than it', async () => {
      const { api, ids } = await unreported(shared, 'E0114', '手机填报');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0114', '/report', { language: 'zh-CN', size: phone });
      const list = page.getByRole('list', { name: '本月填报' });
      const item = list.getByRole('listitem').filter({ hasText: '手机填报 counted' });
      await item.getByRole('textbox').fill('１２');
      await item.getByRole('textbox').press('Enter');
      await list.getByRole('listitem').filter({ hasText: '手机填报 ratio' }).getByRole('textbox').fill('4/5');
      assert.deepEqual(await violations(page), []);
      await page.getByRole('button', { name: '保存 2 个数值' }).tap();
      await page.getByText('已保存 2 个数值。').waitFor();
      await item.getByRole('button', { name: /更正$/ }).waitFor();
      assert.equal((await recorded(api, ids.counted)).length, 1);
      const fits = () => page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.querySelector('main').scrollWidth) <= document.documentElement.clientWidth);
      assert.ok(await fits());
      await page.goto(`/objectives/${ids.counted}`);
      await page.getByRole('region', { name: '进展' }).getByRole('img').first().waitFor();
      assert.ok(await fits());
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('that cannot be read or sent are told', async () => {
      await unreported(shared, 'E0115', 'Cut off');
      const { context, page } = await openAs(shared.browser, shared.url, 'E0115', '/report');
      const [due] = await askedMonths(page);
      await cell(page, 'Cut off counted', due).fill('5');
      await page.route('**/graphql', (route) => (/"operationName":"RecordActuals/.test(route.request().postData() ?? '') ? route.abort() : route.continue()));
      await page.getByRole('button', { name: 'Save 1 number' }).click();
      await page.getByText('The server could not be reached.', { exact: false }).waitFor();
      assert.equal(await cell(page, 'Cut off counted', due).inputValue(), '5');
      await page.unroute('**/graphql');
      await page.getByRole('button', { name: 'Save 1 number' }).click();
      await page.getByText('1 number saved.').waitFor();
      await page.route('**/graphql', (route) => (/"operationName":"Reporting"/.test(route.request().postData() ?? '') ? route.abort() : route.continue()));
      await page.reload();
      await page.getByText('The server could not be reached.', { exact: false }).waitFor();
      await page.unroute('**/graphql');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('row', { name: /^Cut off counted/ }).waitFor();
      await context.close();
    });
  });
