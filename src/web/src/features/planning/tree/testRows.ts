import type { ObjectiveRowData } from './ObjectiveRow';

/** A row for tests. */
export const row = (id: string, parentId: string | null, childCount: number): ObjectiveRowData => ({
  id,
  version: 1,
  code: id,
  title: `Title ${id}`,
  level: 'TEAM',
  status: 'DRAFT',
  important: false,
  childCount,
  target: '1', lowerBound: null,
  parent: parentId === null ? null : { id: parentId },
  owner: { id: 'owner', name: '李思雨' },
  unit: { id: 'unit', name: '上门服务部' },
  measure: { id: 'measure', unitOfMeasure: '件', decimals: 0 },
});
