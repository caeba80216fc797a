import { createElement } from 'react';

export const careless = (value: any): number => {
  debugger;
  return value == 1 ? Date.now() : eval(value) + createElement;
};
