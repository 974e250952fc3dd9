import type { DecimalText } from '../../../api/graphql';
import { groupDecimal } from '../../../format/decimal';

/** An amount with as many decimals as its currency has. */
export function groupMoney(amount: DecimalText, currency: string): string {
  return groupDecimal(amount, new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits);
}
