/** The same keys in the Russian and in the Latin layout. */
export const PHYSICAL = { usePhysicalKeys: true };
