// One step in the outline: a line to open it by, and its form when it is open.
import type { Problem, Segment } from '../../engine/types.ts';
import { h } from '../../widget/dom.ts';
import { isObject } from '../document/edit.ts';
import { type Json, pointerOf } from '../document/json.ts';
import {
  idOf,
  localeOf,
  member,
  renameStep,
  wordsOf,
} from '../document/survey.ts';
import { draw, isIcon, setText, tool } from '../../shared/ui.ts';
import {
  type Context,
  type Control,
  labelled,
  type MakeControl,
} from './field.ts';
import { makeForm } from './form.ts';
import { definition, inWords, tagsOf, variantOf } from './schema.ts';

export interface RowHooks {
  toggle(index: number): void;
  move(index: number, by: number): void;
  duplicate(index: number): void;
  remove(index: number): void;
  /** The row is taken by its handle. */
  drag(index: number, event: PointerEvent): void;
}

export interface RowUpdate {
  readonly step: Json;
  readonly open: boolean;
  readonly count: number;
  readonly mark: Problem['severity'] | undefined;
  /** Who can come here; undefined: not known. */
  readonly reach: readonly Segment[] | undefined;
}

const kSegments: readonly Segment[] = ['detractor', 'passive', 'promoter'];
const kStep = definition('Step');

export type Row = ReturnType<typeof makeRow>;

export function makeRow(context: Context, index: number, hooks: RowHooks) {
  const at = () => ['steps', index];
  const picture = h('span', { class: 'step-icon' });
  const words = h('span', { class: 'step-text' });
  const name = h('span', { class: 'step-id' });
  const reach = h('span', { class: 'reach', 'aria-hidden': true });
  reach.append(...kSegments.map((one) => h('i', { class: one })));
  const mark = h('span', { class: 'mark' });
  const spoken = h('span', { class: 'hidden' });
  const head = h(
    'button',
    {
      type: 'button',
      class: 'step-head',
      'aria-expanded': 'false',
      click: () => hooks.toggle(index),
      keydown: onKey,
    },
    picture,
    h('span', { class: 'step-words' }, words, name),
    spoken,
    reach,
    mark,
  );
  const grip = h(
    'span',
    {
      class: 'grip',
      'aria-hidden': true,
      title: 'Drag to move, or Alt with the arrows',
      pointerdown: (event: PointerEvent) => hooks.drag(index, event),
    },
    draw('grip'),
  );
  const body = h('div', { class: 'step-body', hidden: true });
  const node = h(
    'li',
    { class: 'step' },
    h('div', { class: 'step-line' }, grip, head),
    body,
  );
  let type: string | undefined;
  let form: Control | undefined;
  let markKey = '';

  function onKey(event: KeyboardEvent): void {
    const { key, altKey, ctrlKey, metaKey } = event;
    const by = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
    if (altKey && by) hooks.move(index, by);
    else if (by) {
      const rows = [...(node.parentElement?.children ?? [])];
      rows[index + by]?.querySelector<HTMLElement>('.step-head')?.focus();
    } else if (key === 'Delete' || (key === 'Backspace' && metaKey)) {
      hooks.remove(index);
    } else if (key === 'd' && (ctrlKey || metaKey)) hooks.duplicate(index);
    else return;
    event.preventDefault();
  }

  function makeBody(of: string): void {
    const schema = variantOf(kStep, of);
    form = makeForm(context, schema ?? {}, at, {
      without: ['type'],
      special: { id: idControl(index) },
    });
    const kind = h(
      'select',
      { change: () => changeType(context, index, kind.value) },
      ...tagsOf(kStep).map((tag) => h('option', { value: tag }, inWords(tag))),
    );
    kind.value = of;
    const typeField = labelled(
      {
        context,
        at: () => [...at(), 'type'],
        schema: schema?.properties?.['type'] ?? {},
        label: 'Type',
        required: true,
        order: [],
      },
      kind,
    );
    const act = (
      icon: 'up' | 'down' | 'copy' | 'remove',
      text: string,
      run: () => void,
    ) => tool(text, run, { icon, bare: true, class: 'tool small' });
    body.replaceChildren(
      h(
        'div',
        { class: 'step-tools' },
        typeField.node,
        h(
          'div',
          { class: 'row-tools' },
          act('up', 'Move step up', () => hooks.move(index, -1)),
          act('down', 'Move step down', () => hooks.move(index, 1)),
          act('copy', 'Duplicate step', () => hooks.duplicate(index)),
          act('remove', 'Delete step', () => hooks.remove(index)),
        ),
      ),
      form.node,
    );
    typeField.update();
  }

  return {
    node,
    head,
    update({ step, open, count, mark: worst, reach: who }: RowUpdate): void {
      const now = member(step, 'type');
      const survey = context.survey();
      const text = isObject(step) ? step['text'] : undefined;
      setText(words, wordsOf(text, context.locale(), localeOf(survey)) || '…');
      setText(name, idOf(step) || 'no id');
      if (picture.dataset['type'] !== now) {
        picture.dataset['type'] = now;
        picture.title = inWords(now);
        picture.replaceChildren(draw(isIcon(now) ? now : 'statement'));
      }
      node.classList.toggle('open', open);
      head.setAttribute('aria-expanded', String(open));
      head.dataset['where'] = pointerOf(at());
      const reached = kSegments.filter((one) => who?.includes(one));
      for (const one of kSegments) {
        reach
          .querySelector(`.${one}`)
          ?.classList.toggle('on', reached.includes(one));
      }
      reach.hidden = who === undefined;
      reach.title = `Reached by ${reached.map((one) => `${one}s`).join(', ') || 'nobody'}`;
      setText(
        spoken,
        `${inWords(now)}, step ${index + 1} of ${count}${worst ? `, has ${worst === 'error' ? 'an error' : 'a warning'}` : ''}`,
      );
      if (markKey !== (worst ?? '')) {
        markKey = worst ?? '';
        mark.className = `mark ${markKey}`;
        mark.replaceChildren(...(worst ? [draw(worst)] : []));
      }
      body.hidden = !open;
      if (!open) {
        if (form) {
          form = undefined;
          type = undefined;
          body.replaceChildren();
        }
        return;
      }
      if (now !== type) {
        type = now;
        makeBody(now);
      }
      form?.update(step);
      const [up, down] = body.querySelectorAll<HTMLButtonElement>(
        '.step-tools .row-tools button',
      );
      if (up) up.disabled = index === 0;
      if (down) down.disabled = index === count - 1;
    },
  };
}

/** An id that, once it is written, is another everywhere. */
const idControl =
  (index: number): MakeControl =>
  (field) => {
    const { context } = field;
    const input = h('input', {
      type: 'text',
      class: 'mono',
      spellcheck: 'false',
      autocomplete: 'off',
      maxlength: field.schema.maxLength,
      change: () =>
        context.edit(
          (survey) => renameStep(survey, index, input.value.trim()),
          {
            label: 'Rename step',
          },
        ),
    });
    const frame = labelled(field, input);
    return {
      node: frame.node,
      update(value) {
        const now = typeof value === 'string' ? value : '';
        if (document.activeElement !== input || !input.matches(':focus')) {
          input.value = now;
        }
        frame.update();
      },
    };
  };

/** Another type: what both have stays, what the new one needs is added. */
function changeType(context: Context, index: number, to: string): void {
  const properties = variantOf(kStep, to)?.properties ?? {};
  const required = variantOf(kStep, to)?.required ?? [];
  const label = 'Change type';
  context.edit(
    (survey) => {
      const steps = isObject(survey) ? survey['steps'] : undefined;
      const old = Array.isArray(steps) ? (steps[index] as Json) : undefined;
      if (!isObject(survey) || !isObject(old) || !Array.isArray(steps)) {
        return survey;
      }
      const fresh = context.blank(to);
      const made = Object.fromEntries(
        Object.keys(properties)
          .filter((name) => name in old || required.includes(name))
          .map((name): [string, Json] => [
            name,
            name === 'type' ? to : (old[name] ?? fresh[name] ?? ''),
          ]),
      );
      return { ...survey, steps: steps.toSpliced(index, 1, made) };
    },
    { label },
  );
}
