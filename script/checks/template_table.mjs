// Prints examples/surveys/README.md, whose table is made from the catalogue.

import { catalogue } from '../build/catalogue.mjs';
import { root } from '../stages/run.mjs';

const { templates } = catalogue(root);
const kMetrics = { nps: 'NPS', csat: 'CSAT', ces: 'CES' };

const rows = templates.map(
  ({ file, industry, metric, title, when, languages, questions }) =>
    `| [\`${file}\`](${file}) | ${industry} | ${kMetrics[metric]} | ${title.en} | ${when} | ${languages.join(', ')} | ${questions} |`,
);
const counts = Object.entries(kMetrics).map(
  ([metric, name]) =>
    `${templates.filter((one) => one.metric === metric).length} ${name}`,
);

process.stdout.write(`# Surveys to start from

Real questions, ready to copy: ${counts.join(', ')}. Each file is complete in every language it names. \`looplet check FILE\` reads one, \`looplet walk FILE\` answers it in the terminal, and the site's gallery (\`embed.html\`) shows all of them live.

| file | industry | asks | who or what about | when to ask | languages | questions at most |
|---|---|---|---|---|---|---|
${rows.join('\n')}

## What each segment is asked

| segment | questions | thanks |
|---|---|---|
| detractor | what went wrong, from a list; a question more where the reason has one; one sentence in their own words; may we get in touch | who reads it, through \`{owner\\|...}\`; at most a link that helps |
| passive | what would make it a 9 or 10; a sentence about it | a thank-you |
| promoter | what they love, or whom to thank | one ask: a review, a referral or a case study |

CSAT and CES surveys ask one rating, then the same by how it went: the lower points for a reason and a sentence, the middle for what would have been better, the upper for what helped.

## What holds for all of them

- One measure each. Satisfaction (CSAT, 1 to 5) and ease (CES, 1 to 7) belong to a delivery, a visit or a task and keep their own scale and their own file; they are never mixed into the score.
- Nobody is asked to change a score, and nothing is given for one.
- Promoters are asked for one thing, and only after the thank-you.
- Reasons come as options first, because a tap is easier than a sentence and can be counted; \`theme\` ties an option to the same list that comments are sorted by.
- Options that have no natural order are shuffled, so that the first one is not chosen for being first.
- \`{owner|Our team}\` names whoever answers once \`owner\` is set; until then it promises nobody and no time.
- Where health, money or work is talked about, each open field says what to leave out. Employees are asked about working here, without names and without contact fields.
- \`traits\` are what your page may know: \`{adviser|one of our advisers}\` reads well without them.

Change \`subject\`, \`privacy\` and the addresses of the links; they are examples. What the table says about a survey beside its own file stands in [\`catalogue.json\`](../catalogue.json). \`tests/web/templates.test.ts\` walks every way through every file in every language.
`);
