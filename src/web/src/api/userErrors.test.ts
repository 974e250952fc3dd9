import { describe, expect, it } from 'vitest';
import { placeErrors } from './userErrors';

describe('placeErrors', () => {
  it('puts each at its field, the nearest that the form has', () => {
    const placed = placeErrors(
      [
        { code: 'INVALID', message: 'too long', path: ['input', 'title'] },
        { code: 'INVALID', message: 'and odd', path: ['input', 'title'] },
        { code: 'REQUIRED', message: 'empty', path: ['input', 'responsibilities', '0', 'text'] },
        { code: 'FORBIDDEN_BY_STATE', message: 'closed', path: ['input', 'cycleId'] },
        { code: 'CONFLICT', message: 'busy', path: null },
      ],
      ['title', 'responsibilities'],
    );
    expect(placed).toEqual({ fields: { title: 'too long and odd', responsibilities: 'empty' }, general: ['closed', 'busy'], isConflict: false });
  });

  it('knows a stale version from other conflicts', () =>
    expect(placeErrors([{ code: 'CONFLICT', message: 'changed', path: ['input', 'expectedVersion'] }], ['title'])).toEqual({ fields: {}, general: [], isConflict: true }));
});
