import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAs, phone, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { lagging } from './deviations.mjs';

export const revisions = (shared) =>
  test('the months of a revised target are typed by hand; what is left empty shares the rest (S7.5)', async () => {
    const { id, state } = await lagging(shared, 'Visits phased anew');
    const superior = await signedInApi(shared.url, 'E1002');
    const { routeDeviation } = await superior('mutation($input: RouteDeviationInput!) { routeDeviation(input: $input) { userErrors { message } } }', {
      input: { deviationId: (await state()).deviations[0].id, route: 'TARGET_REVISION', externalCause: true },
    });
    assert.deepEqual(routeDeviation.userErrors, []);
    const { objective } = await superior('query($id: ID!) { objective(id: $id) { progress { series { period } } } }', { id });
    const periods = objective.progress.series.map(({ period }) => period);

    const { context, page, errors } = await openAs(shared.browser, shared.url, 'E1002', `/objectives/${id}`, { size: phone });
    await page.getByRole('region', { name: 'Deviations' }).getByRole('button', { name: /^Actual to date/ }).tap();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'Request a target revision' }).tap();
    await form.getByLabel('External cause').fill('The mall is rebuilt');
    await form.getByLabel('Evidence').fill('The landlord’s notice');
    await form.getByLabel('New target').fill('24');
    await form.getByRole('combobox', { name: 'Effective from' }).tap();
    await page.getByRole('option').nth(3).tap();
    await form.getByText('By hand', { exact: true }).tap();
    const month = (index) => form.getByRole('textbox', { name: periods[index], exact: true });
    assert.equal(await month(2).isDisabled(), true, 'what was before stays');
    await form.getByText('Remaining: 9').waitFor();
    await form.getByRole('button', { name: 'Request', exact: true }).tap();
    await form.getByText('Type at least one month.').waitFor();
    await month(3).fill('40');
    await form.getByRole('button', { name: 'Request', exact: true }).tap();
    await form.getByRole('alert').filter({ hasText: /24/ }).waitFor();
    await month(3).fill('4');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), periods[4], 'Enter goes to the next month');
    await month(11).fill('5');
    await form.getByText('The months make up the target.').waitFor();
    assert.deepEqual(await violations(page), []);
    await form.getByRole('button', { name: 'Request', exact: true }).tap();
    const months = form.getByRole('table', { name: 'Months' });
    await months.getByRole('columnheader', { name: 'Then' }).waitFor();
    const then = (await months.locator('tbody tr').allInnerTexts()).map((row) => row.split(/\s*\t\s*/).at(-1));
    assert.deepEqual(then, ['5', '5', '5', '4', ...Array(7).fill('0'), '5']);
    assert.equal((await state()).revisions[0].status, 'REQUESTED');
    assert.deepEqual(errors, []);
    await context.close();
  });
