import type { DecimalText } from '../../../api/graphql';
import { fromUnits, sumOf } from '../../../format/sums';

/** All awards together, exactly. */
export const totalOf = (awards: readonly { total: { amount: DecimalText } }[]): DecimalText => fromUnits(sumOf(awards.map((award) => award.total.amount)));
