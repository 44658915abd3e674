// Code for the page, one way for each kind of site.

export interface Wanted {
  readonly id: string;
  /** The survey as JSON. */
  readonly text: string;
  /** The survey stands in the code, not in a file beside it. */
  readonly inside: boolean;
  /** Where answers go; '' for nowhere. */
  readonly endpoint: string;
}

export interface Target {
  readonly id: string;
  readonly name: string;
  code(wanted: Wanted): string;
  /** What to do besides, in order. */
  notes(wanted: Wanted): string[];
}

const kScript = 'looplet-survey.js';

/** Text inside an attribute in single quotes. */
const attribute = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** JSON inside a script: nothing in it may end the script. */
const literal = (text: string, indent: string): string =>
  JSON.stringify(JSON.parse(text), null, 2)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
    .replaceAll('\n', `\n${indent}`);

const file = ({ id }: Wanted): string => `/surveys/${id}.json`;

/** The element's tag with its attributes. */
function tag(wanted: Wanted, close = '></looplet-survey>'): string {
  const { inside, endpoint, text } = wanted;
  const compact = inside ? JSON.stringify(JSON.parse(text)) : '';
  return [
    '<looplet-survey',
    inside ? ` survey='${attribute(compact)}'` : ` src="${file(wanted)}"`,
    endpoint
      ? `\n  endpoint="${attribute(endpoint).replaceAll('"', '&quot;')}"`
      : '',
    close,
  ].join('');
}

/** The attributes as a framework's template has them. */
const bound = ({ inside, endpoint }: Wanted, survey: string): string =>
  [inside ? survey : '', endpoint ? `endpoint=${JSON.stringify(endpoint)}` : '']
    .filter(Boolean)
    .join(' ');

const beside = (wanted: Wanted): string[] => [
  `Put ${kScript} on your site, beside the page.`,
  ...(wanted.inside ? [] : [`Put the survey's file at ${file(wanted)}.`]),
  ...(wanted.endpoint
    ? []
    : ['Without an address answers go nowhere but to the element’s events.']),
];

const installed = (wanted: Wanted): string[] => [
  'npm install looplet',
  ...beside(wanted).slice(1),
];

const declared = ({ inside, text }: Wanted, indent = ''): string =>
  inside ? `\n${indent}const survey = ${literal(text, indent)};\n` : '';

export const kTargets: readonly Target[] = [
  {
    id: 'html',
    name: 'HTML',
    code: (wanted) =>
      `<script type="module" src="${kScript}"></script>\n${tag(wanted)}\n`,
    notes: beside,
  },
  {
    id: 'react',
    name: 'React',
    code: (wanted) => {
      const source = wanted.inside
        ? 'survey={survey}'
        : `src="${file(wanted)}"`;
      const rest = bound({ ...wanted, inside: false }, '');
      return `import 'looplet';
${declared(wanted)}
export function Survey() {
  return <looplet-survey ${source}${rest ? ` ${rest}` : ''} />;
}
`;
    },
    notes: (wanted) => [
      ...installed(wanted),
      'React 19 sets properties of custom elements by itself.',
    ],
  },
  {
    id: 'vue',
    name: 'Vue',
    code: (wanted) => {
      const source = wanted.inside
        ? ':survey.prop="survey"'
        : `src="${file(wanted)}"`;
      const rest = bound({ ...wanted, inside: false }, '');
      return `<script setup>
import 'looplet';
${declared(wanted)}</script>

<template>
  <looplet-survey ${source}${rest ? ` ${rest}` : ''} />
</template>
`;
    },
    notes: (wanted) => [
      ...installed(wanted),
      "In vite.config.js: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'looplet-survey' } } })",
    ],
  },
  {
    id: 'svelte',
    name: 'Svelte',
    code: (wanted) => {
      const source = wanted.inside ? '{survey}' : `src="${file(wanted)}"`;
      const rest = bound({ ...wanted, inside: false }, '');
      return `<script>
  import 'looplet';
${declared(wanted, '  ')}</script>

<looplet-survey ${source}${rest ? ` ${rest}` : ''}></looplet-survey>
`;
    },
    notes: installed,
  },
  {
    id: 'wordpress',
    name: 'WordPress',
    code: (wanted) => {
      const at = "wp_get_upload_dir()['baseurl'] . '/looplet";
      const body = tag(wanted).replaceAll("'", "\\'");
      return `// functions.php of your theme: the shortcode [looplet_survey].
add_shortcode('looplet_survey', function () {
  wp_enqueue_script_module('looplet', ${at}/${kScript}');
  return '${body}';
});
`;
    },
    notes: (wanted) => [
      `Put ${kScript} into wp-content/uploads/looplet/.`,
      ...beside(wanted).slice(1),
      'Write [looplet_survey] where the survey is to stand. WordPress 6.5 or later.',
    ],
  },
  {
    id: 'gtm',
    name: 'Tag Manager',
    code: (wanted) => {
      const { inside, endpoint, text } = wanted;
      return `<script>
  (function () {
    var script = document.createElement('script');
    script.type = 'module';
    script.src = '/${kScript}';
    document.head.appendChild(script);
    var survey = document.createElement('looplet-survey');
    ${
      inside
        ? `survey.survey = ${literal(text, '    ')};`
        : `survey.setAttribute('src', '${file(wanted)}');`
    }${
      endpoint
        ? `\n    survey.setAttribute('endpoint', ${JSON.stringify(endpoint).replaceAll('<', '\\u003c')});`
        : ''
    }
    document.body.appendChild(survey);
  })();
</script>
`;
    },
    notes: (wanted) => [
      `Put ${kScript} on your own site: it is not loaded from anywhere else.`,
      ...beside(wanted).slice(1),
      'In the container: a Custom HTML tag, on the pages where it is to ask.',
    ],
  },
];
