/** The longest part of a name that is kept of a title. */
const LONGEST = 60;

/**
 * A title as a part of a file's name: letters a to z, digits and hyphens alone. Nothing of a title reaches a path in any other form, so that no
 * title can lead out of the folder, hide behind another name, or be a name that a system keeps for itself.
 */
export function slug(title: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');
  return plain === '' ? 'uten-tittel' : plain;
}

/** Whether a path of a zip is one that we make: relative, of plain names, without a way up. */
export const isSafePath = (path: string): boolean => /^[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)*$/.test(path) && !path.includes('..');
