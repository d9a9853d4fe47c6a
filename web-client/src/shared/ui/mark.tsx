/** The product's mark: two figures, the taller one beside the other. */
export const Mark = ({ size = 24 }: { size?: number }) => (
  <img src="/mark.svg" alt="" width={size} height={size} />
);
