/** Plain `en` prints 05/22/2026; the product's English is British. */
export const locale = (language: string) => (language === 'ru' ? 'ru-RU' : 'en-GB');
