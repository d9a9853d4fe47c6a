/** Narrow screens: tiles are under the 24 px that a finger needs (WCAG 2.5.8), nine columns do not fit. */
export const PHONE = '(max-width: 560px)';
export const isPhone = () => globalThis.matchMedia(PHONE).matches;

/** From here on all rows together are more than somebody scrolls through on a phone. */
export const MANY = 12;
