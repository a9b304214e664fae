/** What a topic carries: the body is JSON, or null where it takes back what was told under the key before. */
export interface Message {
  readonly topic: string;
  readonly key: string;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** A topic as it is made and as it is told of. Names stand without the installation's prefix. */
export interface TopicDefinition {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** What the key is, and so within what order holds. */
  readonly key: string;
  readonly readers: string;
  readonly partitions: number;
  readonly config: Readonly<Record<string, string>>;
}
