import { graphql, type DecimalText, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import { remainderOf, type MonthValue } from '../phasing/phasing';

const RevisionLine = graphql(`
  fragment RevisionLine on TargetRevision {
    id
    status
    externalCause
    evidence
    oldTarget
    newTarget
    effectiveFrom
    workPlanChange
    requestedAt
    decidedAt
    decisionReason
    exemptFromAppraisal
    viewerMay
    newPhasing {
      period
      value
    }
    requestedBy {
      id
      name
    }
    decidedBy {
      id
      name
    }
  }
`);

export type RevisionData = ResultOf<typeof RevisionLine>;
export type RevisionStatus = RevisionData['status'];

export const RevisionsQuery = graphql(
  `
    query Revisions($id: ID!) {
      objective(id: $id) {
        id
        measure {
          id
          unitOfMeasure
          decimals
        }
        progress {
          series {
            period
            target
          }
        }
        revisions {
          ...RevisionLine
        }
      }
    }
  `,
  [RevisionLine],
);

export type RevisedObjective = NonNullable<ResultOf<typeof RevisionsQuery>['objective']>;

/** What one needs to know to ask for another target. */
export const ObjectiveToReviseQuery = graphql(`
  query ObjectiveToRevise($id: ID!) {
    objective(id: $id) {
      id
      code
      title
      target
      childCount
      measure {
        id
        unitOfMeasure
        decimals
        aggregation
        direction
      }
      progress {
        series {
          period
          target
        }
      }
    }
  }
`);

export type ObjectiveToRevise = NonNullable<ResultOf<typeof ObjectiveToReviseQuery>['objective']>;

export const RequestTargetRevision = graphql(
  `
    mutation RequestTargetRevision($input: RequestTargetRevisionInput!) {
      requestTargetRevision(input: $input) {
        targetRevision {
          ...RevisionLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [RevisionLine, UserErrorFields],
);

export const DecideTargetRevision = graphql(
  `
    mutation DecideTargetRevision($input: DecideTargetRevisionInput!) {
      decideTargetRevision(input: $input) {
        targetRevision {
          ...RevisionLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [RevisionLine, UserErrorFields],
);

export const WithdrawTargetRevision = graphql(
  `
    mutation WithdrawTargetRevision($input: WithdrawTargetRevisionInput!) {
      withdrawTargetRevision(input: $input) {
        targetRevision {
          ...RevisionLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [RevisionLine, UserErrorFields],
);

export const UndoTargetRevision = graphql(
  `
    mutation UndoTargetRevision($input: WithdrawTargetRevisionInput!) {
      undoTargetRevision(input: $input) {
        targetRevision {
          ...RevisionLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [RevisionLine, UserErrorFields],
);

/** What a decider sees as two things is one right. */
export type RevisionTask = 'APPROVE' | 'REJECT' | 'WITHDRAW' | 'UNDO';

export const tasksOf = (revision: Pick<RevisionData, 'viewerMay'>): RevisionTask[] => revision.viewerMay.flatMap((right): RevisionTask[] => (right === 'DECIDE' ? ['APPROVE', 'REJECT'] : [right]));

export interface Month {
  period: string;
  value: DecimalText;
}

/** The months in force, whether the target was phased or is spread evenly. */
export const monthsOf = (objective: { progress: { series: readonly { period: string; target: DecimalText | null }[] } }): Month[] =>
  objective.progress.series.flatMap(({ period, target }) => (target === null ? [] : [{ period, value: target }]));

/** The months as they are typed by hand: those before the revision takes effect stay, the others begin empty. */
export const monthsFrom = (months: readonly Month[], from: string | null, typed: ReadonlyMap<string, DecimalText | null>): MonthValue[] =>
  months.map(({ period, value }) => ({ period, value: from === null || period < from ? value : (typed.get(period) ?? null) }));

/** The month that it is, or the one before it from which on the new target leaves something to be shared. */
export function firstThatFits(months: readonly Month[], target: DecimalText | null, measure: ObjectiveToRevise['measure'], today: string): string | null {
  const begun = months.filter(({ period }) => period <= today.slice(0, 7)).map(({ period }) => period);
  const fits = (from: string) => target === null || (remainderOf(monthsFrom(months, from, new Map()), target, measure) ?? 0n) >= 0n;
  return begun.findLast(fits) ?? begun.at(-1) ?? months[0]?.period ?? null;
}

/** The months of a revised target beside those before it; null where there were none. */
export const beside = (before: readonly Month[], after: readonly Month[]): { period: string; before: DecimalText | null; after: DecimalText; isChanged: boolean }[] =>
  after.map(({ period, value }) => {
    const former = before.find((month) => month.period === period)?.value ?? null;
    return { period, before: former, after: value, isChanged: former !== value };
  });
