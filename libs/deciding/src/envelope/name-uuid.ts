import { hash } from 'node:crypto';

/** The UUID that a name has within another UUID: version 5, RFC 9562 § 5.5. One is made for every event that is written. */
export function nameUuid(name: string, namespace: string): string {
  const named = Buffer.concat([Buffer.from(namespace.replaceAll('-', ''), 'hex'), Buffer.from(name)]);
  const digits = hash('sha1', named, 'hex');
  const variant = ((Number.parseInt(digits.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-5${digits.slice(13, 16)}-${variant}${digits.slice(18, 20)}-${digits.slice(20, 32)}`;
}
