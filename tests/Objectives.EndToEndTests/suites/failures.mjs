import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { goWithin, openAs, openWindow, settled } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { draft, nextYear } from './objectives.mjs';

const failing = (route) => (/"operationName":"(People|GoalTree)/.test(route.request().postData() ?? '') ? route.abort() : route.continue());

export const failures = (shared) =>
  describe('when something fails', () => {
    test('the page says so, and reads again when asked', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0001', '/strategy');
      await page.route('**/graphql', failing);
      for (const [link, content] of [['People', 'table'], ['Goal tree', 'treegrid']]) {
        await page.getByRole('link', { name: link, exact: true }).click();
        await page.getByText('The server could not be reached.', { exact: false }).waitFor();
        await page.unroute('**/graphql');
        await page.getByRole('button', { name: 'Try again' }).press('Enter');
        await page.getByRole(content).waitFor();
        assert.ok(await page.evaluate(() => document.activeElement?.id === 'content'), 'the focus goes on from the page');
        await page.route('**/graphql', failing);
      }
      for (const [status, text] of [[500, 'The server answered with an error (500).'], [0, 'You are offline']]) {
        await page.unroute('**/graphql');
        if (status === 0) await context.setOffline(true);
        else await page.route('**/graphql', (route) => route.fulfill({ status, body: '' }));
        await page.getByRole('link', { name: 'People', exact: true }).click();
        await page.getByText(text, { exact: false }).waitFor();
        await page.getByRole('link', { name: 'Strategy', exact: true }).click();
      }
      await context.close();
    });

    test('a screen whose script does not come says so, and comes when asked again, the page standing as it was', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', '/strategy');
      await page.evaluate(() => { window.isTheSame = true; });
      await page.route('**/assets/ControlPage-*.js', (route) => route.abort());
      await page.getByRole('link', { name: 'Control points', exact: true }).click();
      await page.getByRole('main').getByText('This part of the page could not be fetched.', { exact: false }).waitFor();
      await page.unroute('**/assets/ControlPage-*.js');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('heading', { level: 1, name: 'Control points' }).waitFor();

      // Offline the style sheet does not come either.
      await context.setOffline(true);
      await page.getByRole('link', { name: 'Dashboard', exact: true }).click();
      await page.getByRole('main').getByText('This part of the page could not be fetched.', { exact: false }).waitFor();
      await context.setOffline(false);
      await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
      await settled(page);
      assert.deepEqual(await page.evaluate(() => [...document.head.querySelectorAll('link[rel="stylesheet"]')].map((link) => link.sheet !== null && link.href.includes('Dashboard')).filter(Boolean)), [true]);
      assert.equal(await page.evaluate(() => window.isTheSame), true);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('a screen that the server has no longer brings the page of the new one', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0001', '/strategy');
      await page.evaluate(() => { window.isTheSame = true; });
      await page.route('**/assets/CoursesPage-*.js', (route) => route.fulfill({ status: 404 }));
      await page.getByRole('link', { name: 'Courses', exact: true }).click();
      await page.getByRole('main').getByText('This part of the page could not be fetched.', { exact: false }).waitFor();
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.waitForFunction(() => !window.isTheSame);
      await page.unroute('**/assets/CoursesPage-*.js');
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'Courses' }).waitFor();
      await context.close();
    });

    test('what an outage kept away comes by itself after it', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0001', '/people');
      await page.goto('/strategy');
      await settled(page);
      await goWithin(page, '/people');
      await goWithin(page, '/strategy');
      await context.setOffline(true);
      await goWithin(page, '/people?q=E0112');
      await page.getByText('You are offline', { exact: false }).waitFor();
      await context.setOffline(false);
      await page.getByRole('row', { name: /E0112/ }).waitFor();
      await context.close();
    });

    test('what is not for someone says so, and offers no second try', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0112', '/audit/readings');
      await page.getByText('You may not see this').waitFor();
      assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0);
      await context.close();
    });

    test('a form keeps what was typed, and sent again it is done once', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const { id } = await draft(api, await nextYear(api), 'Sent twice');
      const { context, page } = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${id}`);
      const keys = [];
      await page.route('**/graphql', async (route) => {
        const request = route.request();
        if (!/"operationName":"WriteComment/.test(request.postData() ?? '')) return route.continue();
        keys.push(request.headers()['idempotency-key']);
        if (keys.length > 1) return route.continue();
        await route.fetch();
        return route.abort();
      });
      const comments = page.getByRole('region', { name: /^Comments/ });
      await comments.getByLabel('Write a comment').fill('Once and no more');
      await comments.getByRole('button', { name: 'Send' }).click();
      await comments.getByText('The server could not be reached.', { exact: false }).waitFor();
      assert.equal(await comments.getByLabel('Write a comment').inputValue(), 'Once and no more');
      await comments.getByRole('button', { name: 'Send' }).click();
      await page.waitForFunction(() => document.querySelector('textarea')?.value === '');
      assert.equal(new Set(keys).size, 1);
      const { objective } = await api('query($id: ID!) { objective(id: $id) { comments { totalCount } } }', { id });
      assert.equal(objective.comments.totalCount, 1);
      await context.close();
    });

    test('what does not exist, or may not be seen, is not found', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0112', '/objectives/nonsense');
      await page.getByRole('heading', { level: 1, name: 'Objective not found' }).waitFor();
      await page.goto('/no/such/page');
      await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
      await page.goto('/people/AXo3-ImQdp2ZxFSk8-NJAVBlcnNvbg');
      await settled(page);
      await page.getByRole('heading', { level: 1, name: 'Person not found' }).waitFor();
      await context.close();
    });

    test('the first address answers whoever asks, others only those who want a page', async () => {
      const ask = (path, method, accept) => fetch(shared.url + path, { method, headers: { accept } });
      const page = await ask('/', 'GET', '*/*');
      assert.match(await page.text(), /<div id="root">/);
      const head = await ask('/', 'HEAD', '*/*');
      assert.deepEqual([head.status, head.headers.get('content-type'), await head.text()], [200, 'text/html; charset=utf-8', '']);
      assert.deepEqual([(await ask('/people', 'GET', 'text/html')).status, (await ask('/people', 'GET', 'application/json')).status, (await ask('/', 'POST', '*/*')).status], [200, 404, 404]);
    });

    test('the query tool is for the signed-in, its files too', async () => {
      const { context } = await openAs(shared.browser, shared.url, 'E0111', '/tree');
      for (const path of ['/graphiql/', '/graphiql/index.html']) {
        assert.equal((await fetch(shared.url + path)).status, 401);
        assert.equal((await context.request.get(path)).status(), 200);
      }
      await context.close();
    });

    test('without the server the page says so from the start', async () => {
      const { context, page } = await openWindow(shared.browser, shared.url);
      await page.route('**/auth/me', (route) => route.abort());
      await page.goto('/tree');
      await page.getByText('The server could not be reached.', { exact: false }).waitFor();
      await page.unroute('**/auth/me');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('#personas').waitFor();
      await context.close();
    });
  });
