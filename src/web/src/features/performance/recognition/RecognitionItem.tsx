import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { groupDecimal } from '../../../format/decimal';
import { useInstant } from '../../organization/workspace/workspace';
import styles from './Recognitions.module.css';
import type { RecognitionData } from './recognitions';

/** Who recognised whom, for what. */
export function RecognitionItem({ recognition }: { recognition: RecognitionData }) {
  const { t } = useTranslation();
  const instant = useInstant();
  const { kind, to, by, at, text, objective, amount } = recognition;
  return (
    <li className={styles.item}>
      <Group gap="xs" wrap="wrap">
        <Badge variant="default" radius="sm">
          {t(`recognition.kinds.${kind}`)}
        </Badge>
        <Anchor component={Link} to={`/people/${to.id}`} fw={600}>
          {to.name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {to.unit.name}
        </Text>
        {amount && (
          <Text size="sm" fw={600} className="number">
            {groupDecimal(amount.amount)} {amount.currency}
          </Text>
        )}
      </Group>
      <Text size="sm" className={styles.text}>
        {text}
      </Text>
      <Text size="xs" c="dimmed" component="div">
        {t('recognition.from', { name: by.name, at: instant(at) })}
        {objective && (
          <>
            {' · '}
            <Anchor component={Link} to={`/objectives/${objective.id}`} size="xs" underline="always">
              {objective.title}
            </Anchor>
          </>
        )}
      </Text>
    </li>
  );
}
