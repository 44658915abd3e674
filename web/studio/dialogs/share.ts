// A link that carries the survey itself.
import { h } from '../../widget/dom.ts';
import { pack } from '../../shared/fragment.ts';
import { copyBox, openDialog } from '../../shared/dialog.ts';

export async function openShare(
  text: string,
  say: (text: string) => void,
): Promise<void> {
  const fragment = await pack(text);
  const { origin, pathname } = location;
  const link = `${origin}${pathname}${fragment}`;
  const box = copyBox('Link to this survey', link, (done) => {
    if (done) say('Copied');
  });
  openDialog('Share by link', [
    h(
      'p',
      {},
      'The whole survey is in the link, after the #: that part is never sent to a server. Whoever opens it gets a draft of their own.',
    ),
    box.node,
    h(
      'p',
      { class: 'quiet' },
      `${link.length.toLocaleString('en')} characters.${link.length > 8000 ? ' Some programs cut links of this length; a file is safer.' : ''}`,
    ),
  ]);
}
