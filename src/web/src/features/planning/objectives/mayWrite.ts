import type { CycleStatus, ObjectiveLevel, ObjectiveStatus, Role } from '../../../api/graphql';
import { levels } from '../tree/filter';

export interface Writer {
  viewer: { person: { id: string }; roles: readonly Role[] };
  ledUnitIds: ReadonlySet<string>;
}

interface Written {
  level: ObjectiveLevel;
  status: ObjectiveStatus;
  unit: { id: string };
  owner: { id: string; chain: readonly { id: string }[] };
  cycle: { status: CycleStatus };
}

/**
 * Whether it is worth offering to change an objective; the server decides. Executives change all, and they alone the company's; leaders
 * what is in their units and belongs to those below them, and each person his own, but not a unit's.
 */
export function mayWrite({ viewer, ledUnitIds }: Writer, objective: Written): boolean {
  if (!isOpen(objective)) return false;
  const me = viewer.person.id;
  if (!writableLevels({ viewer, ledUnitIds }).includes(objective.level)) return false;
  if (viewer.roles.includes('EXECUTIVE') || ledUnitIds.has(objective.unit.id)) return true;
  if (objective.level === 'TEAM') return false;
  return objective.owner.id === me || objective.owner.chain.some((superior) => superior.id === me);
}

/** The levels at which someone may write objectives somewhere: an auditor changes nothing. */
export function writableLevels({ viewer, ledUnitIds }: Writer): readonly ObjectiveLevel[] {
  if (viewer.roles.includes('AUDITOR')) return [];
  if (viewer.roles.includes('EXECUTIVE')) return levels;
  return levels.filter((level) => level !== 'COMPANY' && (level !== 'TEAM' || ledUnitIds.size > 0));
}

/** Whether objectives can stand under it and it can change at all. */
export function isOpen({ status, cycle }: Pick<Written, 'status' | 'cycle'>): boolean {
  return takesObjectives(cycle.status) && status !== 'WITHDRAWN' && status !== 'ACHIEVED' && status !== 'MISSED';
}

/** Whether its target can be edited: what is committed and in execution changes by revision only. */
export const hasOpenTerms = ({ status, cycle }: Pick<Written, 'status' | 'cycle'>): boolean => !(status === 'COMMITTED' && cycle.status === 'EXECUTION');

export const takesObjectives = (status: CycleStatus): boolean => status === 'PREPARATION' || status === 'SETTING' || status === 'EXECUTION';
