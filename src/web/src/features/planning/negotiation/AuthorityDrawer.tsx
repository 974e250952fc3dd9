import { SimpleGrid, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import { useWorkspace } from '../../organization/workspace/workspace';
import { GrantAuthority } from './negotiation';

interface AuthorityDrawerProps {
  objectiveId: string;
  onDone: () => void;
  onClose: () => void;
}

/** What the owner may decide by himself. */
export function AuthorityDrawer({ objectiveId, onDone, onClose }: AuthorityDrawerProps) {
  const { t } = useTranslation();
  const { today, organization } = useWorkspace();
  const { currency } = organization;
  const dayProps = useDayProps();
  const form = useForm<{ scope: string; limitAmount: string | null; from: string | null; until: string | null }>({ scope: '', limitAmount: null, from: today, until: null });
  const grant = useFormCommand(GrantAuthority, form);
  const { values, field } = form;
  const scope = field('scope');

  async function submit() {
    const missing = missingOf(values, ['scope', 'from']);
    if (missing.length > 0) {
      grant.demand(missing);
      return;
    }
    const done = await grant.submit({ objectiveId, scope: values.scope, limitAmount: values.limitAmount, limitCurrency: values.limitAmount === null ? null : currency, from: values.from ?? today, until: values.until });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('negotiation.grant')} submitLabel={t('negotiation.grant')} form={form} command={grant} onSubmit={() => void submit()} onClose={onClose}>
      <Textarea label={t('negotiation.scope')} required autosize minRows={2} maxRows={8} data-autofocus value={scope.value} onChange={(event) => scope.onChange(event.currentTarget.value)} error={scope.error} />
      <DecimalField label={t('negotiation.limit')} unit={currency} {...field('limitAmount')} />
      <DayLanguage>
        <SimpleGrid cols={2} spacing="sm">
          <DateInput {...dayProps} label={t('negotiation.from')} required size="sm" valueFormat="YYYY-MM-DD" {...field('from')} />
          <DateInput {...dayProps} label={t('negotiation.until')} clearable clearButtonProps={{ 'aria-label': t('common.clear') }} size="sm" valueFormat="YYYY-MM-DD" {...field('until')} />
        </SimpleGrid>
      </DayLanguage>
    </FormDrawer>
  );
}
