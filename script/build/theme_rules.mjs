// Prints the rules of examples/themes as C++: what the library has built in.
//
//   node script/build/theme_rules.mjs examples/themes/en.json ... > rules.cpp
//
// CMake runs it while building; the JSON files are the one source. What they
// may hold is schema/themes.schema.json, and a test reads each of them.

import { readFileSync } from 'node:fs';

const lists = [
  'neutral',
  'negators',
  'trailing',
  'boosters',
  'dampeners',
  'contrasts',
  'joins',
  'smallWords',
  'known',
];
const words = [];

/** A list in the one array of words. */
function list(of = []) {
  if (of.length === 0) return '{}';
  const first = words.length;
  words.push(...of);
  return `{kWords + ${first}, ${of.length}}`;
}

const text = (of) => JSON.stringify(of);

/** An array of its own, as a List. */
function array(type, name, items) {
  if (items.length === 0) return ['', '{}'];
  return [
    `${type} ${name}[] = {\n${items.map((item) => `    ${item},`).join('\n')}\n};\n`,
    `{${name}, ${items.length}}`,
  ];
}

const declared = [];
const files = process.argv.slice(2).map((path, i) => {
  const rules = JSON.parse(readFileSync(path, 'utf8'));
  const [groups, groupList] = array(
    'WordGroup',
    `kGroups${i}`,
    Object.entries(rules.groups ?? {}).map(
      ([name, of]) => `{${text(name)}, ${list(of)}}`,
    ),
  );
  const [themes, themeList] = array(
    'ThemeRule',
    `kThemes${i}`,
    Object.entries(rules.themes ?? {}).map(
      ([id, of]) =>
        `{${text(id)}, {${list(of.about)}, ${list(of.hints)}, ${list(of.bad)}, ${list(of.good)}, ${list(of.except)}}}`,
    ),
  );
  const [tone, toneList] = array(
    'ToneRule',
    `kTone${i}`,
    (rules.tone ?? []).map((of) => `{${of.weight}, ${list(of.words)}}`),
  );
  declared.push(groups, themes, tone);
  const plain = lists.map((name) => list(rules[name]));
  return `{{}, ${rules.format}, ${text(rules.locale ?? '')}, ${[groupList, themeList, toneList, ...plain].join(', ')}}`;
});

console.log(`// Generated from examples/themes by script/build/theme_rules.mjs.
#include "looplet/themes.h"

namespace looplet {
namespace {

std::string_view kWords[] = {
${words.map((word) => `    {${text(word)}, ${Buffer.byteLength(word)}},`).join('\n')}
};
${declared.join('')}
const ThemeRules kFiles[] = {
${files.map((file) => `    ${file},`).join('\n')}
};
const ThemeRules* const kAll[] = {${files.map((_, i) => `&kFiles[${i}]`).join(', ')}};

}  // namespace

std::span<const ThemeRules* const> built_in_theme_rules() { return kAll; }

}  // namespace looplet`);
