import { useTranslation } from 'react-i18next';
import { FactList, type Fact } from '../../../components/FactList';
import { formatPeriod } from '../../../format/dates';
import { roundTo } from '../../../format/sums';
import { useLanguage } from '../../../i18n/useLanguage';
import { useList } from '../../../i18n/useList';
import { TargetText } from '../../planning/objectives/TargetText';
import type { CaseData } from '../cases/cases';
import { GapBars } from './GapBars';

interface EvidenceFactsProps {
  evidence: { periods: readonly string[]; gapBefore: string; gapAfter: string };
  measure: CaseData['objective']['measure'];
  more?: readonly Fact[];
}

/** What later months show, drawn and in figures. */
export function EvidenceFacts({ evidence, measure, more = [] }: EvidenceFactsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useList();
  const { periods } = evidence;
  const [gapBefore, gapAfter] = [evidence.gapBefore, evidence.gapAfter].map((gap) => roundTo(gap, Math.min(measure.decimals + 1, 6))) as [string, string];
  return (
    <>
      <GapBars before={gapBefore} after={periods.length === 0 ? null : gapAfter} measure={measure} />
      <FactList
        facts={[
          [t('improvement.months'), list.format(periods.map((period) => formatPeriod(period, language)))],
          [t('improvement.gapBefore'), <TargetText key="before" target={gapBefore} measure={measure} />],
          [t('improvement.gapAfter'), periods.length > 0 && <TargetText key="after" target={gapAfter} measure={measure} />],
          ...more,
        ]}
      />
    </>
  );
}
