import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';

interface SecretProps {
  title: string;
  hint: string;
  secret: string;
  onClose: () => void;
}

/** Shown once: it can be read nowhere afterwards. */
export function Secret({ title, hint, secret, onClose }: SecretProps) {
  const { t } = useTranslation();
  return (
    <Alert color="green" variant="outline" icon={<Icon name="check" />} title={title} role="status" m="md">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{hint}</Text>
        <Code block style={{ maxWidth: '100%', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} data-secret>
          {secret}
        </Code>
        <Group gap="xs">
          <CopyButton value={secret}>{({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'integrations.copied' : 'integrations.copy')}</Button>}</CopyButton>
          <Button variant="default" onClick={onClose}>
            {t('integrations.noted')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
