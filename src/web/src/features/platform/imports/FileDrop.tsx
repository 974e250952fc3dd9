import { Button, Group, Text } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import styles from './FileDrop.module.css';

interface FileDropProps {
  file: File | null;
  hint: string;
  error: string | null;
  accept: string;
  onChoose: (file: File) => void;
}

export function FileDrop({ file, hint, error, accept, onChoose }: FileDropProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer.files[0];
        if (dropped) onChoose(dropped);
      }}
    >
      <input
        ref={input}
        id={id}
        type="file"
        hidden
        accept={accept}
        aria-label={t('imports.file')}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen) onChoose(chosen);
          event.currentTarget.value = '';
        }}
      />
      <Icon name={file ? 'file' : 'upload'} size={24} />
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {file ? file.name : t('imports.drop')}
        </Text>
        <Text size="xs" c="dimmed">
          {file ? (file.size < 1024 ? t('imports.bytes', { size: file.size }) : t('imports.size', { size: Math.round(file.size / 1024) })) : hint}
        </Text>
        {error && (
          <Text size="xs" c="var(--mantine-color-error)" role="alert">
            {error}
          </Text>
        )}
      </div>
      <Group ml="auto">
        <Button variant="default" onClick={() => input.current?.click()}>
          {file ? t('imports.change') : t('imports.choose')}
        </Button>
      </Group>
    </div>
  );
}
