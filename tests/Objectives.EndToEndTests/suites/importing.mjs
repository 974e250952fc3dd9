import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';

const file = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });

async function chooseKind(page, kind) {
  await page.getByLabel('Kind of data').first().click();
  await page.getByRole('option', { name: kind, exact: true }).click();
}

const chooseFile = (page, chosen) => page.locator('input[type="file"]').setInputFiles(chosen);
const count = async (api, text) => (await api('query($t: String) { people(filter: { text: $t }) { totalCount } }', { t: text })).people.totalCount;

export const importing = (shared) =>
  describe('import', () => {
    test('tells row by row what is wrong before anything is written, then imports', async () => {
      const api = await signedInApi(shared.url, 'E0004');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0004', '/imports');
      await chooseKind(page, 'People');
      await chooseFile(page, file('people.csv', '工号,姓名,电子邮箱,Department\nE9001,新人甲,n1@yunling.example,D01-1\nE9002,新人乙,n2@yunling.example,NOWHERE\n'));
      const unit = page.getByLabel('Column for Unit code').first();
      await unit.waitFor();
      assert.equal(await page.getByLabel('Column for Employee number').first().inputValue(), '工号', 'headings in either language are found');
      assert.equal(await unit.inputValue(), '');
      await page.getByLabel('Column for Email').first().click();
      await page.getByRole('option', { name: '电子邮箱' }).click();
      await unit.click();
      await page.getByRole('option', { name: 'Department' }).click();

      const run = page.getByRole('button', { name: 'Import now' });
      assert.ok(await run.isDisabled());
      await page.getByRole('button', { name: 'Dry run' }).click();
      await page.getByText('Dry run: this would happen').waitFor();
      const table = page.getByRole('table', { name: 'Row by row' });
      assert.match(await table.getByRole('row', { name: /E9002/ }).innerText(), /3[\s\S]*rejected[\s\S]*Department[\s\S]*NOWHERE/);
      assert.match(await table.getByRole('row', { name: /E9001/ }).innerText(), /new/);
      assert.ok(await run.isDisabled(), 'a bad row holds the import up');
      assert.equal(await count(api, 'E9001'), 0);

      await chooseFile(page, file('people.csv', '工号,姓名,电子邮箱,unitCode\nE9001,新人甲,n1@yunling.example,D01-1\n'));
      await page.getByRole('button', { name: 'Dry run' }).click();
      await page.getByText('Dry run: this would happen').waitFor();
      await run.click();
      await page.getByRole('heading', { name: 'Imported', exact: true }).waitFor();
      assert.equal(await count(api, 'E9001'), 1);

      await page.getByRole('button', { name: 'Dry run' }).click();
      await page.getByText('Dry run: this would happen').waitFor();
      assert.match(await table.getByRole('row', { name: /E9001/ }).innerText(), /unchanged/, 'the same file again changes nothing');
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('of a large file runs as a job that shows how far it is', async () => {
      const api = await signedInApi(shared.url, 'E0004');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0004', '/imports');
      await chooseKind(page, 'Customers');
      const { organization } = await api('{ organization { regions { code } } }');
      const region = organization.regions[0].code;
      const lines = Array.from({ length: 3_000 }, (_, i) => `X${String(i).padStart(5, '0')},Customer ${i} of a file that does not fit a request,${region},50,50,50`);
      await chooseFile(page, file('customers.csv', ['code,name,regionCode,strength,finances,credit', ...lines].join('\n')));
      await page.getByRole('button', { name: 'Dry run' }).click();
      await page.getByText('Dry run: this would happen').waitFor({ timeout: 30_000 });
      await page.getByText('3,000', { exact: true }).first().waitFor();
      await page.getByRole('button', { name: 'Import now' }).click();
      await page.getByRole('heading', { name: 'Imported', exact: true }).waitFor({ timeout: 30_000 });
      const { customers } = await api('{ customers(filter: { text: "of a file that does not fit" }) { totalCount } }');
      assert.equal(customers.totalCount, 3_000);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('is stopped half-way by whoever started it, and leaves nothing', async () => {
      const api = await signedInApi(shared.url, 'E0004');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0004', '/imports');
      await chooseKind(page, 'Customers');
      const { organization } = await api('{ organization { regions { code } } }');
      const cancel = page.getByRole('button', { name: 'Cancel the import' });
      const [cancelled, done] = [page.getByText('The import was cancelled; nothing was written.'), page.getByText('Dry run: this would happen')];
      // Where the click comes after the last row, once more with a larger file.
      for (const size of [60_000, 180_000]) {
        const lines = Array.from({ length: size }, (_, i) => `Y${String(i).padStart(6, '0')},Customer ${i} who is not to stay,${organization.regions[0].code},50,50,50`);
        await chooseFile(page, file('customers.csv', ['code,name,regionCode,strength,finances,credit', ...lines].join('\n')));
        await page.getByRole('button', { name: 'Dry run' }).click();
        await page.getByRole('status').filter({ hasText: new RegExp(`[1-9][\\d,]* of ${size.toLocaleString('en')} rows`) }).or(done).waitFor();
        await cancel.click({ timeout: 3_000 }).catch(() => {});
        await cancelled.or(done).waitFor();
        if (await cancelled.count()) break;
      }
      await cancelled.waitFor();
      assert.equal(await cancel.count(), 0);
      const { customers } = await api('{ customers(filter: { text: "who is not to stay" }) { totalCount } }');
      assert.equal(customers.totalCount, 0);

      await chooseFile(page, file('customers.csv', `code,name,regionCode,strength,finances,credit\nY1,Customer who stays,${organization.regions[0].code},50,50,50\n`));
      await page.getByRole('button', { name: 'Dry run' }).click();
      await page.getByText('Dry run: this would happen').waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('of actuals records what a member reached, once', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const member = await signedInApi(shared.url, 'E0114');
      const { viewer } = await member('{ viewer { person { id unit { id } } } }');
      const { cycles, measures } = await api('{ cycles { id status } measures { id decimals direction aggregation } }');
      const cycleId = cycles.find((cycle) => cycle.status === 'EXECUTION').id;
      const { draftObjective } = await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id code cycle { start } } userErrors { message } } }', {
        input: { cycleId, level: 'PERSONAL', title: 'Imported figures', ownerId: viewer.person.id, unitId: viewer.person.unit.id, measureId: measures.find((one) => one.decimals === 0 && one.direction === 'INCREASE' && one.aggregation === 'SUM').id, target: '90' },
      });
      assert.deepEqual(draftObjective.userErrors, []);
      const { id, code, cycle } = draftObjective.objective;
      const year = cycle.start.slice(0, 4);

      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0114', '/imports');
      await chooseKind(page, 'Actuals');
      await page.getByText('CSV, Excel (.xlsx) or StratML (.xml)').waitFor();
      await chooseFile(page, file('actuals.csv', `目标编码,期间,实际值\n${code},${year}年1月,12\n${code},${year}-02,12.5\n`));
      assert.equal(await page.getByLabel('Column for Objective code').first().inputValue(), '目标编码');
      await page.getByRole('button', { name: 'Dry run' }).click();
      await page.getByText('Dry run: this would happen').waitFor();
      const table = page.getByRole('table', { name: 'Row by row' });
      assert.match(await table.getByRole('row', { name: /12|whole numbers/ }).last().innerText(), /3[\s\S]*rejected[\s\S]*实际值[\s\S]*whole numbers/);
      await chooseFile(page, file('actuals.csv', `目标编码,期间,实际值\n${code},${year}年1月,12\n${code},${year}-02,13\n`));
      await page.getByRole('button', { name: 'Dry run' }).click();
      await page.getByText('Dry run: this would happen').waitFor();
      await page.getByRole('button', { name: 'Import now' }).click();
      await page.getByRole('heading', { name: 'Imported', exact: true }).waitFor();
      const { objective } = await member('query($id: ID!) { objective(id: $id) { actuals { period value source } } }', { id });
      assert.deepEqual(objective.actuals, [{ period: `${year}-01`, value: '12', source: 'IMPORT' }, { period: `${year}-02`, value: '13', source: 'IMPORT' }]);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export CSV', exact: true }).click()]);
      assert.match(Buffer.concat(await (await download.createReadStream()).toArray()).toString('utf8'), new RegExp(`${code},${year}-02,13,`));
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('refuses what is no table, and gives templates and exports', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0004', '/imports');
      await chooseKind(page, 'Units');
      await chooseFile(page, { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from([1, 2, 3]) });
      await page.getByText('This is neither CSV nor Excel (.xlsx).').waitFor();
      await chooseFile(page, { name: 'broken.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('no workbook') });
      await page.getByText('The first row could not be read here', { exact: false }).waitFor();
      await page.getByRole('button', { name: 'Dry run' }).click();
      await page.getByText('Nothing was changed').waitFor();

      for (const [name, pattern] of [['Template CSV', /^\uFEFF?code,name/], ['Export CSV', /D01-1/]]) {
        const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name, exact: true }).click()]);
        const text = await (await download.createReadStream()).toArray();
        assert.match(Buffer.concat(text).toString('utf8'), pattern);
      }
      await context.close();
    });
  });
