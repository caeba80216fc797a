// Starts workers under the page's security policy, which lets only addresses of the policy named `caseway` become
// scripts. The policy is made once and passes the addresses that this module was asked to start, and nothing else.
interface Policies { createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy }
interface Policy { createScriptURL(address: string): unknown }

const allowed = new Set<string>();
let policy: Policy | null | undefined;

/** A module worker of our own, by the address that the bundler gives it. */
export function startWorker(address: string): Worker {
  allowed.add(address);
  const policies = Reflect.get(globalThis, 'trustedTypes') as Policies | undefined;
  policy ??= policies?.createPolicy('caseway', { createScriptURL: (asked) => { if (!allowed.has(asked)) throw new Error('Only our own workers are started.'); return asked; } }) ?? null;
  // The trusted address is no string to TypeScript, and is one to the browser.
  return new Worker((policy?.createScriptURL(address) ?? address) as string, { type: 'module' });
}
