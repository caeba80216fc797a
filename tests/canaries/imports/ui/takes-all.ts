export const files = import.meta.glob(['../procedures/*/procedure.json']);
