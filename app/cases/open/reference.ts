// The next case reference: prefix, year and a number one higher than any case here has.
import type { Procedure } from '../../../engine/procedure/types.ts';
import { civilDay } from '../../dates.ts';
import type { World } from '../../world/types.ts';

/** "TH-2026-015" after TH-2026-014. References made on other computers are not known here. */
export async function nextReference(world: World, procedure: Procedure): Promise<string> {
  const start = `${procedure.casePrefix}-${civilDay(world.now()).slice(0, 4)}-`;
  let highest = 0;
  for (const closed of [false, true]) {
    for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
      const page = await world.store.cases.page({ closed, limit: 500, ...(after === undefined ? {} : { after }) });
      for (const { content } of page.rows) if (content.reference.startsWith(start)) highest = Math.max(highest, Number(content.reference.slice(start.length)) || 0);
      after = page.next;
    }
  }
  return `${start}${String(highest + 1).padStart(3, '0')}`;
}
