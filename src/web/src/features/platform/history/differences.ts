export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue };

export interface Difference {
  field: string;
  before: JsonValue | undefined;
  after: JsonValue | undefined;
}

/** Not of interest to people: they follow from the others. */
const bookkeeping = new Set(['path', 'depth', 'stateFrom', 'updatedAt', 'cycleId', 'subjectId']);

/** Likewise of parts: whose they are, their order, and weights that stand with each item. */
const bookkeepingOfAnyPart = new Set(['ordinal', 'position', 'caseId', 'planId', 'schemeId', 'scorecardId', 'projectId', 'holderId', 'needsId', 'formerWeight', 'keptAttainment', 'before', 'proposed', 'after']);

/** Likewise of some parts: the change itself says when and by whom. */
const bookkeepingOfParts = /^((cause|criterion|countermeasure|improvementReport|verification):[^.]+\.(addresses|periods|at|byId)|rebalance:[^.]+\.at)$/;

/** Weights and shares are kept in hundredths, scores with the ids of their criteria, and people and objectives as a list of ids, of which it is shown how many. */
function asShown(field: string, value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value === 'number' && /^((scorecardItem|criterion):[^.]+\.weight|(company|team|individual)Share)$/.test(field)) return value / 100;
  if (typeof value === 'string' && /^(mentions|objectiveIds)$/.test(field)) return value.split('"').length >> 1;
  return typeof value === 'string' && /^countermeasure:[^.]+\.scores$/.test(field) ? [...value.matchAll(/"Value":(\d+)/g)].map((match) => match[1]).join(' · ') : value;
}

/** The fields that a change touched. Before and after are JSON objects of the changed fields as text, or null. */
export function differencesOf(before: string | null, after: string | null): Difference[] {
  const old = read(before);
  const now = read(after);
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((field) => !isBookkeeping(field));
  return fields
    .map((field) => ({ field, before: asShown(field, old[field]), after: asShown(field, now[field]) }))
    .filter((d) => JSON.stringify(d.before ?? null) !== JSON.stringify(d.after ?? null) && !(d.before === undefined && d.after === ''));
}

const isBookkeeping = (field: string): boolean => (field.includes(':') ? bookkeepingOfAnyPart.has(field.slice(field.lastIndexOf('.') + 1)) || bookkeepingOfParts.test(field) : bookkeeping.has(field));

/** Of the amount in a field, where it was changed with it. */
export function currencyOf(field: string, differences: readonly Difference[]): string | undefined {
  const part = field.slice(0, field.lastIndexOf('.') + 1);
  const currency = differences.find((d) => d.field.startsWith(part) && /^\w*currency$/i.test(d.field.slice(part.length)));
  const value = currency?.after ?? currency?.before;
  return typeof value === 'string' ? value : undefined;
}

function read(json: string | null): Record<string, JsonValue> {
  if (!json) return {};
  try {
    const value: unknown = JSON.parse(json);
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, JsonValue>) : {};
  } catch {
    return {};
  }
}

/** Base64url of 16 bytes and a type's name in ASCII. */
const globalId = /^[A-Za-z0-9_-]{24,60}$/;

export const isId = (field: string, value: JsonValue | undefined): boolean => typeof value === 'string' && /Id$/.test(field) && globalId.test(value);

/** Of a field of a milestone, "milestone:….due", the milestone's id, and so of a scorecard's item or a part of an improvement case. Other parts have no names. */
export const partId = (field: string): string | undefined => /^(?:milestone|scorecardItem|cause|criterion|countermeasure):([^.]+)\./.exec(field)?.[1];

export const idsIn = (differences: readonly Difference[]): string[] =>
  differences.flatMap((d) => [partId(d.field), ...[d.before, d.after].filter((value) => isId(d.field, value))].filter((id) => typeof id === 'string'));
