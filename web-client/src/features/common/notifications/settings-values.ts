import type { NewSettings, Settings } from './api';

export const emailModes = ['Now', 'Digest', 'Off'] as const;
type Kind = Settings['choices'][number]['kind'];
type Choice = { inApp: boolean; email: (typeof emailModes)[number] };

/** The form's values: hours are texts, as selects hold them. */
export type SettingsValues = {
  language: string;
  quiet: boolean;
  quietFromHour: string;
  quietUntilHour: string;
  digestHour: string;
  choices: Partial<Record<Kind, Choice>>;
};

export const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

export const fromSettings = (settings: Settings): SettingsValues => ({
  language: settings.language,
  quiet: settings.quietFromHour !== null,
  quietFromHour: String(settings.quietFromHour ?? 21),
  quietUntilHour: String(settings.quietUntilHour ?? 7),
  digestHour: String(settings.digestHour),
  choices: Object.fromEntries(settings.choices.map(({ kind, inApp, email }) => [kind, { inApp, email }])),
});

export const toCommand = (values: SettingsValues, { version }: Settings): NewSettings => ({
  version,
  language: values.language,
  quietFromHour: values.quiet ? Number(values.quietFromHour) : null,
  quietUntilHour: values.quiet ? Number(values.quietUntilHour) : null,
  digestHour: Number(values.digestHour),
  choices: (Object.entries(values.choices) as [Kind, Choice][]).map(([kind, choice]) => ({ kind, ...choice })),
});
