import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SurveyResponse } from '../../web/engine/types.ts';
import type { Delivery } from '../../web/widget/events.ts';
import { makeOutbox } from '../../web/widget/outbox/outbox.ts';
import type { Outcome } from '../../web/widget/outbox/transport.ts';

const endpoint = 'https://nps.example/v1/responses';

const record = (id: string): SurveyResponse => ({
  v: 1,
  id,
  survey: 's',
  revision: 1,
  locale: 'en',
  answers: [{ step: 'score', type: 'nps', value: 9 }],
  score: 9,
  segment: 'promoter',
  themes: [],
  sentiment: null,
  complete: true,
  clientTime: '2026-03-01T12:00:00.000Z',
});

/** A journal that several outboxes may share, as pages of one origin do. */
function journal(): Storage {
  // As in a browser, the keys are what is stored, and the calls are inherited.
  return Object.create({
    get length() {
      return Object.keys(this).length;
    },
    key(i: number) {
      return Object.keys(this)[i] ?? null;
    },
    getItem(key: string) {
      return Reflect.get(this, key) ?? null;
    },
    setItem(key: string, value: string) {
      Reflect.set(this, key, value);
    },
    removeItem(key: string) {
      Reflect.deleteProperty(this, key);
    },
  });
}

/** An outbox whose endpoint answers `replies` in order, then 201. */
function outbox(replies: Outcome[], store: Storage | null = journal()) {
  const bodies: { id: string; sentTime: string }[] = [];
  const told: Delivery[] = [];
  const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
  const box = makeOutbox(endpoint, {
    open: () => store,
    post: async (_, body) => {
      bodies.push(JSON.parse(body));
      return replies.shift() ?? { status: 201 };
    },
    now: () => clock.now,
    chance: () => 1,
    locks: undefined,
  });
  const listener = (delivery: Delivery) => void told.push(delivery);
  box.listen(listener);
  const add = async (id: string) => {
    box.add(record(id), listener);
    await box.flush();
  };
  const keys = () =>
    Array.from({ length: store?.length ?? 0 }, (_, i) => store?.key(i));
  return { box, bodies, told, clock, add, keys, store };
}

const words = (told: Delivery[]) => told.map(({ status }) => status);

test('a record is stored, sent, and deleted after a 2xx', async (t) => {
  const { add, bodies, told, keys, box } = outbox([]);
  t.after(() => box.forget());
  await add('a');
  assert.deepEqual(words(told), ['saved', 'delivered']);
  assert.deepEqual(told[1], {
    status: 'delivered',
    id: 'a',
    attempt: 1,
    reply: 201,
    tier: 'journal',
  });
  assert.equal(bodies.length, 1);
  assert.equal(bodies[0]?.sentTime, '2026-03-01T12:00:00.000Z');
  assert.deepEqual(keys(), []);
});

test('it is in the journal before it is sent, both in this task', () => {
  const store = journal();
  let atPost = 0;
  const box = makeOutbox(endpoint, {
    open: () => store,
    post: async () => {
      atPost = store.length;
      return { status: 204 };
    },
    now: () => 0,
    chance: () => 0,
    locks: undefined,
  });
  box.add(record('a'), () => {});
  assert.equal(atPost, 1);
});

test('no reply keeps it, and the next try carries the same id', async (t) => {
  const { add, bodies, told, keys, box, clock } = outbox([
    { status: 0 },
    { status: 503 },
  ]);
  t.after(() => box.forget());
  await add('a');
  assert.deepEqual(keys(), ['looplet:j:a']);
  await box.flush();
  assert.equal(bodies.length, 1, 'not before its time');
  clock.now += 4000;
  await box.flush();
  clock.now += 8000;
  await box.flush();
  assert.deepEqual(
    bodies.map(({ id }) => id),
    ['a', 'a', 'a'],
  );
  assert.deepEqual(words(told), ['saved', 'retrying', 'retrying', 'delivered']);
  assert.equal(told.at(-1)?.attempt, 3);
});

test('a connection that is back need not wait for the schedule', async (t) => {
  const { add, bodies, box } = outbox([{ status: 0 }]);
  t.after(() => box.forget());
  await add('a');
  await box.flush(true);
  assert.equal(bodies.length, 2);
});

test('Retry-After holds for every way to try', async (t) => {
  const { add, bodies, box, clock } = outbox([{ status: 503, wait: 60_000 }]);
  t.after(() => box.forget());
  await add('a');
  await box.flush(true);
  box.leave();
  assert.equal(bodies.length, 1);
  clock.now += 59_999;
  await box.flush(true);
  assert.equal(bodies.length, 1);
  clock.now += 1;
  await box.flush(true);
  assert.equal(bodies.length, 2);
});

test('a failure holds up all that waits, not one record', async (t) => {
  const { add, bodies, box } = outbox([{ status: 0 }, { status: 0 }]);
  t.after(() => box.forget());
  await add('a');
  await add('b');
  assert.equal(bodies.length, 2);
  await box.flush();
  assert.equal(bodies.length, 2);
  await box.flush(true);
  assert.equal(bodies.length, 4);
});

test('a site that must mend something first is asked once an hour', async (t) => {
  const { add, bodies, box, clock } = outbox([{ status: 404 }]);
  t.after(() => box.forget());
  await add('a');
  clock.now += 3_599_000;
  await box.flush(true);
  assert.equal(bodies.length, 1);
  clock.now += 3_700_000;
  await box.flush(true);
  assert.equal(bodies.length, 2);
});

test('a refusal is told once, kept, and never sent again', async (t) => {
  const { add, bodies, told, keys, box, clock } = outbox([{ status: 422 }]);
  t.after(() => box.forget());
  await add('a');
  clock.now += 60_000;
  await box.flush(true);
  assert.deepEqual(words(told), ['saved', 'rejected']);
  assert.equal(told[1]?.reply, 422);
  assert.equal(bodies.length, 1);
  assert.deepEqual(keys(), ['looplet:j:a']);
  assert.deepEqual(box.pending(), []);
});

test('the next page sends what this one could not', async (t) => {
  const first = outbox([{ status: 0 }]);
  await first.add('a');
  const second = outbox([], first.store);
  t.after(() => {
    first.box.forget();
    second.box.forget();
  });
  await second.box.flush(true);
  assert.deepEqual(
    second.bodies.map(({ id }) => id),
    ['a'],
  );
  assert.deepEqual(words(second.told), ['delivered']);
  assert.equal(second.store?.length, 0);
});

test('without storage it waits in memory, and says so', async (t) => {
  const { add, told, box } = outbox([{ status: 0 }], null);
  t.after(() => box.forget());
  await add('a');
  assert.deepEqual(
    told.map(({ tier }) => tier),
    ['memory', 'memory'],
  );
  assert.equal(box.pending().length, 1);
});

test('a full or forbidden storage is no storage', async (t) => {
  const full = Object.create(journal(), {
    setItem: {
      value: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    },
  });
  const { add, told, box } = outbox([{ status: 0 }], full);
  t.after(() => box.forget());
  await add('a');
  assert.equal(told[0]?.tier, 'memory');
});

test('foreign, broken and newer entries are passed over and stay', async (t) => {
  const store = journal();
  const foreign = {
    'looplet:j:b': 'not json',
    'looplet:j:c': '{"v":2,"record":{"id":"c"}}',
    'looplet:j:d': 'null',
    'looplet:j:e': '{"v":1,"record":{"id":"other"}}',
    mine: 'the page’s own',
  };
  for (const [key, value] of Object.entries(foreign)) store.setItem(key, value);
  const { add, bodies, box, keys } = outbox([], store);
  t.after(() => box.forget());
  await add('a');
  assert.deepEqual(
    bodies.map(({ id }) => id),
    ['a'],
  );
  assert.deepEqual(keys(), Object.keys(foreign));
});

test('of more than fifty the oldest go, and it is told', async (t) => {
  const failing = Array.from({ length: 60 }, () => ({ status: 0 }));
  const { box, told, clock, store } = outbox(failing);
  t.after(() => box.forget());
  for (let i = 0; i < 52; i++) {
    clock.now++;
    box.add(record(`r${i}`), () => {});
  }
  await box.flush();
  assert.equal(store?.length, 50);
  const dropped = told.filter(({ status }) => status === 'dropped');
  assert.deepEqual(
    dropped.map(({ id }) => id),
    ['r0', 'r1'],
  );
});

test('of more than 256 KiB the oldest go, and it is told', async (t) => {
  const { box, told, clock, store } = outbox([{ status: 0 }]);
  t.after(() => box.forget());
  for (let i = 0; i < 40; i++) {
    clock.now++;
    const value = 'x'.repeat(7800);
    const answers = [{ step: 'why', type: 'text', value }] as const;
    box.add({ ...record(`r${i}`), answers }, () => {});
  }
  await box.flush();
  // 40 records of some 8,060 characters; 32 of them fit.
  assert.equal(store?.length, 32);
  assert.deepEqual(
    told.filter(({ status }) => status === 'dropped').map(({ id }) => id),
    Array.from({ length: 8 }, (_, i) => `r${i}`),
  );
});

test('after thirty days a record expires, and it is told', async (t) => {
  const { add, told, box, clock, keys } = outbox([{ status: 0 }]);
  t.after(() => box.forget());
  await add('a');
  clock.now += 30 * 86_400_000 + 1;
  await box.flush(true);
  assert.equal(told.at(-1)?.status, 'expired');
  assert.deepEqual(keys(), []);
});

test('a clock turned back does not make a record wait for weeks', async (t) => {
  const { add, bodies, box, clock } = outbox([{ status: 0 }]);
  t.after(() => box.forget());
  await add('a');
  clock.now -= 20 * 86_400_000;
  await box.flush();
  assert.equal(bodies.length, 2);
});

test('two tabs and one lock send each record once', async () => {
  const store = journal();
  let last: Promise<unknown> = Promise.resolve();
  const locks = {
    request: (_: string, work: () => Promise<void>) => {
      last = last.then(work);
      return last;
    },
  } as unknown as LockManager;
  const ids: string[] = [];
  const tab = (delay: number) =>
    makeOutbox(endpoint, {
      open: () => store,
      post: async (_, body) => {
        ids.push(JSON.parse(body).id);
        await new Promise((resolve) => setTimeout(resolve, delay));
        return { status: 201 };
      },
      now: () => 0,
      chance: () => 0,
      locks,
    });
  for (let i = 0; i < 20; i++) {
    const left = {
      ...{ v: 1, endpoint, record: record(`r${i}`) },
      ...{ savedAt: 0, attempts: 1, nextAt: 0, notBefore: 0 },
    };
    store.setItem(`looplet:j:r${i}`, JSON.stringify(left));
  }
  await Promise.all([tab(1).flush(true), tab(2).flush(true)]);
  assert.equal(ids.length, 20);
  assert.equal(new Set(ids).size, 20);
});

test('of several elements the one that asked is told, and it alone', async (t) => {
  const { box } = outbox([{ status: 201 }, { status: 201 }, { status: 201 }]);
  t.after(() => box.forget());
  const heard: string[] = [];
  const ear = (name: string) => (delivery: Delivery) =>
    void heard.push(`${name} ${delivery.id} ${delivery.status}`);
  const [one, two] = [ear('one'), ear('two')];
  box.listen(one);
  const stop = box.listen(two);
  box.add(record('b'), two);
  await box.flush();
  assert.deepEqual(heard, ['two b saved', 'two b delivered']);
  heard.length = 0;
  box.add(record('c'), two);
  stop();
  await box.flush();
  assert.deepEqual(heard, ['two c saved'], 'gone, it hears no more');
});

test('forget() empties the store and stops what is under way', async () => {
  const store = journal();
  let aborted = false;
  const told: Delivery[] = [];
  const box = makeOutbox(endpoint, {
    open: () => store,
    post: (_, __, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          aborted = true;
          resolve({ status: 0 });
        });
      }),
    now: () => 0,
    chance: () => 0,
    locks: undefined,
  });
  box.listen((delivery) => void told.push(delivery));
  box.add(record('a'), () => {});
  const sending = box.flush();
  box.forget();
  await sending;
  assert.equal(aborted, true);
  assert.equal(store.length, 0);
  assert.deepEqual(words(told), ['saved']);
});
