import type { MediaType } from '@kvp/lifecycle';

const SIGNATURES: Readonly<Record<MediaType, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

/** What the bytes are, by how they begin; undefined when they are nothing that a case takes. What the sender calls them is not asked. */
export const mediaTypeOf = (bytes: Uint8Array): MediaType | undefined =>
  (Object.keys(SIGNATURES) as MediaType[]).find((type) => SIGNATURES[type].every((byte, at) => bytes[at] === byte));
