// The words of choosing several stages and arranging them.
import type { Lining, Spreading } from '../edits/arranging.ts';

const lines: Record<Lining, string> = { left: 'on the left', centre: 'on the middle, upright', right: 'on the right', top: 'at the top', middle: 'on the middle, level', bottom: 'at the foot' };
const spreads: Record<Spreading, string> = { across: 'across', down: 'down' };

export const words = {
  chosen: (n: number) => (n === 1 ? '1 stage chosen' : `${n} stages chosen`), title: (n: number) => (n === 1 ? 'Arrange this stage' : `Arrange ${n} stages`), close: 'Close', more: 'Arrange…', forChosen: (n: number) => `Actions for ${n} stages`,
  lining: (how: Lining) => `Line up ${lines[how]}`, liningShort: (how: Lining) => `${lines[how].charAt(0).toUpperCase()}${lines[how].slice(1)}`,
  spreading: (how: Spreading) => `Spread out evenly ${spreads[how]}`, spreadingShort: (how: Spreading) => `Evenly ${spreads[how]}`, lineUp: 'Line up', spreadOut: 'Spread out',
  tidyOnly: 'Tidy only these', group: 'Put in a group', together: 'Put in a group, at the same time', ungroup: 'Take the group apart', fold: 'Close the group', foldShort: 'Close', unfoldShort: 'Open', cut: 'Cut', unfold: 'Open the group', duplicate: 'Duplicate', copy: 'Copy', paste: 'Paste', remove: 'Delete', into: 'Put into', topLevel: 'No group', whichGroup: 'Group to put into',
  placing: 'Where they stand', joining: 'What they belong to', copying: 'Copies',
  needs: (n: number) => `Choose at least ${n === 2 ? 'two' : 'three'} stages.`, notMoved: 'None of these has been moved by hand.',
  moved: (n: number) => `Move ${n} stages`, linedUp: (n: number, how: Lining) => `Line up ${n} stages ${lines[how]}`, spread: (n: number, how: Spreading) => `Spread ${n} stages out evenly ${spreads[how]}`,
  tidied: (n: number) => (n === 1 ? 'Tidy 1 stage' : `Tidy ${n} stages`), putInto: (n: number, group: string) => `Put ${n} stages into ${group}`, takenOut: (n: number) => `Take ${n} stages out of their group`, removed: (n: number) => `Delete ${n} stages`,
  closed: 'closed', holds: (n: number) => (n === 1 ? '1 stage inside' : `${n} stages inside`), folded: (title: string) => `${title} is closed`, unfolded: (title: string) => `${title} is open`, notGroup: 'Only a group can be closed.',
  find: { title: 'Find on the diagram', label: 'Name of a stage, a person or a task', none: 'Nothing on the diagram has a name like that.', close: 'Close', open: 'Find' },
  reconnect: { begin: 'Drag where the route begins', end: 'Drag where the route leads' },
} as const;
