// Work without the network: a service worker keeps the files of Caseway, and only those. A newer Caseway waits until
// somebody asks for it, never in the middle of a form.
import { create } from 'zustand';
import { log } from '../world/log.ts';
import { trustedScript } from '../world/trusted.ts';

const useWaiting = create<{ readonly waiting: ServiceWorker | undefined }>(() => ({ waiting: undefined }));
/** True when a newer Caseway is ready and waits. */
export const useUpdate = (): boolean => useWaiting((state) => state.waiting !== undefined);

/** Keeps the files of Caseway for work offline, once the page has come to rest. In development nothing is kept. */
export function workOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const start = (): void => void register().catch((error: unknown) => log(`Work offline: ${String(error)}`));
  window.addEventListener('load', () => setTimeout(start, 1500), { once: true });
}
async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register(trustedScript('/service-worker.js'));
  if (!registration) return; // some browsers are set to refuse, and say nothing
  const look = (): void => { if (registration.waiting && navigator.serviceWorker.controller) useWaiting.setState({ waiting: registration.waiting }); };
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
}
/** Lets the newer Caseway take over, and loads the page anew with it. */
export function takeNewer(): void {
  const { waiting } = useWaiting.getState();
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  waiting?.postMessage('take-over');
}
