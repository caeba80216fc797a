// Reads the words of a command: options anywhere, `--name value` or `--name=value`, and `--` to end them.

export interface Arguments {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string | true>;
}
/** Which options a command knows: true for one that takes a value. */
export type Known = Readonly<Record<string, boolean>>;

/** The command cannot be understood; `message` says so to a person. */
export class UsageError extends Error {}

/** Splits arguments into words and options; throws UsageError for an option the command does not know. A lone `-` is a word. */
export function readArguments(args: readonly string[], known: Known): Arguments {
  const words: string[] = [];
  const options = new Map<string, string | true>();
  const rest = [...args];
  for (let one = rest.shift(); one !== undefined; one = rest.shift()) {
    if (one === '--') { words.push(...rest.splice(0)); continue; }
    if (!one.startsWith('--')) { words.push(one); continue; }
    const [name = '', inline] = one.slice(2).split(/=(.*)/s, 2);
    options.set(name, valueOf(name, inline, known, rest));
  }
  return { words, options };
}

function valueOf(name: string, inline: string | undefined, known: Known, rest: string[]): string | true {
  const takesValue = Object.hasOwn(known, name) ? known[name] : undefined;
  if (takesValue === undefined) throw new UsageError(`There is no option --${name} here.`);
  if (!takesValue) {
    if (inline !== undefined) throw new UsageError(`The option --${name} takes no value.`);
    return true;
  }
  const value = inline ?? rest.shift();
  if (value === undefined || value === '') throw new UsageError(`The option --${name} needs a value after it.`);
  return value;
}
