/** The text of engine/procedure/types.ts, made from the schema. */
export declare function generateTypes(): Promise<string>;
/** The text of engine/procedure/validate.generated.js, made from the schema. */
export declare function generateValidator(): Promise<string>;
