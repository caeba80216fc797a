export const loose = (value: any): string => String(value);
export const company = 'any';
