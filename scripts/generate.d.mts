/** The text of engine/procedure/types.generated.ts, made from the schema. */
export declare function generateTypes(): Promise<string>;
/** The text of engine/procedure/validate.generated.js, made from the schema. */
export declare function generateValidator(): Promise<string>;
