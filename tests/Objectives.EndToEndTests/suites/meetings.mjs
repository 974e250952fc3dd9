import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAs, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { lagging, pick } from './deviations.mjs';

export const meetings = (shared) =>
  test('a meeting that was held without having been called is recorded with what it resolved (S7.4)', async () => {
    const { title, state } = await lagging(shared, 'Visits spoken of at once');
    const superior = await signedInApi(shared.url, 'E1002');
    const { routeDeviation } = await superior('mutation($input: RouteDeviationInput!) { routeDeviation(input: $input) { userErrors { message } } }', {
      input: { deviationId: (await state()).deviations[0].id, route: 'OFFICE_MEETING' },
    });
    assert.deepEqual(routeDeviation.userErrors, []);

    const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0110', '/meetings');
    await page.getByRole('button', { name: 'Record one that was held' }).click();
    const form = page.getByRole('dialog');
    const about = form.getByRole('region', { name: title });
    await about.waitFor();
    await form.getByRole('button', { name: 'Record the meeting' }).click();
    await form.getByText('This is required.').waitFor();
    await pick(page, form, 'Who attended', 'E1002', /E1002/);
    await page.keyboard.press('Escape');
    await about.getByRole('button', { name: /^Add a resolution/ }).click();
    await about.getByLabel('What is done').fill('A crew more');
    await about.getByRole('textbox', { name: /^Due/ }).fill(await form.getByRole('textbox', { name: /^Day/ }).inputValue());
    await page.keyboard.press('Tab');

    // The company's own office meets about what endangers the company alone, and it is not for him to hold.
    await form.getByRole('combobox', { name: 'Level' }).click();
    await page.getByRole('option', { name: /^Company/ }).click();
    await about.waitFor({ state: 'detached' });
    await form.getByRole('combobox', { name: 'Level' }).click();
    await page.getByRole('option', { name: /^Department/ }).click();
    await form.getByRole('combobox', { name: 'Unit' }).click();
    await page.getByRole('option').first().click();
    await about.getByLabel('What is done').waitFor();
    assert.deepEqual(await violations(page), []);
    await form.getByRole('button', { name: 'Record the meeting' }).click();
    await page.waitForURL(/meetings\/.+/);
    await page.getByRole('region', { name: 'Resolutions' }).getByText('A crew more').waitFor();
    await page.getByText('held', { exact: true }).first().waitFor();
    const [deviation] = (await state()).deviations;
    assert.deepEqual([deviation.status, deviation.route], ['IN_HAND', 'OFFICE_MEETING']);
    assert.deepEqual(errors, []);
    await context.close();
  });
