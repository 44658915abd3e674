// Every case, in the order in which they run. One file for each subject.

import type { Case } from '../suite.ts';
import { calculatorCases } from './calculator.ts';
import { calculatorAnswered } from './calculator_answered.ts';
import { calculatorFiles } from './calculator_files.ts';
import { calculatorHostile } from './calculator_hostile.ts';
import { calculatorLook } from './calculator_look.ts';
import { calculatorSame } from './calculator_same.ts';
import { elementDelivery } from './element_delivery.ts';
import { elementKeys } from './element_keys.ts';
import { elementLong } from './element_long.ts';
import { elementLook } from './element_look.ts';
import { elementPageLife } from './element_page_life.ts';
import { gallery } from './gallery.ts';
import { harness } from './harness.ts';
import { packaged } from './package.ts';
import { siteCases } from './site.ts';
import { studioCases } from './studio.ts';
import { studioGraph } from './studio_graph.ts';
import { studioHostile } from './studio_hostile.ts';
import { studioImport } from './studio_import.ts';
import { studioLook } from './studio_look.ts';
import { studioPanels } from './studio_panels.ts';
import { studioPath } from './studio_path.ts';

export const cases: Case[] = [
  ...harness,
  ...packaged,
  ...siteCases,
  ...studioCases,
  ...studioGraph,
  ...studioHostile,
  ...studioLook,
  ...studioImport,
  ...studioPanels,
  ...studioPath,
  ...calculatorCases,
  ...calculatorFiles,
  ...calculatorAnswered,
  ...calculatorHostile,
  ...calculatorLook,
  ...calculatorSame,
  ...gallery,
  ...elementKeys,
  ...elementDelivery,
  ...elementLong,
  ...elementPageLife,
  ...elementLook,
];
