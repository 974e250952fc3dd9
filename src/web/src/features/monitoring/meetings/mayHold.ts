import type { Workspace } from '../../organization/workspace/workspace';

/** Whoever leads the unit or one above it, and executives (S7.4); without a unit, whether there is any. */
export const mayHold = ({ viewer, ledUnitIds }: Pick<Workspace, 'viewer' | 'ledUnitIds'>, unitId?: string): boolean =>
  viewer.roles.includes('EXECUTIVE') || (unitId === undefined ? ledUnitIds.size > 0 : ledUnitIds.has(unitId));
