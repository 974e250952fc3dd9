import { graphql, type DecimalText, type ObjectiveLevel, type ResultOf, type VariablesOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const AllocationParent = graphql(`
  query AllocationParent($id: ID!) {
    objective(id: $id) {
      id
      version
      code
      title
      level
      status
      target
      unit {
        id
        children {
          id
        }
      }
      owner {
        id
        chain {
          id
        }
      }
      cycle {
        id
        status
      }
      measure {
        id
        unitOfMeasure
        decimals
        aggregation
        direction
      }
    }
  }
`);

export const AllocationPreview = graphql(
  `
    query AllocationPreview($input: AllocationInput!) {
      allocationPreview(input: $input) {
        total
        method
        parts {
          recipient {
            id
          }
          recipientName
          value
          share
          locked
          previousActual
          objective {
            id
          }
          owner {
            id
            name
            employeeNumber
          }
          contributions {
            factor
            score
            weight
            share
          }
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export const ApplyAllocation = graphql(
  `
    mutation ApplyAllocation($input: AllocationInput!) {
      applyAllocation(input: $input) {
        objectives {
          id
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export type AllocationParentData = NonNullable<ResultOf<typeof AllocationParent>['objective']>;
export type AllocationPart = ResultOf<typeof AllocationPreview>['allocationPreview']['parts'][number];
export type AllocationInput = VariablesOf<typeof AllocationPreview>['input'];
export type AllocationDimension = AllocationInput['dimension'];
export type AllocationFactor = AllocationInput['factors'][number]['factor'];

export const dimensions: readonly AllocationDimension[] = ['UNIT', 'REGION', 'CUSTOMER', 'POSITION', 'PERSON'];

/** The factors that say something of each kind of recipient. */
export const factorsOf: Record<AllocationDimension, readonly AllocationFactor[]> = {
  UNIT: ['RELATIVE_STRENGTH', 'RESOURCES', 'CHARACTERISTICS', 'STRATEGIC_DEPLOYMENT', 'DEVELOPMENT', 'ENVIRONMENT', 'COMPETITION', 'REGIONAL_WEIGHT', 'HISTORY', 'EQUAL'],
  REGION: ['CHARACTERISTICS', 'STRATEGIC_DEPLOYMENT', 'DEVELOPMENT', 'ENVIRONMENT', 'COMPETITION', 'RESOURCES', 'REGIONAL_WEIGHT', 'HISTORY', 'EQUAL'],
  CUSTOMER: ['STRENGTH', 'FINANCES', 'CREDIT', 'REGIONAL_WEIGHT', 'HISTORY', 'EQUAL'],
  POSITION: ['RELATIVE_STRENGTH', 'STRENGTH', 'REGIONAL_WEIGHT', 'HISTORY', 'EQUAL'],
  PERSON: ['RELATIVE_STRENGTH', 'STRENGTH', 'REGIONAL_WEIGHT', 'HISTORY', 'EQUAL'],
};

/** What one most likely begins with: the records that describe the recipients count alike, the past and equality not yet. */
export function proposedWeights(dimension: AllocationDimension): Partial<Record<AllocationFactor, DecimalText>> {
  const described: Record<AllocationDimension, readonly AllocationFactor[]> = {
    UNIT: ['RELATIVE_STRENGTH'],
    REGION: ['CHARACTERISTICS', 'STRATEGIC_DEPLOYMENT', 'DEVELOPMENT', 'ENVIRONMENT', 'COMPETITION', 'RESOURCES'],
    CUSTOMER: ['STRENGTH', 'FINANCES', 'CREDIT'],
    POSITION: ['RELATIVE_STRENGTH'],
    PERSON: ['RELATIVE_STRENGTH'],
  };
  return Object.fromEntries(described[dimension].map((factor) => [factor, '10']));
}

/** To whom an objective of a level is usually split. */
const usual: Record<ObjectiveLevel, AllocationDimension> = { COMPANY: 'UNIT', TEAM: 'REGION', REGION: 'CUSTOMER', CUSTOMER: 'POSITION', POSITION: 'PERSON', PERSONAL: 'PERSON' };

export const proposedDimension = ({ level, unit }: Pick<AllocationParentData, 'level' | 'unit'>): AllocationDimension => (level === 'TEAM' && unit.children.length > 0 ? 'UNIT' : usual[level]);

/** What one has chosen so far. */
export interface Split {
  dimension: AllocationDimension;
  weights: Partial<Record<AllocationFactor, DecimalText | null>>;
  stretch: DecimalText | null;
  locks: ReadonlyMap<string, DecimalText>;
  owners: ReadonlyMap<string, { id: string; label: string }>;
  /** Of the recipients that were found, those that get nothing. */
  without: ReadonlySet<string>;
}

export const splitFor = (dimension: AllocationDimension): Split => ({
  dimension, weights: proposedWeights(dimension), stretch: null, locks: new Map(), owners: new Map(), without: new Set(),
});

/** Whether nothing of it was chosen but to whom. */
export const isAsProposed = ({ dimension, weights, stretch, locks, owners, without }: Split): boolean =>
  locks.size + owners.size + without.size === 0 && stretch === null && factorsOf[dimension].every((factor) => (weights[factor] ?? null) === (proposedWeights(dimension)[factor] ?? null));

export function inputOf(parent: { id: string; version: number }, split: Split, known: readonly string[]): AllocationInput {
  const takes = (id: string) => !split.without.has(id);
  return {
    parentId: parent.id,
    expectedVersion: parent.version,
    dimension: split.dimension,
    factors: factorsOf[split.dimension].flatMap((factor) => {
      const weight = split.weights[factor];
      return weight ? [{ factor, weight }] : [];
    }),
    recipientIds: split.without.size === 0 ? null : known.filter(takes),
    locks: [...split.locks].filter(([id]) => takes(id)).map(([recipientId, value]) => ({ recipientId, value })),
    owners: [...split.owners].filter(([id]) => takes(id)).map(([recipientId, owner]) => ({ recipientId, ownerId: owner.id })),
    stretchPercent: split.stretch ?? '0',
  };
}
