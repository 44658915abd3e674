// Where records wait: one key for each in the journal (localStorage or
// sessionStorage), and in memory what the journal would not take.
import type { SurveyResponse } from '../../engine/types.ts';

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

/** `open` may throw and may give null, as browsers do for privacy. */
export function makeStore(endpoint: string, open: () => Storage | null) {
  const memory = new Map<string, Item>();
  /** Whether the journal did as it was asked to. */
  const journal = (use: (journal: Storage) => void): boolean => {
    try {
      const found = open();
      if (found) use(found);
      return found !== null;
    } catch {
      // Blocked, full, or an opaque origin: memory is the next best.
      return false;
    }
  };
  return {
    /** Keeps or updates an item. */
    save(item: Item): void {
      const { id } = item.record;
      if (journal((to) => to.setItem(kPrefix + id, JSON.stringify(item)))) {
        memory.delete(id);
      } else {
        memory.set(id, item);
      }
    },
    remove(id: string): void {
      memory.delete(id);
      journal((from) => from.removeItem(kPrefix + id));
    },
    /**
     * The items of this endpoint, oldest first. What this version cannot read
     * stays where it is: another version wrote it.
     */
    all(): Item[] {
      const items = new Map<string, Item>();
      journal((from) => {
        for (const key of Object.keys(from)) {
          try {
            const item: Item = JSON.parse(from.getItem(key) ?? '');
            const { id } = item.record;
            if (item.v === 1 && key === kPrefix + id) items.set(id, item);
          } catch {
            // Not ours.
          }
        }
      });
      return [...new Map([...items, ...memory]).values()]
        .filter((item) => item.endpoint === endpoint)
        .sort((a, b) => a.savedAt - b.savedAt);
    },
    /** Where a record lies. */
    tier: (id: string): Tier => (memory.has(id) ? 'memory' : 'journal'),
  };
}
