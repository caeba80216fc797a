// The page of the browser bench: the runner calls these through the page.
import { benchAccept } from './accept.ts';
import { benchRegister } from './register.ts';

declare global {
  interface Window { benchAccept: typeof benchAccept; benchRegister: typeof benchRegister }
}
Object.assign(window, { benchAccept, benchRegister });
