// Finds a name that stands twice in one object of a JSON text: `JSON.parse` silently keeps the last of the two.
// It expects a text that JSON.parse has accepted, and knows brackets, commas and texts only.
import { pointerTo, type Step } from './pointer.ts';

export interface DoubleKey {
  readonly key: string;
  /** JSON pointer of the object that has the key twice. */
  readonly pointer: string;
}

/** An open bracket: the keys seen in it (of an object), or how far a list has come. */
interface Frame { readonly keys: Set<string> | undefined; step: Step }

/** The first key that comes twice, or undefined. */
export function firstDoubleKey(text: string): DoubleKey | undefined {
  const frames: Frame[] = [];
  let keyNext = false;
  for (let at = 0; at < text.length; at += 1) {
    const frame = frames.at(-1);
    const letter = text[at];
    if (letter === '"') {
      const end = endOfText(text, at);
      if (keyNext && frame?.keys) {
        const key = String(JSON.parse(text.slice(at, end + 1)));
        if (frame.keys.has(key)) return { key, pointer: pointerTo(...frames.slice(0, -1).map((one) => one.step)) };
        frame.keys.add(key);
        frame.step = key;
        keyNext = false;
      }
      at = end;
    } else {
      keyNext = openOrClose(frames, letter) ?? keyNext;
    }
  }
  return undefined;
}

/** Position of the closing quotation mark. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** Follows brackets and commas; says whether a key comes next, or undefined when nothing changes. */
function openOrClose(frames: Frame[], letter: string | undefined): boolean | undefined {
  const frame = frames.at(-1);
  switch (letter) {
    case '{': frames.push({ keys: new Set(), step: '' }); return true;
    case '[': frames.push({ keys: undefined, step: 0 }); return false;
    case '}': case ']': frames.pop(); return false;
    case ',':
      if (frame && typeof frame.step === 'number') frame.step += 1;
      return frame?.keys !== undefined;
    default: return undefined;
  }
}
