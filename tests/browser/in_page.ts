// Runs inside the page: finds what a person with assistive technology finds,
// by role and accessible name, through open shadow roots and slots. One finder
// for three engines, so that a case means the same in each.
//
// It is sent to the browser as text: it may use nothing outside itself.

/** A role and a name; a name given as text must be equal. */
export interface Query {
  role: string;
  name?: string;
  pattern?: { source: string; flags: string };
}

/** What can be asserted about an element. */
export interface Found {
  role: string;
  name: string;
  text: string;
  value: string | null;
  checked: boolean | null;
  disabled: boolean;
  focused: boolean;
  /** Where it is in the viewport, CSS pixels. */
  box: { x: number; y: number; width: number; height: number };
}

/** An element that matches, and where a pointer reaches it. */
export interface Reached extends Found {
  point: { x: number; y: number };
  /** What lies over that point instead, if anything does. */
  coveredBy: string | null;
}

export function find(
  query: Query,
  action: 'list' | 'reach' | 'focus',
): (Found | Reached)[] {
  const inputRoles: Record<string, string> = {
    radio: 'radio',
    checkbox: 'checkbox',
    button: 'button',
    submit: 'button',
    reset: 'button',
    range: 'slider',
    number: 'spinbutton',
    search: 'searchbox',
    hidden: 'none',
    file: 'none',
  };
  const tagRoles: Record<string, string> = {
    ARTICLE: 'article',
    ASIDE: 'complementary',
    BUTTON: 'button',
    DIALOG: 'dialog',
    FIELDSET: 'group',
    FOOTER: 'contentinfo',
    FORM: 'form',
    H1: 'heading',
    H2: 'heading',
    H3: 'heading',
    H4: 'heading',
    HEADER: 'banner',
    IMG: 'img',
    LI: 'listitem',
    MAIN: 'main',
    METER: 'meter',
    NAV: 'navigation',
    OL: 'list',
    OPTION: 'option',
    OUTPUT: 'status',
    P: 'paragraph',
    PROGRESS: 'progressbar',
    SECTION: 'region',
    SUMMARY: 'button',
    TABLE: 'table',
    TD: 'cell',
    TEXTAREA: 'textbox',
    TH: 'columnheader',
    TR: 'row',
    UL: 'list',
  };
  const namedByContent = new Set(
    'button cell checkbox columnheader heading link option radio row switch tab'.split(
      ' ',
    ),
  );

  function roleOf(el: Element): string {
    const given = el.getAttribute('role');
    if (given) return given.trim().split(/\s+/)[0] ?? '';
    if (el.tagName === 'A') return el.hasAttribute('href') ? 'link' : '';
    if (el.tagName === 'SELECT') {
      return el.hasAttribute('multiple') ? 'listbox' : 'combobox';
    }
    if (el instanceof HTMLInputElement) return inputRoles[el.type] ?? 'textbox';
    return tagRoles[el.tagName] ?? '';
  }

  function childrenOf(node: Node): Node[] {
    if (node instanceof HTMLSlotElement) {
      const given = node.assignedNodes();
      return given.length > 0 ? given : [...node.childNodes];
    }
    if (node instanceof Element && node.shadowRoot) {
      return [...node.shadowRoot.childNodes];
    }
    return [...node.childNodes];
  }

  function shown(el: Element): boolean {
    return (
      el.getAttribute('aria-hidden') !== 'true' &&
      !el.hasAttribute('inert') &&
      (el instanceof HTMLSlotElement ||
        getComputedStyle(el).display === 'contents' ||
        el.checkVisibility({ visibilityProperty: true }))
    );
  }

  function textOf(node: Node): string {
    if (node instanceof Text) return node.data;
    if (node instanceof Element) {
      if (!shown(node) || /^(SCRIPT|STYLE)$/.test(node.tagName)) return '';
      const label = node.getAttribute('aria-label');
      if (label) return label;
      if (node instanceof HTMLImageElement) return node.alt;
    }
    const block =
      node instanceof Element &&
      !/^inline|contents/.test(getComputedStyle(node).display);
    const inner = childrenOf(node).map(textOf).join('');
    return block ? ` ${inner} ` : inner;
  }

  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

  function nameOf(el: Element, role: string): string {
    const scope = el.getRootNode() as Document | ShadowRoot;
    const by = el.getAttribute('aria-labelledby');
    if (by) {
      const parts = by.split(/\s+/).map((id) => scope.getElementById(id));
      const text = tidy(parts.map((p) => (p ? textOf(p) : '')).join(' '));
      if (text) return text;
    }
    const label = el.getAttribute('aria-label');
    if (label?.trim()) return tidy(label);
    const labels = (el as HTMLInputElement).labels;
    if (labels && labels.length > 0) {
      return tidy([...labels].map(textOf).join(' '));
    }
    if (el instanceof HTMLFieldSetElement) {
      const legend = el.querySelector(':scope > legend');
      if (legend) return tidy(textOf(legend));
    }
    if (el instanceof HTMLImageElement) return tidy(el.alt);
    if (namedByContent.has(role)) {
      const text = tidy(childrenOf(el).map(textOf).join(''));
      if (text) return text;
    }
    return tidy(
      el.getAttribute('title') ?? el.getAttribute('placeholder') ?? '',
    );
  }

  function focusedElement(): Element | null {
    let el = document.activeElement;
    while (el?.shadowRoot?.activeElement) el = el.shadowRoot.activeElement;
    return el;
  }

  const pattern = query.pattern
    ? new RegExp(query.pattern.source, query.pattern.flags)
    : null;
  const matches: Element[] = [];
  (function walk(node: Node) {
    if (node instanceof Element) {
      if (!shown(node)) return;
      if (roleOf(node) === query.role) {
        const name = nameOf(node, query.role);
        const fits = pattern
          ? pattern.test(name)
          : query.name === undefined || name === query.name;
        if (fits) matches.push(node);
      }
    }
    for (const child of childrenOf(node)) walk(child);
  })(document.documentElement);

  function describe(el: Element): Found {
    const { x, y, width, height } = el.getBoundingClientRect();
    const field = el as HTMLInputElement;
    const aria = el.getAttribute('aria-checked');
    return {
      role: query.role,
      name: nameOf(el, query.role),
      text: tidy(textOf(el)),
      value: 'value' in el ? String(field.value) : null,
      checked: 'checked' in el ? field.checked : aria ? aria === 'true' : null,
      disabled:
        el.matches(':disabled') || el.getAttribute('aria-disabled') === 'true',
      focused: el === focusedElement(),
      box: { x, y, width, height },
    };
  }

  /** The element, or, where it is drawn by its label alone, the label. */
  function drawn(el: Element): Element {
    const { width, height } = el.getBoundingClientRect();
    const label = (el as HTMLInputElement).labels?.[0];
    const visible =
      width > 2 && height > 2 && getComputedStyle(el).opacity !== '0';
    return !visible && label ? label : el;
  }

  function hit(x: number, y: number): Element | null {
    let el = document.elementFromPoint(x, y);
    while (el?.shadowRoot) {
      const inner = el.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === el) break;
      el = inner;
    }
    return el;
  }

  function reach(el: Element): Reached {
    const target = drawn(el);
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = target.getBoundingClientRect();
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const over = hit(point.x, point.y);
    const labels = [...((el as HTMLInputElement).labels ?? [])];
    const free =
      over !== null &&
      [el, target, ...labels].some((one) => {
        let up: Node | null = over;
        while (up && up !== one) {
          up =
            (up as Element).assignedSlot ??
            (up instanceof ShadowRoot ? up.host : up.parentNode);
        }
        return up === one || over.contains(one);
      });
    const cover = free
      ? null
      : over
        ? `<${over.localName} class="${over.className}">`
        : 'nothing: it lies outside the viewport';
    return { ...describe(el), point, coveredBy: cover };
  }

  if (action === 'focus') (matches[0] as HTMLElement | undefined)?.focus();
  return action === 'reach' ? matches.map(reach) : matches.map(describe);
}
