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

/** Does something once what has just changed stands on the screen; at once where nobody sees it. */
export function whenDrawn(work: () => void): void {
  if (document.hidden) work();
  else requestAnimationFrame(() => { setTimeout(work); });
}

/** What goes to a worker and what comes back, by number: who asked may have left by then. */
interface Asked<Question> { readonly turn: number; readonly question: Question }
interface Answered<Answer> { readonly turn: number; readonly answer: Answer }

/**
 * A way to ask one of our workers, started at the first question and then kept. `here` answers on the page where no
 * worker can run. `done` is called once, later.
 */
export function asking<Question, Answer>(address: string, here: (question: Question) => Answer): (question: Question, done: (answer: Answer) => void) => void {
  let worker: Worker | null = null;
  let turns = 0;
  return (question, done) => {
    if (typeof Worker === 'undefined') { queueMicrotask(() => done(here(question))); return; }
    worker ??= startWorker(address);
    const running = worker;
    const turn = ++turns;
    const finish = (answer: Answer): void => { running.removeEventListener('message', came); running.removeEventListener('error', failed); done(answer); };
    const came = ({ data }: MessageEvent<Answered<Answer>>): void => { if (data.turn === turn) finish(data.answer); };
    const failed = (): void => finish(here(question));
    running.addEventListener('message', came);
    running.addEventListener('error', failed);
    running.postMessage({ turn, question } satisfies Asked<Question>);
  };
}

/** The other side: in the worker, answers each question. */
export function answering<Question, Answer>(answer: (question: Question) => Answer): void {
  // `self` is the worker's own scope; the page's types say window.
  const scope = self as unknown as DedicatedWorkerGlobalScope;
  scope.addEventListener('message', ({ data: { turn, question } }: MessageEvent<Asked<Question>>) => {
    scope.postMessage({ turn, answer: answer(question) } satisfies Answered<Answer>);
  });
}
