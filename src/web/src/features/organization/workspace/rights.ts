import type { Role } from '../../../api/graphql';
import type { Right, UnitLineData } from './workspace';

const holders: Record<Right, readonly Role[]> = {
  manageOrganization: ['ADMINISTRATOR'],
  manageCycles: ['ADMINISTRATOR', 'HR'],
  manageMeasures: ['ADMINISTRATOR'],
  manageStrategy: ['EXECUTIVE', 'HR', 'ADMINISTRATOR'],
  publishEverywhere: ['EXECUTIVE', 'HR'],
  import: ['ADMINISTRATOR'],
};

export const mayWith = (roles: readonly Role[]) => (right: Right) => holders[right].some((role) => roles.includes(role));

/** Each unit that a person leads, with all below it. */
export function unitsLedBy(personId: string, units: readonly UnitLineData[]): ReadonlySet<string> {
  const below = new Map<string, string[]>();
  for (const unit of units) {
    if (unit.parent) below.set(unit.parent.id, [...(below.get(unit.parent.id) ?? []), unit.id]);
  }
  const led = new Set<string>();
  const open = units.filter((unit) => unit.leader?.id === personId).map((unit) => unit.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (led.has(id)) continue;
    led.add(id);
    open.push(...(below.get(id) ?? []));
  }
  return led;
}
