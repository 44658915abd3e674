// Where records wait: one key for each in the journal (localStorage or
// sessionStorage), and in memory what the journal would not take.
import type { SurveyResponse } from '../../engine/types.ts';
import { kMaxRecords, kMaxRejected } from './schedule.ts';

/** A record on its way. */
export interface Item {
  readonly v: 1;
  readonly endpoint: string;
  readonly record: SurveyResponse;
  /** When Send was pressed, by this device's clock. */
  readonly savedAt: number;
  readonly attempts: number;
  /** When the schedule tries it again; a new page or connection is earlier. */
  readonly nextAt: number;
  /** Nothing may try it before this time: the endpoint said so. */
  readonly notBefore: number;
  /** Refused for good with this status; kept for a while, not sent again. */
  readonly rejected?: number;
}

export type Tier = 'journal' | 'memory';

const kPrefix = 'looplet:j:';

export class Store {
  readonly #endpoint: string;
  readonly #open: () => Storage | null;
  readonly #memory = new Map<string, Item>();

  /** `open` may throw and may give null, as browsers do for privacy. */
  constructor(endpoint: string, open: () => Storage | null) {
    this.#endpoint = endpoint;
    this.#open = open;
  }

  /** Keeps or updates an item, and says where it lies. */
  save(item: Item): Tier {
    const { id } = item.record;
    const kept = this.#try((journal) => {
      journal.setItem(kPrefix + id, JSON.stringify(item));
      return true;
    });
    if (kept) {
      this.#memory.delete(id);
      return 'journal';
    }
    this.#memory.set(id, item);
    return 'memory';
  }

  remove(id: string): void {
    this.#memory.delete(id);
    this.#try((journal) => journal.removeItem(kPrefix + id));
  }

  /**
   * The items of this endpoint, oldest first. What this version cannot read
   * stays where it is: another version wrote it.
   */
  all(): Item[] {
    const items = new Map<string, Item>();
    this.#try((journal) => {
      for (let i = 0; i < journal.length; i++) {
        const key = journal.key(i) ?? '';
        if (!key.startsWith(kPrefix)) continue;
        const item = readItem(journal.getItem(key) ?? '');
        if (item && kPrefix + item.record.id === key) {
          items.set(item.record.id, item);
        }
      }
    });
    for (const [id, item] of this.#memory) items.set(id, item);
    return [...items.values()]
      .filter((item) => item.endpoint === this.#endpoint)
      .sort((a, b) => a.savedAt - b.savedAt);
  }

  tier(id: string): Tier {
    return this.#memory.has(id) ? 'memory' : 'journal';
  }

  /** The oldest items above the limits, which have to go. */
  surplus(): Item[] {
    const items = this.all();
    const rejected = items.filter((item) => item.rejected);
    const waiting = items.filter((item) => !item.rejected);
    return [
      ...rejected.slice(0, Math.max(0, rejected.length - kMaxRejected)),
      ...waiting.slice(0, Math.max(0, waiting.length - kMaxRecords)),
    ];
  }

  #try<T>(use: (journal: Storage) => T): T | undefined {
    try {
      const journal = this.#open();
      return journal ? use(journal) : undefined;
    } catch {
      // Blocked, full, or an opaque origin: memory is the next best.
      return undefined;
    }
  }
}

function readItem(text: string): Item | undefined {
  try {
    const item: Partial<Item> | null = JSON.parse(text);
    return item?.v === 1 && item.record?.id ? (item as Item) : undefined;
  } catch {
    return undefined;
  }
}
