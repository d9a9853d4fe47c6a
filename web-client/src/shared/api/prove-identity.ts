/** Asks the user for the password again; false when they leave it. */
type Ask = () => Promise<boolean>;

let ask: Ask = () => Promise.resolve(false);

/** For what the server takes as a signature. Whoever shows the question sets how it is asked. */
export const proveIdentity: Ask = () => ask();

export function setProveIdentity(next: Ask) {
  ask = next;
}
