import { hash } from 'node:crypto';

/** What is hashed stands here for as long as that takes. */
const named = Buffer.alloc(256);

/** The UUID that a name has within another UUID: version 5, RFC 9562 § 5.5. One is made for every event that is written. */
export function nameUuid(name: string, namespace: string): string {
  const most = namespace.length + Buffer.byteLength(name);
  const bytes = most <= named.length ? named : Buffer.alloc(most);
  const start = bytes.write(namespace.replaceAll('-', ''), 'hex');
  const end = start + bytes.write(name, start);
  const digits = hash('sha1', bytes.subarray(0, end), 'hex');
  const variant = ((Number.parseInt(digits.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-5${digits.slice(13, 16)}-${variant}${digits.slice(18, 20)}-${digits.slice(20, 32)}`;
}
