import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { TargetText } from '../objectives/TargetText';
import { Negotiate, type NegotiatedData, type NegotiationKind, type StateData } from './negotiation';

interface NegotiateDrawerProps {
  objective: NegotiatedData;
  state: StateData;
  kind: NegotiationKind;
  onDone: () => void;
  onClose: () => void;
}

/** One step of the negotiation. What is accepted or rejected is what one sees: another target, or another version, is refused. */
export function NegotiateDrawer({ objective, state, kind, onDone, onClose }: NegotiateDrawerProps) {
  const { t } = useTranslation();
  const proposes = kind === 'PROPOSAL';
  const answers = kind === 'ACCEPTED' || kind === 'REJECTED';
  const isWordless = proposes || kind === 'ACCEPTED';
  const form = useForm<{ target: string | null; text: string }>({ target: proposes ? state.target : null, text: '' });
  const negotiate = useFormCommand(Negotiate, form);
  const { values, field } = form;
  const text = field('text');

  async function submit() {
    const missing = [...(proposes && !values.target ? ['target'] : []), ...(!isWordless && values.text.trim() === '' ? ['text'] : [])];
    if (missing.length > 0) {
      negotiate.demand(missing);
      return;
    }
    const target = proposes ? values.target : answers ? state.target : undefined;
    const done = await negotiate.submit({ objectiveId: objective.id, expectedVersion: objective.version, kind: proposes && objective.negotiation.some((entry) => entry.kind === 'PROPOSAL') ? 'COUNTER_PROPOSAL' : kind, target, text: values.text });
    if (!done) return;
    notifications.show({ message: t(done.objective?.status === 'AGREED' && kind !== 'COMMENT' ? 'negotiation.nowAgreed' : 'common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer
      title={t(`negotiation.do.${kind}`)}
      submitLabel={t(`negotiation.do.${kind}`)}
      form={form}
      command={negotiate}
      onReload={() => {
        onDone();
        onClose();
      }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text size="sm">{t(`negotiation.hints.${kind}`)}</Text>
      {answers && (
        <Text size="sm">
          {t('negotiation.onTheTable')}: <TargetText target={state.target} measure={objective.measure} />
        </Text>
      )}
      {proposes && <DecimalField label={t('negotiation.target')} required unit={objective.measure.unitOfMeasure} {...field('target')} />}
      <Textarea
        label={t('negotiation.text')}
        required={!isWordless}
        autosize
        minRows={3}
        maxRows={12}
        data-autofocus={proposes ? undefined : true}
        value={text.value}
        onChange={(event) => text.onChange(event.currentTarget.value)}
        error={text.error}
      />
    </FormDrawer>
  );
}
