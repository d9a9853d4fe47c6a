import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSector } from '@/shared/dictionary/use-sector';
import cls from './program-page.module.css';

type Props = { organizationId: string; onTake: (goal: string) => void };

/** What the sector is to reach: each direction and expected result can become a goal of the program. */
export function EditorSector({ organizationId, onTake }: Props) {
  const { t } = useTranslation('programs');
  const sector = useSector(organizationId);
  if (!sector?.results.length) return null;
  const title = t('sector.suggest', { sector: sector.name });

  return (
    <details>
      <summary>{title}</summary>
      <ul className={cls.plain} aria-label={title}>
        {[...sector.directions, ...sector.results].map(({ code, name }) => (
          <li key={code}>
            <Text size="sm">{name}</Text>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => onTake(name)}
            >
              {t('sector.take')}
              <span className="visually-hidden">: {name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
