// The validator that scripts/generate.mjs compiles from procedure.schema.json: true, or false with `validate.errors`.

/** One thing the schema does not allow; raw, never shown to people (see shape-problems.ts). */
export interface SchemaError {
  /** JSON pointer into the document. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
export declare const validate: { (document: unknown): boolean; errors?: readonly SchemaError[] | null };
/** Every name that a part of the file can have. */
export declare const knownKeys: readonly string[];
