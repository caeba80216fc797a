// What appointments do to a case: they are kept as told, and asked of by day.
import { appointmentTurns } from './appointments.ts';
import type { Act, Apply } from './apply.ts';
import { note, ownList, touch } from './folded.ts';
import { expectTurn } from './turns.ts';
import type { Appointment } from './types.ts';
import { partyLabel, sentence } from './words.ts';

export const makeAppointment: Apply<'appointmentMade'> = (act, { departures = [], reason: _reason, ...appointment }) => {
  ownList(act.settling.draft, 'appointments').push(appointment);
  for (const { rule, reason } of departures) {
    const words = `The appointment to “${partyLabel(act.settling.compiled.procedure, appointment.seat)}” departs from a rule${reason === undefined ? ', without a recorded reason.' : `: ${sentence(reason)}`}`;
    note(act.settling.draft, { code: 'departure', rule, event: act.event.id, words });
  }
  changed(act, appointment);
};

export const endAppointment: Apply<'appointmentEnded'> = (act, { seat, person, until }) => {
  const held = ownList(act.settling.draft, 'appointments');
  const index = held.findLastIndex((one) => one.seat === seat && one.person === person && one.until === undefined && one.from <= until);
  const found = held[index];
  if (!found) return;
  held[index] = { ...found, until };
  changed(act, { ...found, until });
};

function changed({ settling: { draft, at } }: Act, appointment: Appointment): void {
  touch(draft, 'appointments');
  for (const turn of appointmentTurns(appointment, at)) expectTurn(draft, { at: turn, touch: ['appointments', ''] });
}
