import { ActionIcon, Group, Input, Select } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { dimensions, moved, type ReportDimension } from './reports';
import styles from './Reports.module.css';

interface DimensionListProps {
  by: readonly ReportDimension[];
  onChange: (by: ReportDimension[]) => void;
}

/** What a report is grouped by, the first first; each is moved and taken away by its buttons. */
export function DimensionList({ by, onChange }: DimensionListProps) {
  const { t } = useTranslation();
  const id = useId();
  const rest = dimensions.filter((one) => !by.includes(one));
  return (
    <div>
      <Input.Label component="div" size="xs" id={id}>
        {t('reports.groupBy')}
      </Input.Label>
      <Group gap={6} role="list" aria-labelledby={id}>
        {by.map((dimension, index) => {
          const name = t(`reports.dimensions.${dimension}`);
          return (
            <div key={dimension} role="listitem" className={styles.dimension}>
              <span>{name}</span>
              <ActionIcon size="sm" variant="subtle" aria-label={t('reports.earlier', { name })} disabled={index === 0} onClick={() => onChange(moved(by, index, index - 1))}>
                <Icon name="chevronLeft" size={14} />
              </ActionIcon>
              <ActionIcon size="sm" variant="subtle" aria-label={t('reports.later', { name })} disabled={index === by.length - 1} onClick={() => onChange(moved(by, index, index + 1))}>
                <Icon name="chevronRight" size={14} />
              </ActionIcon>
              <ActionIcon size="sm" variant="subtle" aria-label={t('reports.without.dimension', { name })} onClick={() => onChange(by.filter((one) => one !== dimension))}>
                <Icon name="close" size={14} />
              </ActionIcon>
            </div>
          );
        })}
        {rest.length > 0 && (
          <div role="listitem">
            <Select
              size="xs"
              w={130}
              aria-label={t('reports.addDimension')}
              placeholder={t('reports.addDimension')}
              value={null}
              data={rest.map((value) => ({ value, label: t(`reports.dimensions.${value}`) }))}
              onChange={(value) => value && onChange([...by, value])}
            />
          </div>
        )}
      </Group>
    </div>
  );
}
