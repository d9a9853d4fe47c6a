import { useState, type DragEvent } from 'react';
import { Button, FileButton, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Target } from './api';
import cls from './file-drop.module.css';
import { accepted, extensions, LARGEST_MB } from './file-rules';

type Props = { kind: Target['kind']; hint?: string | undefined; onFile: (file: File) => void };

/** A file is dropped here, or chosen with the button. */
export function FileDrop({ kind, hint, onFile }: Props) {
  const { t } = useTranslation('imports');
  const [over, setOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };

  return (
    <div
      className={cls.box}
      data-over={over || undefined}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={32} stroke={1.5} aria-hidden />
      <Text>{t(`choose.drop.${kind}`)}</Text>
      <FileButton
        accept={accepted(kind).join(',')}
        inputProps={{ 'aria-label': t('choose.file') }}
        onChange={(file) => file && onFile(file)}
      >
        {(props) => <Button {...props}>{t('choose.button')}</Button>}
      </FileButton>
      <Text size="sm" c="dimmed">
        {[t('choose.limit', { extension: extensions[kind].join(', '), most: LARGEST_MB }), hint].filter(Boolean).join('. ')}
      </Text>
    </div>
  );
}
