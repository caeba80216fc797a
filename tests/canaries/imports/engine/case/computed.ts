export const any = (name: string): Promise<unknown> => import(name);
