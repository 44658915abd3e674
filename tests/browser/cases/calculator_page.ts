// The calculator as built, served under the policy that the collector sets.

import type { Page } from '../page.ts';
import type { Static } from '../static_server.ts';
import { onSite } from './studio_page.ts';

export const onCalculator = (
  page: Page,
  body: (server: Static) => Promise<void>,
): Promise<void> => onSite(page, 900, openCalculator, body);

export async function openCalculator(
  page: Page,
  server: Static,
  fragment = '',
): Promise<void> {
  await page.open(`${server.origin}/calculator/${fragment}`);
  await page.get('heading', 'Type counts');
}

/** Puts text into a field at once, as pasting does. */
export async function fill(
  page: Page,
  name: string,
  text: string,
): Promise<void> {
  await page.focus('textbox', name);
  await page.evaluate((value) => {
    const field = document.activeElement as HTMLInputElement;
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
}

export async function counts(
  page: Page,
  legend: 'Answers by group' | 'Earlier answers',
  [promoters, passives, detractors]: readonly [number, number, number],
): Promise<void> {
  await fill(page, `${legend}: Promoters`, `${promoters}`);
  await fill(page, `${legend}: Passives`, `${passives}`);
  await fill(page, `${legend}: Detractors`, `${detractors}`);
}

/** Something that is said for a moment, or stays. */
export const says = (page: Page, words: RegExp): Promise<void> =>
  page.until(
    async () => (await page.all('status')).some(({ text }) => words.test(text)),
    `nothing says ${words}`,
  );

/** Drops a file of these bytes, given as text, on the page. */
export const drop = (page: Page, name: string, text: string): Promise<void> =>
  page.evaluate(
    (called, content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], called));
      dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, cancelable: true }),
      );
    },
    name,
    text,
  );

/** The same with any bytes, in base64. */
export const dropBytes = (
  page: Page,
  name: string,
  bytes: Uint8Array,
): Promise<void> =>
  page.evaluate(
    (called, content) => {
      const plain = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([plain], called));
      dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, cancelable: true }),
      );
    },
    name,
    Buffer.from(bytes).toString('base64'),
  );

/** Catches what the page saves from now on; the result reads the last one. */
export async function catchFiles(
  page: Page,
): Promise<() => Promise<{ type: string; text: string }>> {
  await page.evaluate(() => {
    const saved: Blob[] = [];
    Object.assign(globalThis, { saved });
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      saved.push(blob);
      return make(blob);
    };
    HTMLAnchorElement.prototype.click = () => {};
  });
  return async () => {
    await page.until(
      () =>
        page.evaluate(
          () => (globalThis as unknown as { saved: Blob[] }).saved.length > 0,
        ),
      'nothing was saved',
    );
    return page.evaluate(async () => {
      const { saved } = globalThis as unknown as { saved: Blob[] };
      const blob = saved.pop() as Blob;
      return { type: blob.type, text: await blob.text() };
    });
  };
}
