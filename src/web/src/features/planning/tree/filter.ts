import type { ObjectiveLevel, ObjectiveStatus } from '../../../api/graphql';
import type { Choices } from '../../../components/useChoices';
import type { Forest } from './forest';
import type { ObjectiveRowData } from './ObjectiveRow';

export const levels: readonly ObjectiveLevel[] = ['COMPANY', 'TEAM', 'REGION', 'CUSTOMER', 'POSITION', 'PERSONAL'];
/** Withdrawn objectives are in no tree. */
export const treeStatuses: readonly ObjectiveStatus[] = ['DRAFT', 'NEGOTIATING', 'AGREED', 'COMMITTED', 'ACHIEVED', 'MISSED'];

export interface TreeFilter {
  text: string;
  levels: ObjectiveLevel[];
  statuses: ObjectiveStatus[];
  unitId: string | null;
  ownerId: string | null;
  important: boolean;
}

export const countOf = (filter: TreeFilter): number =>
  (filter.levels.length > 0 ? 1 : 0) + (filter.statuses.length > 0 ? 1 : 0) + (filter.unitId ? 1 : 0) + (filter.ownerId ? 1 : 0) + (filter.important ? 1 : 0);

export const isActive = (filter: TreeFilter): boolean => filter.text.trim() !== '' || countOf(filter) > 0;

/** @param unitIds the unit asked for with all below it. */
export function matchesOf(forest: Forest, filter: TreeFilter, unitIds: ReadonlySet<string> | null): Set<string> {
  const words = filter.text.trim().toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  const matches = new Set<string>();
  for (const node of forest.nodes.values()) {
    if (isMatch(node, filter, words, unitIds)) matches.add(node.id);
  }
  return matches;
}

function isMatch(node: ObjectiveRowData, filter: TreeFilter, words: readonly string[], unitIds: ReadonlySet<string> | null): boolean {
  if (filter.levels.length > 0 && !filter.levels.includes(node.level)) return false;
  if (filter.statuses.length > 0 && !filter.statuses.includes(node.status)) return false;
  if (filter.ownerId && node.owner.id !== filter.ownerId) return false;
  if (filter.important && !node.important) return false;
  if (unitIds && !unitIds.has(node.unit.id)) return false;
  if (words.length === 0) return true;
  const content = `${node.code} ${node.title} ${node.owner.name} ${node.unit.name}`.toLocaleLowerCase();
  return words.every((word) => content.includes(word));
}

/** The filter as the page's address keeps it, so that a view can be kept and shared. */
export function readFilter(params: URLSearchParams): TreeFilter {
  const list = <T extends string>(name: string, known: readonly T[]): T[] => known.filter((value) => (params.get(name) ?? '').split(',').includes(value));
  return {
    text: params.get('q') ?? '',
    levels: list('level', levels),
    statuses: list('status', treeStatuses),
    unitId: params.get('unit'),
    ownerId: params.get('owner'),
    important: params.get('important') === '1',
  };
}

/** The filter as choices in the address; what is empty is taken out. */
export const choicesOf = (filter: TreeFilter): Choices => ({
  q: filter.text || null,
  level: filter.levels.join(',') || null,
  status: filter.statuses.join(',') || null,
  unit: filter.unitId,
  owner: filter.ownerId,
  important: filter.important ? '1' : null,
});
