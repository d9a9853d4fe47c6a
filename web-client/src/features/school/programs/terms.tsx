import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import cls from './program-page.module.css';
import type { Program } from './types';

/** What both sides agree to: the four things that a consent must name, and the classification. */
export function useTerms(program: Program) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const forms = useDictionary('mentoring-form');
  const kinds = useDictionary('mentoring-kind');
  const purposes = useDictionary('program-purpose');
  const { payKopecks } = program;

  return [
    { label: t('field.content'), value: program.content },
    {
      label: t('field.term'),
      value: t('terms.term', { from: format.date(program.startsOn), to: format.date(program.endsOn) }),
    },
    { label: t('field.form'), value: forms.name(program.formCode) },
    { label: t('field.kind'), value: kinds.name(program.kindCode) },
    { label: t('field.purpose'), value: purposes.name(program.purposeCode) },
    {
      label: t('field.pay'),
      value: payKopecks ? t('terms.pay', { sum: format.money(payKopecks) }) : t('terms.noPay'),
    },
  ];
}

export function Terms({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const terms = useTerms(program);

  return (
    <section className={cls.card} aria-labelledby="terms">
      <Title order={2} id="terms" mb="xs">
        {t('terms.title')}
      </Title>
      <TermList terms={terms} />
    </section>
  );
}

export const TermList = ({ terms }: { terms: { label: string; value: string }[] }) => (
  <dl className={cls.facts}>
    {terms.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd className={cls.text}>{value || '—'}</dd>
      </div>
    ))}
  </dl>
);
