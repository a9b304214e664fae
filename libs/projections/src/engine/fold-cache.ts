/** A case as the engine holds it: everything up to and with `revision`. */
export interface Folded<State> {
  readonly revision: number;
  readonly state: State;
}

interface Entry<State> extends Folded<State> {
  readonly size: number;
}

/**
 * The cases folded last, bounded by their size as JSON. It only saves reading: what it has forgotten is read again from the rows.
 */
export class FoldCache<State> {
  readonly #entries = new Map<string, Entry<State>>();
  #size = 0;

  constructor(private readonly maxSize: number) {}

  get(caseId: string): Folded<State> | undefined {
    const entry = this.#entries.get(caseId);
    if (entry === undefined) return undefined;
    this.#entries.delete(caseId);
    this.#entries.set(caseId, entry);
    return entry;
  }

  set(caseId: string, { revision, state }: Folded<State>, size: number): void {
    this.#drop(caseId);
    this.#entries.set(caseId, { revision, state, size });
    this.#size += size;
  }

  /** Forgets the cases not seen for longest, until the rest fits. */
  trim(): void {
    for (const caseId of this.#entries.keys()) {
      if (this.#size <= this.maxSize) return;
      this.#drop(caseId);
    }
  }

  #drop(caseId: string): void {
    this.#size -= this.#entries.get(caseId)?.size ?? 0;
    this.#entries.delete(caseId);
  }
}
