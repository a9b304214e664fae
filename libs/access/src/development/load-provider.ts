/* eslint-disable no-console -- what a library says on the console is the subject here */
import type * as OidcProvider from 'oidc-provider';

/**
 * Loads the provider library only where it is used: production never has it in memory. While it loads it warns of every Node
 * without an LTS name, ours included, on the first line that a newcomer sees; that one line is left out, everything else is said.
 */
export async function loadProvider(): Promise<typeof OidcProvider> {
  const original = console.warn;
  console.warn = (...said: unknown[]) => (String(said[0]).includes('Unsupported runtime') ? undefined : original(...said));
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = original;
  }
}
