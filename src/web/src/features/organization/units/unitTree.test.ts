import { expect, it } from 'vitest';
import { openRows } from '../../../components/openRows';
import { unitsLedBy } from '../workspace/rights';
import { inTreeOrder, unitsUnder } from './unitTree';

const unit = (id: string, parentId: string | null, leaderId: string | null = null) => ({
  id, code: id, name: id, kind: 'TEAM' as const, active: true, parent: parentId === null ? null : { id: parentId }, leader: leaderId === null ? null : { id: leaderId, name: leaderId },
});
const units = [unit('b', 'a'), unit('a', null, 'boss'), unit('c', 'a', 'lead'), unit('c10', 'c'), unit('c9', 'c'), unit('z', null)];

it('puts units under the ones they belong to, by code', () => expect(inTreeOrder(units).map((p) => `${p.level}${p.unit.id}`)).toEqual(['1a', '2b', '2c', '3c9', '3c10', '1z']));

it('finds all below a unit', () => expect([...unitsUnder('c', units)]).toEqual(['c', 'c9', 'c10']));

it('finds the units that a person leads, with all below', () => {
  expect([...unitsLedBy('boss', units)].sort()).toEqual(['a', 'b', 'c', 'c10', 'c9']);
  expect([...unitsLedBy('lead', units)].sort()).toEqual(['c', 'c10', 'c9']);
  expect(unitsLedBy('nobody', units).size).toBe(0);
});

it('hides what is under a closed row', () => {
  const rows = openRows(inTreeOrder(units), (row) => row.unit.id === 'c');
  expect(rows.map((row) => row.unit.id)).toEqual(['a', 'b', 'c', 'z']);
  expect(rows.map((row) => row.isExpanded)).toEqual([true, false, false, false]);
});
