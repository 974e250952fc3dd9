import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { usePhone } from '../../../components/usePhone';
import { AssessDrawer } from './AssessDrawer';
import { sourcesFor, type CompetencyData } from './competencies';
import { columnsOf, MatrixQuery, type MatrixRowData } from './matrix';
import { MatrixCards } from './MatrixCards';
import { MatrixGrid } from './MatrixGrid';

export interface Assessing {
  row: MatrixRowData;
  competencyId: string;
  /** What was typed, else the level in force. */
  level?: number;
}

interface MatrixViewProps {
  cycleId: string;
  unitId: string;
  competencies: readonly CompetencyData[];
}

/** People against competencies, who lacks most first. */
export function MatrixView({ cycleId, unitId, competencies }: MatrixViewProps) {
  const { t } = useTranslation();
  const isPhone = usePhone();
  const [assessing, setAssessing] = useState<Assessing | null>(null);
  const pages = useConnection({ query: MatrixQuery, variables: { cycleId, unitId }, pageSize: 50, of: (data) => data.competencyMatrix });
  const rows = pages.nodes;
  if (!rows) return pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />;
  if (rows.length === 0) return <EmptyState icon="people" title={t('competencies.nobody')} hint={t('competencies.nobodyHint')} />;
  const columns = columnsOf(rows, competencies);
  return (
    <>
      <Text size="xs" c="dimmed" mb="xs" role="status">
        {t('competencies.people', { count: pages.totalCount })} · {t(isPhone ? 'competencies.legend' : 'competencies.legendKeys')}
      </Text>
      {isPhone ? <MatrixCards rows={rows} columns={columns} cycleId={cycleId} onAssess={setAssessing} /> : <MatrixGrid rows={rows} columns={columns} cycleId={cycleId} onAssess={setAssessing} />}
      <MoreButton pages={pages} />
      {assessing && (
        <AssessDrawer
          person={assessing.row.person}
          sources={sourcesFor(assessing.row.person.viewerMayDevelop)}
          competencyId={assessing.competencyId}
          level={assessing.level}
          onDone={pages.reload}
          onClose={() => setAssessing(null)}
        />
      )}
    </>
  );
}
