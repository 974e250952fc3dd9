import { useTranslation } from 'react-i18next';
import { formatDay, isDay } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { useInstant, useWorkspace } from '../../organization/workspace/workspace';
import { groupMoney } from '../../performance/incentives/money';
import { isId, type JsonValue } from './differences';

interface FieldValueProps {
  field: string;
  value: JsonValue | undefined;
  names: ReadonlyMap<string, string>;
  /** Of an amount; the company's where it is not told. */
  currency?: string;
}

/** Under `enums`, but for those whose words stand with their screen. */
const enumsOf: Partial<Record<string, readonly string[]>> = {
  status: ['ObjectiveStatus', 'CycleStatus', 'SupportStatus', 'DeviationStatus', 'RevisionStatus', 'ScorecardStatus', 'ScorecardItemStatus', 'RebalanceStatus', 'ImprovementStatus', 'development.statuses'],
  category: ['CauseCategory'],
  verdict: ['VerificationVerdict'],
  level: ['ObjectiveLevel', 'OfficeLevel'],
  correction: ['CorrectionKind'],
  source: ['competencies.sources'],
  mail: ['session.mail.rhythm'],
  'policy.unacknowledgedBriefing': ['PolicyAction'],
  origin: ['ObjectiveOrigin'],
  direction: ['MeasureDirection'],
  aggregation: ['Aggregation'],
  kind: ['UnitKind', 'StrategyKind', 'NegotiationKind', 'BriefingKind', 'DeviationKind', 'ScoringRuleKind', 'development.kinds', 'recognition.kinds'],
  side: ['NegotiationSide'],
  approach: ['SettingApproach'],
  locale: ['Locale'],
  role: ['Role', 'SignatureRole'],
  severity: ['DeviationSeverity'],
  route: ['DeviationRoute'],
  phasedBy: ['PhasingMethod'],
};

/** A value of a history, as people write it: names for ids, words for constants. */
export function FieldValue({ field, value, names, currency }: FieldValueProps) {
  const { t, i18n } = useTranslation();
  const instant = useInstant();
  const language = useLanguage();
  const { organization } = useWorkspace();
  if (value === undefined || value === null || value === '') return <span aria-label={t('history.empty')}>—</span>;
  if (typeof value === 'boolean') return <>{t(value ? 'common.yes' : 'common.no')}</>;
  if (field === 'dependsOn' && typeof value === 'string') return <>{t('work.dependsOnCount', { count: (JSON.parse(value) as unknown[]).length })}</>;
  if (typeof value === 'string') {
    if (isId(field, value)) return <>{names.get(value) ?? value}</>;
    const key = enumsOf[field]?.map((name) => `${name.includes('.') ? name : `enums.${name}`}.${value}`).find((k) => i18n.exists(k));
    if (key) return <>{t(key as 'enums.ObjectiveStatus.DRAFT')}</>;
    if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return <>{instant(value)}</>;
    if (isDay(value)) return <>{formatDay(value, language)}</>;
    if (/^-?\d{4,}(\.\d+)?$|^-?\d+\.\d+$/.test(value) && !/code|number/i.test(field)) return <span className="number">{groupDecimal(value)}</span>;
    return <>{value}</>;
  }
  if (typeof value === 'number' && field.endsWith('Minor')) return <Amount minor={value} currency={currency ?? organization.currency} />;
  return <>{typeof value === 'number' ? String(value) : JSON.stringify(value)}</>;
}

function Amount({ minor, currency }: { minor: number; currency: string }) {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return (
    <span className="number">
      {groupMoney((minor / 10 ** digits).toFixed(digits), currency)} {currency}
    </span>
  );
}
