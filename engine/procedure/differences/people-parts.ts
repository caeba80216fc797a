// The parts of who acts and who may know: parties, ways in, disclosure classes, relations to outside processes.
import type { Deputy, Door, DoorSource, Party, PartyTitle, Relation } from '../types.ts';
import { cited, cites } from './cited.ts';
import { day, flag, label, listed, one, some, text, value, word, type Many, type Parts } from './parts.ts';
import type { Speaker } from './speaker.ts';

const titles: Many<PartyTitle> = {
  shape: 'list', title: 'Other titles', noun: 'Other title', weight: 'wording', key: ({ title }) => JSON.stringify(title), name: ({ title }, _, speaker) => speaker.text(title),
  parts: () => ({ title: text('Title'), from: day('In use from', 'wording', 'not said'), until: day('In use until', 'wording', 'not said'), cites }),
};

const deputies: Many<Deputy> = {
  shape: 'list', title: 'Who may stand in', noun: 'Deputy', weight: 'people', key: ({ party }) => party, name: ({ party }, _, speaker) => speaker.name(party, 'parties'),
  describe: deputyWords,
  parts: () => ({ ...cited, party: one('Deputy', 'people', 'parties'), tasks: some('May do', 'people', 'tasks'), when: value('Stands in when', 'people', whenWords) }),
};

function deputyWords({ tasks, when }: Deputy, speaker: Speaker): string {
  return `for ${listed(tasks.map((id) => speaker.name(id, 'tasks')))}, when ${whenWords(when, speaker)}`;
}

function whenWords(when: Deputy['when'], speaker: Speaker): string {
  return when === 'absent' ? 'absent' : speaker.criterion(when);
}

export const partyParts: Parts<Party> = {
  ...cited, kind: word('Kind', 'people', { role: 'a role', body: 'a body that meets', agency: 'an agency', participant: 'a participant', audience: 'an audience' }),
  title: label('Party'), titles, successor: one('Its place is taken by', 'people', 'parties', 'nobody'), belongsTo: one('Belongs to', 'people', 'parties', 'nobody'),
  outside: flag('Staff enter what it says', 'people'), many: flag('Several in a case', 'people'),
  seats: some('Members', 'people', 'parties', 'none'), appointedBy: some('Who says who fills the seat', 'people', 'parties', 'anybody with a role'), deputies, maySee: some('May see', 'people', 'disclosure', 'every class'),
  exempt: some('Gets whole', 'people', 'documents', 'no document'),
};

const origins: Many<DoorSource> = {
  shape: 'list', title: 'Where information comes from', noun: 'Origin', weight: 'form', key: ({ id }) => id, name: (source, _, speaker) => speaker.text(source.label),
  parts: () => ({ ...cited, id: value('Id', 'form', String), label: label('Origin'), kind: word('Kind', 'form', { person: 'a person or body', process: 'another process' }) }),
};

export const doorParts: Parts<Door> = {
  ...cited, label: label('Way in'), by: some('Who may open a case here', 'people', 'parties', 'nobody'), sources: origins, form: one('Form', 'form', 'forms', 'none'),
  to: some('Where the case starts', 'route', 'stages', 'nowhere'), late: word('When a clock has already run out', 'rule', { reason: 'a reason is asked for', nothing: 'nothing is asked' }, 'not said'),
};

const effects = { informs: 'informs the case', 'adds-recipients': 'adds recipients', gates: 'must end first', extends: 'extends clocks', relieves: 'relieves duties', 're-opens': 'opens the case again' } as const;

export const relationParts: Parts<Relation> = {
  ...cited, label: label('Relation'), outside: flag('Lies outside', 'rule'), lead: one('Who leads it', 'people', 'parties', 'not said'), arises: text('How it arises'),
  shares: some('Questions shared', 'people', 'questions', 'none'),
  effects: value('While it is open', 'rule', (all, speaker) => listed(all.map((effect) => (typeof effect === 'object' ? `may cause ${speaker.name(effect.mayHold, 'holds')}` : effects[effect])))),
};
