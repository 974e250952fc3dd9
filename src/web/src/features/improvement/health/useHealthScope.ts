import { useWorkspace } from '../../organization/workspace/workspace';

export interface HealthScope {
  /** Null is the company. */
  unitId: string | null;
  mayLook: boolean;
}

/** Of which unit the viewer looks at the health: executives, HR and auditors of any, a leader of those that he leads, by default the highest. */
export function useHealthScope(askedId: string | null): HealthScope {
  const { viewer, organization, ledUnitIds } = useWorkspace();
  if (viewer.roles.some((role) => role === 'EXECUTIVE' || role === 'HR' || role === 'AUDITOR')) return { unitId: askedId, mayLook: true };
  if (askedId && ledUnitIds.has(askedId)) return { unitId: askedId, mayLook: true };
  const highest = organization.units.find(({ id, parent }) => ledUnitIds.has(id) && !(parent && ledUnitIds.has(parent.id)));
  return { unitId: highest?.id ?? null, mayLook: highest !== undefined };
}
