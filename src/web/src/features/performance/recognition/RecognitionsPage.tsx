import { Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { PageFrame } from '../../../components/PageFrame';
import { useChoices } from '../../../components/useChoices';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { RecogniseDrawer } from './RecogniseDrawer';
import { RecognitionItem } from './RecognitionItem';
import styles from './Recognitions.module.css';
import { recognitionKinds, RecognitionsQuery } from './recognitions';

/** Who was recognised in the company, the newest first. */
export function RecognitionsPage() {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [params, choose] = useChoices();
  const [isGiving, setGiving] = useState(false);
  const kind = recognitionKinds.find((one) => one === params.get('kind')) ?? null;
  const unitId = params.get('unit');
  const mine = params.get('mine') === 'yes';
  const pages = useConnection({
    query: RecognitionsQuery,
    variables: { filter: { unitId, includeSubunits: true, kind: kind && [kind], toId: mine ? viewer.person.id : null } },
    pageSize: 20,
    of: (data) => data.recognitions,
  });
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('common.clear') } };
  return (
    <PageFrame
      title={t('recognition.title')}
      subtitle={t('recognition.hint')}
      actions={
        !viewer.roles.includes('AUDITOR') && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setGiving(true)}>
            {t('recognition.give')}
          </Button>
        )
      }
    >
      <Group gap="xs" mb="sm" role="toolbar" aria-label={t('recognition.tools')}>
        <Select
          size="xs"
          w={130}
          aria-label={t('recognition.whose')}
          allowDeselect={false}
          data={[{ value: 'no', label: t('recognition.everyone') }, { value: 'yes', label: t('recognition.mine') }]}
          value={mine ? 'yes' : 'no'}
          onChange={(value) => choose({ mine: value === 'yes' ? 'yes' : null })}
        />
        <UnitPicker size="xs" aria-label={t('recognition.unit')} placeholder={t('recognition.allUnits')} clearable value={unitId} onChange={(id) => choose({ unit: id })} />
        <Select
          size="xs"
          w={150}
          aria-label={t('recognition.kind')}
          placeholder={t('recognition.allKinds')}
          {...clear}
          data={recognitionKinds.map((one) => ({ value: one, label: t(`recognition.kinds.${one}`) }))}
          value={kind}
          onChange={(value) => choose({ kind: value })}
        />
        {pages.nodes && (
          <Text size="xs" c="dimmed" role="status">
            {t('recognition.count', { count: pages.totalCount })}
          </Text>
        )}
      </Group>
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && <EmptyState icon="flag" title={t('recognition.none')} hint={t('recognition.noneHint')} />}
      {pages.nodes && pages.nodes.length > 0 && (
        <ul className={`surface ${styles.list}`} aria-label={t('recognition.title')}>
          {pages.nodes.map((recognition) => (
            <RecognitionItem key={recognition.id} recognition={recognition} />
          ))}
        </ul>
      )}
      <MoreButton pages={pages} />
      {isGiving && <RecogniseDrawer onDone={pages.reload} onClose={() => setGiving(false)} />}
    </PageFrame>
  );
}
