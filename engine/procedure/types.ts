// The shapes of the procedure file, format 1, under the name that everybody imports. They are generated from
// procedure.schema.json (scripts/generate.mjs); what they do not know: how a case runs.
export type * from './types.generated.ts';
