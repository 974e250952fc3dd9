import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../../components/Icon';
import { groupDecimal } from '../../../format/decimal';
import { percentOfOne } from '../../../format/percent';
import type { EffectData } from './deviations';
import styles from './Deviations.module.css';

/** What the lag does to each objective above: its forecast attainment without and with it. */
export function ImpactTable({ impact }: { impact: readonly EffectData[] }) {
  const { t } = useTranslation();
  const share = (attainment: string | null) => (attainment === null ? '—' : t('common.percent', { percent: groupDecimal(percentOfOne(attainment), 1) }));
  if (impact.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('deviations.impact.none')}
      </Text>
    );
  }
  return (
    <>
      <Table verticalSpacing={5} horizontalSpacing={6} fz="sm" aria-label={t('deviations.impact.title')} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('deviations.impact.objective')}</Table.Th>
            <Table.Th ta="end" w={84}>
              {t('deviations.impact.without')}
            </Table.Th>
            <Table.Th ta="end" w={84}>
              {t('deviations.impact.with')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {impact.map(({ objective, forecastBefore, forecastAfter, endangered }) => (
            <Table.Tr key={objective.id}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Link className="plain-link" to={`/objectives/${objective.id}`}>
                  {objective.title}
                </Link>
                {endangered && (
                  <div className={styles.danger}>
                    <Icon name="warning" size={12} />
                    {t('deviations.impact.danger')}
                  </div>
                )}
              </Table.Td>
              <Table.Td ta="end" className="number">
                {share(forecastBefore)}
              </Table.Td>
              <Table.Td ta="end" className="number" fw={endangered ? 600 : undefined}>
                {share(forecastAfter)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">
        {t('deviations.impact.hint')}
      </Text>
    </>
  );
}
