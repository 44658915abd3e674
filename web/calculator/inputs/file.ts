// A file: dropped anywhere on the page or chosen, read with a bar and a way to
// stop.
import { wireFileDrop } from '../../shared/drop.ts';
import { setText, tool } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';
import { percent } from '../words.ts';

export interface FileHooks {
  take(file: File): void;
  cancel(): void;
  sample(): void;
}

const kAccept =
  '.csv,.tsv,.txt,.json,.jsonl,.ndjson,.gz,.xlsx,text/csv,application/json';

export function fileInput(page: HTMLElement, hooks: FileHooks) {
  const input = h('input', {
    type: 'file',
    accept: kAccept,
    hidden: true,
    change: () => {
      const [file] = input.files ?? [];
      input.value = '';
      if (file) hooks.take(file);
    },
  });
  const choose = tool('Choose a file', () => input.click(), {
    icon: 'upload',
    class: 'tool bordered',
  });
  const sample = tool('Try a sample', hooks.sample);
  const bar = h('progress', { max: 1, 'aria-label': 'Reading the file' });
  const said = h('p', { class: 'help' });
  const cancel = tool('Cancel', hooks.cancel, { icon: 'close' });
  const progress = h(
    'div',
    { class: 'progress', hidden: true },
    bar,
    h('div', { class: 'row spread' }, said, cancel),
  );
  const node = h(
    'section',
    { class: 'input-part', 'aria-labelledby': 'file-title' },
    h('h2', { id: 'file-title' }, 'Drop a file'),
    h(
      'div',
      { class: 'drop-zone' },
      h(
        'p',
        { class: 'help' },
        'CSV, Excel, JSON or gzip, from any survey tool. It is read here and sent nowhere.',
      ),
      h('div', { class: 'row' }, choose, sample),
      input,
    ),
    progress,
  );

  wireFileDrop(page, 'Drop the answers here', hooks.take);

  return {
    node,
    choose: () => input.click(),
    /** Null: nothing is being read. */
    progress(share: number | null, words = ''): void {
      progress.hidden = share === null;
      if (share === null) return;
      bar.value = share;
      setText(said, `${words}: ${percent(Math.floor(share * 100) / 100)}`);
    },
  };
}
