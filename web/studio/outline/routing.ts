// What follows a step: the one below, another, or one by rules.
import { h } from '../../widget/dom.ts';
import { isList, isObject } from '../document/edit.ts';
import { type Json, pointerOf } from '../document/json.ts';
import { idOf, member, stepsOf } from '../document/survey.ts';
import { conditionControl } from './condition.ts';
import {
  type Context,
  type Control,
  labelled,
  type MakeControl,
  put,
} from './field.ts';
import { makeList } from './list.ts';
import { definition } from './schema.ts';
import { setStepMenu } from './steps_menu.ts';

const kModes = [
  ['below', 'The step below'],
  ['one', 'Always the same step'],
  ['rules', 'It depends'],
] as const;

const modeOf = (value: Json | undefined): string =>
  value === undefined ? 'below' : isList(value) ? 'rules' : 'one';

export const nextControl: MakeControl = (field) => {
  const { context, at } = field;
  /** The index of the step that this is of. */
  const index = (): number => Number(at()[1]);
  const below = (): string =>
    idOf(stepsOf(context.survey())[index() + 1]) ||
    idOf(stepsOf(context.survey()).at(-1));
  let value: Json | undefined;

  const mode = h(
    'select',
    {
      change: () => {
        const to = typeof value === 'string' ? value : below();
        if (mode.value === 'below') put(field, undefined);
        else if (mode.value === 'one') put(field, lastTarget(value) ?? to);
        else put(field, firstRules(context, index(), to));
      },
    },
    ...kModes.map(([name, words]) => h('option', { value: name }, words)),
  );
  const frame = labelled(field, mode);
  const target = h('select', {
    'aria-label': 'Step that follows',
    change: () => put(field, target.value),
  });
  const rules = makeList(
    {
      ...field,
      label: 'Rules',
      schema: { description: 'the first that holds decides' },
    },
    {
      noun: 'rule',
      most: definition('Next').anyOf?.[1]?.maxItems,
      blank: () => ({ when: { segment: 'detractor' }, to: below() }),
      focus: ['to'],
      item: (of) => ruleControl(context, of),
    },
  );
  const node = h('div', { class: 'next' }, frame.node, target, rules.node);
  return {
    node,
    update(next) {
      value = next;
      const now = modeOf(next);
      mode.value = now;
      frame.update();
      target.hidden = now !== 'one';
      rules.node.hidden = now !== 'rules';
      if (now === 'one') setStepMenu(target, context, String(next));
      if (now === 'rules') rules.update(next);
    },
  };
};

const lastTarget = (value: Json | undefined): string | undefined =>
  isList(value) ? member(value.at(-1), 'to') || undefined : undefined;

/** Rules to start from: for a score one for each segment. */
function firstRules(context: Context, index: number, to: string): Json {
  const step = stepsOf(context.survey())[index];
  return member(step, 'type') === 'nps'
    ? [
        { when: { segment: 'detractor' }, to },
        { when: { segment: 'passive' }, to },
        { to },
      ]
    : [{ when: { segment: 'detractor' }, to }, { to }];
}

/** "If ... then STEP"; without a condition it always holds. */
function ruleControl(
  context: Context,
  at: () => readonly (string | number)[],
): Control {
  let value: Json | undefined;
  const when = conditionControl(context, () => [...at(), 'when'], true);
  const to = h('select', {
    'aria-label': 'then go to',
    change: () =>
      context.set([...at(), 'to'], to.value, { label: 'Change target' }),
  });
  const fault = h('p', { class: 'fault', hidden: true });
  const node = h(
    'div',
    { class: 'rule' },
    when.node,
    h('div', { class: 'then' }, h('span', { class: 'word' }, 'go to'), to),
    fault,
  );
  return {
    node,
    update(next) {
      value = next;
      when.update(isObject(value) ? value['when'] : undefined);
      setStepMenu(to, context, member(value, 'to'));
      const path = at();
      to.dataset['where'] = pointerOf([...path, 'to']);
      const own = pointerOf(path);
      const text = [
        ...context.faults(own),
        ...context.faults(`${own}/to`),
        ...context.faults(`${own}/when`, true),
      ]
        .map(({ message }) => message)
        .join(' ');
      fault.textContent = text;
      fault.hidden = !text;
    },
  };
}
