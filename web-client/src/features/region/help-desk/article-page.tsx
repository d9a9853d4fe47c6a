import { useState } from 'react';
import { Alert, Button, Checkbox, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useController, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DictionaryListField } from '@/shared/dictionary/dictionary-list-field';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Failure } from '@/shared/ui/failure';
import { SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { helpActs } from './acts';
import { helpDesk, type Article } from './api';
import { articleTones } from './search';

type Act = 'revise' | 'publish' | 'withdraw';

/** One article, with a permanent address: read, rated, and by its body written on. */
export function ArticlePage({ articleId }: { articleId: string }) {
  const { t } = useTranslation('help-desk');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  const { data: article } = useSuspenseQuery(helpDesk.article(articleId));
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  const { own, status, steps } = article;
  return (
    <>
      <p className="no-print">
        <Link to="/help-desk/articles">{t('toArticles')}</Link>
      </p>
      <RecordHeader
        title={article.title}
        status={<StatusTag tone={articleTones[status]}>{t(`articleStatus.${status}`)}</StatusTag>}
        facts={[
          { label: t('body'), value: article.organizationName },
          ...(article.areas.length > 0 ? [{ label: t('areas'), value: article.areas.map(areas.name).join(', ') }] : []),
          { label: t('article.updated'), value: format.date(article.updatedAt) },
          { label: t('article.scope'), value: t(article.country ? 'article.country' : 'article.region') },
          { label: t('article.helpful'), value: format.number(article.helpful) },
          ...(own ? [{ label: t('article.instead'), value: format.number(article.instead) }] : []),
        ]}
      >
        <Button variant="default" className="no-print" onClick={() => print()}>
          {t('print')}
        </Button>
        {own && status !== 'Published' && (
          <Button variant="default" className="no-print" onClick={() => setAct('revise')}>
            {t('article.revise')}
          </Button>
        )}
        {steps.includes('Withdrawn') && (
          <Button variant="default" className="no-print" onClick={() => setAct('withdraw')}>
            {t('article.withdraw')}
          </Button>
        )}
        {steps.includes('Published') && (
          <Button className="no-print" onClick={() => setAct('publish')}>
            {t('article.publish')}
          </Button>
        )}
      </RecordHeader>
      {article.withdrawReason && (
        <Alert mb="md" title={t('articleStatus.Withdrawn')}>
          {article.withdrawReason}
        </Alert>
      )}
      {article.traces.length > 0 && (
        <Alert mb="md" color="orange" title={t('article.traces')} className="no-print">
          {article.traces.map(({ kind, text }) => `${t(`trace.${kind}`)}: ${text}`).join('; ')}
        </Alert>
      )}
      <article style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '70ch' }}>{article.text}</article>
      {status === 'Published' && !own && <Vote article={article} />}
      <Revise article={article} opened={act === 'revise'} onClose={close} />
      <Publish article={article} opened={act === 'publish'} onClose={close} />
      <Withdraw article={article} opened={act === 'withdraw'} onClose={close} />
    </>
  );
}

function Vote({ article: { id, mine } }: { article: Article }) {
  const { t } = useTranslation('help-desk');
  const client = useQueryClient();
  const vote = useMutation({
    mutationFn: (helpful: boolean) => helpActs.rate(id, helpful, false),
    onSuccess: () => client.invalidateQueries({ queryKey: helpDesk.all }),
  });
  return (
    <Group mt="lg" gap="xs" className="no-print" role="group" aria-label={t('article.didHelp')}>
      <Text>{t('article.didHelp')}</Text>
      {[true, false].map((helpful) => (
        <Button
          key={String(helpful)}
          size="compact-md"
          variant={mine === helpful ? 'filled' : 'default'}
          aria-pressed={mine === helpful}
          onClick={() => vote.mutate(helpful)}
        >
          {t(helpful ? 'article.yes' : 'article.no')}
        </Button>
      ))}
      {vote.error && <Failure error={vote.error} />}
    </Group>
  );
}

type DialogProps = { article: Article; opened: boolean; onClose: () => void };
type Written = { title: string; text: string; form: string; areas: string[]; scope: string };

function Revise({ article, opened, onClose }: DialogProps) {
  const { t } = useTranslation('help-desk');
  const forms = useDictionary('help-form');
  const { title, text, form, areas, country } = article;
  return (
    <CommandDialog<Written>
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('article.revise')}
      submitLabel={t('save')}
      defaults={{ title, text, form, areas, scope: country ? 'country' : 'region' }}
      refresh={helpDesk.all}
      onSend={({ scope, ...rest }) => helpActs.revise(article, { ...rest, country: scope === 'country' })}
    >
      {({ control }) => (
        <>
          <Text size="sm" c="dimmed">
            {t('article.about')}
          </Text>
          <TextField control={control} name="title" required label={t('article.title')} maxLength={200} />
          <TextAreaField control={control} name="text" required label={t('article.text')} rows={10} maxLength={20_000} />
          <SelectField control={control} name="form" label={t('form')} options={forms.options} />
          <DictionaryListField control={control} name="areas" dictionary="competence-area" label={t('areas')} />
          <SelectField
            control={control}
            name="scope"
            label={t('article.scope')}
            options={(['region', 'country'] as const).map((value) => ({ value, label: t(`article.${value}`) }))}
          />
        </>
      )}
    </CommandDialog>
  );
}

type Confirmed = { harmless: string[] };

/** What looks like somebody's data is taken out, or ticked as nobody's. */
function Publish({ article, opened, onClose }: DialogProps) {
  const { t } = useTranslation('help-desk');
  return (
    <CommandDialog<Confirmed>
      opened={opened}
      onClose={onClose}
      title={t('article.publish')}
      submitLabel={t('article.publish')}
      defaults={{ harmless: [] }}
      refresh={helpDesk.all}
      onSend={({ harmless }) => helpActs.publish(article, harmless)}
    >
      {({ control }) => (
        <>
          <Text>{t(article.traces.length > 0 ? 'article.publishTraces' : 'article.publishAbout')}</Text>
          <Traces control={control} article={article} />
        </>
      )}
    </CommandDialog>
  );
}

function Traces({ control, article: { traces } }: { control: Control<Confirmed>; article: Article }) {
  const { t } = useTranslation('help-desk');
  const { field } = useController({ control, name: 'harmless' });
  return (
    <>
      {traces.map(({ kind, text }) => (
        <Checkbox
          key={text}
          label={`${t(`trace.${kind}`)}: ${text}`}
          checked={field.value.includes(text)}
          onChange={({ currentTarget: { checked } }) =>
            field.onChange(checked ? [...field.value, text] : field.value.filter((one) => one !== text))
          }
        />
      ))}
    </>
  );
}

function Withdraw({ article, opened, onClose }: DialogProps) {
  const { t } = useTranslation('help-desk');
  const client = useQueryClient();
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('article.withdraw')}
      confirmLabel={t('article.withdraw')}
      askReason
      onConfirm={async (reason) => {
        await helpActs.withdrawArticle(article, reason);
        await client.invalidateQueries({ queryKey: helpDesk.all });
      }}
    >
      <Text>{t('article.withdrawAbout')}</Text>
    </ConfirmDialog>
  );
}
