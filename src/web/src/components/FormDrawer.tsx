import { Alert, Box, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import { SideDrawer } from './SideDrawer';
import { useUnsaved } from './useUnsaved';

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

/** A form at the side of the page it belongs to. Whichever way it is left, what was typed is not lost without asking. */
export function FormDrawer({ title, subject, submitLabel, submitColor, form, command, onReload, onSubmit, onClose, children }: FormDrawerProps) {
  const { t } = useTranslation();
  const { busy, attempt } = command;
  const { isDirty, isConflict, general } = form;
  // Back is how windows over the page are left on phones, and may go to another address of the same page.
  useUnsaved(isDirty, { isKept: (to, from) => to.pathname === from.pathname && to.search === from.search, onDiscard: onClose });
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (attempt === 0) return;
    const first = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? element.current?.querySelector<HTMLElement>('[data-form-errors]');
    first?.focus();
  }, [attempt]);
  const [isAsking, setAsking] = useState(false);
  const typing = useRef<Element>(null);

  function leave() {
    // Escape is for the window in front, such as the question of the page or a calendar.
    const inFront = document.activeElement?.closest('[role="dialog"]');
    if (inFront && !inFront.contains(element.current)) return;
    if (isAsking) stay();
    else if (isDirty) {
      typing.current = document.activeElement;
      setAsking(true);
    } else onClose();
  }

  function stay() {
    setAsking(false);
    if (typing.current instanceof HTMLElement) typing.current.focus();
  }

  return (
    <SideDrawer title={title} flush onClose={leave}>
      <form
        ref={element}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (busy) return;
          // What is no number is sent nowhere; it says so itself.
          const unreadable = element.current?.querySelector<HTMLElement>('[data-unreadable]');
          if (unreadable) unreadable.focus();
          else onSubmit();
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
          {isAsking && (
            <Group justify="space-between" gap="xs" mb="sm" pb="sm" role="alertdialog" aria-label={t('common.leave.title')} style={{ borderBottom: '1px solid var(--line)' }}>
              <Text size="sm" fw={600}>
                {t('common.leave.title')}
              </Text>
              <Group gap="xs">
                <Button variant="default" onClick={stay} autoFocus>
                  {t('common.leave.stay')}
                </Button>
                <Button variant="default" onClick={onClose}>
                  {t('common.leave.discard')}
                </Button>
              </Group>
            </Group>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={leave}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy} color={submitColor}>
              {submitLabel}
            </Button>
          </Group>
        </Box>
      </form>
    </SideDrawer>
  );
}
