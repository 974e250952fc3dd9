import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs } from '../harness/browser.mjs';

const table = (page, name = 'Attainment') => page.getByRole('region', { name, exact: true });

export const reports = (shared) =>
  describe('reports', () => {
    test('dimensions are added, moved and taken away, the address keeps them, and the file holds the same', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0110', '/reports');
      await page.getByRole('heading', { name: 'Reports' }).waitFor();
      await table(page).getByRole('columnheader', { name: 'Unit', exact: true }).waitFor();
      await page.getByLabel('Add…').first().click();
      await page.getByRole('option', { name: 'Measure' }).click();
      await page.getByRole('button', { name: 'Move Measure forward' }).press('Enter');
      await page.waitForURL(/by=MEASURE%2CUNIT/);
      await page.getByLabel('Add…').first().click();
      await page.getByRole('option', { name: 'Period' }).click();
      await page.getByRole('radiogroup', { name: 'Length of periods' }).getByText('Quarter').click();
      await page.getByRole('button', { name: 'Do not group by Unit' }).click();
      await page.waitForURL(/by=MEASURE%2CPERIOD&per=QUARTER/);
      await table(page).getByRole('cell', { name: '2026-Q1' }).first().waitFor();
      assert.match(await page.getByRole('img', { name: /^Attainment of/ }).getAttribute('aria-label'), /highest .*%; lowest .*%/);

      await page.reload();
      await table(page).getByRole('cell', { name: '2026-Q1' }).first().waitFor();
      const shown = await table(page).getByRole('row').count();
      const link = await page.getByRole('link', { name: 'Take the report away as CSV' }).getAttribute('href');
      const file = await (await context.request.get(shared.url + link, { headers: { 'accept-language': 'en' } })).text();
      const lines = file.replace(/^\uFEFF/, '').trim().split('\r\n');
      assert.match(lines[0], /^measureId,measureCode,measure,unitOfMeasure,period,objectives,target,actual,attainment,/);
      assert.ok(lines.length >= shown, `${lines.length} lines, ${shown} rows shown`);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('a number opens the objectives behind it', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', '/reports?by=PERSON&level=PERSONAL');
      const number = table(page).getByRole('button', { name: /Objectives · .*: show the objectives/ }).first();
      await number.waitFor();
      const count = Number(await number.innerText());
      await number.press('Enter');
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('listitem').first().waitFor();
      assert.equal(await drawer.getByRole('listitem').count(), count);
      await drawer.getByRole('link').first().click();
      await page.waitForURL(/\/objectives\//);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('coverage and training are told, with the day and the unit in the address', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0002', '/reports?report=coverage');
      await table(page, 'Coverage').getByRole('link').first().waitFor();
      await page.getByRole('tab', { name: 'Training' }).click();
      await page.waitForURL(/report=trainingEffect/);
      await table(page, 'Training').getByRole('row').nth(1).waitFor();
      await page.getByRole('tab', { name: 'Appraisals' }).click();
      await page.getByText('No appraisal that you may read is calibrated yet.').waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('a report that cannot be read says so and is read again', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0112', '/my-day');
      let fails = true;
      await page.route('**/graphql', (route) => (fails && route.request().postData()?.includes('"operationName":"AttainmentReport"') ? route.abort() : route.continue()));
      await page.goto(`${shared.url}/reports`);
      await page.getByRole('alert').getByText('The server could not be reached').waitFor();
      fails = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await table(page).getByRole('row').nth(1).waitFor();
      await context.close();
    });
  });
