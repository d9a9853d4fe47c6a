import { notifications } from '@mantine/notifications';
import i18n from 'i18next';

/** Says that an act is done, where the screen alone would not. @param act what its button or its dialog is called */
export const sayDone = (act: string) => notifications.show({ message: i18n.t('form.done', { act: act.replace('?', '') }) });
