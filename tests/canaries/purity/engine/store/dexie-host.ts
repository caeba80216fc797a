export const channel = (): BroadcastChannel => new BroadcastChannel(String(indexedDB));
export const stamp = Date.now();
