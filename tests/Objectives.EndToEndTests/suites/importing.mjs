import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone } from '../harness/browser.mjs';
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

    test('says what is missing before a dry run, and findings by the names of the table of columns', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0004', '/imports', { language: 'zh-CN', size: phone });
      await page.getByLabel('数据类别').first().click();
      await page.getByRole('option', { name: '指标', exact: true }).click();
      await chooseFile(page, file('measures.csv', ''));
      await page.getByText('measures.csv 为空文件。').waitFor();
      assert.equal(await page.getByRole('button', { name: '试运行' }).count(), 0, 'there is nothing to try');

      await chooseFile(page, file('measures.csv', 'number,name\nZZ-1,新指标\n'));
      await page.getByText('27 字节', { exact: true }).waitFor();
      await page.getByText('请在上方选择“指标编码”对应的列', { exact: false }).waitFor();
      await page.getByText('尚无对应列的字段：指标编码、计量单位、方向、汇总方式和小数位数。', { exact: false }).waitFor();
      const dryRun = page.getByRole('button', { name: '试运行' });
      assert.ok(await dryRun.isDisabled());
      const code = page.getByLabel('“指标编码”对应的列').first();
      assert.equal(await code.getAttribute('aria-required'), 'true');
      await code.click();
      await page.getByRole('option', { name: 'number' }).click();
      await dryRun.click();

      const table = page.getByRole('table', { name: '逐行结果' });
      await table.waitFor();
      const texts = (await table.getByRole('row').allInnerTexts()).join('\n');
      for (const field of ['计量单位：', '方向：', '汇总方式：', '小数位数：']) assert.ok(texts.includes(field), texts);
      assert.doesNotMatch(texts, /unitOfMeasure|direction|decimals/);
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), '处理结果', 'what came of it is read out');
      const box = await page.getByRole('heading', { name: '试运行结果' }).boundingBox();
      assert.ok(box.y >= 0 && box.y < phone.height, 'and is in view');
      for (const cell of await table.getByRole('cell').all()) assert.ok(await cell.evaluate((one) => one.scrollWidth <= one.clientWidth), await cell.innerText());
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('marks the fields that new records need', async () => {
      const [administrator, hr] = await Promise.all(['E0004', 'E0002'].map((who) => signedInApi(shared.url, who)));
      const { cycles } = await administrator('{ cycles { id status } }');
      const cycleId = cycles.find((cycle) => cycle.status === 'EXECUTION').id;
      for (const [who, api, kinds] of [['E0004', administrator, ['People', 'Units', 'Positions', 'Regions', 'Customers', 'Measures', 'Objectives']], ['E0002', hr, ['Competencies', 'Courses']]]) {
        const { context, page } = await openAs(shared.browser, shared.url, who, '/imports');
        for (const kind of kinds) {
          await chooseKind(page, kind);
          const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Template CSV', exact: true }).click()]);
          const header = Buffer.concat(await (await download.createReadStream()).toArray()).toString('utf8').replace('\uFEFF', '').trim();
          const names = header.split(',');
          await chooseFile(page, file('all.csv', `${header}\n${names.map(() => 'x').join(',')}\n`));
          await page.getByLabel(/^Column for/).first().waitFor();
          const marked = (await page.getByRole('row').filter({ hasText: '*' }).getByRole('cell').filter({ hasText: '*' }).allInnerTexts()).map((text) => text.replace(' *', '').trim());
          // A file that says nothing but by what its rows are recognised.
          const key = kind === 'People' ? 'employeeNumber' : kind === 'Objectives' ? 'title' : 'code';
          const content = Buffer.from(`${key}\nZZ-NEW\n`).toString('base64');
          const { importRecords } = await api('mutation($input: ImportRecordsInput!) { importRecords(input: $input) { rejected { column } userErrors { message } } }', {
            input: { kind: kind.toUpperCase(), format: 'CSV', content, cycleId: kind === 'Objectives' ? cycleId : undefined },
          });
          assert.deepEqual(importRecords.userErrors, []);
          const label = (name) => name.charAt(0).toUpperCase() + name.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
          const told = importRecords.rejected.map(({ column }) => label(column));
          for (const column of told) assert.ok(marked.includes(column), `${kind}: ${column} of ${marked.join(', ')}`);
          assert.ok(marked.length > 1 && told.length > 0, kind);
        }
        await context.close();
      }
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
