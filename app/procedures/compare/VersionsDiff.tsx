// Two versions of one procedure in words: what changed, heaviest first, with how it was and is.
import { differences, WEIGHTS } from '../../../engine/procedure/differences/index.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { words } from './words.ts';

export function VersionsDiff({ was, now }: { readonly was: Procedure; readonly now: Procedure }) {
  const found = differences(was, now);
  if (found.length === 0) return <p><b>{words.same}</b></p>;
  return (
    <>
      <p><b>{words.changes(found.length)}</b></p>
      {WEIGHTS.filter((weight) => found.some((one) => one.weight === weight)).map((weight) => (
        <section key={weight} className="cmp-changes"><h2 className="cw-h2">{words.headings[weight]}</h2>
          <ul>{found.filter((one) => one.weight === weight).map((one, index) => (
            <li key={index}><b>{one.label}</b> {one.words}
              {one.was !== undefined && !one.words.includes(one.was) && <span className="cmp-was">{words.was} <s>{one.was}</s></span>}
              {one.now !== undefined && !one.words.includes(one.now) && <span className="cmp-was">{words.now} <b>{one.now}</b></span>}
            </li>))}</ul>
        </section>
      ))}
    </>
  );
}
