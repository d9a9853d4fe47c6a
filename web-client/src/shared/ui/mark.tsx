import mark from './mark.svg?inline';

/** The product's mark: two figures, the taller one beside the other. */
export const Mark = ({ size = 24 }: { size?: number }) => <img src={mark} alt="" width={size} height={size} />;
