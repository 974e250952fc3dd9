import { Alert, Box, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';

interface FormDrawerProps {
  title: string;
  /** What is being changed. */
  subject?: string;
  submitLabel: string;
  submitColor?: string;
  form: { isDirty: boolean; isConflict: boolean; general: string[] };
  /** `attempt` changes with each refusal, so that the first field at fault gets the focus. */
  command: { busy: boolean; attempt: number };
  /** Reads anew what someone else changed meanwhile. */
  onReload?: () => void;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form at the side of the page it belongs to; over the whole window of a phone. */
export function FormDrawer({ title, subject, submitLabel, submitColor, form, command, onReload, onSubmit, onClose, children }: FormDrawerProps) {
  const { t } = useTranslation();
  const { busy, attempt } = command;
  const { isDirty, isConflict, general } = form;
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (attempt === 0) return;
    const first = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? element.current?.querySelector<HTMLElement>('[data-form-errors]');
    first?.focus();
  }, [attempt]);

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={<Text fw={600}>{title}</Text>}
      closeOnClickOutside={!isDirty}
      closeOnEscape={!isDirty}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      styles={{ body: { paddingBottom: 0 } }}
    >
      <form
        ref={element}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onSubmit();
        }}
      >
        <Stack gap="sm">
          {subject && (
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {subject}
            </Text>
          )}
          {isConflict && (
            <Alert color="yellow" variant="outline" icon={<Icon name="refresh" />} title={t('common.conflict.title')} data-form-errors tabIndex={-1} role="alert">
              <Stack gap="xs" align="flex-start">
                <Text size="sm">{t('common.conflict.text')}</Text>
                <Button variant="default" onClick={onReload}>
                  {t('common.reload')}
                </Button>
              </Stack>
            </Alert>
          )}
          {general.length > 0 && (
            <Alert color="red" variant="outline" icon={<Icon name="warning" />} data-form-errors tabIndex={-1} role="alert" title={t('common.notDone')}>
              {general.map((message) => (
                <Text size="sm" key={message}>
                  {message}
                </Text>
              ))}
            </Alert>
          )}
          {children}
        </Stack>
        <Box pos="sticky" bottom={0} bg="white" py="sm" mt="md" style={{ borderTop: '1px solid var(--line)', zIndex: 2 }}>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy} color={submitColor}>
              {submitLabel}
            </Button>
          </Group>
        </Box>
      </form>
    </Drawer>
  );
}
