import { describe, expect, it } from 'vitest';
import { previewOf } from './calibration';

const values = {
  level: 'TEAM' as const, measureId: 'm', unitId: 'u', regionId: 'r', customerId: { id: 'k', label: 'K' }, ownerId: { id: 'p', label: 'P' }, positionId: 'pos', target: '1200', lowerBound: null,
};

describe('what is asked while a target is typed', () => {
  it('is nothing until measure, unit and target are there', () => {
    expect(previewOf({ ...values, measureId: null }, 'c')).toBeNull();
    expect(previewOf({ ...values, unitId: null }, 'c')).toBeNull();
    expect(previewOf({ ...values, target: null }, 'c')).toBeNull();
    expect(previewOf({ ...values, target: 'twelve' }, 'c')).toBeNull();
  });

  it('leaves the owner out of what a unit, region or customer does', () => {
    for (const level of ['COMPANY', 'TEAM', 'REGION', 'CUSTOMER'] as const) {
      expect(previewOf({ ...values, level }, 'c')).toMatchObject({ cycleId: 'c', regionId: 'r', customerId: 'k', ownerId: null, positionId: null, target: '1200', lowerBound: null });
    }
  });

  it('names the person of a personal objective, and the position of its own', () => {
    expect(previewOf({ ...values, level: 'PERSONAL' }, 'c')).toMatchObject({ ownerId: 'p', positionId: null });
    expect(previewOf({ ...values, level: 'PERSONAL', ownerId: null }, 'c')).toBeNull();
    expect(previewOf({ ...values, level: 'POSITION' }, 'c')).toMatchObject({ ownerId: null, positionId: 'pos' });
    expect(previewOf({ ...values, level: 'POSITION', positionId: null }, 'c')).toMatchObject({ ownerId: 'p', positionId: null });
  });
});
