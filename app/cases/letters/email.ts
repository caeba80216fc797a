// An e-mail as a draft file (.eml) that a mail program opens to be looked at, addressed and sent. The subject carries
// the case's reference and nothing else of it; no address is known here, so none stands in it.

export interface Email { readonly to: string; readonly subject: string; readonly text: string }

export function emailDraft({ to, subject, text }: Email): string {
  const body = base64(text.replaceAll(/\r\n|\r|\n/g, '\r\n'));
  return [`Subject: ${header(subject)}`, `Comments: ${header(to)}`, 'X-Unsent: 1', 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', ...(body.match(/.{1,76}/g) ?? []), ''].join('\r\n');
}
/** What one encoded word may hold, so that a line with its header's name stays within 76 characters (RFC 2047). */
const MOST = 52;

/** A header's words: as they are while they are plain, else as encoded words. */
function header(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  if (/^[\u0020-\u007e]*$/.test(line)) return line;
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (base64(part + character).length > MOST) { parts.push(part); part = ''; }
    part += character;
  }
  return [...parts, part].map((one) => `=?utf-8?B?${base64(one)}?=`).join('\r\n ');
}
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (let at = 0; at < bytes.length; at += 4096) binary += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return btoa(binary);
}
