import { Alert, Checkbox, Group, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/Section';
import { useLanguage } from '../../../i18n/useLanguage';
import { placeOf, type ImportField } from './columns';
import { reportOf, type ImportOutcome } from './importRecords';
import styles from './ImportReport.module.css';

interface ImportReportProps {
  outcome: ImportOutcome;
  isDryRun: boolean;
  fields: readonly ImportField[];
}

/** A row of one line; one whose finding is longer is as high as it needs. */
const rowHeight = 34;

/** What became of a file, or would: the sums, and row by row. */
export function ImportReport({ outcome, isDryRun, fields }: ImportReportProps) {
  const { t } = useTranslation();
  const [onlyFindings, setOnlyFindings] = useState(false);
  const rows = useMemo(() => reportOf(outcome), [outcome]);
  const shown = useMemo(() => (onlyFindings ? rows.filter((row) => row.message !== null) : rows), [rows, onlyFindings]);
  const title = isDryRun ? t('imports.resultDry') : outcome.written ? t('imports.resultDone') : t('imports.resultNotWritten');
  return (
    <Section title={title} actions={<Checkbox size="xs" label={t('imports.onlyFindings')} checked={onlyFindings} onChange={(event) => setOnlyFindings(event.currentTarget.checked)} />}>
      <Group gap="xl" px="md" py="sm" role="status">
        <Sum name={t('imports.created')} count={outcome.created} />
        <Sum name={t('imports.updated')} count={outcome.updated} />
        <Sum name={t('imports.unchanged')} count={outcome.unchanged} />
        <Sum name={t('imports.rejected')} count={outcome.rejectedCount} isBad={outcome.rejectedCount > 0} />
      </Group>
      {!isDryRun && !outcome.written && (
        <Alert color="yellow" variant="light" mx="md" mb="sm" py={6}>
          {t('imports.notWrittenHint')}
        </Alert>
      )}
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed" px="md" pb="md">
          {onlyFindings ? t('imports.noFindings') : t('imports.noRows')}
        </Text>
      ) : (
        <Rows rows={shown} fields={fields} />
      )}
    </Section>
  );
}

function Sum({ name, count, isBad = false }: { name: string; count: number; isBad?: boolean }) {
  const { i18n } = useTranslation();
  return (
    <div>
      <Text fz={22} fw={600} lh={1.1} className="number" c={isBad ? 'var(--mantine-color-error)' : undefined}>
        {new Intl.NumberFormat(i18n.language).format(count)}
      </Text>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
    </div>
  );
}

function Rows({ rows, fields }: { rows: ReturnType<typeof reportOf>; fields: readonly ImportField[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer's functions are used here alone
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12 });
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={t('imports.rows')}>
      <div role="table" aria-label={t('imports.rows')} aria-rowcount={rows.length + 1}>
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row}>
            <span role="columnheader">{t('imports.row')}</span>
            <span role="columnheader">{t('imports.record')}</span>
            <span role="columnheader">{t('imports.result')}</span>
            <span role="columnheader" className={styles.message}>
              {t('imports.message')}
            </span>
          </div>
        </div>
        <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row ? (
              <div role="row" key={row.key} ref={virtualizer.measureElement} data-index={item.index} aria-rowindex={item.index + 2} className={`${styles.row} ${styles.body}`} style={{ minHeight: rowHeight, transform: `translateY(${item.start}px)` }}>
                <span role="cell" className="number">
                  {row.row}
                </span>
                <span role="cell">{row.record}</span>
                <span role="cell" data-result={row.result} className={styles.result}>
                  {t(`enums.ImportResult.${row.result}`)}
                </span>
                <span role="cell" className={styles.message}>
                  {row.column && <strong>{t('imports.place', { field: placeOf(row.column, fields, language) })}</strong>}
                  {row.message}
                </span>
              </div>
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}
