import { useState } from 'react';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { StatusTag } from '@/shared/ui/status-tag';
import type { Said } from './api';

const MarkDialog = dialogLater(async () => (await import('./mark-dialog')).MarkDialog, ({ said }) => said !== undefined);

type Acts = { tutoringId: string; said: Said; as: 'Tutor' | 'School' | undefined };

/** What tutor and school each say of every subject, on the page of one teacher. */
export function Marks({ tutoringId, said, as }: Omit<Acts, 'said'> & { said: readonly Said[] }) {
  const { t } = useTranslation('tutors');
  return (
    <section aria-labelledby="marks">
      <Title order={2} size="h4" mb="xs" id="marks">
        {t('marks.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('marks.about')}
      </Text>
      <Stack component="ul" gap="xs" pl={0} m={0} style={{ listStyle: 'none' }}>
        {said.map((one) => (
          <Paper key={one.subject} component="li" withBorder p="sm" radius="md">
            <Group justify="space-between" gap="xs">
              <Text fw={600}>{t(`marks.subject.${one.subject}`)}</Text>
              {one.differs && <StatusTag tone="risk">{t('marks.differs')}</StatusTag>}
            </Group>
            <TwoSides said={one} />
            {as && <MarkActs tutoringId={tutoringId} said={one} as={as} />}
          </Paper>
        ))}
      </Stack>
    </section>
  );
}

/** Both sides' words on one subject. */
export function TwoSides({ said }: { said: Said }) {
  const { t } = useTranslation('tutors');
  const format = useFormat();
  const words = (text: string | null, at: string | null) => [at && format.instant(at), text].filter(Boolean).join(' · ');
  return (
    <>
      <Text size="sm">{t('marks.tutor', { says: said.tutorSays ? t(`marks.says.${said.tutorSays}`) : t('marks.nothing') })}</Text>
      {said.tutorAt && (
        <Text size="xs" c="dimmed">
          {words(said.tutorWords, said.tutorAt)}
        </Text>
      )}
      <Text size="sm">{t('marks.school', { says: said.schoolSays ? t(`marks.says.${said.schoolSays}`) : t('marks.nothing') })}</Text>
      {said.schoolSays && (
        <Text size="xs" c="dimmed">
          {said.schoolAt ? words(said.schoolWords, said.schoolAt) : t('marks.fromRows')}
        </Text>
      )}
    </>
  );
}

/** To say how it stands; where the two differ, one press settles it by what the other side says. */
export function MarkActs({ tutoringId, said, as, name }: Acts & { name?: string }) {
  const { t } = useTranslation('tutors');
  const [open, setOpen] = useState<'agree' | 'say'>();
  const theirs = as === 'Tutor' ? said.schoolSays : said.tutorSays;
  const of = (act: string) => [act, name, t(`marks.subject.${said.subject}`)].filter(Boolean).join(': ');
  return (
    <Group gap={4} mt={6} className="no-print">
      {said.differs && theirs && (
        <Button size="compact-sm" aria-label={of(t('marks.agree'))} onClick={() => setOpen('agree')}>
          {t('marks.agree')}
        </Button>
      )}
      <Button size="compact-sm" variant="default" aria-label={of(t('marks.say'))} onClick={() => setOpen('say')}>
        {t('marks.say')}
      </Button>
      <MarkDialog
        tutoringId={tutoringId}
        said={open ? said : undefined}
        settled={open === 'agree' ? (theirs ?? undefined) : undefined}
        onClose={() => setOpen(undefined)}
      />
    </Group>
  );
}
