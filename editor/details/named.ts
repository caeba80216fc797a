// What an id names at each place of the format: a party, a task, a question. A place that is not listed holds a name
// of its own. Held against the references of the shipped procedures by a test.
import type { NameKind } from '../../engine/procedure/differences/speaker.ts';

/** The collections an id may be of, the ways a decision can go, the sections of a form; 'own' for a name of its own, 'lines' for lines of a source, 'listed' for what a list is of. */
export type Naming = readonly NameKind[] | 'own' | 'lines' | 'option' | 'section' | 'route' | 'variant' | 'column' | 'listed';

const places: Readonly<Record<string, Naming>> = {
  'Conventions.calendar': ['calendars'], 'MeetingCalendar.body': ['parties'], 'MeetingCalendar.calendar': ['calendars'], 'Subject.initials': ['questions'], 'Subject.born': ['questions'], 'Subject.age': ['questions'], 'Subject.incident': ['questions'],
  'Deputy.party': ['parties'], 'Deputy.tasks': ['tasks'], 'Party.successor': ['parties'], 'Party.belongsTo': ['parties'], 'Party.seats': ['parties'], 'Party.appointedBy': ['parties'], 'Party.maySee': ['disclosure'], 'Party.exempt': ['documents'],
  'Question.class': ['disclosure'], 'Question.of': 'listed', 'FormSection.by': ['parties'], 'FormSection.signature': ['questions'], 'FormSection.questions': ['questions'],
  'Door.by': ['parties'], 'Door.form': ['forms'], 'Door.to': ['stages'], 'Stage.within': ['stages'], 'Stage.initial': ['stages'], 'Stage.owner': ['parties'], 'Stage.call.fragment': ['fragments'], 'Stage.call.settings keys': ['settings'],
  'Transition.from': ['stages'], 'Transition.to/0': ['stages'], 'Transition.to/1': ['stages'], 'Transition.to/2.history': ['stages'], 'Trigger.done': ['tasks'], 'Trigger.option.0': ['tasks'], 'Trigger.option.1': 'option', 'Trigger.ended': ['stages'], 'Trigger.lapsed': ['timescales'], 'Trigger.chosen.by': ['parties'], 'Trigger.relation.0': ['relations'],
  'Repeat.over/0': ['questions'], 'Repeat.by': ['parties'], 'Repeat.over/1': ['parties'], 'Repeat.join.named': ['parties'],
  'Task.in': ['stages'], 'Task.by': ['parties'], 'Task.raised.done': ['tasks'], 'Task.form': ['forms'], 'Task.section': 'section', 'Recipient': ['parties'], 'Recipient.answer': ['questions'], 'Task.reply.form': ['forms'], 'Task.reply.author': ['parties'],
  'Task.document.id': ['documents'], 'Task.document.variant': 'variant', 'Task.attach': ['tasks', 'forms'], 'Task.advises': ['tasks'], 'Task.agreement.of': ['parties'], 'Task.agreement.casting': ['parties'], 'Task.agreement.named': ['parties'], 'Task.agreement.otherwise': 'option', 'Task.meeting.body': ['parties'], 'SignOffStep.by': ['parties'],
  'Target.task': ['tasks'], 'Target.option.0': ['tasks'], 'Target.option.1': 'option', 'Target.fields': ['questions'], 'Target.of': ['tasks', 'doors', 'forms'], 'Target.reasons': ['tasks'], 'Target.recipients': ['parties'], 'Target.seats': ['parties'], 'Target.seat': ['parties'], 'Target.doer': ['tasks'], 'Target.transition': 'route', 'Target.reply': ['tasks'],
  'Effect.choose.party': ['parties'], 'Effect.choose.form': ['forms'], 'Effect.choose.of': ['tasks', 'timescales'], 'Effect.allowHold': ['holds'], 'Rule.implies': ['rules'], 'Rule.excludes': ['rules'],
  'Lookup.table': ['tables'], 'Operand.var': ['questions'], 'Operand.setting': ['settings'], 'Operand.age.born': ['questions'], 'Operand.age.at': ['questions'], 'Operand.distance.from': ['questions'], 'Operand.distance.to': ['questions'],
  'Question.compute.union.task': ['tasks'], 'Question.compute.union.question': ['questions'], 'Question.compute.sortBy': 'column', 'Question.compute.recipient': ['questions'],
  'Timescale.for': ['tasks'], 'Timescale.calendar': ['calendars'], 'Timescale.meeting': ['meetings'], 'Timescale.adjust.by': ['parties'], 'Timescale.adjust.agreedBy': ['parties'], 'Timescale.adjust.tell': ['parties'], 'Timescale.onLapse.task': ['tasks'], 'Timescale.explainedBy': ['parties'], 'Timescale.unit.setting': ['settings'], 'Timescale.roll.setting': ['settings'], 'Timescale.sentBack.setting': ['settings'], 'Timescale.amount.setting': ['settings'], 'Timescale.triggerDay.setting': ['settings'], 'Conventions.roll.setting': ['settings'], 'Conventions.triggerDay.setting': ['settings'], 'Duty.counted.setting': ['settings'],
  'DateExpression.var': ['questions'], 'DateExpression.raised': ['tasks'], 'DateExpression.planned': ['tasks'], 'DateExpression.done': ['tasks'], 'DateExpression.sent': ['tasks'], 'DateExpression.entered': ['stages'], 'DateExpression.left': ['stages'], 'DateExpression.taken.0': ['tasks'], 'DateExpression.taken.1': 'option', 'DateExpression.true-since': ['rules'], 'DateExpression.due': ['timescales'], 'DateExpression.setting': ['settings'], 'DateExpression.choose.setting': ['settings'],
  'Closing.by': ['parties'], 'Closing.tasks': ['tasks'], 'Closing.timescales': ['timescales'], 'Closing.relations': ['relations'], 'Closing.reopen.by': ['parties'], 'Closing.reopen.to': ['stages'], 'Closing.reopen.to/0': ['stages'], 'Closing.reopen.to/1': ['stages'],
  'RegisterValue.var': ['questions'], 'RegisterValue.taken': ['tasks'], 'RegisterValue.done': ['tasks'], 'RegisterValue.due': ['timescales'], 'Register.rows': ['questions'], 'RegisterValue.row': ['questions'], 'Register.keeper': ['parties'], 'DocumentDefinition.carries': ['disclosure'], 'DocumentDefinition.leavesOut': ['disclosure'], 'DocumentDefinition.leavesOut keys': 'own',
  'Hold.by': ['parties'], 'Timescale.holdable': ['holds'], 'Hold.stops.tasks': ['tasks'], 'Hold.stops.timescales': ['timescales'], 'Hold.until.ended': ['relations'], 'Hold.until.date': ['questions'], 'Relation.lead': ['parties'], 'Relation.shares': ['questions'], 'RelationEffect.mayHold': ['holds'],
  'TemplateBlock.answers': ['questions'], 'TemplateBlock.table': ['questions'], 'TemplateBlock.form': ['forms'], 'TemplateBlock.decision': ['tasks'], 'TemplateBlock.replies': ['tasks'], 'Pseudonyms.question': ['questions'], 'Pseudonyms.name': ['questions'], 'Pseudonyms.pseudonym': ['questions'], 'DisclosureClass.exempt': ['parties'], 'DisclosureClass.gate': ['questions'],
  'DateExpression.submitted': ['tasks'], 'DateExpression.signed.0': ['tasks'],
  'Source.passages keys': 'lines', 'Duty.by': ['parties'], 'Duty.to': ['parties'], 'Duty.register': ['registers'], 'Duty.every.meeting': ['meetings'], 'Duty.document': ['documents'],
};

/** What is named at a place, or by each item there; one of several sorts of value is looked up without its number. */
export function namesAt(place: string): Naming {
  const written = place.replace(/( item)+$/, '');
  return places[written] ?? places[written.replace(/\/\d+/g, '')] ?? 'own';
}
