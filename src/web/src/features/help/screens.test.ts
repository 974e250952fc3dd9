import { expect, test } from 'vitest';
import { routes } from '../../app/routes';
import { helpOfRoutes } from './screens';

/** Lead on to another screen, or say that there is none. */
const withoutScreen = ['go/:id', '*'];

const paths = routes.flatMap((shell) => shell.children ?? []).flatMap((group) => group.children ?? []).flatMap(({ path }) => path ?? []);

test('every screen says what it is for', () => {
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((path) => !withoutScreen.includes(path) && !(path in helpOfRoutes))).toEqual([]);
});
