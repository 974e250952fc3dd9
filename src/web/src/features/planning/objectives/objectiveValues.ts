import type { DecimalText, ObjectiveLevel, VariablesOf } from '../../../api/graphql';
import type { Choice } from '../../../components/RemoteSelect';
import { writableLevels, type Writer } from './mayWrite';
import type { DraftObjective, EditObjective, ObjectiveDetailData } from './ObjectiveDetail';

/** The form's values; each bears the name of the API's field, so that errors find it. */
export interface ObjectiveValues {
  level: ObjectiveLevel;
  title: string;
  description: string;
  contribution: string;
  ownerId: Choice | null;
  unitId: string | null;
  regionId: string | null;
  customerId: Choice | null;
  positionId: string | null;
  responsibilityId: string | null;
  strategyElementId: string | null;
  measureId: string | null;
  baseline: DecimalText | null;
  target: DecimalText | null;
  lowerBound: DecimalText | null;
  rollUpWeight: DecimalText | null;
  important: boolean;
}

export function valuesOf(objective: ObjectiveDetailData): ObjectiveValues {
  return {
    level: objective.level,
    title: objective.title,
    description: objective.description,
    contribution: objective.contribution ?? '',
    ownerId: { id: objective.owner.id, label: `${objective.owner.name} (${objective.owner.employeeNumber})` },
    unitId: objective.unit.id,
    regionId: objective.region?.id ?? null,
    customerId: objective.customer && { id: objective.customer.id, label: objective.customer.name },
    positionId: objective.position?.id ?? null,
    responsibilityId: objective.responsibility?.id ?? null,
    strategyElementId: objective.strategyElement?.id ?? null,
    measureId: objective.measure.id,
    baseline: objective.baseline,
    target: objective.target,
    lowerBound: objective.lowerBound,
    rollUpWeight: objective.rollUpWeight,
    important: objective.important,
  };
}

const nextLevel: Record<ObjectiveLevel, ObjectiveLevel> = { COMPANY: 'TEAM', TEAM: 'TEAM', REGION: 'CUSTOMER', CUSTOMER: 'POSITION', POSITION: 'PERSONAL', PERSONAL: 'PERSONAL' };

interface Drafter extends Writer {
  viewer: Writer['viewer'] & { person: { name: string; employeeNumber: string; unit: { id: string } } };
}

/** What a new objective most likely says, given the one that it stands under and who drafts it, at a level that is his to write. */
export function proposedUnder(parent: ObjectiveDetailData | null, { viewer, ledUnitIds }: Drafter): ObjectiveValues {
  const drafter = viewer.person;
  const writable = writableLevels({ viewer, ledUnitIds });
  const level = [parent ? nextLevel[parent.level] : 'COMPANY', parent ? 'PERSONAL' as const : 'TEAM' as const].find((one) => writable.includes(one)) ?? 'PERSONAL';
  const [ledFirst] = ledUnitIds;
  return {
    level,
    title: '',
    description: '',
    contribution: '',
    ownerId: { id: drafter.id, label: `${drafter.name} (${drafter.employeeNumber})` },
    unitId: level === 'TEAM' && ledFirst !== undefined && !ledUnitIds.has(drafter.unit.id) ? ledFirst : drafter.unit.id,
    regionId: parent?.region?.id ?? null,
    customerId: parent?.customer ? { id: parent.customer.id, label: parent.customer.name } : null,
    positionId: null,
    responsibilityId: null,
    strategyElementId: parent?.strategyElement?.id ?? null,
    measureId: parent?.measure.id ?? null,
    baseline: null,
    target: null,
    lowerBound: null,
    rollUpWeight: '1',
    important: false,
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

type Draft = VariablesOf<typeof DraftObjective>['input'];
type Edit = VariablesOf<typeof EditObjective>['input'];

/** What must be there before the API can be asked at all. */
export const requiredToDraft = ['title', 'ownerId', 'unitId', 'measureId', 'target'] as const;

export function draftOf(values: ObjectiveValues, cycleId: string, parentId: string | null): Draft {
  return {
    cycleId,
    parentId,
    level: values.level,
    title: values.title,
    description: orNull(values.description),
    contribution: orNull(values.contribution),
    ownerId: values.ownerId?.id ?? '',
    unitId: values.unitId ?? '',
    regionId: values.regionId,
    customerId: values.customerId?.id ?? null,
    positionId: values.positionId,
    responsibilityId: values.responsibilityId,
    strategyElementId: values.strategyElementId,
    measureId: values.measureId ?? '',
    baseline: values.baseline,
    target: values.target ?? '',
    lowerBound: values.lowerBound,
    rollUpWeight: values.rollUpWeight,
    important: values.important,
  };
}

/** Only what differs, so that what others changed meanwhile is not put back. */
export function editOf(before: ObjectiveValues, after: ObjectiveValues, id: string, expectedVersion: number): Edit {
  const edit: Edit = { id, expectedVersion };
  const all = draftOf(after, '', null);
  const old = draftOf(before, '', null);
  for (const name of [
    'title', 'description', 'contribution', 'ownerId', 'unitId', 'regionId', 'customerId', 'positionId', 'responsibilityId', 'strategyElementId', 'measureId',
    'baseline', 'target', 'lowerBound', 'rollUpWeight', 'important',
  ] as const) {
    if (all[name] !== old[name]) Object.assign(edit, { [name]: all[name] === '' ? null : all[name] });
  }
  return edit;
}
