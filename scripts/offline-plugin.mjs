// Makes the service worker of a build: the list of its files, and a name for that list, so that a build with other files
// is another worker. It answers from what it keeps and asks the network for nothing else.
import { createHash } from 'node:crypto';

/** @returns {import('vite').Plugin} */
export function offline() {
  return {
    name: 'caseway-offline',
    apply: 'build',
    generateBundle: {
      // After Vite has taken away the scripts that held nothing but styles: one file that is not there, and none is kept.
      order: 'post',
      handler(_options, bundle) {
        const files = Object.keys(bundle).filter((file) => !file.endsWith('.map')).toSorted();
        const digest = createHash('sha256');
        for (const file of files) digest.update(file).update(bundle[file].type === 'chunk' ? bundle[file].code : bundle[file].source);
        const addresses = ['/', '/mark.svg', '/manifest.webmanifest', ...files.filter((file) => file !== 'index.html').map((file) => `/${file}`)];
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: source(digest.digest('hex').slice(0, 16), addresses) });
      },
    },
  };
}

function source(version, addresses) {
  return `// Made by the build. Keeps the files of this very Caseway and answers from them; knows no case.
const KEPT = 'caseway-${version}';
const FILES = ${JSON.stringify(addresses)};
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'no-cache' })))));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});
self.addEventListener('message', (event) => { if (event.data === 'take-over') self.skipWaiting(); });
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin) return;
  const wanted = request.mode === 'navigate' ? '/' : address.pathname;
  if (!FILES.includes(wanted)) return;
  event.respondWith(caches.open(KEPT).then((cache) => cache.match(wanted)).then((kept) => kept ?? fetch(request)));
});
`;
}
