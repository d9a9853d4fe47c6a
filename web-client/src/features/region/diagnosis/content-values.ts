import type { Content } from './api';

/** An instrument as a form holds it: lists of levels and options are lines of text. */
export type Values = {
  nameRu: string;
  nameEn: string;
  rule: string;
  bands: string;
  scales: { code: string; levels: string }[];
  items: (Record<'code' | 'area' | 'type' | 'ru' | 'en' | 'scale' | 'options' | 'showItem' | 'showAnyOf', string> & { required: boolean })[];
  areas: Record<'code' | 'ru' | 'en' | 'area' | 'by' | 'from' | 'to' | 'levels', string>[];
};

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter((parts) => parts.some((part) => part !== ''));
const number = (text: string | undefined) => Number((text ?? '').replace(',', '.').replaceAll(' ', '')) || 0;
const text = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.join(' | ')).join('\n');

export const valuesOf = (nameRu: string, nameEn: string, content: Content): Values => ({
  nameRu,
  nameEn,
  rule: content.rule,
  bands: text(content.bands.map(({ from, ru, en }) => [from, ru, en])),
  scales: content.scales.map(({ code, levels }) => ({ code, levels: text(levels.map((one) => [one.code, one.value, one.ru, one.en])) })),
  items: content.items.map(({ code, area, type, ru, en, required, scale, options, showIf }) => ({
    code,
    area,
    type,
    ru,
    en,
    required: required ?? false,
    scale: scale ?? '',
    options: text((options ?? []).map((one) => [one.code, one.ru, one.en])),
    showItem: showIf?.item ?? '',
    showAnyOf: showIf?.anyOf.join(', ') ?? '',
  })),
  areas: (content.outside?.areas ?? []).map(({ code, ru, en, area, from, to, levels }) => ({
    code,
    ru,
    en,
    area,
    by: levels ? 'levels' : 'score',
    from: String(from ?? 0),
    to: String(to ?? 100),
    levels: text((levels ?? []).map(({ word, value }) => [word, value])),
  })),
});

export const contentOf = (values: Values, outside: boolean): Content => ({
  rule: values.rule as Content['rule'],
  bands: lines(values.bands).map(([from, ru = '', en = '']) => ({ from: number(from), ru, en })),
  scales: outside
    ? []
    : values.scales.map(({ code, levels }) => ({
        code: code.trim(),
        levels: lines(levels).map(([level = '', value, ru = '', en = '']) => ({ code: level, value: number(value), ru, en })),
      })),
  items: outside
    ? []
    : values.items.map(({ code, area, type, ru, en, required, scale, options, showItem, showAnyOf }) => ({
        code: code.trim(),
        area,
        type: type as 'Scale',
        ru,
        en,
        required,
        scale: type === 'Scale' ? scale : null,
        options: type === 'Choice' ? lines(options).map(([option = '', wordRu = '', wordEn = '']) => ({ code: option, ru: wordRu, en: wordEn })) : null,
        showIf: showItem ? { item: showItem, anyOf: showAnyOf.split(',').map((one) => one.trim()).filter(Boolean) } : null,
      })),
  outside: outside
    ? {
        areas: values.areas.map(({ code, ru, en, area, by, from, to, levels }) => ({
          code: code.trim(),
          ru,
          en,
          area,
          from: by === 'score' ? number(from) : null,
          to: by === 'score' ? number(to) : null,
          levels: by === 'score' ? null : lines(levels).map(([word = '', value]) => ({ word, value: number(value) })),
        })),
      }
    : null,
});
