import { Button, SegmentedControl, SimpleGrid, Table, Text } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/Section';
import { groupDecimal } from '../../../format/decimal';
import type { BoardCardData } from './board';
import styles from './Calibration.module.css';
import { byGrade, byUnit, rangeOf, standingOf, type Drafts, type GradeShare, type UnitSpread } from './distribution';

interface DistributionProps {
  cards: readonly BoardCardData[];
  drafts: Drafts;
  onUnit: (id: string) => void;
}

const few = 12;

/** How grades and scores are spread, drawn or in figures. */
export const Distribution = memo(function Distribution({ cards, drafts, onUnit }: DistributionProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [isWhole, setWhole] = useState(false);
  const { grades, ungraded } = useMemo(() => byGrade(cards, drafts), [cards, drafts]);
  const units = useMemo(() => byUnit(cards, drafts), [cards, drafts]);
  const all = useMemo(() => rangeOf(cards.flatMap((card) => standingOf(card, drafts).score ?? [])), [cards, drafts]);
  const shown = isWhole ? units : units.slice(0, few);
  return (
    <Section
      title={t('calibrating.distribution')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('calibrating.view')}
          data={[{ value: 'chart', label: t('calibrating.chart') }, { value: 'table', label: t('calibrating.table') }]}
          value={view}
          onChange={(value) => setView(value === 'table' ? 'table' : 'chart')}
        />
      }
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing={0}>
        <div className={styles.part}>
          <Text component="h3" size="sm" fw={600} m={0} mb={6}>
            {t('calibrating.byGrade')}
          </Text>
          {grades.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('calibrating.noGrades')}
            </Text>
          )}
          {grades.length > 0 && (view === 'chart' ? <GradeChart grades={grades} /> : <GradeTable grades={grades} />)}
          {ungraded > 0 && (
            <Text size="xs" c="dimmed" mt={6}>
              {t('calibrating.ungraded', { count: ungraded })}
            </Text>
          )}
        </div>
        <div className={styles.part}>
          <Text component="h3" size="sm" fw={600} m={0} mb={6}>
            {t('calibrating.byUnit')}
          </Text>
          {view === 'chart' ? <UnitChart units={shown} all={all} onUnit={onUnit} /> : <UnitTable units={shown} onUnit={onUnit} />}
          {shown.length < units.length && (
            <Button variant="default" size="compact-sm" mt={8} onClick={() => setWhole(true)}>
              {t('calibrating.allUnits', { count: units.length })}
            </Button>
          )}
        </div>
      </SimpleGrid>
    </Section>
  );
});

const percent = (share: number) => (Math.round(share * 1000) / 10).toFixed(1);

function GradeChart({ grades }: { grades: readonly GradeShare[] }) {
  const { t } = useTranslation();
  const most = Math.max(...grades.map(({ count }) => count));
  return (
    <ul className={styles.chart} aria-label={t('calibrating.byGrade')}>
      {grades.map(({ grade, count, share }) => (
        <li key={grade} className={styles.bar}>
          <span className={styles.name}>{grade}</span>
          <span className={styles.track} aria-hidden>
            <span style={{ width: `${(100 * count) / most}%` }} />
          </span>
          <span className="number">
            {count} · {t('common.percent', { percent: percent(share) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function GradeTable({ grades }: { grades: readonly GradeShare[] }) {
  const { t } = useTranslation();
  return (
    <Table verticalSpacing={3} horizontalSpacing={8} aria-label={t('calibrating.byGrade')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('appraisals.grade')}</Table.Th>
          <Table.Th ta="end">{t('calibrating.people')}</Table.Th>
          <Table.Th ta="end">{t('calibrating.share')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {grades.map(({ grade, count, share }) => (
          <Table.Tr key={grade}>
            <Table.Th scope="row" fw={400}>
              {grade}
            </Table.Th>
            <Table.Td ta="end" className="number">
              {count}
            </Table.Td>
            <Table.Td ta="end" className="number">
              {t('common.percent', { percent: percent(share) })}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface UnitProps {
  units: readonly UnitSpread[];
  onUnit: (id: string) => void;
}

/** A line from the least to the most with a dot at the mean; the whole company's mean runs through all. */
function UnitChart({ units, all, onUnit }: UnitProps & { all: UnitSpread['range'] }) {
  const { t } = useTranslation();
  const ends = units.flatMap(({ range }) => (range ? [Number(range.least), Number(range.most)] : []));
  const [from, until] = [Math.floor(Math.min(...ends, 100) / 10) * 10, Math.ceil(Math.max(...ends, 100) / 10) * 10];
  const at = (score: string) => `${(100 * (Number(score) - from)) / Math.max(1, until - from)}%`;
  return (
    <>
      <ul className={styles.chart} aria-label={t('calibrating.byUnit')}>
        {units.map(({ id, name, count, range }) => (
          <li key={id} className={styles.spread}>
            <button type="button" className={styles.unit} title={t('calibrating.onlyUnit', { name })} onClick={() => onUnit(id)}>
              {name} <span className="number">({count})</span>
            </button>
            <span className={styles.scale} aria-hidden>
              {all && <span className={styles.middle} style={{ insetInlineStart: at(all.mean) }} />}
              {range && <span className={styles.range} style={{ insetInlineStart: at(range.least), width: `calc(${at(range.most)} - ${at(range.least)})` }} />}
              {range && <span className={styles.dot} style={{ insetInlineStart: at(range.mean) }} />}
            </span>
            <span className="number" aria-label={range ? t('calibrating.rangeOf', { least: groupDecimal(range.least, 2), mean: groupDecimal(range.mean, 2), most: groupDecimal(range.most, 2) }) : undefined} role={range ? 'img' : undefined}>
              {range ? groupDecimal(range.mean, 1) : '—'}
            </span>
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed" mt={6}>
        {t('calibrating.legend', { from, until, mean: all ? groupDecimal(all.mean, 2) : '—' })}
      </Text>
    </>
  );
}

function UnitTable({ units, onUnit }: UnitProps) {
  const { t } = useTranslation();
  const write = (score: string | undefined) => (score === undefined ? '—' : groupDecimal(score, 2));
  return (
    <Table verticalSpacing={3} horizontalSpacing={8} aria-label={t('calibrating.byUnit')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('people.unit')}</Table.Th>
          <Table.Th ta="end">{t('calibrating.people')}</Table.Th>
          <Table.Th ta="end">{t('calibrating.least')}</Table.Th>
          <Table.Th ta="end">{t('calibrating.mean')}</Table.Th>
          <Table.Th ta="end">{t('calibrating.most')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {units.map(({ id, name, count, range }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row" fw={400}>
              <button type="button" className={styles.unit} onClick={() => onUnit(id)}>
                {name}
              </button>
            </Table.Th>
            <Table.Td ta="end" className="number">
              {count}
            </Table.Td>
            <Table.Td ta="end" className="number">
              {write(range?.least)}
            </Table.Td>
            <Table.Td ta="end" className="number">
              {write(range?.mean)}
            </Table.Td>
            <Table.Td ta="end" className="number">
              {write(range?.most)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
