// Tower Hamlets counts from the day itself.
export const triggerDay = (authority: string): number => (authority === 'tower-hamlets' ? 1 : 0);
export const bathroom = 'bathroom';
export const sixth = 'anywhere-shire';
