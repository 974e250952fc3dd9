import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { Icon } from '../../../components/Icon';
import { tellAgendaChanged } from '../../platform/agenda/agenda';
import { OpenCase, type ImprovementStatus } from './cases';

interface ImprovingProps {
  deviation: { id: string; viewerMayImprove: boolean; improvementCase: { id: string; status: ImprovementStatus } | null };
}

/** The way from a deviation to its improvement case, which is opened where there is none. */
export function Improving({ deviation }: ImprovingProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = useCommand(OpenCase);
  const [refusal, setRefusal] = useState<string>();
  const known = deviation.improvementCase;

  async function begin() {
    setRefusal(undefined);
    const { done, errors, failure } = await open.run({ deviationId: deviation.id });
    tellAgendaChanged();
    if (done?.improvementCase) void navigate(`/improvement/${done.improvementCase.id}`);
    else setRefusal(failure ? describeFailure(failure, t) : errors.map((error) => error.message).join(' '));
  }

  if (!known && !deviation.viewerMayImprove) return null;
  return (
    <Group gap="xs">
      {known ? (
        <Link className="text-link" to={`/improvement/${known.id}`}>
          {t('improvement.toCase', { status: t(`enums.ImprovementStatus.${known.status}`) })}
        </Link>
      ) : (
        <Button variant="default" leftSection={<Icon name="trendUp" />} loading={open.busy} onClick={() => void begin()}>
          {t('improvement.open')}
        </Button>
      )}
      {refusal && (
        <Text size="sm" c="red.9" role="alert">
          {refusal}
        </Text>
      )}
    </Group>
  );
}
