import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { storage, type Where } from './api';

/** How much more fits where a file is to go, said before it is sent. While nobody has told, the server alone decides. */
export function useFileRoom(where: Where | undefined) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { data: room } = useQuery(where ? storage.room(where) : { queryKey: [...storage.all, 'nowhere'], queryFn: skipToken });
  const left = room && format.size(room.left);

  return {
    /** Stands beside what else is said of the file. */
    hint: room && (room.takesFiles ? t('room.left', { left }) : t('room.closed')),

    /** Why this file cannot be sent. */
    fault: (file: File): string | undefined => {
      if (!room) return undefined;
      if (!room.takesFiles) return t('room.closed');
      return file.size > room.left ? t('room.tooLittle', { left, size: format.size(file.size) }) : undefined;
    },

    /** After a file was sent, and after one was refused. */
    refresh: () => client.invalidateQueries({ queryKey: storage.all }),
  };
}
