import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import { groupDecimal } from '../../../format/decimal';

/** What was recorded for a period. */
export const ActualEntry = graphql(`
  fragment ActualEntry on Actual {
    id
    period
    value
    numerator
    denominator
    source
    reportedAt
    note
    evidenceUrl
    correctionReason
    reportedBy {
      id
      name
    }
    corrects {
      id
    }
    correctedBy {
      id
    }
  }
`);

export type ActualData = ResultOf<typeof ActualEntry>;

export const CorrectActual = graphql(
  `
    mutation CorrectActual($input: CorrectActualInput!) {
      correctActual(input: $input) {
        actual {
          ...ActualEntry
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [ActualEntry, UserErrorFields],
);

/** Of a ratio what it was made of, of others the value. */
export const figureOf = ({ value, numerator, denominator }: Pick<ActualData, 'value' | 'numerator' | 'denominator'>, decimals = 0): string =>
  numerator !== null && denominator !== null ? `${groupDecimal(numerator)}/${groupDecimal(denominator)}` : groupDecimal(value, decimals);

export interface EntryChain<E> {
  /** The one that counts. */
  standing: E;
  /** Those that it replaced, the newest first. */
  replaced: E[];
}

interface Chained {
  id: string;
  period: string;
  corrects: { id: string } | null;
  correctedBy: { id: string } | null;
}

/** Entries with those that they correct, the latest period first; within what is given. */
export function chainsOf<E extends Chained>(entries: readonly E[]): EntryChain<E>[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const standing = entries.filter((entry) => !entry.correctedBy || !byId.has(entry.correctedBy.id));
  return standing
    .map((entry) => {
      const replaced: E[] = [];
      for (let old = byId.get(entry.corrects?.id ?? ''); old; old = byId.get(old.corrects?.id ?? '')) replaced.push(old);
      return { standing: entry, replaced };
    })
    .sort((a, b) => (a.standing.period < b.standing.period ? 1 : a.standing.period > b.standing.period ? -1 : 0));
}
