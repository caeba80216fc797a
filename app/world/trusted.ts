// The page's security policy lets only addresses of a named policy become scripts. This one passes the addresses that
// are handed to it by the code that starts a worker, and each must be of this very origin.
interface Policy { createScriptURL(address: string): unknown }
interface Policies { createPolicy(name: string, rules: Policy): Policy }
let policy: Policy | undefined;

/** The address of one of Caseway's own scripts, as the browser wants it. Throws for any other origin. */
export function trustedScript(address: string): string {
  const policies = Reflect.get(globalThis, 'trustedTypes') as Policies | undefined;
  policy ??= policies?.createPolicy('caseway-own', { createScriptURL: own });
  // The trusted address is no string to TypeScript, and is one to the browser.
  return (policy?.createScriptURL(address) ?? own(address)) as string;
}
function own(address: string): string {
  if (new URL(address, location.href).origin !== location.origin) throw new Error('Only scripts of Caseway run here.');
  return address;
}
