// One or many of several, and something else in one's own words.
import { h } from '../dom.ts';
import { M } from '../messages.ts';
import { group, type MakeView, tick } from './view.ts';

export const choiceView: MakeView = (
  { many = false, options: offered = [], other, otherText, optional },
  former,
  { say, changed },
) => {
  // "a", ["a", "b"] or {options: ["a"], other: "words"}
  const { options = [former].flat(), other: before } = Object(former) as {
    options?: readonly unknown[];
    other?: string;
  };
  const row = (text: string, checked: boolean) =>
    tick(text, { type: many ? 'checkbox' : 'radio', name: 'option', checked });
  const rows = offered.map(({ id, text }) => row(text, options.includes(id)));
  const nodes: HTMLElement[] = rows.map(([node]) => node);

  const label = otherText ?? say(M.other);
  const [ownRow, own] = row(label, before !== undefined);
  const words = h('input.input.words', {
    'aria-label': label,
    'aria-describedby': 'error',
    maxlength: 2000,
    value: before,
    input: changed,
  });
  if (other) nodes.push(ownRow, words);
  const unfold = () => {
    words.hidden = !own.checked;
  };
  unfold();

  const said = () => words.value.trim();
  const node = group(
    'rows.options',
    {
      role: many ? 'group' : 'radiogroup',
      'aria-required': !many && !optional,
      change: (event: Event) => {
        unfold();
        // A click on "other" goes on in the field; arrows only pass by.
        if (event.target === own && own.checked && many) words.focus();
        changed();
      },
    },
    ...nodes,
  );
  return {
    node,
    value: () => {
      const chosen = offered
        .filter((_, i) => rows[i]?.[1].checked)
        .map(({ id }) => id);
      if (own.checked) {
        return said() || chosen.length
          ? { options: chosen, other: said() }
          : undefined;
      }
      return many && chosen.length ? chosen : chosen[0];
    },
    problem: () => own.checked && !said() && [say(M.answer), words],
  };
};
