import { expect, test } from 'vitest';
import { matchPath } from 'react-router';
import { en } from '../../i18n/en';
import { chapters, manual, roles } from './manual';
import { helpOfRoutes } from './screens';

test('each step of the manual has its words, and leads to a screen', () => {
  for (const role of roles) {
    for (const chapter of chapters) {
      const steps = manual[role][chapter];
      expect(Object.keys(en.manual[role][chapter].steps)).toEqual(steps.map((_, index) => String(index + 1)));
      for (const { to } of steps) expect(Object.keys(helpOfRoutes).some((route) => matchPath(`/${route}`, to.split('?')[0] ?? ''))).toBe(true);
    }
  }
});
